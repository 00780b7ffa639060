#pragma once

#include "core/audio/waveform_pyramid.h"
#include "core/services/track_view.h"
#include "ui/common/theme.h"
#include "ui/curve/time_window.h"

#include <QRect>
#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace circumplex {

/// All that one picture of a track shows, ready to be painted.
struct TrackScene {
    /// One model's curves, smoothed as asked for; without tags.
    struct ModelCurve {
        QString model;
        EmotionCurve curve;
    };
    struct TagLane {
        QString name;
        float wholeTrack = 0.0F; ///< what the model gives it as a whole, in [0, 1]
        std::vector<float> values; ///< one per point of the first model's curve
    };
    /// Samples for drawing closer than 256 a pixel.
    struct CloseUp {
        std::int64_t firstSample = 0; ///< of the file
        std::vector<float> mono;
    };

    std::shared_ptr<const TrackView> view; ///< nullptr: nothing is open
    std::shared_ptr<const WaveformPyramid> waveform; ///< nullptr: not there yet
    CloseUp closeUp;
    TimeWindow time;
    std::vector<ModelCurve> curves; ///< the first with bands, the others as thin lines
    std::vector<TagLane> tags;
    bool showsTraces = true;
    double smoothingSeconds = 0.0;
    bool isAnalysing = false;
    bool isReadingSound = false; ///< the waveform is not complete yet

    /// @param tags  index into kMoodTags; empty: the strongest five
    /// @param models  which readings are drawn, the first as the main one
    void choose(const std::vector<std::size_t>& models, const std::vector<int>& tags);

    const TrackView::Reading* mainReading() const; ///< nullptr: none is drawn
    bool hasResidual() const { return showsTraces && view && !view->traces.empty(); }

private:
    std::vector<std::size_t> m_models;
};

/// Where the lanes are. Empty rectangles are not shown.
struct TrackLayout {
    QRect plot, ruler, residual, chords, key, tags, comments, caption;

    TrackLayout(const QRect& area, const TrackScene& scene);
};

} // namespace circumplex
