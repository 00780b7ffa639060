#include "core/library/duplicate_store.h"
#include "core/library/label_store.h"
#include "core/library/library_maker.h"
#include "core/library/playlist_store.h"
#include "core/library/track_error_store.h"
#include "core/library/track_search.h"
#include "tests/core/library/library_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <random>

namespace circumplex {

namespace {

using Key = TrackSort::Key;
using Direction = TrackSort::Direction;

/// Eight tracks whose names are letters.
class Collection : public LibraryFixture {
public:
    Collection()
        : current(model("current"))
        , older(model("older"))
    {
        put("a",
            { .title = "Moonlight Sonata",
                .artist = "Beethoven",
                .album = "Piano",
                .genre = "Classical",
                .trackNumber = 1,
                .year = 1801 },
            4.0F, 3.0F);
        put("b",
            { .title = "Für Elise",
                .artist = "Beethoven",
                .album = "Piano",
                .genre = "Classical",
                .trackNumber = 2 },
            6.0F, 4.0F);
        put("c",
            { .title = "Étude",
                .artist = "Chopin",
                .album = "\"Quoted\" 100%",
                .genre = "Classical",
                .year = 1833 },
            7.0F, 6.0F);
        put("d",
            { .title = "So What",
                .artist = "Miles Davis",
                .album = "Kind of Blue",
                .albumArtist = "Various",
                .genre = "Jazz",
                .year = 1959 },
            6.5F, 4.5F);
        put("e",
            { .title = "Back in Black",
                .artist = "AC/DC",
                .album = "!!!",
                .genre = "Rock",
                .discNumber = 2,
                .year = 1980 },
            6.0F, 8.0F);
        ids["f"] = add("music/\xe6\x97\xa5\xe6\x9c\xac.flac", {}); // nothing but a file name
        ids["g"] = add("g.mp3", { .title = "'; DROP TABLE tracks; --", .artist = "Bobby" });
        ids["h"] = add("h.mp3", { .title = "Stale", .artist = "Old" });
        AnnotationStore store(library);
        valueOf(store.put(annotationOf(ids["h"], older, 5, 5)));
    }

    void put(const char* name, const TrackTags& tags, float valence, float arousal)
    {
        ScannedTrack seen = scanned(std::string(name) + ".mp3", tags);
        seen.durationSeconds = 100.0 * static_cast<double>(valence);
        seen.audioHash = hashOf(1);
        ids[name] = add(seen);
        StoredAnnotation stored = annotationOf(ids[name], current, valence, arousal);
        stored.provenance.audioHash = hashOf(1);
        setMood(stored, "action", 0.0F);
        setMood(stored, "happy", valence / 10.0F);
        setMood(stored, "calm", 0.01F * arousal);
        if (name[0] == 'c') stored.annotation.key = KeyEstimate { "D", KeyMode::Major, 0.5 };
        valueOf(AnnotationStore(library).put(stored));
    }

    /// Names of what a query finds, in the order asked for.
    QString find(const std::string& text, TrackSort sort = { .key = Key::Path },
        std::size_t limit = TrackSearch::kNoLimit)
    {
        const auto query = parseSearch(text);
        if (!query) return QString::fromStdString(query.error().sentence);
        const auto found = valueOf(TrackSearch(library, current).find(*query, sort, limit));
        QString names;
        for (const TrackId id : found.ids) {
            for (const auto& [name, other] : ids) {
                if (other == id) names += QString::fromStdString(name);
            }
        }
        return names;
    }

    ModelId current, older;
    std::map<std::string, TrackId> ids;
};

void row(const char* query, const char* names)
{
    QTest::newRow(query) << QByteArray(query) << QString::fromLatin1(names);
}

} // namespace

class TrackSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_unchanged.emplace(); }
    void cleanupTestCase() { m_unchanged.reset(); }

    void queriesFind_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("names");
        row("", "abcdeghf"); // by path: "music/..." is last
        row("moon", "a");
        row("beet piano", "ab");
        row("BEETHOVEN", "ab");
        row("fur", "b");
        row("etude", "c");
        row("e\xcc\x81tude", "c");
        row("\xe6\x97\xa5", "f");
        row("\"moon\"", "");
        row("\"moonlight sonata\"", "a");
        row("\"sonata moonlight\"", "");
        row("ac/dc", "e");
        row("!!!", "e");
        row("album:!!!", "e");
        row("title:!!!", "");
        row("100%", "c");
        row("%", "c");
        row("_", "");
        row("album:quoted", "c");
        row("albumartist:various", "d");
        row("artist:various", "");
        row("genre:jazz or genre:rock", "de");
        row("path:music", "f");
        row("beethoven not elise", "a");
        row("not classical", "deghf");
        row("not not classical", "abc");
        row("valence>6", "cd");
        row("valence>=6", "bcde");
        row("valence:6", "be");
        row("valence:6..6.5 arousal:4..5", "bd");
        row("arousal<4.5", "ab");
        row("not valence>6", "abeghf");
        row("valence>6 or jazz", "cd");
        row("year:1801..1959", "acd");
        row("year<1900", "ac");
        row("track:1", "a");
        row("disc:2 rock", "e");
        row("duration>=10:00", "bcde");
        row("duration:3:00", "ghf");
        row("added:1970", "abcdeghf");
        row("added>1970", "");
        row("happy>0.55", "bcde");
        row("happy>=0.64 happy<=0.66", "d");
        row("happy<0.55", "a");
        row("calm<0.05", "abd");
        row("calm>0.05", "ce");
        row("calm:0.035..0.047", "bd");
        row("mood:happy", "abcde");
        row("mood:space", "");
        row("key:D", "c");
        row("key:d#", "abde");
        row("key:\"D# minor\"", "abde");
        row("key:major", "c");
        row("valence.peak:0.5", "abcde");
        row("valence.mean>6 arousal.end>5", "cd");
        row("arousal.slope>0", "abcde");
        row("valence.start<5", "a");
        row("is:annotated", "abcde");
        row("is:unannotated", "ghf");
        row("is:stale", "h");
        row("is:coarse", "");
        row("is:offline", "");
        row("((path:a.mp3) or (PATH:/\xe6\x97\xa5)) -moon", "f");
        row("music", "f");
        row("mp3", "");
        row("path:.MP3", "abcdegh");
    }

    void queriesFind()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, names);
        QCOMPARE(m_unchanged->find(query.toStdString()), names);
    }

    void whatPeopleTypeIsNeverSql_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char* query : { "'; DROP TABLE tracks; --", "\"'; DROP TABLE tracks; --\"",
                 "title:\"x' OR 1=1 --\"", "artist:\"a\"\"b\"", "\"a* OR b\"", "x\\", "{title}",
                 "^a", "a*", "NEAR", "a+b", "title:'", "tag:\"' UNION SELECT 1 --\"",
                 "playlist:\"%' --\"", "*", "???", "mood:happy'", "a AND\"b" })
            QTest::newRow(query) << QByteArray(query);
    }

    void whatPeopleTypeIsNeverSql()
    {
        QFETCH(QByteArray, query);
        Collection& c = *m_unchanged;
        const auto parsed = parseSearch(query.toStdString());
        if (parsed) QVERIFY(TrackSearch(c.library, c.current).find(*parsed, {}));
        QCOMPARE(c.find("").size(), 8);
        QCOMPARE(c.find("\"; drop table\""), QStringLiteral("g"));
    }

    void anythingTypedIsAnsweredOrRefused()
    {
        const char* const parts[] { "a", "moon", " ", " ", "(", ")", "\"", "-", "or", "and", "not",
            "title:", "valence", ">", "<", "=", ":", "..", "6", "0.5", "happy", "mood:", "is:stale",
            "arousal.peak", "key:", "D", "added", "2024-01", "year:", "*", "'", "%", "!", "\xc3",
            "\xa9", "\xe2\x80\x94", "{", "}", "^", "+", "NEAR", "playlist:" };
        std::mt19937 random(1);
        int parsedCount = 0;
        for (int i = 0; i < 5000; ++i) {
            std::string text;
            for (std::size_t left = 1 + random() % 12; left > 0; --left)
                text += parts[random() % std::size(parts)];
            const auto parsed = parseSearch(text);
            if (!parsed) {
                QVERIFY2(
                    parsed.error().offset + parsed.error().length <= text.size(), text.c_str());
                QVERIFY(!parsed.error().sentence.empty());
                continue;
            }
            ++parsedCount;
            const auto found
                = TrackSearch(m_unchanged->library, m_unchanged->current).find(*parsed, {});
            QVERIFY2(
                found.has_value(), (text + (found ? "" : ": " + found.error().detail)).c_str());
        }
        QVERIFY(parsedCount > 500);
    }

    void statesFollowWhatHappened()
    {
        Collection c;
        LabelStore labels(c.library);
        const SessionId session = valueOf(labels.startSession({ .raterName = "me" }));
        valueOf(labels.rate({ .track = c.ids["a"], .session = session, .valence = 5.0 }));
        valueOf(labels.tag(std::vector<TagLabel> {
            { c.ids["b"], session, "Calm", true, 1 }, { c.ids["c"], session, "calm", false, 1 } }));
        valueOf(labels.startTrace({ .track = c.ids["d"], .session = session }));
        QCOMPARE(c.find("is:labelled"), QStringLiteral("abd"));
        QCOMPARE(c.find("tag:calm"), QStringLiteral("b"));
        valueOf(c.tracks.apply({ .missing = { c.ids["e"] } }));
        QCOMPARE(c.find("is:missing"), QStringLiteral("e"));
        valueOf(TrackErrorStore(c.library).add({ c.ids["f"], TrackStage::Analysis, "x", "y" }, 1));
        QCOMPARE(c.find("is:failed"), QStringLiteral("f"));
        DuplicateStore duplicates(c.library);
        valueOf(duplicates.propose(std::vector<DuplicatePair> { { c.ids["a"], c.ids["b"] } }));
        QCOMPARE(c.find("is:duplicate"), QStringLiteral("ab"));
        valueOf(duplicates.decide(c.ids["a"], c.ids["b"], DuplicatePair::Verdict::Different));
        QCOMPARE(c.find("is:duplicate"), QString());
        PlaylistStore lists(c.library);
        const PlaylistId list = valueOf(lists.add({ .name = "Sunday" }));
        valueOf(lists.setItems(list, std::vector<TrackId> { c.ids["g"], c.ids["a"], c.ids["g"] }));
        QCOMPARE(c.find("playlist:sunday"), QStringLiteral("ag"));
        ScannedTrack replaced = c.scanned("a.mp3", { .title = "Other" });
        replaced.audioHash = hashOf(2);
        c.add(replaced);
        QCOMPARE(c.find("is:stale"), QStringLiteral("ah"));
        QCOMPARE(c.find("moon"), QString()); // the search index follows
        QCOMPARE(c.find("other"), QStringLiteral("a"));
        valueOf(FolderStore(c.library).volumeGone(c.volume));
        QCOMPARE(c.find("is:offline").size(), 8);
    }

    void ordersAreKept_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("isDescending");
        QTest::addColumn<QString>("names");
        const auto order = [](const char* name, Key key, const char* up, const char* down) {
            QTest::newRow(name) << static_cast<int>(key) << false << QString::fromLatin1(up);
            QTest::newRow((std::string(name) + ", down").c_str())
                << static_cast<int>(key) << true << QString::fromLatin1(down);
        };
        order("artist", Key::Artist, "eabgchdf", "fdhcgbae");
        order("title", Key::Title, "gecbadhf", "fhdabceg"); // f is titled by its file's name
        order("year, unknown last", Key::Year, "acdebfgh", "edcabfgh");
        order("valence, then arousal, unknown last", Key::Valence, "abedcfgh", "cdebafgh");
        order("arousal, unknown last", Key::Arousal, "abdcefgh", "ecdbafgh");
        order("mood, unknown last", Key::Mood, "abedcfgh", "cdebafgh");
    }

    void ordersAreKept()
    {
        QFETCH(int, key);
        QFETCH(bool, isDescending);
        QFETCH(QString, names);
        Collection& c = *m_unchanged;
        const TrackSort sort { static_cast<Key>(key),
            isDescending ? Direction::Descending : Direction::Ascending,
            static_cast<int>(moodTagIndex("happy")) };
        const QString found = c.find("", sort);
        QCOMPARE(found, names);
        QCOMPARE(c.find("", sort, 1), found.left(1));
    }

    void rowsAreWhatListsShow()
    {
        Collection c;
        const TrackSearch search(c.library, c.current);
        const auto rows
            = valueOf(search.rows(std::vector<TrackId> { c.ids["d"], { 999 }, c.ids["g"] }));
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0].title, std::string("So What"));
        QCOMPARE(*rows[0].year, 1959);
        QCOMPARE(*rows[0].valence, 6.5);
        QCOMPARE(rows[0].moods.at(0).tag, static_cast<int>(moodTagIndex("happy")));
        QVERIFY(rows[0].isOnline);
        QVERIFY(!rows[0].isAudioChanged);
        QCOMPARE(rows[1].id, c.ids["g"]);
        QVERIFY(!rows[1].valence);
        QVERIFY(rows[1].moods.empty());
    }

    void aDamagedSearchIndexIsMendedOnTheWay()
    {
        Collection c;
        c.library.connection().exec("UPDATE tracks_fts_data SET block = x'00' WHERE id > 10");
        QCOMPARE(c.find("moon"), QStringLiteral("a"));
        QCOMPARE(c.find("beet"), QStringLiteral("ab"));
    }

    /// Many tracks take other ways than few: both must agree with plain SQL.
    void aLargeLibraryAnswersLikePlainSql()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("large.sqlite").toStdString();
        valueOf(makeLibrary(file, { .tracks = 12'000, .curveHopSeconds = 30.0 }, {}, [](auto) {}));
        LibraryDatabase library = valueOf(LibraryDatabase::open(file));
        const ModelId model = valueOf(ModelStore(library).find("2222"))->id;
        const TrackSearch search(library, model);
        const std::pair<const char*, const char*> questions[] {
            { "", "1" },
            { "valence>4", "a.valence > 4" },
            { "valence:4..7 arousal:3..6",
                "a.valence BETWEEN 4 AND 7 AND a.arousal BETWEEN 3 AND 6" },
            { "not valence>4", "NOT ifnull(a.valence > 4, 0)" },
            { "happy>=0.2", "mood(a.mood_probabilities, 26) >= 0.2" },
            { "happy<0.2", "mood(a.mood_probabilities, 26) < 0.2" },
            { "happy>0.02 genre:jazz",
                "mood(a.mood_probabilities, 26) > 0.02 AND t.genre = 'Jazz'" },
            { "happy>0.02 -happy>0.04",
                "mood(a.mood_probabilities, 26) > 0.02 AND NOT mood(a.mood_probabilities, 26) > "
                "0.04" },
            { "valence.slope>0 year:1980..", "s.valence_slope > 0 AND t.year >= 1980" },
            { "is:unannotated", "a.id IS NULL" },
            { "(genre:rock year<1990) or (valence>7 is:missing)",
                "(t.genre = 'Rock' AND t.year < 1990) OR (a.valence > 7 AND t.state = 1)" },
            { "disc:1 duration:200..250 -genre:pop",
                "t.duration_seconds BETWEEN 200 AND 250 AND t.genre <> 'Pop'" },
        };
        const std::pair<TrackSort, const char*> orders[] {
            { { .key = Key::Artist },
                "t.artist_key, t.album_key, t.disc_number, t.track_number, t.title_key, t.id" },
            { { .key = Key::Year, .direction = Direction::Descending },
                "t.year IS NULL, t.year DESC, t.id DESC" },
            { { .key = Key::Arousal }, "a.arousal IS NULL, a.arousal, a.valence, t.id" },
            { { .key = Key::Mood, .direction = Direction::Descending, .tag = 26 },
                "a.id IS NULL, mood(a.mood_probabilities, 26) DESC, CASE WHEN a.id IS NULL THEN "
                "t.id END, "
                "t.id DESC" },
        };
        for (const auto& [text, where] : questions) {
            for (const auto& [sort, order] : orders) {
                SQLite::Statement query(library.connection(),
                    std::string("SELECT t.id FROM tracks t LEFT JOIN annotations a "
                                "ON a.track_id = t.id AND a.model_id = ?"
                                " LEFT JOIN curve_shapes s ON s.annotation_id = a.id WHERE ")
                        + where + " ORDER BY " + order);
                query.bind(1, model.value);
                std::vector<TrackId> expected;
                while (query.executeStep())
                    expected.push_back({ query.getColumn(0).getInt64() });
                const auto found = valueOf(search.find(*parseSearch(text), sort));
                QCOMPARE(found.total, expected.size());
                QVERIFY2(found.ids == expected, text);
                const auto page = valueOf(search.find(*parseSearch(text), sort, 100));
                QCOMPARE(page.total, expected.size());
                QVERIFY2(std::equal(page.ids.begin(), page.ids.end(), found.ids.begin()), text);
                QCOMPARE(page.ids.size(), std::min<std::size_t>(100, expected.size()));
            }
        }
    }

    /// The order is remembered from one question to the next; whoever changes it must be noticed.
    void anOrderThatAnotherConnectionChangedIsTheNewOne()
    {
        QTemporaryDir folder;
        const std::filesystem::path file
            = folder.filePath(QStringLiteral("l.sqlite")).toStdString();
        valueOf(makeLibrary(file, { .tracks = 60'000, .curveHopSeconds = 60.0 }, {}, [](auto) {}));
        LibraryDatabase library = valueOf(LibraryDatabase::open(file));
        const TrackSearch search(library, {});
        const auto inOrder = [&] {
            return valueOf(search.find(*parseSearch("not title:thequickbrownfox"),
                               { .key = TrackSort::Key::Title }))
                .ids;
        };
        const auto bySql = [&] {
            SQLite::Statement query(
                library.connection(), "SELECT id FROM tracks ORDER BY title_key, id");
            std::vector<TrackId> ids;
            while (query.executeStep())
                ids.push_back({ query.getColumn(0).getInt64() });
            return ids;
        };
        QVERIFY(inOrder() == bySql());
        QVERIFY(inOrder() == bySql());
        LibraryDatabase other = valueOf(LibraryDatabase::open(file));
        const TrackId first = inOrder().front();
        other.connection().exec(
            "UPDATE tracks SET title_key = 'zzzz' WHERE id = " + std::to_string(first.value));
        QVERIFY(inOrder() == bySql());
        QVERIFY(inOrder().back() == first);
        TrackStore tracks(other);
        const Track known = valueOf(tracks.track(first));
        const auto added = valueOf(
            tracks.apply({ .seen = { { .place = { .volume = known.place.volume, .path = "new.wav" },
                               .stamp = { 1, 2 },
                               .tags = { .title = "zzzzz" } } },
                .scannedAt = 10 }))
                               .seen.front();
        QVERIFY(inOrder() == bySql());
        QVERIFY(inOrder().back() == added);
    }

private:
    std::optional<Collection> m_unchanged; ///< for tests that only read
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::TrackSearchTest)
#include "tst_track_search.moc"
