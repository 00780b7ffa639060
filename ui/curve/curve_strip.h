#pragma once

#include "core/services/analysis_results.h"

#include <qcustomplot.h>

namespace circumplex {

/// Valence (solid) and arousal (dashed) of one track in a single small panel.
class CurveStrip : public QCustomPlot {
    Q_OBJECT

public:
    /// @param track  durationSeconds above 0
    explicit CurveStrip(const AnalysedTrack& track, QWidget* parent = nullptr);
};

} // namespace circumplex
