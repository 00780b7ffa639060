#include "core/engine/block_queue.h"

#include <QTest>

#include <atomic>
#include <thread>

using circumplex::BlockQueue;

class TestBlockQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blocksComeOutInOrder()
    {
        BlockQueue queue(1000);
        queue.push({ 1.0F });
        queue.push({ 2.0F, 3.0F });
        queue.close();
        QCOMPARE(queue.pop(), (std::vector { 1.0F }));
        QCOMPARE(queue.pop(), (std::vector { 2.0F, 3.0F }));
        QVERIFY(!queue.pop());
    }

    void aFullQueueSlowsTheGiver()
    {
        BlockQueue queue(4);
        std::atomic<int> pushed = 0;
        std::jthread giver([&] {
            for (int i = 0; i < 5; ++i) {
                queue.push(std::vector<float>(2, static_cast<float>(i)));
                ++pushed;
            }
            queue.close();
        });
        QTRY_COMPARE(pushed.load(), 2);
        QTest::qWait(50);
        QCOMPARE(pushed.load(), 2);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(queue.pop()->front(), static_cast<float>(i));
        QVERIFY(!queue.pop());
    }

    void aBlockLargerThanTheQueuePassesAlone()
    {
        BlockQueue queue(4);
        queue.push(std::vector<float>(10));
        QCOMPARE(queue.pop()->size(), std::size_t { 10 });
    }

    void aTakerThatGaveUpLetsTheGiverGo()
    {
        BlockQueue queue(1);
        queue.push({ 1.0F });
        std::jthread giver([&] {
            queue.push({ 2.0F });
            queue.push({ 3.0F });
            queue.close();
        });
        queue.abandon();
        giver.join();
        QCOMPARE(queue.pop(), (std::vector { 1.0F }));
        QVERIFY(!queue.pop());
    }
};

QTEST_GUILESS_MAIN(TestBlockQueue)
#include "tst_block_queue.moc"
