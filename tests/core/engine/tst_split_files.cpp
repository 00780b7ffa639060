#include "core/engine/split_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace circumplex;
namespace fs = std::filesystem;

/// Splits as data sets publish them.
class SplitFilesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_place;

    fs::path folder(
        const char* name, std::initializer_list<std::pair<const char*, const char*>> files)
    {
        const fs::path made = fs::path(m_place.path().toStdString()) / name;
        fs::create_directory(made);
        for (const auto& [file, text] : files)
            std::ofstream(made / file, std::ios::binary) << text;
        return made;
    }

private Q_SLOTS:
    void listsOfIds()
    {
        const auto split = PublishedSplit::read(folder("deam",
            { { "deam_train.txt", "1\n2\n" }, { "deam_validation.txt", "3\r\n" },
                { "deam_test.txt", "4" }, { "notes.txt", "9" } }));
        QVERIFY(split.has_value());
        QCOMPARE(split->partOf("/music/deam/1.mp3"), SplitPart::Training);
        QCOMPARE(split->partOf("3.flac"), SplitPart::Validation);
        QCOMPARE(split->partOf("deam/4.mp3"), SplitPart::Test);
        QVERIFY(!split->partOf("deam/9.mp3"));
        QVERIFY(!split->partOf("1/5.mp3")); // a folder's name is no track's
    }

    void tablesOfJamendo()
    {
        const char* const head = "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS\n";
        const std::string train
            = std::string(head) + "t1\ta1\tb1\t24/3524.mp3\t9\tmood/theme---sad\n",
            test = std::string(head) + "t2\ta2\tb2\t25/3524.mp3\t9\tmood/theme---sad\n";
        const auto split = PublishedSplit::read(folder("jamendo",
            { { "autotagging_moodtheme-train.tsv", train.c_str() },
                { "autotagging_moodtheme-test.tsv", test.c_str() } }));
        QVERIFY(split.has_value());
        QCOMPARE(split->partOf("/music/24/3524.mp3"), SplitPart::Training);
        QCOMPARE(split->partOf("/music/25/3524.mp3"), SplitPart::Test);
        QVERIFY(!split->partOf("/music/26/3524.mp3"));
    }

    void whatIsNoSplitIsRefused()
    {
        const auto reason = [](const fs::path& folder) {
            const auto split = PublishedSplit::read(folder);
            return split ? std::string("was read") : split.error().detail;
        };
        QVERIFY(reason(folder("half", { { "train.txt", "1\n" } })).find("test part")
            != std::string::npos);
        const auto twice
            = reason(folder("twice", { { "test.txt", "1\n2\n" }, { "train.txt", "3\n2\n" } }));
        QVERIFY2(
            twice.find("train.txt, line 2: 2 is in the test part as well") != std::string::npos,
            twice.c_str());
        QVERIFY(reason("/absent").find("cannot be read") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(SplitFilesTest)
#include "tst_split_files.moc"
