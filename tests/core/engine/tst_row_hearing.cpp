#include "core/engine/row_hearing.h"
#include "tests/core/audio/sound_files.h"
#include "tests/support/small_music2emo.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <cmath>

using namespace circumplex;
namespace fs = std::filesystem;

namespace {

constexpr int kRateHz = 24000; // of the encoder: nothing is resampled

/// Of one long sound the samples from `begin` to `end` seconds.
void writePart(const fs::path& file, const std::vector<double>& samples, double begin, double end)
{
    const auto at = [](double seconds) { return static_cast<std::size_t>(seconds * kRateHz); };
    test::write(file,
        test::wavFile({ .sampleRateHz = kRateHz },
            test::int16Samples(std::span(samples).subspan(at(begin), at(end) - at(begin)))));
}

DataSetPart partOf(std::initializer_list<fs::path> files)
{
    DataSetPart part { .kind = DataSetKind::EmoMusic, .items = {}, .notices = {} };
    for (const fs::path& file : files)
        part.items.push_back(
            { .id = file.stem().string(), .audio = file, .valence = 4.0F, .arousal = 6.0F });
    return part;
}

double largestDifference(std::span<const float> left, std::span<const float> right)
{
    double largest = 0.0;
    for (std::size_t i = 0; i < left.size(); ++i)
        largest = std::max(largest, std::abs(double { left[i] } - double { right[i] }));
    return largest;
}

} // namespace

class RowHearingTest : public QObject {
    Q_OBJECT

    const test::TemporaryFolder m_folder;
    RowHearing m_hearing;
    int m_lost = 0;

    RowCallbacks callbacks()
    {
        return { .onTrack = [](const fs::path&) {},
            .onLost = [this](const LostTrack&) { ++m_lost; },
            .notice = [](const std::string& sentence) { qWarning("%s", sentence.c_str()); } };
    }

    HeardRow hear(const std::vector<RowSet>& sets)
    {
        auto heard = hearRow(sets, m_hearing, {}, callbacks());
        if (!heard) qFatal("%s", heard.error().detail.c_str());
        return *std::move(heard);
    }

    static std::span<const float> embedding(const HeardRow& row, std::size_t at)
    {
        return std::span(row.pack.embedding).subspan(at * row.pack.dimension, row.pack.dimension);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto files
            = test::SmallMusic2Emo(test::narrowMert()).write(m_folder.path(), "narrow");
        m_hearing
            = { .annotator = Annotator::encoderAlone(files.mert, {}, "cpu", DataType::Float32),
                  .encoder = "narrow",
                  .hearing = "narrow",
                  .device = "cpu",
                  .threads = 2,
                  .hearsChords = false,
                  .cache = m_folder / "heard.cache" };
        const auto sound = test::risingTone(kRateHz, 64 * kRateHz);
        writePart(m_folder / "all.wav", sound, 0.0, 64.0);
        writePart(m_folder / "first.wav", sound, 0.0, 30.0);
        writePart(m_folder / "second.wav", sound, 30.0, 60.0);
        writePart(m_folder / "tail.wav", sound, 60.0, 64.0);
        writePart(m_folder / "sliver.wav", sound, 0.0, 30.02); // less than a frame more
    }

    void segmentsAreHeardAloneAndAnIncompleteLastOneIsLeftOut()
    {
        const auto row = hear({ { DataSetKind::EmoMusic,
            { partOf({ m_folder / "all.wav" }),
                partOf({ m_folder / "first.wav", m_folder / "second.wav" }),
                partOf({ m_folder / "tail.wav", m_folder / "sliver.wav" }) } } });
        QCOMPARE(m_lost, 0);
        QCOMPARE(row.parts,
            (GivenSplit { SplitPart::Training, SplitPart::Validation, SplitPart::Validation,
                SplitPart::Test, SplitPart::Test }));
        // of the training track the whole and two segments; of the others the whole
        QCOMPARE(row.pack.whole, (std::vector<std::uint8_t> { 1, 0, 0, 1, 1, 1, 1 }));
        constexpr double kHalfPrecision = 3e-3;
        const auto first = embedding(row, 3), second = embedding(row, 4);
        QVERIFY(largestDifference(embedding(row, 1), first) < kHalfPrecision);
        QVERIFY(largestDifference(embedding(row, 2), second) < kHalfPrecision);
        QVERIFY(largestDifference(first, second) > 10.0 * kHalfPrecision);
        std::vector<float> mean;
        for (std::size_t d = 0; d < first.size(); ++d)
            mean.push_back((first[d] + second[d]) / 2.0F);
        QVERIFY(largestDifference(embedding(row, 0), mean) < kHalfPrecision);
        // a short track is heard whole, and a last segment of a few samples spoils nothing
        QVERIFY(largestDifference(embedding(row, 5), mean) > 10.0 * kHalfPrecision);
        QVERIFY(largestDifference(embedding(row, 6), first) < kHalfPrecision);
        QCOMPARE(row.testTracks.size(), std::size_t { 2 });
        QCOMPARE(row.testTracks[1].id, std::string("sliver"));
        QCOMPARE(row.testTracks[1].row, std::size_t { 6 });
        QVERIFY(std::ranges::all_of(row.pack.root, [](auto symbol) { return symbol == 0; }));
    }

    void whatWasHeardIsKept()
    {
        const std::vector<RowSet> sets { { DataSetKind::EmoMusic,
            { partOf({ m_folder / "all.wav" }), partOf({ m_folder / "first.wav" }),
                partOf({ m_folder / "tail.wav" }) } } };
        const auto before = hear(sets);
        RowHearing deaf = m_hearing;
        deaf.annotator = nullptr; // would crash if it were asked
        const auto kept = hearRow(sets, deaf, {}, callbacks());
        QVERIFY(kept.has_value());
        QCOMPARE(kept->pack.embedding, before.pack.embedding);
        deaf = m_hearing;
        deaf.cache = m_folder / "other.cache";
        QCOMPARE(hear(sets).pack.embedding, before.pack.embedding);
        const auto heardAnew = hearRow(sets, deaf, {}, callbacks());
        QVERIFY(heardAnew.has_value());
        QCOMPARE(heardAnew->pack.embedding, before.pack.embedding);
    }

    void aStopEndsHearing()
    {
        std::stop_source stop;
        stop.request_stop();
        const std::vector<RowSet> sets { { DataSetKind::EmoMusic,
            { partOf({ m_folder / "all.wav" }), partOf({ m_folder / "first.wav" }),
                partOf({ m_folder / "tail.wav" }) } } };
        const auto heard = hearRow(sets, m_hearing, stop.get_token(), callbacks());
        QVERIFY(!heard.has_value());
        QCOMPARE(static_cast<int>(heard.error().code), static_cast<int>(ErrorCode::Cancelled));
    }
};

QTEST_GUILESS_MAIN(RowHearingTest)
#include "tst_row_hearing.moc"
