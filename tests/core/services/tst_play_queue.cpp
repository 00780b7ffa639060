#include "core/services/play_queue.h"

#include <QTest>

using namespace circumplex;

class PlayQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itFollowsTheList()
    {
        PlayQueue queue;
        QVERIFY(!queue.neighbours().hasNext && !queue.neighbours().hasPrevious);
        QVERIFY(!queue.moveNext());
        const std::vector<TrackId> list { { 5 }, { 3 }, { 9 } };
        queue.open({ 3 }, list);
        QVERIFY(queue.neighbours().hasNext && queue.neighbours().hasPrevious);
        QCOMPARE(queue.moveNext(), std::optional(TrackId { 9 }));
        QVERIFY(!queue.neighbours().hasNext);
        QVERIFY(!queue.moveNext());
        QCOMPARE(queue.movePrevious(), std::optional(TrackId { 3 }));
        QCOMPARE(queue.movePrevious(), std::optional(TrackId { 5 }));
        QVERIFY(!queue.movePrevious());
        queue.open({ 9 }, list);
        QCOMPARE(queue.movePrevious(), std::optional(TrackId { 3 }));
    }

    void aTrackOutsideTheListIsAlone()
    {
        PlayQueue queue;
        queue.open({ 7 }, { { 5 }, { 3 } });
        QVERIFY(!queue.moveNext());
        QVERIFY(!queue.movePrevious());
    }
};

QTEST_GUILESS_MAIN(PlayQueueTest)
#include "tst_play_queue.moc"
