#pragma once

#include "core/ml/track_listener.h"
#include "core/ml/training/training_pack.h"
#include "core/services/label_table.h"

#include <map>
#include <string>

namespace circumplex {

/// Puts a training pack together, track by track: one example for the whole track, and one for
/// every window that lies wholly inside it.
class PackBuilder {
public:
    /// @param encoder  hash of the encoder's weights
    PackBuilder(std::string encoder, const CurveGrid& grid);

    /// @param features  heard in corrected mode with the same grid
    void add(const TrackFeatures& features, const LabelledFile& labels);

    TrainingPack take();

private:
    void addExample(std::span<const float> embedding, std::span<const ChordSpan> chords,
        const TrackFeatures& features, const LabelledFile& labels, bool isWhole);

    CurveGrid m_grid;
    TrainingPack m_pack;
    std::int64_t m_trackCount = 0;
    std::map<std::string, std::int64_t> m_groups, m_sets;
    std::int64_t m_group = 0, m_set = 0; ///< of the track being added
};

} // namespace circumplex
