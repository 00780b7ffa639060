#pragma once

#include <QColor>
#include <QSharedPointer>
#include <qcustomplot.h>

#include <span>

namespace circumplex {

/// One curve over time with its interval drawn as a band of the same colour behind it.
/// The graphs belong to the plot of the axes.
class BandedCurve {
public:
    /// @param name  of the curve's graph; the band's edges are "<name> lower" and "<name> upper"
    BandedCurve(QCPAxis& timeAxis, QCPAxis& valueAxis, const QString& name, const QColor& colour,
        Qt::PenStyle style = Qt::SolidLine);

    /// Point i lies at `startSeconds + i * hopSeconds`; the three have one length.
    void setValues(double startSeconds, double hopSeconds, std::span<const float> values,
        std::span<const float> lower, std::span<const float> upper);

private:
    QCPGraph* m_lower;
    QCPGraph* m_upper;
    QCPGraph* m_curve;
};

/// Fixes a value axis to the 1..9 scale with ticks at every second step; `lowWord` and `highWord`
/// say what its ends mean.
void setEmotionScale(QCPAxis& axis, const QString& lowWord, const QString& highWord);

/// Shows seconds as m:ss, or h:mm:ss from one hour on.
void setTimeScale(QCPAxis& axis, double durationSeconds);

/// Grey lines, no tick marks, small text.
void setQuietAxis(QCPAxis& axis);

} // namespace circumplex
