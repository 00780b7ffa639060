#include "core/services/label_writers.h"

#include <QTest>

#include <cmath>

using namespace circumplex;

namespace {

std::vector<TraceSample> samples(double from, double to, double late, float scale = 1.0F)
{
    std::vector<TraceSample> all;
    for (double about = from; about <= to; about += 0.25)
        all.push_back({ static_cast<float>(about + late),
            scale * static_cast<float>(5.0 + 3.3 * std::sin(about / 3.0)) });
    return all;
}

/// Two songs; Ann in two sittings with everything that there is, Bob with what tables know.
std::vector<LabelRecord> everything()
{
    LabelRecord ann;
    ann.row = { .path = "/music/a, \"b\".mp3",
        .rater = "Ann",
        .valence = 1.3,
        .arousal = 6.1,
        .tags = { { "calm", true }, { "sad", false } },
        .confidence = 3,
        .familiarity = 1,
        .sitting = { .pass = 1,
            .instrument = "fader 2-D",
            .locus = EmotionLocus::Felt,
            .saidAt = 1'700'000'000 } };
    ann.artist = "Singer";
    ann.title = "A / B";
    ann.recordingMbid = "mbid-1";
    ann.durationSeconds = 30.5;
    ann.traces = { { TraceDimension::Valence, samples(0.0, 30.0, 0.4), 0.4, TraceMode::Bounded, 8.0,
                       29.5 },
        { TraceDimension::Arousal, samples(0.0, 30.0, 0.4), 0.4, TraceMode::Bounded, 8.0, 29.5 } };
    LabelRecord again = ann;
    again.row.tags.clear();
    again.row.valence.reset();
    again.row.confidence.reset();
    again.row.sitting
        = { .pass = 2, .instrument = "mouse arousal, relative", .saidAt = 1'800'000'000 };
    again.traces = { { TraceDimension::Arousal, samples(2.0, 20.0, 0.0, 30.0F), 0.0,
        TraceMode::Relative, 0.0, std::nullopt } };
    LabelRecord bob;
    bob.row = { .path = "/music/c.flac", .rater = "Bob", .valence = 9.0, .tags = { { "dark" } } };
    bob.title = "C";
    return { ann, again, bob };
}

LabelFile readBack(const LabelOutput& file, LabelReading reading = {})
{
    auto read = readLabelFile(file.text, file.name.empty() ? "labels" : file.name, reading);
    if (!read) throw std::runtime_error(read.error().detail);
    for (const RefusedRow& row : read->refused)
        throw std::runtime_error(row.reason);
    return *std::move(read);
}

LabelExport written(LabelFormat format, const std::vector<LabelRecord>& records,
    TraceDimension dimension = TraceDimension::Valence)
{
    auto out = writeLabels(format, records, { .dimension = dimension });
    if (!out) throw std::runtime_error(out.error().detail);
    return *std::move(out);
}

bool isEqual(const RatingRow& one, const RatingRow& other)
{
    return one.path == other.path && one.rater == other.rater && one.valence == other.valence
        && one.arousal == other.arousal && one.tags == other.tags
        && one.confidence == other.confidence && one.familiarity == other.familiarity
        && one.sitting == other.sitting;
}

} // namespace

/// What is written is read again as it was, as far as the format can hold it.
class LabelWritersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ratingsHoldAllButContinuousOnes()
    {
        const auto records = everything();
        const LabelExport out = written(LabelFormat::Ratings, records);
        QCOMPARE(out.leftOut, std::vector<std::string> { "3 continuous ratings" });
        const LabelFile back = readBack(out.files.at(0));
        QCOMPARE(back.records.size(), 3U);
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(isEqual(back.records[i].row, records[i].row));
            QVERIFY(back.records[i].traces.empty());
        }
    }

    void tracesHoldAllOfContinuousRatings()
    {
        const auto records = everything();
        const LabelFile back = readBack(written(LabelFormat::Traces, records).files.at(0));
        QCOMPARE(back.format, LabelFormat::Traces);
        QCOMPARE(back.records.size(), 2U); // Bob drew nothing
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(back.records[i].traces, records[i].traces);
            QCOMPARE(back.records[i].row.rater, records[i].row.rater);
            QCOMPARE(back.records[i].row.path, records[i].row.path);
            QCOMPARE(back.records[i].row.sitting, records[i].row.sitting);
        }
    }

    void faultyTracesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("dimension") << QByteArray("a,tension,,1,5") << QByteArray("neither valence");
        QTest::newRow("mode") << QByteArray("a,valence,free,1,5") << QByteArray("neither bounded");
        QTest::newRow("scale") << QByteArray("a,valence,,1,9.5") << QByteArray("between 1 and 9");
        QTest::newRow("number") << QByteArray("a,valence,relative,1,x")
                                << QByteArray("not a number");
        QTest::newRow("time") << QByteArray("a,valence,,-1,5") << QByteArray("is no time");
        QTest::newRow("no time") << QByteArray("a,valence,,,5") << QByteArray("there is no time");
        QTest::newRow("order") << QByteArray("first,valence,,0,5") << QByteArray("in order");
    }

    void faultyTracesAreNamed()
    {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, reason);
        const auto file = readLabelFile("path,dimension,mode,seconds,value\nfirst,valence,,1,5\n"
                + row.toStdString() + "\nlast,arousal,relative,0,-70\n",
            "t.csv", {});
        QVERIFY(file);
        QCOMPARE(file->records.size(), 2U);
        QCOMPARE(file->records[1].traces.at(0).samples.at(0).value, -70.0F);
        QCOMPARE(file->refused.size(), 1U);
        QCOMPARE(file->refused[0].line, 3);
        QVERIFY2(file->refused[0].reason.find(reason.toStdString()) != std::string::npos,
            file->refused[0].reason.c_str());
    }

    void jamsHoldsEverything()
    {
        const auto records = everything();
        const LabelExport out = written(LabelFormat::Jams, records);
        QVERIFY(out.leftOut.empty());
        QCOMPARE(out.files.size(), 2U);
        QCOMPARE(out.files[0].name, std::string("0001 A _ B.jams"));
        std::vector<LabelRecord> back;
        for (const LabelOutput& file : out.files)
            for (LabelRecord& record : readBack(file).records)
                back.push_back(std::move(record));
        QCOMPARE(back.size(), records.size());
        for (std::size_t i = 0; i < back.size(); ++i) {
            QVERIFY(isEqual(back[i].row, records[i].row));
            QCOMPARE(back[i].traces, records[i].traces);
            QCOMPARE(back[i].artist, records[i].artist);
            QCOMPARE(back[i].title, records[i].title);
            QCOMPARE(back[i].recordingMbid, records[i].recordingMbid);
            QCOMPARE(back[i].durationSeconds, records[i].durationSeconds);
        }
        QVERIFY(out.files[0].text.find("mood_thayer") != std::string::npos);
    }

    void labelStudioHoldsRatingsTagsAndRaters()
    {
        const auto records = everything();
        const LabelExport out = written(LabelFormat::LabelStudio, records);
        QCOMPARE(out.leftOut.size(), 3U);
        const LabelFile back = readBack(out.files.at(0));
        QCOMPARE(back.format, LabelFormat::LabelStudio);
        QCOMPARE(back.records.size(), 3U);
        for (std::size_t i = 0; i < 3; ++i) {
            RatingRow expected = records[i].row;
            std::erase_if(expected.tags, [](const RatedTag& tag) { return !tag.applies; });
            expected.confidence.reset();
            expected.familiarity.reset();
            expected.sitting = { .saidAt = expected.sitting.saidAt };
            QVERIFY(isEqual(back.records[i].row, expected));
        }
    }

    void carmaHoldsOneTraceAFileWithItsLatencyTakenOff()
    {
        const auto records = everything();
        const LabelExport out = written(LabelFormat::Carma, records);
        QCOMPARE(out.files.size(), 2U);
        QCOMPARE(out.files[1].name, std::string("0002 A _ B Ann arousal.csv"));
        QVERIFY(std::ranges::find(out.leftOut, "1 continuous ratings without ends")
            != out.leftOut.end());
        for (std::size_t i = 0; i < 2; ++i) {
            const LabelFile back = readBack(out.files[i], { .rater = "Ann" });
            QCOMPARE(back.records.size(), 1U);
            const TraceRecord& kept = back.records[0].traces.at(0);
            const TraceRecord& was = records[0].traces[i];
            QCOMPARE(back.records[0].row.path, records[0].row.path);
            QCOMPARE(kept.dimension, was.dimension);
            QCOMPARE(kept.latencySeconds, 0.0);
            QCOMPARE(kept.samples.size(), was.samples.size());
            for (std::size_t s = 0; s < was.samples.size(); ++s) {
                QVERIFY(
                    std::abs(kept.samples[s].seconds - (was.samples[s].seconds - 0.4F)) < 1e-5F);
                QVERIFY(std::abs(kept.samples[s].value - was.samples[s].value) < 1e-6F);
            }
        }
    }

    /// A song that is called after the other dimension.
    void carmaIsReadByWhatItsScaleIsCalled()
    {
        auto records = everything();
        records.resize(1);
        records[0].title = "Calm";
        records[0].row.path = "calm.mp3";
        const LabelExport out = written(LabelFormat::Carma, records);
        QCOMPARE(readBack(out.files.at(0)).records.at(0).traces.at(0).dimension,
            TraceDimension::Valence);
    }

    void dataSetTablesHoldMeans()
    {
        auto records = everything();
        records[1].row.path = records[0].row.path; // Ann again: within a rater first
        LabelRecord bob = records[0];
        bob.row.rater = "Bob";
        bob.row.arousal = 2.0;
        records.push_back(bob);
        const LabelFile whole
            = readBack(written(LabelFormat::StaticRatings, records).files.at(0), { .rater = "x" });
        QCOMPARE(whole.format, LabelFormat::StaticRatings);
        QCOMPARE(whole.records.size(), 2U);
        QCOMPARE(whole.records[0].row.path, records[0].row.path);
        QVERIFY(std::abs(*whole.records[0].row.arousal - (6.1 + 2.0) / 2.0) < 1e-9);
        QVERIFY(!whole.records[1].row.arousal);
        QCOMPARE(*whole.records[1].row.valence, 9.0);

        for (const auto dimension : { TraceDimension::Valence, TraceDimension::Arousal }) {
            const LabelExport one = written(LabelFormat::DynamicSamples, records, dimension);
            const LabelExport both = written(LabelFormat::DynamicRatings, records);
            const LabelFile a = readBack(one.files.at(0), { .dimension = dimension });
            const LabelFile b = readBack(both.files.at(0));
            QCOMPARE(a.format, LabelFormat::DynamicSamples);
            QCOMPARE(b.format, LabelFormat::DynamicRatings);
            const auto& traces = b.records.at(0).traces;
            const auto same = std::ranges::find(traces, dimension, &TraceRecord::dimension);
            for (const auto* kept : { &a.records.at(0).traces.at(0), &*same }) {
                QCOMPARE(kept->samples.front().seconds, 8.0F); // orientation is not in it
                QCOMPARE(kept->samples.back().seconds, 29.5F); // nor the after-glow
                QCOMPARE(kept->samples.size(), 44U);
                for (const TraceSample& sample : kept->samples)
                    QVERIFY(std::abs(static_cast<double>(sample.value)
                                - (5.0 + 3.3 * std::sin(static_cast<double>(sample.seconds) / 3.0)))
                        < 1e-3);
            }
        }
    }

    void whatIsOnlyReadIsRefused()
    {
        const auto out = writeLabels(LabelFormat::JamendoTags, everything());
        QVERIFY(!out);
        QCOMPARE(out.error().code, ErrorCode::Refused);
    }

    void namesOfFilesAreSafe()
    {
        LabelRecord record;
        record.title = "../a:b\n" + std::string(58, 'x') + "ü";
        const std::string name = outputName(12, record, "A?", ".csv");
        QVERIFY(name.starts_with("0012 .._a_b_x"));
        QVERIFY(name.find_first_of("/:?\n") == std::string::npos);
        QVERIFY(QString::fromStdString(name).toStdString() == name); // whole characters
    }
};

QTEST_GUILESS_MAIN(LabelWritersTest)
#include "tst_label_writers.moc"
