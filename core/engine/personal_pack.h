#pragma once

#include "core/ml/emotion/window_pooling.h"
#include "core/ml/track_listener.h"
#include "core/ml/training/leak_check.h"
#include "core/ml/training/training_pack.h"
#include "core/services/label_set.h"

#include <map>
#include <string>
#include <vector>

namespace circumplex {

/// How much the labels of each rater count; 1 for who is not named.
using RaterWeights = std::map<std::string, double>;

/// What raters said of one track, brought together for training.
struct JoinedLabels {
    struct Value {
        double value = 5.0; ///< 1..9
        double weight = 0.0; ///< 0: not rated
    };

    Value valence, arousal; ///< of the whole track; where there are only traces, their mean
    std::vector<Value> valenceWindows, arousalWindows; ///< [point] of the curve grid, from traces
    std::map<int, Value> tags; ///< index into kMoodTags; 0..1
};

/// Ratings of one rater are averaged over the sittings, then raters over each other by weight.
///
/// A trace counts for every window that its counted part covers wholly: its latency taken off,
/// without the orientation at its beginning and the after-glow behind the sound. Where no
/// orientation is marked, it is 8 s from the first sample on (people take that long to make up
/// their mind: Bachorik et al. 2009). Relative traces tell no values and count for nothing.
///
/// A rater who gave a track tags, and uses another tag elsewhere, is taken to say with a third of
/// the weight that the other one does not apply.
JoinedLabels joinLabels(const LabelSet& labels, const LabelledTrack& track,
    const RaterWeights& weights, const CurveGrid& grid);

/// English sentences about what should be known before these labels are trusted: one rater, equal
/// ratings, a rater who contradicts themselves, tags that no model knows.
std::vector<std::string> labelWarnings(const LabelSet& labels);

/// Puts a training pack together from labels, track by track: a row for the whole track and one for
/// some of the windows that lie wholly inside it, evenly spread.
class PersonalPackBuilder {
public:
    /// @param encoder       names what heard the features
    /// @param windowBudget  windows per track at most
    PersonalPackBuilder(std::string encoder, const CurveGrid& grid, std::size_t windowBudget);

    /// @param features  heard in corrected mode with the same grid
    /// @return false: these labels say nothing that a model could learn
    bool add(const TrackFeatures& features, const JoinedLabels& labels, TrackId track,
        std::int64_t group);

    /// The middle of each row's sound, seconds in its track.
    const std::vector<double>& rowSeconds() const { return m_rowSeconds; }

    TrainingPack take() { return std::move(m_pack); }

private:
    void addRow(std::span<const float> embedding, std::span<const ChordSpan> chords,
        const TrackFeatures& features, bool isWhole, const JoinedLabels::Value& valence,
        const JoinedLabels::Value& arousal, const JoinedLabels& labels);

    CurveGrid m_grid;
    std::size_t m_windowBudget;
    TrainingPack m_pack;
    std::vector<double> m_rowSeconds;
};

/// A budget for that many tracks, so that the pack stays below about 256 MB.
std::size_t windowBudget(std::size_t trackCount, std::size_t dimension);

/// What ties a library's tracks together: tags, recordings (equal sound, or duplicates that nobody
/// said were different), and for files without artist and album their folder.
Result<std::vector<TrackTies>> tiesOf(
    LibraryDatabase& library, const std::vector<LabelledTrack>& tracks);

} // namespace circumplex
