#include "tests/ui/track_page_fixture.h"
#include "ui/curve/comment_dialog.h"
#include "ui/curve/comment_history.h"
#include "ui/curve/comment_places.h"
#include "ui/curve/time_box.h"

#include <QApplication>
#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QUndoStack>

#include <map>
#include <memory>
#include <utility>

namespace circumplex {

/// Comments at their times: written, changed, placed, and taken back.
class TrackCommentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commentsAreWrittenChangedRemovedAndComeBack()
    {
        Music music;
        Shown shown(music);
        QUndoStack undo;
        const CommentHistory history(shown.page, shown.session, undo);
        QTRY_VERIFY(shown.isComplete());
        const auto texts = [&] {
            QStringList all;
            for (const TrackComment& comment : shown.page.lanes().scene().view->comments)
                all.append(QString::fromStdString(comment.text));
            return all.join(u'|');
        };
        /// Answers the dialog that comes next.
        const auto answer = [&](const QString& words, const QString& button,
                                const std::map<QString, double>& times = {}) {
            QTimer::singleShot(0, &shown.page, [words, button, times] {
                auto* dialog = qobject_cast<CommentDialog*>(QApplication::activeModalWidget());
                QVERIFY(dialog);
                dialog->findChild<QPlainTextEdit*>()->setPlainText(words);
                for (const auto& [name, seconds] : times)
                    for (TimeBox* box : dialog->findChildren<TimeBox*>())
                        if (box->accessibleName().startsWith(name)) box->setValue(seconds);
                if (!times.empty()) dialog->findChild<QCheckBox*>()->setChecked(times.size() > 1);
                for (QPushButton* choice : dialog->findChildren<QPushButton*>())
                    if (choice->text() == button) return choice->click();
                dialog->reject();
            });
        };
        const auto choose = [&](const QString& entry) {
            for (QMenu* menu : shown.page.findChildren<QMenu*>())
                for (QAction* action : menu->actions())
                    if (action->text().contains(entry)) return action->trigger();
            QFAIL(qPrintable(entry));
        };
        shown.page.lanes().setFocus();
        QTest::keyClick(&shown.page.lanes(), Qt::Key_Right, Qt::ShiftModifier);
        answer(QStringLiteral("strings enter"), QStringLiteral("Save"));
        entry(shown.page, QStringLiteral("Write a comment"))->trigger();
        QTRY_COMPARE(texts(), QStringLiteral("strings enter"));
        QCOMPARE(shown.page.lanes().scene().view->comments.at(0).startSeconds, 10.0);
        answer(QStringLiteral("horns enter"), QStringLiteral("Save"));
        choose(QStringLiteral("strings enter"));
        QTRY_COMPARE(texts(), QStringLiteral("horns enter"));
        // Its times can be changed as well, and come back too.
        const auto stretch = [&] {
            const TrackComment& comment = shown.page.lanes().scene().view->comments.at(0);
            return std::pair(comment.startSeconds, comment.endSeconds.value_or(-1.0));
        };
        answer(QStringLiteral("horns enter"), QStringLiteral("Save"),
            { { QStringLiteral("Begin"), 12.5 }, { QStringLiteral("End"), 20.0 } });
        choose(QStringLiteral("horns enter"));
        QTRY_COMPARE(stretch(), std::pair(12.5, 20.0));
        undo.undo();
        QTRY_COMPARE(stretch(), std::pair(10.0, -1.0));
        answer(QStringLiteral("horns enter"), QStringLiteral("Remove"));
        choose(QStringLiteral("horns enter"));
        QTRY_COMPARE(texts(), QString());
        QCOMPARE(undo.count(), 3);
        undo.undo();
        QTRY_COMPARE(texts(), QStringLiteral("horns enter"));
        undo.undo();
        QTRY_COMPARE(texts(), QStringLiteral("strings enter"));
        undo.undo();
        QTRY_COMPARE(texts(), QString());
        undo.redo();
        QTRY_COMPARE(texts(), QStringLiteral("strings enter"));
    }

    void aDoubleClickOnACommentChangesItAndDoesNotSeek()
    {
        Music music;
        music.addPeople();
        Shown shown(music);
        QTRY_VERIFY(shown.isComplete());
        TrackLanes& lanes = shown.page.lanes();
        QSignalSpy seeks(&shown.page, &TrackPage::seekRequested);
        const QPoint on(
            shown.at(35.0).x(), TrackLayout(lanes.rect(), lanes.scene()).comments.top() + 8);
        bool wasAsked = false;
        QTimer::singleShot(0, &shown.page, [&wasAsked] {
            auto* dialog = qobject_cast<CommentDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            wasAsked = dialog->comment().text == "the bridge";
            dialog->reject();
        });
        QTest::mouseClick(&lanes, Qt::LeftButton, {}, on);
        QTest::mouseDClick(&lanes, Qt::LeftButton, {}, on);
        QVERIFY(wasAsked);
        QTest::qWait(QApplication::doubleClickInterval() + 100);
        QCOMPARE(seeks.size(), 0);
        // A single click there seeks as everywhere, a moment later.
        QTest::mouseClick(&lanes, Qt::LeftButton, {}, on);
        QTRY_COMPARE(seeks.size(), 1);
    }

    void commentsDoNotHideEachOther()
    {
        TrackScene scene;
        auto view = std::make_shared<TrackView>();
        for (int i = 0; i < 5; ++i)
            view->comments.push_back({ .id = { i + 1 },
                .startSeconds = 10.0 + i,
                .endSeconds = 60.0 + i,
                .text = "a stretch with words" });
        scene.view = view;
        scene.time = TimeWindow(100.0);
        QCOMPARE(commentRows(scene, 800), 3);
        const QRect area(104, 300, 800, 3 * kCommentRow);
        auto places = placeComments(scene, area);
        QCOMPARE(places.size(), std::size_t(5));
        for (int i = 0; i < 3; ++i)
            for (int k = 0; k < i; ++k)
                QVERIFY(!places[static_cast<std::size_t>(i)].bar.intersects(
                    places[static_cast<std::size_t>(k)].bar));
        // Where the beginning is out of sight, the words begin at the edge.
        scene.time.show(30.0, 50.0);
        places = placeComments(scene, area);
        QVERIFY(places.front().text.left() >= area.left());
        QVERIFY(places.front().text.left() < area.left() + 10);
    }

    void timesAreUnderstood()
    {
        QCOMPARE(secondsFromText(QStringLiteral("1:02:03.4")), std::optional(3723.4));
        QCOMPARE(secondsFromText(QStringLiteral("4:12,5")), std::optional(252.5));
        QCOMPARE(secondsFromText(QStringLiteral("٤:١٢")), std::optional(252.0));
        QCOMPARE(secondsFromText(QStringLiteral("4:")), std::optional<double>());
        TimeBox box;
        box.setMaximum(600.0);
        box.setValue(252.5);
        QCOMPARE(box.text(), QStringLiteral("4:12.5"));
        box.selectAll();
        QTest::keyClicks(&box, QStringLiteral("1:05"));
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(box.value(), 65.0);
    }
};

} // namespace circumplex

QTEST_MAIN(circumplex::TrackCommentsTest)
#include "tst_track_comments.moc"
