#include "core/library/label_store.h"
#include "core/library/library_database.h"
#include "tests/app/cli_process.h"
#include "tests/core/audio/melodies.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/library/library_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace circumplex;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

/// `labels`, and `show` by path, on files that were scanned.
class LabelCommandsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::CliProcess> m_cli;
    fs::path m_library, m_music, m_table;

    test::CliOutcome run(const QList<QByteArray>& arguments, const QByteArray& input = {}) const
    {
        return m_cli->run(
            arguments + QList<QByteArray> { "--json", "--library", m_library.c_str() }, input);
    }

    QByteArray exported() const
    {
        return m_cli->run({ "labels", "export", "--library", m_library.c_str() }).output;
    }

    /// "added changed unchanged failed"
    QString import(const QByteArray& table) const
    {
        test::write(m_table, table);
        const auto outcome = run({ "labels", "import", m_table.c_str() });
        if (outcome.lines.isEmpty()) return u"exit %1"_s.arg(outcome.exitCode);
        const QJsonObject& last = outcome.lines.last();
        return u"%1 %2 %3 %4"_s.arg(last["added"_L1].toInt())
            .arg(last["changed"_L1].toInt())
            .arg(last["unchanged"_L1].toInt())
            .arg(last["failed"_L1].toInt());
    }

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<test::CliProcess>();
        m_library = m_cli->place("library.circumplex");
        m_music = fs::weakly_canonical(m_cli->place("music"));
        m_table = m_cli->place("ratings.csv");
        fs::create_directory(m_music);
        test::writeMelody(m_music / "a.wav", 1, 0.5);
        test::writeMelody(m_music / "b, \"c\".wav", 2, 0.5);
        test::writeMelody(m_music / "odd \xFF.wav", 3, 0.5);
        test::writeMelody(m_music / "album.wav", 4, 6.0);
        test::write(m_music / "album.cue",
            "FILE \"album.wav\" WAVE\nTRACK 01 AUDIO\nTITLE \"One\"\nINDEX 01 00:00:00\n"
            "TRACK 02 AUDIO\nTITLE \"Two\"\nINDEX 01 00:02:00\n");
        const auto scanned = run({ "scan", m_music.c_str() });
        QVERIFY2(scanned.exitCode == 0, qPrintable(scanned.errors));
        QCOMPARE(scanned.lines.last()["added"_L1].toInt(), 5);
    }

    void cleanup()
    {
        std::error_code ignored; // QTemporaryDir cannot remove names that are not UTF-8
        fs::remove_all(m_music, ignored);
    }

    void aTableGoesInOnceAndComesOutAsItWas()
    {
        const QByteArray folder = m_music.c_str();
        const QByteArray table = "path,rater,valence,arousal,tags\n" + folder
            + "/a.wav,Ann,6.25,,calm;!sad\n" + folder + "/a.wav,Ann,3.3333333333333335,9,\n"
            + folder + "/a.wav,Bob,,2,\n" + folder + "/album.wav#cue:2,Ann,1,1,a\\;b\n\"" + folder
            + "/b, \"\"c\"\".wav\",,5,5,\n" + folder + "/odd \xFF.wav,Ann,,,happy\n";
        QCOMPARE(import(table), u"6 0 0 0"_s);
        QCOMPARE(exported(), table);
        QCOMPARE(import(table), u"0 0 6 0"_s);
        QCOMPARE(exported(), table);

        // Under another name, and in another library.
        const fs::path saved = m_cli->place("saved.csv");
        QCOMPARE(run({ "labels", "export", saved.c_str() }).lines.first()["labels"_L1].toInt(), 6);
        QCOMPARE(test::read(saved), table);
        const auto again = run({ "labels", "import", saved.c_str() });
        QCOMPARE(again.lines.last()["unchanged"_L1].toInt(), 6);
        fs::remove(m_library);
        QCOMPARE(run({ "scan", m_music.c_str() }).exitCode, 0);
        QCOMPARE(import(table), u"6 0 0 0"_s);
        QCOMPARE(exported(), table);
    }

    void aChangedRowReplacesWhatTheSameTableSaid()
    {
        const QByteArray head = "path,rater,valence,arousal,tags\n",
                         a = QByteArray(m_music.c_str()) + "/a.wav";
        QCOMPARE(import(head + a + ",Ann,6,6,x\n" + a + ",Ann,7,7,\n"), u"2 0 0 0"_s);
        const QByteArray changed = head + a + ",Ann,7,7,\n" + a + ",Ann,8,,y\n";
        QCOMPARE(import(changed), u"0 2 0 0"_s);
        QCOMPARE(exported(), changed);
        QCOMPARE(import(changed), u"0 0 2 0"_s);
    }

    void whatPeopleRatedInTheProgramIsNotAddedAgain()
    {
        {
            LibraryDatabase library = valueOf(LibraryDatabase::open(m_library));
            LabelStore labels(library);
            for (int sitting = 0; sitting < 2; ++sitting) {
                const SessionId session = valueOf(
                    labels.startSession({ .raterName = "Ann", .instrument = "mouse 2-D" }));
                valueOf(labels.rate({ .track = { 1 }, .session = session, .valence = 4.0 }));
            }
        }
        const QByteArray table = exported();
        QCOMPARE(table.count('\n'), 3);
        QCOMPARE(import(table), u"0 0 2 0"_s);
        QCOMPARE(exported(), table);
    }

    void rowsThatCannotBeTakenAreNamedAndTheRestIs()
    {
        test::write(m_table,
            "path,valence,arousal\n"
            "music/a.wav,6,5\n"
            "music/absent.wav,6,5\n"
            "music/a.wav,nan,5\n"
            "music/a.wav,5,9.5\n"
            "music/album.wav,5,5\n");
        const auto outcome = run({ "labels", "import", m_table.c_str() });
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.lines.size(), 5);
        const std::vector<std::pair<int, const char*>> expected { { 3, "not in the library" },
            { 4, "not a number" }, { 5, "between 1 and 9" }, { 6, "several tracks" } };
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const QJsonObject& line = outcome.lines[static_cast<qsizetype>(i)];
            QCOMPARE(line["line"_L1].toInt(), expected[i].first);
            QVERIFY(line["error"_L1]["message"_L1].toString().contains(
                QLatin1StringView(expected[i].second)));
            QVERIFY(outcome.errors.contains(u"line %1, "_s.arg(expected[i].first)));
        }
        QCOMPARE(outcome.lines.last()["added"_L1].toInt(), 1);
        QCOMPARE(exported().count('\n'), 2);
    }

    void aTableOfOtherColumnsChangesNothing()
    {
        test::write(m_table, "path,mood\nmusic/a.wav,happy\n");
        const auto outcome = run({ "labels", "import", m_table.c_str() });
        QCOMPARE(outcome.exitCode, 3);
        QCOMPARE(outcome.lines.first()["error"_L1]["code"_L1].toString(), u"labels-unusable"_s);
        QCOMPARE(run({ "labels", "import", "absent.csv" }).exitCode, 3);
    }

    void tablesComeFromStdinAndGoOutAsJson()
    {
        const QByteArray a = QByteArray(m_music.c_str()) + "/a.wav";
        const auto outcome
            = run({ "labels", "import", "-" }, "path,rater,arousal,tags\n" + a + ",Zoë,2.5,!b;c\n");
        QCOMPARE(outcome.lines.last()["added"_L1].toInt(), 1);
        const auto rows = run({ "labels", "export" }).lines;
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first()["path"_L1].toString(), QString::fromUtf8(a));
        QCOMPARE(rows.first()["rater"_L1].toString(), u"Zoë"_s);
        QVERIFY(rows.first()["valence"_L1].isNull());
        QCOMPARE(rows.first()["arousal"_L1].toDouble(), 2.5);
        QCOMPARE(rows.first()["tags"_L1][0]["tag"_L1].toString(), u"b"_s);
        QCOMPARE(rows.first()["tags"_L1][0]["applies"_L1].toBool(true), false);
    }

    void filesOfOtherProgramsAreTakenInAndWhatIsNotFoundIsNamed()
    {
        test::write(m_table, "song_id,valence_mean,arousal_mean\na,3,4\nabsent,5,5\nalbum,5,5\n");
        const auto outcome = run({ "labels", "import", "--rater", "DEAM", "--format",
            "static-ratings", m_table.c_str() });
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.lines.last()["added"_L1].toInt(), 1);
        QCOMPARE(outcome.lines.size(), 3);
        QCOMPARE(outcome.lines[0]["line"_L1].toInt(), 3);
        QVERIFY(outcome.lines[1]["error"_L1]["message"_L1].toString().contains(
            u"2 tracks may be meant"));
        QVERIFY(exported().contains(",DEAM,3,4,"));
        const fs::path trace = m_cli->place("Ann.csv");
        test::write(trace,
            "Time of Rating,x\nMultimedia File,a.mp3\nMinimum Value,0\nMaximum Value,10\n"
            "Second,Rating\n%%%%%%,%%%%%%\n1,0\n2,10\n");
        QCOMPARE(run({ "labels", "import", trace.c_str() }).exitCode, 3); // of what?
        const QList<QByteArray> asArousal { "labels", "import", "--dimension", "arousal",
            trace.c_str() };
        QCOMPARE(run(asArousal).lines.last()["added"_L1].toInt(), 1);
        QCOMPARE(run(asArousal).lines.last()["unchanged"_L1].toInt(), 1);
    }

    void everyFormatGoesOutAndThoseThatHoldItAllComeBack()
    {
        {
            LibraryDatabase library = valueOf(LibraryDatabase::open(m_library));
            LabelStore labels(library);
            const SessionId session = valueOf(labels.startSession({ .raterName = "Ann",
                .instrument = "mouse 2-D",
                .locus = EmotionLocus::Perceived }));
            for (const TrackId track : { TrackId { 1 }, TrackId { 4 } }) {
                valueOf(labels.rate({ .track = track,
                    .session = session,
                    .valence = 4.1,
                    .ratedAt = 1'700'000'000,
                    .confidence = 2 }));
                for (const auto mode : { TraceMode::Bounded, TraceMode::Relative }) {
                    const TraceId trace = valueOf(labels.startTrace({ .track = track,
                        .session = session,
                        .dimension = mode == TraceMode::Bounded ? TraceDimension::Valence
                                                                : TraceDimension::Arousal,
                        .mode = mode,
                        .startedAt = 1'700'000'000,
                        .latencySeconds = 0.25,
                        .orientationSeconds = 0.0 }));
                    valueOf(labels.appendToTrace(
                        trace, std::vector<TraceSample> { { 0.25F, 5.0F }, { 4.25F, 8.0F } }));
                    valueOf(labels.completeTrace(trace));
                }
            }
        }
        const auto write = [this](const char* format, const fs::path& to) {
            return run({ "labels", "export", "--format", format, to.c_str() });
        };
        for (const char* format : { "static-ratings", "dynamic-ratings", "label-studio" }) {
            const fs::path file = m_cli->place(format);
            const auto outcome = write(format, file);
            QCOMPARE(outcome.exitCode, 0);
            QVERIFY(!outcome.lines.last()["left_out"_L1].toArray().isEmpty());
            QVERIFY(outcome.errors.contains(u"left out, as"_s));
            QVERIFY(!test::read(file).isEmpty());
        }
        QCOMPARE(run({ "labels", "export", "--format", "dynamic-samples" }).exitCode, 3);
        QCOMPARE(run({ "labels", "export", "--format", "jams" }).exitCode, 3); // where to?
        QCOMPARE(write("carma", m_cli->place("carma")).lines.last()["files"_L1].toInt(), 2);
        const fs::path jams = m_cli->place("jams"), traces = m_cli->place("traces.csv"),
                       ratings = m_cli->place("ratings-all.csv");
        QCOMPARE(write("jams", jams).lines.last()["files"_L1].toInt(), 2);
        QCOMPARE(write("traces", traces).exitCode, 0);
        QCOMPARE(write("ratings", ratings).exitCode, 0);
        const QByteArray all = test::read(traces) + test::read(ratings);
        QVERIFY2(all.contains(",Ann,1,mouse 2-D,perceived,2023-11-14T22:13:20Z,arousal,relative,"),
            all.constData());

        // The library has it all, whatever file it comes from.
        const auto unchanged = [this](const fs::path& file) {
            return run({ "labels", "import", file.c_str() }).lines.last()["unchanged"_L1].toInt();
        };
        QCOMPARE(unchanged(traces), 2);
        QCOMPARE(unchanged(ratings), 2);
        const auto both = [&] {
            int sum = 0;
            for (const auto& entry : fs::directory_iterator(jams))
                sum += unchanged(entry.path());
            return sum;
        };
        QCOMPARE(both(), 2);
        // Another one gets it from JAMS, and gives the same again.
        fs::remove(m_library);
        QCOMPARE(run({ "scan", m_music.c_str() }).exitCode, 0);
        QCOMPARE(both(), 0);
        QCOMPARE(both(), 2);
        QCOMPARE(write("traces", traces).exitCode, 0);
        QCOMPARE(write("ratings", ratings).exitCode, 0);
        QCOMPARE(test::read(traces) + test::read(ratings), all);
    }

    void bundlesCarryLabelsToAnotherLibrary()
    {
        const QByteArray a = QByteArray(m_music.c_str()) + "/a.wav";
        QCOMPARE(import("path,rater,valence,tags\n" + a + ",Ann,6,calm\n"), u"1 0 0 0"_s);
        const fs::path bundle = m_cli->place("labels.jsonl");
        QCOMPARE(run({ "labels", "bundle", bundle.c_str() }).exitCode, 0);
        QVERIFY(!test::read(bundle).contains("a.wav"));
        fs::remove(m_library);
        fs::rename(m_music / "a.wav", m_music / "renamed.wav");
        QCOMPARE(run({ "scan", m_music.c_str() }).exitCode, 0);
        QCOMPARE(run({ "labels", "merge", bundle.c_str() }).lines.last()["added"_L1].toInt(), 1);
        QCOMPARE(
            run({ "labels", "merge", bundle.c_str() }).lines.last()["unchanged"_L1].toInt(), 1);
        QVERIFY(exported().contains("/renamed.wav,Ann,6,,calm"));
        QCOMPARE(run({ "labels", "merge", m_table.c_str() }).exitCode, 3);
    }

    void agreementIsSaidPerDimensionTagAndTrack()
    {
        QCOMPARE(run({ "labels", "agreement" }).exitCode, 3);
        QByteArray table = "path,rater,valence,tags\n";
        int said = 2;
        for (const char* name : { "a.wav", "album.wav#cue:1", "album.wav#cue:2" }) {
            const QByteArray path = QByteArray(m_music.c_str()) + '/' + name;
            table += path + ",Ann," + QByteArray::number(said) + ",calm\n" + path + ",Bob,"
                + QByteArray::number(said + 1) + ",calm\n";
            said += 3;
        }
        QCOMPARE(import(table), u"6 0 0 0"_s);
        const auto lines = run({ "labels", "agreement" }).lines;
        QCOMPARE(lines[0]["dimension"_L1].toString(), u"valence"_s);
        QCOMPARE(lines[0]["cronbach_alpha"_L1]["value"_L1].toDouble(), 1.0);
        QVERIFY(lines[0]["human_ceiling"_L1]["ccc"_L1].toDouble() > 0.8);
        QVERIFY(lines[1]["icc_2_k"_L1]["value"_L1].isNull());
        QVERIFY(!lines[1]["icc_2_k"_L1]["reason"_L1].toString().isEmpty());
        QCOMPARE(lines[2]["tag"_L1].toString(), u"calm"_s);
        QCOMPARE(lines[3]["raters"_L1].toInt(), 2);
        const auto text = m_cli->run({ "labels", "agreement", "--library", m_library.c_str() });
        QVERIFY(text.output.contains("ICC(2,k)"));
        QVERIFY(!text.output.contains(" again: "));
        QCOMPARE(run({ "labels", "agreement", "--rater", "Eve" }).exitCode, 3);

        // Zoe says the same again after ten days, half a point higher.
        table = "path,rater,pass,said_at,valence\n";
        said = 2;
        for (const char* name : { "a.wav", "album.wav#cue:1", "album.wav#cue:2" }) {
            const QByteArray path = QByteArray(m_music.c_str()) + '/' + name;
            table += path + ",Zoe,1,2026-01-01T00:00:00Z," + QByteArray::number(said) + '\n' + path
                + ",Zoe,2,2026-01-11T00:00:00Z," + QByteArray::number(said + 0.5) + '\n';
            said += 3;
        }
        QCOMPARE(import(table), u"6 0 0 0"_s);
        const QJsonObject self = run({ "labels", "agreement", "--rater", "Zoe" }).lines.last();
        QCOMPARE(self["self"_L1].toString(), u"Zoe"_s);
        QCOMPARE(self["about"_L1].toString(), u"valence"_s);
        QCOMPARE(self["tracks"_L1].toInt(), 3);
        QCOMPARE(self["median_days"_L1].toDouble(), 10.0);
        QCOMPARE(self["mean_difference"_L1].toDouble(), 0.5);
        QVERIFY(self["ccc"_L1]["value"_L1].toDouble() > 0.9);
        QVERIFY(m_cli->run({ "labels", "agreement", "--library", m_library.c_str() })
                    .output.contains("Zoe again: valence, 10 days later, 3 tracks: CCC 0.98"));
    }

    void pathsOfEveryKindAreFound()
    {
        const auto ids = [this](const fs::path& path) {
            std::vector<int> all;
            for (const QJsonObject& line : run({ "show", path.c_str() }).lines)
                if (line.contains("id"_L1)) all.push_back(line["id"_L1].toInt());
            return all;
        };
        const auto whole = ids(m_music / "a.wav");
        QCOMPARE(whole.size(), 1U);
        fs::create_directory_symlink(m_music, m_cli->place("link"));
        QCOMPARE(ids(m_cli->place("link") / "a.wav"), whole);
        QCOMPARE(ids(m_music / "../music/./a.wav"), whole);
        const auto parts = ids(m_music / "album.wav");
        QCOMPARE(parts.size(), 2U);
        QCOMPARE(ids(m_music / "album.wav#cue:2"), std::vector<int> { parts[1] });
        QCOMPARE(ids(m_music / "album.wav#cue:3"), std::vector<int> {});
        const auto odd = run({ "show", (m_music / "odd \xFF.wav").c_str() }).lines;
        QCOMPARE(odd.size(), 1);
        QVERIFY(odd.first()["path_bytes"_L1].toString().endsWith(u"odd%20%FF.wav"));
        QCOMPARE(odd.first()["duration"_L1].toDouble(), 0.5);
        QCOMPARE(odd.first()["state"_L1].toString(), u"present"_s);
    }
};

QTEST_GUILESS_MAIN(LabelCommandsTest)
#include "tst_label_commands.moc"
