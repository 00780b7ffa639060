#include "core/library/library_benchmark.h"
#include "core/library/library_doctor.h"
#include "core/library/library_maker.h"
#include "core/library/track_search.h"
#include "tests/core/library/library_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

Result<void> make(const fs::path& file, const SyntheticLibrary& wanted)
{
    return makeLibrary(file, wanted, {}, [](std::int64_t) {});
}

/// A number that any changed cell of the tables changes.
std::string digest(const fs::path& file)
{
    SQLite::Database raw(file.string());
    return raw.execAndGet(
                  "SELECT group_concat(title || path_text || hex(audio_hash), '|') FROM tracks")
               .getString()
        + raw.execAndGet(
                 "SELECT group_concat(valence || hex(mood_probabilities), '|') FROM annotations")
              .getString()
        + raw.execAndGet("SELECT group_concat(hex(emotion) || hex(chords), '|') FROM curves")
              .getString();
}

} // namespace

class LibraryMakerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMadeLibraryIsLikeARealOne()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        valueOf(make(file, { .tracks = 2500 }));
        LibraryDatabase library = valueOf(LibraryDatabase::open(file));
        QVERIFY(valueOf(examineLibrary(library, {})).empty());
        const auto model = valueOf(ModelStore(library).find("2222"));
        const TrackSearch search(library, model->id);
        const auto count = [&](const char* query) {
            return valueOf(search.find(*parseSearch(query), {})).total;
        };
        QCOMPARE(count(""), std::size_t(2500));
        QVERIFY(count("is:annotated") > 2000);
        QVERIFY(count("is:stale") > 10);
        QVERIFY(count("is:offline") > 50);
        QVERIFY(count("is:missing") > 2);
        QVERIFY(count("is:labelled") > 5);
        QVERIFY(count("genre:jazz") > 50);
        // Indexes and triggers are those of the schema.
        LibraryFixture fresh;
        const char* schema
            = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master ORDER BY name)";
        QCOMPARE(library.connection().execAndGet(schema).getString(),
            fresh.library.connection().execAndGet(schema).getString());
        const auto annotated = valueOf(search.find(*parseSearch("is:annotated"), {}, 1)).ids.at(0);
        const auto stored = valueOf(AnnotationStore(library).find(annotated, model->id));
        QVERIFY(stored->annotation.curve.valence.size() > 10);
        QVERIFY(stored->annotation.chords.size() > 10);
    }

    void theSameSeedGivesTheSameLibrary()
    {
        QTemporaryDir folder;
        const fs::path one = folder.filePath("1").toStdString();
        const fs::path two = folder.filePath("2").toStdString();
        const fs::path three = folder.filePath("3").toStdString();
        valueOf(make(one, { .tracks = 200 }));
        valueOf(make(two, { .tracks = 200 }));
        valueOf(make(three, { .tracks = 200, .seed = 2 }));
        QVERIFY(digest(one) == digest(two));
        QVERIFY(digest(one) != digest(three));
    }

    void nothingIsOverwrittenAndNothingHalfIsLeft()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = makeLibrary(file, { .tracks = 5000 }, stop.get_token(), [](auto) {});
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(fs::is_empty(folder.path().toStdString()));
        valueOf(make(file, { .tracks = 1 }));
        QCOMPARE(make(file, {}).error().code, ErrorCode::Refused);
    }

    void theBenchmarkMeasuresEveryQuestion()
    {
        QTemporaryDir folder;
        const fs::path file = folder.filePath("l.sqlite").toStdString();
        valueOf(make(file, { .tracks = 500 }));
        const auto measured = valueOf(benchmarkLibrary(file, { .repetitions = 10 }));
        QCOMPARE(measured.tracks, std::int64_t { 500 });
        QVERIFY(measured.peakMemoryBytes > 0);
        QVERIFY(measured.figures.size() > 10);
        for (const LibraryFigure& figure : measured.figures) {
            QVERIFY2(figure.count > 0 && figure.minMs > 0.0 && figure.minMs <= figure.medianMs
                    && figure.medianMs <= figure.p95Ms && figure.p95Ms <= figure.maxMs,
                figure.what.c_str());
        }
    }

    void withoutAnnotationsThereIsNothingToMeasure()
    {
        LibraryFixture f;
        QCOMPARE(benchmarkLibrary(f.file(), {}).error().code, ErrorCode::Refused);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::LibraryMakerTest)
#include "tst_library_maker.moc"
