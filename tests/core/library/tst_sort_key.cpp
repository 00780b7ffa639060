#include "core/library/sort_key.h"

#include <QTest>

namespace circumplex {

class SortKeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysFoldCaseAndAccents_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("key");
        const auto row = [](const char* text, const char* key) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(key);
        };
        row("The Beatles", "the beatles");
        row("Édith Piaf", "edith piaf");
        row("E\xcc\x81"
            "dith",
            "edith"); // decomposed
        row("Sigur Rós", "sigur ros");
        row("Straße", "strasse");
        row("Œuvre Æon Þór", "oeuvre aeon thor");
        row("Łódź Čeština", "lodz cestina");
        row("ΩΜΕΓΑ", "ωμεγα");
        row("Чайковский Ёлка", "чайковский ёлка");
        row("日本", "日本");
        row("3×4", "3×4");
        row("a\xff"
            "b",
            "a\xef\xbf\xbd"
            "b");
        row("\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"); // a lone surrogate
        row("\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd"); // an overlong slash
        row("\xf0\x9f\x8e\xb5", "\xf0\x9f\x8e\xb5");
        row("\xe2\x82", "\xef\xbf\xbd\xef\xbf\xbd"); // cut off
    }

    void keysFoldCaseAndAccents()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, key);
        QCOMPARE(QByteArray::fromStdString(sortKey(text.toStdString())), key);
    }

    void nothingSortsLast()
    {
        QVERIFY(sortKey("") > sortKey("zzz"));
        QVERIFY(sortKey("") > sortKey("\xf0\x9f\x8e\xb5"));
    }

    void readableTextIsAlwaysText()
    {
        QCOMPARE(readableText("a\nb\x7f\xfe"), std::string("a b \xef\xbf\xbd"));
        QCOMPARE(readableText("É日"), std::string("É日"));
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::SortKeyTest)
#include "tst_sort_key.moc"
