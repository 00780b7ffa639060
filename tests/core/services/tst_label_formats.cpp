#include "core/services/label_formats.h"

#include <QTest>

#include <cmath>

using namespace circumplex;

namespace {

LabelFile read(
    const std::string& bytes, const char* name = "labels.csv", const LabelReading& reading = {})
{
    auto file = readLabelFile(bytes, name, reading);
    if (!file) throw std::runtime_error(file.error().detail);
    return *std::move(file);
}

std::string refusal(
    const std::string& bytes, const char* name = "labels.csv", const LabelReading& reading = {})
{
    const auto file = readLabelFile(bytes, name, reading);
    return file ? std::string("was read") : file.error().detail;
}

bool isNear(double one, double other)
{
    return std::abs(one - other) < 1e-5;
}

} // namespace

/// Labels as data sets and other programs write them.
class LabelFormatsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staticRatingsOfDataSets()
    {
        const auto deam = read("song_id, valence_mean, valence_std, arousal_mean, arousal_std\n"
                               "2,3.1,0.94,3,0.63\n3,9.5,1,3,1\n4,3\n",
            "static_annotations.csv");
        QCOMPARE(deam.format, LabelFormat::StaticRatings);
        QCOMPARE(deam.records.size(), 1U);
        QCOMPARE(deam.records[0].row.path.string(), std::string("2"));
        QCOMPARE(*deam.records[0].row.valence, 3.1);
        QCOMPARE(deam.records[0].row.rater, std::string("static_annotations"));
        QCOMPARE(deam.refused.size(), 2U);
        QCOMPARE(deam.refused[0].line, 3);
        QCOMPARE(deam.refused[0].reason,
            std::string("column valence_mean: \"9.5\" is not a number between 1 and 9"));
        QCOMPARE(deam.refused[1].reason, std::string("2 cells, but the header has 5"));
        const auto pmemo = read("musicId,Arousal(mean),Valence(mean)\n1,0.5,1\n");
        QCOMPARE(*pmemo.records[0].row.arousal, 5.0);
        QCOMPARE(*pmemo.records[0].row.valence, 9.0);
        QCOMPARE(pmemo.notices.size(), 1U);
    }

    void dynamicRatingsBecomeTraces()
    {
        const auto pmemo
            = read("song_id,time_s,valence_mean,valence_std,arousal_mean,arousal_std\n"
                   "1,16,0.5,0.1,1,0.1\n1,15.5,0.25,0.1,0,0.1\n4,15.5,0.5,0.1,2,0.1\n");
        QCOMPARE(pmemo.format, LabelFormat::DynamicRatings);
        QCOMPARE(pmemo.records.size(), 1U);
        const auto& traces = pmemo.records[0].traces;
        QCOMPARE(traces.size(), 2U);
        QCOMPARE(traces[0].samples.at(0), (TraceSample { 15.5F, 3.0F })); // in order of time
        QCOMPARE(traces[1].samples.at(1), (TraceSample { 16.0F, 9.0F }));
        QCOMPARE(pmemo.refused.at(0).line, 4);

        const auto deam = read("song_id,sample_15000ms,sample_15500ms,sample_16000ms\n"
                               "2,-1,0,\n3,0.5,1.5,0\n",
            "arousal.csv");
        QCOMPARE(deam.format, LabelFormat::DynamicSamples);
        QCOMPARE(deam.records[0].traces[0].dimension, TraceDimension::Arousal);
        QCOMPARE(deam.records[0].traces[0].samples.size(), 2U);
        QCOMPARE(deam.records[0].traces[0].samples[0], (TraceSample { 15.0F, 1.0F }));
        QVERIFY(deam.refused.at(0).reason.starts_with("column sample_15500ms: \"1.5\""));
        QVERIFY(
            refusal("song_id,sample_0ms\n1,0\n", "x.csv").find("--dimension") != std::string::npos);
        QCOMPARE(
            read("song_id,sample_0ms\n1,0\n", "x.csv", { .dimension = TraceDimension::Valence })
                .records[0]
                .traces[0]
                .dimension,
            TraceDimension::Valence);
    }

    void tagsOfJamendo()
    {
        const auto file = read(
            "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS\n"
            "track_1\tartist_1\talbum_1\t24/3524.mp3\t266.1\tmood/theme---sad\tgenre---rock\t"
            "mood/theme---calm\n"
            "track_2\tartist_1\talbum_1\t24/3525.mp3\t266.1\n",
            "autotagging.tsv");
        QCOMPARE(file.format, LabelFormat::JamendoTags);
        QCOMPARE(file.records[0].row.tags,
            (std::vector<RatedTag> { { "calm", true }, { "sad", true } }));
        QCOMPARE(*file.records[0].durationSeconds, 266.1);
        QCOMPARE(file.refused.at(0).line, 3);
    }

    void tracesOfCarmaAndDarma()
    {
        const auto carma = read("Time of Rating,01-Jan-2020\nMultimedia File,song.mp3\n"
                                "Lower Label,very negative\nUpper Label,very positive\n"
                                "Minimum Value,-100\nMaximum Value,100\nNumber of Steps,9\n"
                                "Second,Rating\n%%%%%%,%%%%%%\n1,-100\n2,0\n3,NaN\n4,150\n",
            "Ann.csv");
        QCOMPARE(carma.format, LabelFormat::Carma);
        const LabelRecord& record = carma.records.at(0);
        QCOMPARE(record.row.path.string(), std::string("song.mp3"));
        QCOMPARE(record.row.rater, std::string("Ann"));
        QCOMPARE(record.traces.at(0).dimension, TraceDimension::Valence);
        QCOMPARE(record.traces[0].samples,
            (std::vector<TraceSample> { { 1.0F, 1.0F }, { 2.0F, 5.0F } }));
        QCOMPARE(carma.refused.at(0).line, 13);

        const auto darma = read("Time of Rating,01-Jan-2020,,\nMultimedia File,song.mp3,,\n"
                                "Magnitude,1000,,\nSecond,X,Y,B\n%%%%%%,%%%%%%,%%%%%%,%%%%%%\n"
                                "0.5,-1000,500,0\n");
        QCOMPARE(darma.records.at(0).traces.size(), 2U);
        QCOMPARE(darma.records[0].traces[0].samples[0], (TraceSample { 0.5F, 1.0F }));
        QCOMPARE(darma.records[0].traces[1].samples[0], (TraceSample { 0.5F, 7.0F }));
        QVERIFY(refusal("Time of Rating,x\nSecond,Rating\n1,2\n").find("Minimum Value")
            != std::string::npos);
    }

    void exportsOfLabelStudio()
    {
        const auto file = read(R"([
            {"data": {"audio": "/data/local-files/?d=music/a%20b.mp3"}, "annotations": [
                {"completed_by": {"email": "ann@example.org"}, "result": [
                    {"from_name": "mood", "type": "choices", "value": {"choices": ["calm", "sad"]}},
                    {"from_name": "valence", "type": "rating", "value": {"rating": 3}}]},
                {"completed_by": 7, "was_cancelled": true, "result": []},
                {"completed_by": 7, "result": [
                    {"from_name": "arousal", "type": "number", "value": {"number": 11}}]}]},
            {"data": {"text": "no sound"}, "annotations": []}])",
            "export.json");
        QCOMPARE(file.format, LabelFormat::LabelStudio);
        QCOMPARE(file.records.size(), 1U);
        QCOMPARE(file.records[0].row.path.string(), std::string("music/a b.mp3"));
        QCOMPARE(file.records[0].row.rater, std::string("ann@example.org"));
        QCOMPARE(*file.records[0].row.valence, 3.0);
        QCOMPARE(file.records[0].row.tags.size(), 2U);
        QCOMPARE(file.refused.size(), 2U);
        QVERIFY(file.refused[0].reason.find("arousal is not a number between 1 and 9")
            != std::string::npos);
    }

    void annotationsOfJams()
    {
        const auto file = read(R"({"file_metadata": {"artist": "A", "title": "T", "duration": 30.5,
             "identifiers": {"musicbrainz": "mbid-1"}},
            "annotations": [
              {"namespace": "tag_open", "annotation_metadata": {"curator": {"name": "Bob"}},
               "data": [{"time": 0, "duration": 30, "value": "sad", "confidence": 1}]},
              {"namespace": "mood_thayer", "data": {"time": [0, 10], "value": [[0.5, -1], [0, 1]]}},
              {"namespace": "chord", "data": []},
              {"namespace": "mood_thayer", "data": [{"time": 0, "duration": 30, "value": [2, 0]}]}]})",
            "song.jams");
        QCOMPARE(file.format, LabelFormat::Jams);
        QCOMPARE(file.records.size(), 2U);
        QCOMPARE(file.records[0].recordingMbid, std::string("mbid-1"));
        QCOMPARE(file.records[0].row.rater, std::string("Bob"));
        QCOMPARE(*file.records[0].durationSeconds, 30.5);
        QVERIFY(isNear(static_cast<double>(file.records[1].traces.at(0).samples.at(0).value), 7.0));
        QVERIFY(isNear(static_cast<double>(file.records[1].traces.at(1).samples.at(0).value), 1.0));
        QCOMPARE(file.refused.size(), 1U);
    }

    void whatIsNoLabelFileIsRefusedWithTheWayOut()
    {
        QVERIFY(refusal("").find("it is empty") != std::string::npos);
        QVERIFY(refusal("a,b\n1,2\n").find("--format") != std::string::npos);
        QVERIFY(refusal("song_id,mood\n1,2\n").find("valence_mean") != std::string::npos);
        QVERIFY(refusal("song_id,valence_mean,arousal_mean\n\xFF,3,3\n").find("UTF-8")
            != std::string::npos);
        QVERIFY(refusal("[{\"data\":\n {]", "x.json").find("line 2") != std::string::npos);
        QVERIFY(
            refusal("{}", "x.json").find("neither an export of Label Studio") != std::string::npos);
        for (const char* name : { "table", "static-ratings", "dynamic-ratings", "dynamic-samples",
                 "jamendo-tags", "carma", "label-studio", "jams" })
            QCOMPARE(labelFormatName(*labelFormatNamed(name)), name);
        QVERIFY(!labelFormatNamed("other"));
    }
};

QTEST_GUILESS_MAIN(LabelFormatsTest)
#include "tst_label_formats.moc"
