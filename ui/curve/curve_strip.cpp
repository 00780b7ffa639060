#include "ui/curve/curve_strip.h"

#include "ui/common/palette.h"
#include "ui/curve/banded_curve.h"

namespace circumplex {

CurveStrip::CurveStrip(const AnalysedTrack& track, QWidget* parent)
    : QCustomPlot(parent)
{
    setBackground(palette::kPaper);
    plotLayout()->setMargins({});
    for (QCPAxis* axis : { xAxis, yAxis }) {
        setQuietAxis(*axis);
        axis->setTickLabelFont(palette::font(12));
    }
    axisRect()->setMinimumMargins({ 0, 8, 20, 0 });
    setTimeScale(*xAxis, track.durationSeconds);
    xAxis->ticker()->setTickCount(5);
    setEmotionScale(*yAxis, {}, {});
    const QSharedPointer<QCPAxisTickerFixed> ends(new QCPAxisTickerFixed);
    ends->setTickOrigin(1.0);
    ends->setTickStep(4.0);
    yAxis->setTicker(ends);

    const EmotionCurve& curve = track.curve;
    BandedCurve valence(*xAxis, *yAxis, tr("Valence"), palette::kValence);
    valence.setValues(curve.startSeconds, curve.hopSeconds, curve.valence, curve.valenceLower,
        curve.valenceUpper);
    BandedCurve arousal(*xAxis, *yAxis, tr("Arousal"), palette::kArousal, Qt::CustomDashLine);
    arousal.setValues(curve.startSeconds, curve.hopSeconds, curve.arousal, curve.arousalLower,
        curve.arousalUpper);
}

} // namespace circumplex
