#include "core/library/duplicate_store.h"
#include "core/library/label_store.h"
#include "core/library/playlist_store.h"
#include "core/library/track_error_store.h"
#include "core/library/track_search.h"
#include "tests/app/cli_process.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/library/library_fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <fstream>

using namespace circumplex;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

constexpr int kTracks = 2000;

bool isNear(const QJsonValue& value, double expected)
{
    return value.isDouble() && std::abs(value.toDouble() - expected) <= 1e-5;
}

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

ModelId modelWithHash(LibraryDatabase& library, const char* hash)
{
    return valueOf(ModelStore(library).find(hash)).value().id;
}

} // namespace

/// `list` and `show` on a library of invented tracks.
class LibraryCommandsTest : public QObject {
    Q_OBJECT

    test::CliProcess m_cli;
    fs::path m_library;

    test::CliOutcome list(const QList<QByteArray>& arguments) const
    {
        return m_cli.run(
            QList<QByteArray> { "list", "--json", "--library", m_library.c_str() } + arguments);
    }

    fs::path copyNamed(const char* name) const
    {
        const fs::path copy = m_cli.place(name);
        fs::copy_file(m_library, copy, fs::copy_options::overwrite_existing);
        return copy;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = m_cli.place("made.circumplex");
        const auto made = m_cli.run(
            { "bench", "make-library", "--json", m_library.c_str(), "--tracks", "2000" });
        QVERIFY2(made.exitCode == 0, qPrintable(made.errors));
        QCOMPARE(made.lines.first()["tracks"_L1].toInt(), kTracks);
    }

    void rowsHaveWhatTheStoresHold()
    {
        const auto outcome = list(
            { "--model", "invented", "--sort", "-valence", "--offset", "3", "--limit", "1200" });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        QCOMPARE(outcome.lines.size(), 1200);
        LibraryDatabase library = valueOf(LibraryDatabase::open(m_library));
        const ModelId model = modelWithHash(library, "2222");
        const auto ids = valueOf(TrackSearch(library, model)
                                     .find({},
                                         { .key = TrackSort::Key::Valence,
                                             .direction = TrackSort::Direction::Descending }))
                             .ids;
        for (qsizetype i = 0; i < outcome.lines.size(); ++i) {
            const QJsonObject& line = outcome.lines[i];
            const TrackId id = ids[static_cast<std::size_t>(i) + 3];
            const Track track = valueOf(TrackStore(library).track(id));
            const auto stored = valueOf(AnnotationStore(library).find(id, model)).value();
            const Annotation& said = stored.annotation;
            QCOMPARE(line["id"_L1].toInteger(), id.value);
            const char* mount = track.place.volume.value == 1 ? "/" : "/media/stick/";
            QCOMPARE(line["path"_L1].toString(), text(mount + track.place.path));
            QCOMPARE(line["title"_L1].toString(), text(track.tags.title));
            QCOMPARE(line["artist"_L1].toString(), text(track.tags.artist));
            QCOMPARE(line["album"_L1].toString(), text(track.tags.album));
            QCOMPARE(line["year"_L1].toInt(), track.tags.year.value_or(0));
            QCOMPARE(line["model"_L1].toString(), u"invented@2222"_s);
            QCOMPARE(line["mode"_L1].toString(), u"corrected"_s);
            QCOMPARE(line["device"_L1].toString(), u"cpu"_s);
            QCOMPARE(line["dtype"_L1].toString(), u"float32"_s);
            QCOMPARE(line["annotated"_L1].toBool(), true);
            QCOMPARE(line["coarse"_L1].toBool(), stored.provenance.isCoarse);
            QCOMPARE(line["stale"_L1].toBool(true), false);
            QVERIFY(isNear(line["duration"_L1], *track.durationSeconds));
            QVERIFY(isNear(line["valence"_L1], double { said.valence }));
            QVERIFY(isNear(line["arousal"_L1], double { said.arousal }));
            QVERIFY(isNear(line["valence_interval"_L1][0], double { said.valenceInterval.lower }));
            QVERIFY(isNear(line["valence_interval"_L1][1], double { said.valenceInterval.upper }));
            QVERIFY(isNear(line["arousal_interval"_L1][0], double { said.arousalInterval.lower }));
            QVERIFY(isNear(line["arousal_interval"_L1][1], double { said.arousalInterval.upper }));
            const QJsonArray moods = line["moods"_L1].toArray();
            QVERIFY(moods.size() >= kStrongMoodPlaces);
            for (qsizetype mood = 0; mood < moods.size(); ++mood) {
                const MoodProbability& expected = said.moods[static_cast<std::size_t>(mood)];
                QCOMPARE(moods[mood]["tag"_L1].toString(),
                    text(std::string(kMoodTags[static_cast<std::size_t>(expected.tag)])));
                QVERIFY(isNear(moods[mood]["probability"_L1], double { expected.probability }));
            }
            QCOMPARE(line["key"_L1].isNull(), !said.key.has_value());
            if (said.key) QCOMPARE(line["key"_L1]["tonic"_L1].toString(), text(said.key->tonic));
            QVERIFY(!line.contains("curve"_L1) && !line.contains("chords"_L1));
        }
    }

    void tracksWithoutAnnotationHaveNullsAndStatesAreNamed()
    {
        const auto outcome = list({ "--model", "invented", "--query",
            "is:unannotated or is:missing or is:offline or is:coarse" });
        LibraryDatabase library = valueOf(LibraryDatabase::open(m_library));
        const ModelId model = modelWithHash(library, "2222");
        QMap<QString, int> states;
        int stale = 0;
        for (const QJsonObject& line : outcome.lines) {
            const TrackId id { line["id"_L1].toInteger() };
            const Track track = valueOf(TrackStore(library).track(id));
            const auto models = valueOf(AnnotationStore(library).modelsOf(id));
            const bool isAnnotated = std::ranges::find(models, model) != models.end();
            QCOMPARE(line["annotated"_L1].toBool(), isAnnotated);
            QCOMPARE(line["stale"_L1].toBool(), !isAnnotated && !models.empty());
            stale += line["stale"_L1].toBool() ? 1 : 0;
            for (const auto field : { "model"_L1, "valence"_L1, "arousal_interval"_L1 })
                QCOMPARE(line[field].isNull(), !isAnnotated);
            const bool isMissing = track.state == TrackState::Missing;
            const QString state = line["state"_L1].toString();
            QCOMPARE(state,
                isMissing                           ? u"missing"_s
                    : track.place.volume.value == 2 ? u"offline"_s
                                                    : u"present"_s);
            ++states[state];
        }
        for (const auto& state : { u"missing"_s, u"offline"_s, u"present"_s })
            QVERIFY2(states[state] > 0, qPrintable(state));
        QVERIFY(stale > 0);
    }

    void everyOrderIsTheStores_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("key");
        using Key = TrackSort::Key;
        const std::vector<std::pair<const char*, Key>> keys { { "artist", Key::Artist },
            { "album", Key::Album }, { "title", Key::Title }, { "genre", Key::Genre },
            { "year", Key::Year }, { "added", Key::Added }, { "duration", Key::Duration },
            { "path", Key::Path }, { "valence", Key::Valence }, { "arousal", Key::Arousal },
            { "mood:calm", Key::Mood } };
        for (const auto& [name, key] : keys)
            QTest::newRow(name) << QByteArray(name) << static_cast<int>(key);
    }

    void everyOrderIsTheStores()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, key);
        LibraryDatabase library = valueOf(LibraryDatabase::open(m_library));
        const TrackSearch search(library, modelWithHash(library, "2222"));
        TrackSort sort { .key = static_cast<TrackSort::Key>(key),
            .tag = static_cast<int>(moodTagIndex("calm")) };
        const auto ids = [](const QList<QJsonObject>& lines) {
            std::vector<TrackId> all;
            for (const QJsonObject& line : lines)
                all.push_back({ line["id"_L1].toInteger() });
            return all;
        };
        const QList<QByteArray> common { "--model", "invented", "--limit", "40", "--sort" };
        const auto up = list(common + QList<QByteArray> { name });
        QCOMPARE(ids(up.lines), valueOf(search.find({}, sort, 40)).ids);
        sort.direction = TrackSort::Direction::Descending;
        const bool isWord = sort.key == TrackSort::Key::Year;
        const auto down = list(isWord ? common + QList<QByteArray> { name, "--descending" }
                                      : common + QList<QByteArray> { "-" + name });
        QCOMPARE(ids(down.lines), valueOf(search.find({}, sort, 40)).ids);
    }

    void pagesJoinToTheWhole()
    {
        const auto whole = list({ "--query", "genre:jazz" }).lines;
        QVERIFY(whole.size() > 20);
        QList<QJsonObject> joined;
        for (int offset = 0; offset < whole.size() + 7; offset += 7)
            joined += list(
                { "--query", "genre:jazz", "--limit", "7", "--offset", QByteArray::number(offset) })
                          .lines;
        QCOMPARE(joined, whole);
        QCOMPARE(list({ "--limit", "0" }).lines.size(), 0);
        QCOMPARE(list({ "--offset", "18446744073709551615" }).lines.size(), 0);
    }

    void peopleGetAlignedLines()
    {
        const auto rows = list({ "--model", "invented", "--limit", "30", "--sort", "path" }).lines;
        const auto outcome = m_cli.run({ "list", "--library", m_library.c_str(), "--model",
            "invented", "--limit", "30", "--sort", "path" });
        const QStringList lines = QString::fromUtf8(outcome.output).split(u'\n');
        QCOMPARE(lines.size(), 32); // with a heading, and nothing behind the last line
        const auto artist = lines[0].indexOf(u"artist"), title = lines[0].indexOf(u"title");
        const auto moods = lines[0].indexOf(u"moods");
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString& line = lines[i + 1];
            QCOMPARE(line.left(artist).trimmed(), QString::number(rows[i]["id"_L1].toInteger()));
            const QString shown = line.mid(artist, title - artist).trimmed();
            const QString name = rows[i]["artist"_L1].toString();
            QVERIFY(shown == name || (shown.endsWith(u'…') && name.startsWith(shown.chopped(1))));
            const QString mood = rows[i]["moods"_L1][0]["tag"_L1].toString();
            QVERIFY2(line.mid(moods).startsWith(mood), qPrintable(line));
        }
    }

    void aBadQueryIsPointedAt()
    {
        const auto outcome = list({ "--query", "jäzz valence>x" });
        QCOMPARE(outcome.exitCode, 2);
        const QJsonValue error = outcome.lines.first()["error"_L1];
        QCOMPARE(error["code"_L1].toString(), u"query-unusable"_s);
        QCOMPARE(error["position"_L1].toInt(), 14); // bytes
        QCOMPARE(error["length"_L1].toInt(), 1);
        QVERIFY2(outcome.errors.contains(u"  jäzz valence>x\n               ^\n"),
            qPrintable(outcome.errors));
        const auto atEnd = list({ "--query", "(jazz" });
        QCOMPARE(atEnd.exitCode, 2);
        QVERIFY2(atEnd.errors.contains(u'^'), qPrintable(atEnd.errors));
        const auto longOne
            = list({ "--query", QByteArray(500, 'a') + " ) " + QByteArray(500, 'b') });
        for (const QString& line : longOne.errors.split(u'\n'))
            QVERIFY2(line.size() < 150, qPrintable(line));
        QVERIFY(longOne.errors.contains(u"..."));
    }

    void wrongUsageIsSaid_data()
    {
        QTest::addColumn<QList<QByteArray>>("arguments");
        const auto row = [](const char* name, const QList<QByteArray>& arguments) {
            QTest::newRow(name) << arguments;
        };
        row("order", { "list", "--sort", "colour" });
        row("mood", { "list", "--sort", "mood:green" });
        row("negative", { "list", "--limit", "-1" });
        row("no number", { "list", "--offset", "many" });
        row("show what", { "show" });
        row("labels how", { "labels" });
        row("import what", { "labels", "import" });
        row("make what", { "bench", "make-library" });
        row("no tracks", { "bench", "make-library", "x", "--tracks", "0" });
        row("no such option", { "doctor", "--mend" });
    }

    void wrongUsageIsSaid()
    {
        QFETCH(QList<QByteArray>, arguments);
        const auto outcome = m_cli.run(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(!outcome.errors.isEmpty());
    }

    void whatIsNotThereIsNamed()
    {
        const auto codeOf = [](const test::CliOutcome& outcome) {
            return outcome.exitCode == 3 && outcome.lines.size() == 1
                ? outcome.lines.first()["error"_L1]["code"_L1].toString()
                : u"exit status %1"_s.arg(outcome.exitCode);
        };
        const QByteArray library = m_library.c_str();
        for (const char* track : { "999999", "0", "-5x", "/nowhere/a.flac", "" })
            QCOMPARE(codeOf(m_cli.run({ "show", "--json", "--library", library, "--", track })),
                u"not-found"_s);
        const auto unknown = list({ "--model", "nobody" });
        QCOMPARE(codeOf(unknown), u"model-missing"_s);
        QVERIFY(unknown.errors.contains(u"invented@2222"));
    }

    void showKnowsEverything()
    {
        const fs::path file = copyNamed("known.circumplex");
        TrackId id;
        std::size_t points = 0;
        {
            LibraryDatabase library = valueOf(LibraryDatabase::open(file));
            const ModelId invented = modelWithHash(library, "2222");
            const auto query = parseSearch("is:annotated -is:labelled -is:offline -is:missing");
            id = valueOf(TrackSearch(library, invented).find(*query, {})).ids.at(1);
            points = valueOf(AnnotationStore(library).find(id, invented))
                         ->annotation.curve.valence.size();
            const ModelId other = valueOf(ModelStore(library).add(
                { .name = "other", .hash = "abcdef0123456789", .cardJson = "{}" }));
            StoredAnnotation second = annotationOf(id, other, 2.5F, 7.25F);
            second.provenance.audioHash = hashOf(9);
            valueOf(AnnotationStore(library).put(second));
            LabelStore labels(library);
            const SessionId session = valueOf(labels.startSession(
                { .raterName = "Ann", .startedAt = 100, .instrument = "mouse" }));
            valueOf(labels.rate({ .track = id, .session = session, .valence = 7.5, .ratedAt = 0 }));
            const std::vector<TagLabel> tags { { id, session, "wild", false, 1 } };
            valueOf(labels.tag(tags));
            const TraceId trace = valueOf(labels.startTrace({ .track = id, .session = session }));
            const std::vector<TraceSample> samples { { 0.5F, 4.0F }, { 1.5F, 4.25F } };
            valueOf(labels.appendToTrace(trace, samples));
            PlaylistStore playlists(library);
            const PlaylistId playlist = valueOf(playlists.add({ .name = "Mine" }));
            const std::vector<TrackId> items { id, id };
            valueOf(playlists.setItems(playlist, items));
            valueOf(TrackErrorStore(library).add(
                { id, TrackStage::Analysis, "audio-damaged", "It broke." }, 50));
            const std::vector<DuplicatePair> pairs { { .first = { id.value - 1 },
                .second = id,
                .reason = DuplicatePair::Reason::SimilarFingerprint,
                .similarity = 0.75 } };
            valueOf(DuplicateStore(library).propose(pairs));
        }
        const QByteArray name = QByteArray::number(id.value);
        const auto outcome = m_cli.run(
            { "show", "--json", "--model", "invented", "--library", file.c_str(), name });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
        const QJsonObject& line = outcome.lines.first();
        const auto listed = list({ "--model", "invented" }).lines;
        const auto row = std::ranges::find_if(
            listed, [&](const QJsonObject& one) { return one["id"_L1].toInteger() == id.value; });
        QVERIFY(row != listed.end());
        for (const QString& field : row->keys())
            QCOMPARE(line[field], (*row)[field]);

        const QJsonArray annotations = line["annotations"_L1].toArray();
        QCOMPARE(annotations.size(), 2);
        for (const QJsonValue annotation : annotations) {
            const bool isOther = annotation["model"_L1].toString() == u"other@abcdef012345";
            QCOMPARE(annotation["moods"_L1].toArray().size(), 56);
            QCOMPARE(annotation["curve"_L1]["valence"_L1].toArray().size(),
                isOther ? 3 : static_cast<qsizetype>(points));
            QCOMPARE(annotation["stale"_L1].toBool(), isOther);
            if (!isOther) continue;
            QCOMPARE(annotation["mode"_L1].toString(), u"reference"_s);
            QCOMPARE(annotation["device"_L1].toString(), u"cuda:0"_s);
            QCOMPARE(annotation["dtype"_L1].toString(), u"bfloat16"_s);
            QCOMPARE(annotation["analysed"_L1].toString(), u"2023-11-14T22:13:20Z"_s);
            QVERIFY(isNear(annotation["curve"_L1]["arousal_lower"_L1][1], 1.5));
            QCOMPARE(annotation["curve"_L1]["hop"_L1].toDouble(), 60.0);
            QCOMPARE(annotation["curve"_L1]["tags"_L1]["happy"_L1].toArray().size(), 3);
            QCOMPARE(annotation["chords"_L1].toArray().size(), 2);
            QCOMPARE(annotation["warnings"_L1][1].toString(), u"quiet"_s);
        }
        const QJsonValue labels = line["labels"_L1];
        QCOMPARE(labels["ratings"_L1][0]["rater"_L1].toString(), u"Ann"_s);
        QCOMPARE(labels["ratings"_L1][0]["valence"_L1].toDouble(), 7.5);
        QVERIFY(labels["ratings"_L1][0]["arousal"_L1].isNull());
        QCOMPARE(labels["tags"_L1][0]["tag"_L1].toString(), u"wild"_s);
        QCOMPARE(labels["tags"_L1][0]["applies"_L1].toBool(true), false);
        QCOMPARE(labels["traces"_L1][0]["values"_L1][1].toDouble(), 4.25);
        QCOMPARE(labels["traces"_L1][0]["complete"_L1].toBool(true), false);
        bool isInMine = false;
        for (const QJsonValue playlist : line["playlists"_L1].toArray())
            isInMine = isInMine || playlist["name"_L1].toString() == u"Mine";
        QVERIFY(isInMine);
        QCOMPARE(line["errors"_L1][0]["code"_L1].toString(), u"audio-damaged"_s);
        QCOMPARE(line["duplicates"_L1][0]["id"_L1].toInteger(), id.value - 1);
        QCOMPARE(line["duplicates"_L1][0]["similarity"_L1].toDouble(), 0.75);
        QCOMPARE(line["volume"_L1]["mount_point"_L1].toString(), u"/"_s);
        QCOMPARE(line["file"_L1]["audio_hash"_L1].toString().size(), 32);

        const QByteArray path = line["path"_L1].toString().toUtf8();
        QCOMPARE(
            m_cli.run({ "show", "--json", "--model", "invented", "--library", file.c_str(), path })
                .lines,
            outcome.lines);
        const auto page = m_cli.run({ "show", "--library", file.c_str(), name });
        for (const char* part : { "Ann", "not wild", "Mine", "It broke.", "other@abcdef012345",
                 "valence 2.5", "similar-fingerprint" })
            QVERIFY2(page.output.contains(part), part);
    }
};

QTEST_GUILESS_MAIN(LibraryCommandsTest)
#include "tst_library_commands.moc"
