#pragma once

#include "core/services/analysis_results.h"
#include "ui/curve/banded_curve.h"

#include <qcustomplot.h>

namespace circumplex {

/// One track over time, from top to bottom: the quarter of the plane it is in, valence, arousal
/// (each with its interval as a band and the whole track's value as a dotted line), its most
/// probable moods (darker: more probable, if the results have them over time), and its chords.
class EmotionPlot : public QCustomPlot {
    Q_OBJECT

public:
    /// @param track        durationSeconds above 0
    /// @param widthPixels  the width it will have: labels that would not fit are left out
    EmotionPlot(const AnalysedTrack& track, int widthPixels, QWidget* parent = nullptr);

private:
    static constexpr int kSideLabelsPixels = 110;

    /// @param heightPixels  of the panel's inside; 0: a share of what is left
    QCPAxisRect& addPanel(const QString& name, int heightPixels);
    void addQuarterStrip(const AnalysedTrack& track);
    BandedCurve addCurve(const QString& title, double trackValue, const Interval& trackInterval,
        const QColor& colour, const QString& lowWord, const QString& highWord);
    void addMoodLanes(const AnalysedTrack& track);
    void addChords(const AnalysedTrack& track);

    QCPMarginGroup* m_sides;
    double m_durationSeconds;
    double m_pixelsPerSecond;
};

} // namespace circumplex
