#include "core/services/analysis_results.h"

#include <QBuffer>
#include <QTest>

namespace circumplex {

namespace {

/// Readable JSON: ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray goodLine()
{
    return json(
        "{'path': 'a - b.flac', 'model': 'm@1', 'mode': 'corrected', 'duration': 4.5, "
        "'valence': 6.25, 'arousal': 3.5, 'valence_interval': [5, 7], "
        "'arousal_interval': [2.5, 4.5], "
        "'moods': [{'tag': 'calm', 'probability': 0.75}, {'tag': 'sad', 'probability': 0.5}], "
        "'key': {'tonic': 'F#', 'mode': 'minor', 'confidence': 0.5}, "
        "'chords': [{'start': 0, 'end': 1.5, 'label': 'F#:min'}], "
        "'curve': {'start': 0.5, 'hop': 2, 'window': 10, 'valence': [6, 6.5], "
        "'arousal': [3, 4], 'valence_lower': [5, 5.5], 'valence_upper': [7, 7.5], "
        "'arousal_lower': [2, 3], 'arousal_upper': [4, 5], 'tags': {'calm': [0.25, 1]}}}");
}

auto read(QByteArray lines)
{
    QBuffer buffer(&lines);
    buffer.open(QIODevice::ReadOnly);
    return readAnalysisResults(buffer);
}

} // namespace

class AnalysisResultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsRead()
    {
        const auto tracks = read(goodLine());
        QVERIFY(tracks.has_value());
        QCOMPARE(tracks->size(), std::size_t(1));
        const AnalysedTrack& track = tracks->front();
        QCOMPARE(track.path, QStringLiteral("a - b.flac"));
        QCOMPARE(track.model, QStringLiteral("m@1"));
        QCOMPARE(track.mode, QStringLiteral("corrected"));
        QCOMPARE(track.durationSeconds, 4.5);
        QCOMPARE(track.valence, 6.25);
        QCOMPARE(track.arousal, 3.5);
        QCOMPARE(track.valenceInterval.lower, 5.0F);
        QCOMPARE(track.arousalInterval.upper, 4.5F);
        QCOMPARE(track.moods.size(), std::size_t(2));
        QCOMPARE(track.moods[0].tag, QStringLiteral("calm"));
        QCOMPARE(track.moods[0].overTime, (std::vector<double> { 0.25, 1.0 }));
        QVERIFY(track.moods[1].overTime.empty());
        QCOMPARE(track.key, QStringLiteral("F# minor"));
        QCOMPARE(track.chords.size(), std::size_t(1));
        QCOMPARE(track.chords[0].endSeconds, 1.5);
        QCOMPARE(track.chords[0].label, QStringLiteral("F#:min"));
        QCOMPARE(track.curve.startSeconds, 0.5);
        QCOMPARE(track.curve.hopSeconds, 2.0);
        QCOMPARE(track.curve.windowSeconds, 10.0);
        QCOMPARE(track.curve.valence, (std::vector<float> { 6.0F, 6.5F }));
        QCOMPARE(track.curve.arousalUpper, (std::vector<float> { 4.0F, 5.0F }));
    }

    void failedFilesAndEmptyLinesAreLeftOut()
    {
        const auto tracks = read(
            json("{'path': 'x', 'error': {'code': 'file-missing', 'message': 'no such file'}}\n\n")
            + goodLine() + "\n");
        QVERIFY(tracks.has_value());
        QCOMPARE(tracks->size(), std::size_t(1));
    }

    void aTrackWithoutKeyIsFine()
    {
        const auto tracks = read(goodLine().replace(
            json("{'tonic': 'F#', 'mode': 'minor', 'confidence': 0.5}"), "null"));
        QVERIFY(tracks.has_value());
        QVERIFY(tracks->front().key.isEmpty());
    }

    void oddLinesAreRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* name, const char* from, const char* to, const char* named) {
            QTest::newRow(name) << json(from) << json(to) << json(named);
        };
        row("cut off", "'arousal_upper': [4, 5]", "", "JSON");
        row("text for a number", "6.25", "'high'", "'valence'");
        row("no path", "'path'", "'place'", "'path'");
        row("no duration", "4.5, 'valence'", "0, 'valence'", "'duration'");
        row("one bound", "[5, 7]", "[5]", "'valence_interval'");
        row("short band", "[7, 7.5]", "[7]", "'valence_upper'");
        row("null in a curve", "[3, 4]", "[3, null]", "'arousal'");
        row("short tag curve", "[0.25, 1]", "[0.25]", "'calm'");
        row("chords as text", "[{'start': 0, 'end': 1.5, 'label': 'F#:min'}]", "'F#:min'",
            "'chords'");
    }

    void oddLinesAreRefusedByName()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, named);
        QByteArray line = goodLine();
        QVERIFY(line.contains(from));
        line.replace(line.indexOf(from), from.size(), to);
        const auto tracks = read("\n" + line);
        QVERIFY(!tracks.has_value());
        QCOMPARE(tracks.error().code, ErrorCode::ResultsUnusable);
        const QByteArray detail = QByteArray::fromStdString(tracks.error().detail);
        QVERIFY2(detail.startsWith("line 2: ") && detail.contains(named), detail.constData());
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::AnalysisResultsTest)
#include "tst_analysis_results.moc"
