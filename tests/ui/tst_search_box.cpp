#include "ui/library/search_box.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace circumplex;

namespace {

/// Moods in German.
class GermanMoods : public QTranslator {
public:
    bool isEmpty() const override { return false; }

    QString translate(const char* context, const char* text, const char*, int) const override
    {
        const bool isHappy = qstrcmp(context, "Mood") == 0 && qstrcmp(text, "happy") == 0;
        return isHappy ? QStringLiteral("fr\u00f6hlich") : QString();
    }
};

} // namespace

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

    void moodsAreFoundByTheirNameAndKeepTheirKey()
    {
        GermanMoods german;
        QCoreApplication::installTranslator(&german);
        SearchBox box;
        const QStringList happy { QStringLiteral("mood:happy") };
        box.setText(QStringLiteral("mood:fr\u00f6h"));
        QCOMPARE(box.completions(), happy);
        box.setText(QStringLiteral("mood:happ"));
        QCOMPARE(box.completions(), happy);
        box.show();
        QTest::keyClicks(&box, QStringLiteral("y"));
        box.setText({});
        QTest::keyClicks(&box, QStringLiteral("mood:hap"));
        const QAbstractItemModel* shown = box.findChild<QCompleter*>()->popup()->model();
        QCOMPARE(
            shown->index(0, 0).data().toString(), QStringLiteral("mood:happy   fr\u00f6hlich"));
        box.setText(QStringLiteral("-fr\u00f6"));
        QCOMPARE(box.completions(), QStringList { QStringLiteral("-happy>0.5") });
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
