#pragma once

#include "core/audio/waveform_pyramid.h"
#include "core/services/track_view.h"
#include "ui/common/theme.h"
#include "ui/curve/series_mark.h"
#include "ui/curve/time_window.h"

#include <QRect>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace circumplex {

/// All that one picture of a track shows, ready to be painted.
struct TrackScene {
    /// One model's curves, smoothed as asked for; without tags.
    struct ModelCurve {
        QString model {};
        EmotionCurve curve {};
        double valence = 5.0, arousal = 5.0; ///< of the whole track
    };
    struct TagLane {
        QString name {};
        float wholeTrack = 0.0F; ///< what the model gives it as a whole, in [0, 1]
        float least = 0.0F, most = 1.0F; ///< what is drawn palest and darkest
        std::vector<float> values {}; ///< one per point of the first model's curve
    };
    /// Samples for drawing closer than 256 a pixel.
    struct CloseUp {
        std::int64_t firstSample = 0; ///< of the file
        std::vector<float> mono {};
    };

    std::shared_ptr<const TrackView> view {}; ///< nullptr: nothing is open
    std::shared_ptr<const WaveformPyramid> waveform {}; ///< nullptr: not there yet
    CloseUp closeUp {};
    TimeWindow time {};
    std::vector<ModelCurve> curves {}; ///< the first with bands, the others as thin lines
    std::vector<TagLane> tags {};
    std::set<QString> hiddenRaters {}; ///< whose traces are not drawn
    double smoothingSeconds = 0.0;
    bool isAnalysing = false;
    bool isReadingSound = false; ///< the waveform is not complete yet
    bool isOnPaper = false; ///< every lane has its place, and the caption is not among them

    /// @param tags  index into kMoodTags; empty: the strongest five
    /// @param models  which readings are drawn, the first as the main one
    void choose(const std::vector<std::size_t>& models, const std::vector<int>& tags);

    const TrackView::Reading* mainReading() const; ///< nullptr: none is drawn
    std::vector<const TrackView::Reading*> shownReadings() const;

    QStringList raters() const; ///< who drew, each once, oldest first; "" for one without a name
    std::vector<const TrackView::HumanTrace*> shownTraces() const;
    std::size_t placeOfRater(const QString& rater) const;
    static SeriesMark markOfModel(std::size_t curve); ///< @param curve  index into curves, above 0

    /// Others than the main model say something.
    bool hasResidual() const;

private:
    std::vector<std::size_t> m_models {};
};

/// A rater's name for people.
QString raterName(const QString& rater);

/// Where the lanes are. Empty rectangles are not shown: where there is little height, lanes give
/// way to the plot, moods first.
struct TrackLayout {
    QRect plot, ruler, residual, chords, key, tags, comments, caption;
    int tagLanes = 0;
    int hiddenLanes = 0;

    TrackLayout(const QRect& area, const TrackScene& scene);

    /// What every lane takes together with a plot of this height.
    static int fullHeight(const TrackScene& scene, int plotHeight, int width);
};

} // namespace circumplex
