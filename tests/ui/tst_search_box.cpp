#include "ui/library/search_box.h"

#include <QSignalSpy>
#include <QTest>

using namespace circumplex;

class SearchBoxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typingAsksOnceAfterThePause()
    {
        SearchBox box;
        const QSignalSpy asked(&box, &SearchBox::queryChanged);
        QTest::keyClicks(&box, QStringLiteral("valence>6"));
        QTRY_COMPARE(asked.count(), 1);
        QVERIFY(box.query());
        QCOMPARE(box.query()->kind, SearchNode::Kind::Number);
        QCOMPARE(box.query()->range.lower, std::optional(6.0));
    }

    void whatCannotBeUnderstoodIsSaidAndNotAsked()
    {
        SearchBox box;
        const QSignalSpy asked(&box, &SearchBox::queryChanged);
        const QSignalSpy errors(&box, &SearchBox::errorChanged);
        box.setText(QStringLiteral("mood:nosuchmood"));
        QVERIFY(!box.query());
        QCOMPARE(errors.count(), 1);
        QVERIFY(!box.error().sentence.empty());
        QTest::qWait(80);
        QCOMPARE(asked.count(), 0);
        box.setText(QStringLiteral("mood:calm"));
        QVERIFY(box.query());
        QVERIFY(box.error().sentence.empty());
        QCOMPARE(errors.count(), 2);
        QTRY_COMPARE(asked.count(), 1);
    }

    void completions_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("offered");
        QTest::addColumn<QString>("notOffered");
        QTest::newRow("field") << "val"
                               << "valence>"
                               << "arousal>";
        QTest::newRow("mood as field") << "hap"
                                       << "happy>0.5"
                                       << "sad>0.5";
        QTest::newRow("mood of mood:") << "mood:ca"
                                       << "mood:calm"
                                       << "mood:sad";
        QTest::newRow("state") << "x is:un"
                               << "is:unannotated"
                               << "is:annotated";
        QTest::newRow("after a minus") << "-is:mis"
                                       << "-is:missing"
                                       << "is:missing";
        QTest::newRow("every mood") << "mood:"
                                    << "mood:upbeat"
                                    << "happy>0.5";
        QTest::newRow("in parentheses") << "(arou"
                                        << "arousal>"
                                        << "valence>";
    }

    void completions()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, offered);
        QFETCH(const QString, notOffered);
        SearchBox box;
        box.setText(text);
        QVERIFY2(box.completions().contains(offered), qPrintable(box.completions().join(u' ')));
        QVERIFY(!box.completions().contains(notOffered));
    }

    void tabTakesTheFirstCompletion()
    {
        SearchBox box;
        box.show();
        box.setFocus();
        QTest::keyClicks(&box, QStringLiteral("beethoven mood:melan"));
        QTest::keyClick(&box, Qt::Key_Tab);
        QCOMPARE(box.text(), QStringLiteral("beethoven mood:melancholic"));
    }

    void escapeEmptiesAndDownLeaves()
    {
        SearchBox box;
        const QSignalSpy left(&box, &SearchBox::left);
        box.setText(QStringLiteral("zzz"));
        QTest::keyClick(&box, Qt::Key_Down);
        QCOMPARE(left.count(), 1);
        QTest::keyClick(&box, Qt::Key_Escape);
        QCOMPARE(box.text(), QString());
    }
};

QTEST_MAIN(SearchBoxTest)
#include "tst_search_box.moc"
