#include "core/services/csv_reader.h"
#include "core/services/label_table.h"
#include "core/types/mood_tags.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sstream>

using namespace circumplex;

class TestLabelTable : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<std::vector<LabelledFile>> read(const QByteArray& text)
    {
        const std::string path = m_folder.filePath(QStringLiteral("labels.csv")).toStdString();
        std::ofstream(path, std::ios::binary) << text.toStdString();
        return readLabelTable(path);
    }

private Q_SLOTS:
    void cellsMayHoldCommasQuotesAndLineBreaks()
    {
        std::istringstream in("\xEF\xBB\xBF"
                              "a,b\r\n\r\n\"x, \"\"y\"\"\",\"two\nlines\"\n,\nlast,row");
        CsvReader reader(in);
        using Row = std::vector<std::string>;
        QCOMPARE(*reader.next(), (Row { "a", "b" }));
        QCOMPARE(*reader.next(), (Row { "x, \"y\"", "two\nlines" }));
        QCOMPARE(reader.line(), 3);
        QCOMPARE(*reader.next(), (Row { "", "" }));
        QCOMPARE(*reader.next(), (Row { "last", "row" }));
        QVERIFY(!reader.next());
    }

    void everyColumnIsRead()
    {
        const auto rows = read("path,set,group,valence,arousal,emotion_weight,tag:happy,tag:sad\n"
                               "a.flac,vg,Zelda,6.5,2,0.5,0.75,\n"
                               "/music/b.flac,,,,,,,1\n");
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), std::size_t { 2 });
        const LabelledFile& first = rows->front();
        QCOMPARE(first.path.string(), m_folder.filePath(QStringLiteral("a.flac")).toStdString());
        QCOMPARE(first.set, std::string("vg"));
        QCOMPARE(first.group, std::string("Zelda"));
        QCOMPARE(*first.valence, 6.5F);
        QCOMPARE(*first.arousal, 2.0F);
        QCOMPARE(first.emotionWeight, 0.5F);
        QCOMPARE(first.tags.size(), std::size_t { 1 });
        QCOMPARE(kMoodTags[static_cast<std::size_t>(first.tags[0].first)], "happy");
        QCOMPARE(first.tags[0].second, 0.75F);
        QCOMPARE(rows->back().path.string(), std::string("/music/b.flac"));
        QVERIFY(!rows->back().valence && !rows->back().arousal);
    }

    void whatCannotBeReadIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("the table is empty");
        QTest::newRow("no rows") << QByteArray("path,valence\n") << QStringLiteral("has no rows");
        QTest::newRow("no path column")
            << QByteArray("valence\n5\n") << QStringLiteral("no column \"path\"");
        QTest::newRow("unknown column")
            << QByteArray("path,mood\na,b\n") << QStringLiteral("column mood: there is no such");
        QTest::newRow("unknown tag")
            << QByteArray("path,tag:glad\na,1\n") << QStringLiteral("column tag:glad: there is no");
        QTest::newRow("not a number") << QByteArray("path,valence\na,5\nb,five\n")
                                      << QStringLiteral("line 3: column valence: \"five\" is not");
        QTest::newRow("NaN") << QByteArray("path,valence\na,nan\n")
                             << QStringLiteral("\"nan\" is not a number");
        QTest::newRow("out of scale") << QByteArray("path,arousal\na,0.5\n")
                                      << QStringLiteral("column arousal: \"0.5\" is out of range");
        QTest::newRow("too few cells")
            << QByteArray("path,arousal\na\n") << QStringLiteral("1 cells, but the header has 2");
        QTest::newRow("no label") << QByteArray("path,arousal\na,\n") << QStringLiteral("no label");
        QTest::newRow("no path") << QByteArray("path,arousal\n,5\n") << QStringLiteral("no path");
    }

    void whatCannotBeReadIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, reason);
        const auto rows = read(text);
        QVERIFY(!rows.has_value());
        QCOMPARE(rows.error().code, ErrorCode::LabelsUnusable);
        const QString detail = QString::fromStdString(rows.error().detail);
        QVERIFY2(detail.contains(reason), qPrintable(detail));
    }

    void anAbsentTableIsNamed()
    {
        const auto rows = readLabelTable("/nowhere/labels.csv");
        QVERIFY(!rows.has_value());
        QVERIFY(QString::fromStdString(rows.error().detail).contains(u"/nowhere/labels.csv"));
    }
};

QTEST_GUILESS_MAIN(TestLabelTable)
#include "tst_label_table.moc"
