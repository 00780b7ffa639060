#include "ui/common/palette.h"
#include "ui/curve/curve_strip.h"
#include "ui/curve/emotion_figure.h"
#include "ui/curve/emotion_plot.h"
#include "ui/plane/plane_view.h"

#include <QTest>

namespace circumplex {

namespace {

/// Half a minute that goes from sad to joyful, a point every 2 s.
AnalysedTrack exampleTrack()
{
    AnalysedTrack track;
    track.path = QStringLiteral("/music/Somebody - Something.flac");
    track.model = QStringLiteral("starter@0123");
    track.mode = QStringLiteral("corrected");
    track.durationSeconds = 30.0;
    track.valence = 5.5;
    track.arousal = 4.5;
    track.valenceInterval = { 4.5F, 6.5F };
    track.arousalInterval = { 3.0F, 6.0F };
    track.curve.hopSeconds = 2.0;
    AnalysedTrack::Mood mood { QStringLiteral("hopeful"), 0.5, {} };
    for (int point = 0; point < 15; ++point) {
        const float valence = 3.0F + 0.3F * static_cast<float>(point);
        track.curve.valence.push_back(valence);
        track.curve.valenceLower.push_back(valence - 1.0F);
        track.curve.valenceUpper.push_back(valence + 1.0F);
        track.curve.arousal.push_back(10.0F - valence);
        track.curve.arousalLower.push_back(9.5F - valence);
        track.curve.arousalUpper.push_back(10.5F - valence);
        mood.overTime.push_back(point / 15.0);
    }
    track.moods.push_back(mood);
    track.chords = { { 0.0, 12.0, QStringLiteral("A:min") }, { 12.0, 13.0, QStringLiteral("N") },
        { 13.0, 30.0, QStringLiteral("C:maj7") } };
    return track;
}

QCPGraph* graphNamed(const QCustomPlot& plot, const QString& name)
{
    for (int i = 0; i < plot.graphCount(); ++i)
        if (plot.graph(i)->name() == name) return plot.graph(i);
    return nullptr;
}

void compareGraph(const QCustomPlot& plot, const QString& name, const std::vector<float>& values,
    const EmotionCurve& curve)
{
    const QCPGraph* graph = graphNamed(plot, name);
    QVERIFY2(graph, qPrintable(name));
    QCOMPARE(graph->dataCount(), static_cast<int>(values.size()));
    for (int point = 0; point < graph->dataCount(); ++point) {
        QCOMPARE(graph->dataMainKey(point), curve.startSeconds + point * curve.hopSeconds);
        QCOMPARE(graph->dataMainValue(point),
            static_cast<double>(values[static_cast<std::size_t>(point)]));
    }
}

void compareCurves(const QCustomPlot& plot, const EmotionCurve& curve)
{
    compareGraph(plot, QStringLiteral("Valence"), curve.valence, curve);
    compareGraph(plot, QStringLiteral("Valence lower"), curve.valenceLower, curve);
    compareGraph(plot, QStringLiteral("Valence upper"), curve.valenceUpper, curve);
    compareGraph(plot, QStringLiteral("Arousal"), curve.arousal, curve);
    compareGraph(plot, QStringLiteral("Arousal lower"), curve.arousalLower, curve);
    compareGraph(plot, QStringLiteral("Arousal upper"), curve.arousalUpper, curve);
}

QStringList textsOf(const QCustomPlot& plot)
{
    QStringList texts;
    for (int i = 0; i < plot.itemCount(); ++i)
        if (const auto* text = qobject_cast<QCPItemText*>(plot.item(i))) texts.append(text->text());
    return texts;
}

} // namespace

class EmotionPlotTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void curvesAndBandsAreTheTracks()
    {
        const AnalysedTrack track = exampleTrack();
        compareCurves(EmotionPlot(track, 1000), track.curve);
        compareCurves(CurveStrip(track), track.curve);
    }

    void valueAxesShowTheWholeScale()
    {
        const EmotionPlot plot(exampleTrack(), 1000);
        const QCPGraph* valence = graphNamed(plot, QStringLiteral("Valence"));
        QCOMPARE(valence->valueAxis()->range().lower, 1.0);
        QCOMPARE(valence->valueAxis()->range().upper, 9.0);
        QCOMPARE(valence->keyAxis()->range().upper, 30.0);
    }

    void moodLanesHoldTheProbabilities()
    {
        const AnalysedTrack track = exampleTrack();
        EmotionPlot plot(track, 1000);
        const QCPColorMap* lanes = nullptr;
        for (int i = 0; i < plot.plottableCount(); ++i)
            if (auto* map = qobject_cast<QCPColorMap*>(plot.plottable(i))) lanes = map;
        QVERIFY(lanes);
        QCOMPARE(lanes->data()->keySize(), 15);
        QCOMPARE(lanes->data()->valueSize(), 1);
        for (int point = 0; point < 15; ++point)
            QCOMPARE(lanes->data()->cell(point, 0), point / 15.0);
    }

    void chordsAndQuartersAreNamedWhereTheyFit()
    {
        // Valence passes 5 after point 6; arousal falls to 5 with it: tense, then calm.
        const QStringList wide = textsOf(EmotionPlot(exampleTrack(), 1000));
        for (const char* expected : { "tense", "calm", "Am", "Cmaj7" })
            QVERIFY2(wide.contains(QLatin1StringView(expected)), expected);
        QVERIFY(!wide.contains(QStringLiteral("N")));
        const QStringList narrow = textsOf(EmotionPlot(exampleTrack(), 130));
        QVERIFY(!narrow.contains(QStringLiteral("Cmaj7")));
    }

    void aTrackTooShortForACurveIsStillDrawn()
    {
        AnalysedTrack track = exampleTrack();
        track.curve = {};
        track.moods[0].overTime.clear();
        const EmotionPlot plot(track, 1000);
        QCOMPARE(graphNamed(plot, QStringLiteral("Valence"))->dataCount(), 0);
        QCOMPARE(graphNamed(plot, QStringLiteral("Valence of the track"))->dataMainValue(0), 5.5);
        QCOMPARE(drawTrackFigure(track).size(), kFigureSize);
    }

    void planeMarksEachTrackAtItsValue()
    {
        AnalysedTrack second = exampleTrack();
        second.path = QStringLiteral("other.mp3");
        second.valence = 2.0;
        const std::vector tracks { exampleTrack(), second };
        const PlaneView plane(tracks, PlaneView::Marks::Numbered);
        const QCPGraph* mark = graphNamed(plane, second.path);
        QVERIFY(mark);
        QCOMPARE(mark->dataMainKey(0), 2.0);
        QCOMPARE(mark->dataMainValue(0), 4.5);
        QVERIFY(textsOf(plane).contains(QStringLiteral("2")));
    }

    void quartersMeetAtFive_data()
    {
        QTest::addColumn<double>("valence");
        QTest::addColumn<double>("arousal");
        QTest::addColumn<int>("quarter");
        QTest::newRow("joyful") << 5.0 << 5.0 << static_cast<int>(palette::Quarter::Joyful);
        QTest::newRow("tense") << 4.9 << 5.0 << static_cast<int>(palette::Quarter::Tense);
        QTest::newRow("sad") << 4.9 << 4.9 << static_cast<int>(palette::Quarter::Sad);
        QTest::newRow("calm") << 5.0 << 4.9 << static_cast<int>(palette::Quarter::Calm);
    }

    void quartersMeetAtFive()
    {
        QFETCH(double, valence);
        QFETCH(double, arousal);
        QFETCH(int, quarter);
        QCOMPARE(static_cast<int>(palette::quarterOf(valence, arousal)), quarter);
    }

    void figuresShowTheCurveInItsColour()
    {
        // Not white, and the two curve colours are somewhere on the page.
        const std::vector tracks { exampleTrack(), exampleTrack() };
        for (const QImage& image : { drawTrackFigure(tracks[0]), drawOverviewFigure(tracks) }) {
            QCOMPARE(image.size(), kFigureSize);
            int valence = 0;
            int arousal = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    valence += image.pixelColor(x, y) == palette::kValence;
                    arousal += image.pixelColor(x, y) == palette::kArousal;
                }
            }
            QVERIFY2(valence > 200 && arousal > 200,
                qPrintable(QStringLiteral("%1, %2 pixels").arg(valence).arg(arousal)));
        }
    }
};

} // namespace circumplex

QTEST_MAIN(circumplex::EmotionPlotTest)
#include "tst_emotion_plot.moc"
