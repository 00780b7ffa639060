#include "core/services/rating_table.h"

#include <QTest>

#include <sstream>

using namespace circumplex;

class TestRatingTable : public QObject {
    Q_OBJECT

    static RatingTable read(const std::string& text)
    {
        std::istringstream in(text);
        auto table = readRatingTable(in, "/tables");
        if (!table) throw std::runtime_error(table.error().detail);
        return *table;
    }

private Q_SLOTS:
    void cellsMayBeEmptyAndColumnsStandInAnyOrder()
    {
        const RatingTable table = read("tags,path,valence\n calm ;; !sad,a.flac,\n,/b.flac,6.5\n");
        QVERIFY(table.refused.empty());
        QCOMPARE(table.rows.size(), 2U);
        QCOMPARE(table.rows[0].line, 2);
        QCOMPARE(table.rows[0].path, "/tables/a.flac");
        QCOMPARE(table.rows[0].rater, "");
        QVERIFY(!table.rows[0].valence && !table.rows[0].arousal);
        QCOMPARE(table.rows[0].tags, (std::vector<RatedTag> { { "calm" }, { "sad", false } }));
        QCOMPARE(table.rows[1].path, "/b.flac");
        QCOMPARE(table.rows[1].valence, 6.5);
    }

    void unusableRowsAreNamedAndTheOthersRead_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("not a number") << QByteArray("a,r,nan,,") << QByteArray("not a number");
        QTest::newRow("infinite") << QByteArray("a,r,,inf,") << QByteArray("not a number");
        QTest::newRow("words") << QByteArray("a,r,6 of 9,,") << QByteArray("not a number");
        QTest::newRow("below") << QByteArray("a,r,0.99,,") << QByteArray("between 1 and 9");
        QTest::newRow("above") << QByteArray("a,r,,9.01,") << QByteArray("between 1 and 9");
        QTest::newRow("no path") << QByteArray(",r,5,5,") << QByteArray("no path");
        QTest::newRow("no label") << QByteArray("a,r,,, ; ") << QByteArray("no label");
        QTest::newRow("cells") << QByteArray("a,r,5,5") << QByteArray("4 cells");
        QTest::newRow("both") << QByteArray("a,r,,,x;!x") << QByteArray("\"x\" is said to apply");
        QTest::newRow("escape") << QByteArray("a,r,,,x\\") << QByteArray("nothing follows");
        QTest::newRow("lone !") << QByteArray("a,r,,,x;!") << QByteArray("no tag follows");
        QTest::newRow("bytes") << QByteArray("a,r,,,\xFF") << QByteArray("not UTF-8");
    }

    void unusableRowsAreNamedAndTheOthersRead()
    {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, reason);
        const RatingTable table = read("path,rater,valence,arousal,tags\nfirst,r,1,9,\n"
            + row.toStdString() + "\nlast,r,5,5,\n");
        QCOMPARE(table.rows.size(), 2U);
        QCOMPARE(table.rows[1].line, 4);
        QCOMPARE(table.refused.size(), 1U);
        QCOMPARE(table.refused[0].line, 3);
        QVERIFY2(QByteArray(table.refused[0].reason.c_str()).contains(reason),
            table.refused[0].reason.c_str());
    }

    void unknownOrMissingColumnsRefuseTheTable()
    {
        for (const char* header : { "", "rater,valence", "path,valance", "path,tags,tags" }) {
            std::istringstream in(header);
            const auto table = readRatingTable(in, "/");
            QVERIFY(!table);
            QCOMPARE(table.error().code, ErrorCode::LabelsUnusable);
        }
    }

    void whatIsWrittenIsReadAgain()
    {
        const std::vector<RatingRow> rows { { .line = 2,
                                                .path = "/a, \"b\"\n\xFF.flac",
                                                .rater = "O, \"q\"",
                                                .valence = 1.0 / 3.0 + 5.0,
                                                .tags = { { " edge " }, { "!bang" }, { ";" },
                                                    { "\\" }, { "no", false }, { "ünï" } } },
            { .line = 4, .path = "/c", .arousal = 9.0 } };
        std::ostringstream out;
        writeRatingTable(out, rows);
        const RatingTable table = read(out.str());
        QVERIFY(table.refused.empty());
        QCOMPARE(table.rows.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(table.rows[i].line, rows[i].line);
            QCOMPARE(table.rows[i].path, rows[i].path);
            QCOMPARE(table.rows[i].rater, rows[i].rater);
            QVERIFY(table.rows[i].valence == rows[i].valence);
            QVERIFY(table.rows[i].arousal == rows[i].arousal);
            QCOMPARE(table.rows[i].tags, rows[i].tags);
        }
    }
};

QTEST_GUILESS_MAIN(TestRatingTable)
#include "tst_rating_table.moc"
