#include "core/engine/duplicate_finder.h"
#include "core/library/duplicate_store.h"
#include "tests/core/audio/melodies.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/engine/scanned_library.h"

#include <QTest>

using namespace circumplex;
namespace fs = std::filesystem;

class DuplicateFinderTest : public QObject {
    Q_OBJECT

private:
    static DuplicateReport find(
        test::ScannedLibrary& library, Fingerprinting fingerprinting = Fingerprinting::Included)
    {
        auto report = findDuplicates(library.database(), { .fingerprinting = fingerprinting }, {});
        if (!report) throw std::runtime_error(report.error().detail);
        return std::move(*report);
    }

    static std::vector<DuplicatePair> open(test::ScannedLibrary& library)
    {
        return *DuplicateStore(library.database()).open();
    }

private Q_SLOTS:
    void equalSoundAndOtherEncodingsAreProposedAndNothingElse()
    {
        test::ScannedLibrary library;
        // Of equal length, as radio edits are.
        for (std::uint32_t i = 0; i < 12; ++i)
            test::writeMelody(library.music() / (std::to_string(i) + ".wav"), i, 20.0);
        test::encode(library.music() / "3.wav", { QStringLiteral("-b:a"), QStringLiteral("32k") },
            library.music() / "three.mp3");
        fs::copy_file(library.music() / "5.wav", library.music() / "copy of 5.wav");
        library.scan();

        // Without listening, only what is equal.
        QCOMPARE(find(library, Fingerprinting::Omitted).proposed, 1);
        auto report = find(library);
        QCOMPARE(report.fingerprinted, 14);
        QCOMPARE(report.proposed, 1);
        QVERIFY(report.failures.empty());
        const auto pairs = open(library);
        QCOMPARE(pairs.size(), 2U);
        const auto ids = [&library](const char* a, const char* b) {
            const TrackId first = library.idAt(library.music() / a);
            const TrackId second = library.idAt(library.music() / b);
            return std::pair(std::min(first, second), std::max(first, second));
        };
        QCOMPARE(pairs[0].reason, DuplicatePair::Reason::SameAudio);
        QCOMPARE(std::pair(pairs[0].first, pairs[0].second), ids("5.wav", "copy of 5.wav"));
        QCOMPARE(pairs[1].reason, DuplicatePair::Reason::SimilarFingerprint);
        QCOMPARE(std::pair(pairs[1].first, pairs[1].second), ids("3.wav", "three.mp3"));
        QVERIFY2(pairs[1].similarity > 0.85, qPrintable(QString::number(pairs[1].similarity)));
        // Both are still there, with what their files say.
        QCOMPARE(library.all().size(), 14U);
        QCOMPARE(library.rescan().unchanged, 14);
        // Nothing is heard or proposed twice.
        report = find(library);
        QCOMPARE(report.fingerprinted, 0);
        QCOMPARE(report.proposed, 0);
    }

    void aTrackThatWasEncodedAnewAndMovedIsProposed()
    {
        test::ScannedLibrary library;
        library.options.reading.fingerprinting = Fingerprinting::Included;
        test::writeMelody(library.music() / "a.wav", 1, 20.0);
        test::writeMelody(library.music() / "b.wav", 2, 20.0);
        library.scan();
        const TrackId before = library.idAt(library.music() / "a.wav");
        fs::create_directory(library.music() / "new");
        test::encode(library.music() / "a.wav", { QStringLiteral("-b:a"), QStringLiteral("32k") },
            library.music() / "new/x.mp3");
        fs::remove(library.music() / "a.wav");
        const auto report = library.rescan();
        QCOMPARE(report.added, 1);
        QCOMPARE(report.missing, 1);
        QCOMPARE(find(library).proposed, 1);
        const auto pairs = open(library);
        QCOMPARE(pairs.size(), 1U);
        QCOMPARE(pairs[0].first, before);
        QCOMPARE(pairs[0].second, library.idAt(library.music() / "new/x.mp3"));
    }

    void aStopIsObeyed()
    {
        test::ScannedLibrary library;
        test::writeMelody(library.music() / "a.wav", 1, 20.0);
        library.scan();
        std::stop_source stop;
        stop.request_stop();
        const auto report = findDuplicates(
            library.database(), { .fingerprinting = Fingerprinting::Included }, stop.get_token());
        QVERIFY(report && report->wasStopped);
        QCOMPARE(report->fingerprinted, 0);
    }
};

QTEST_GUILESS_MAIN(DuplicateFinderTest)
#include "tst_duplicate_finder.moc"
