#pragma once

#include "core/services/analysis_results.h"

#include <qcustomplot.h>

#include <span>

namespace circumplex {

/// The valence-arousal plane with one mark per track, numbered from 1, and a thin line along the
/// way each track takes over time, with a dot at its end. To be given a square area, so that both
/// axes have one scale.
class PlaneView : public QCustomPlot {
    Q_OBJECT

public:
    enum class Marks { Numbered, Plain };

    PlaneView(std::span<const AnalysedTrack> tracks, Marks marks, QWidget* parent = nullptr);

    /// The colour of the i-th track; repeats, so the number says more.
    static QColor trackColour(std::size_t index);

private:
    void addQuarters();
    void addTrack(const AnalysedTrack& track, std::size_t index, Marks marks);
};

} // namespace circumplex
