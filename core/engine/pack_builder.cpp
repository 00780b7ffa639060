#include "core/engine/pack_builder.h"

#include "core/engine/heard_example.h"
#include "core/ml/harmony/chord_window.h"
#include "core/types/mood_tags.h"

namespace circumplex {

PackBuilder::PackBuilder(std::string encoder, const CurveGrid& grid)
    : m_grid(grid)
{
    m_pack.encoder = std::move(encoder);
}

void PackBuilder::add(const TrackFeatures& features, const LabelledFile& labels)
{
    m_pack.dimension = features.embedding.size();
    const auto [set, isNewSet]
        = m_sets.try_emplace(labels.set, static_cast<std::int64_t>(m_sets.size()));
    if (isNewSet) m_pack.setNames.push_back(labels.set);
    m_set = set->second;
    const auto group
        = labels.group.empty() ? labels.path.string() : labels.set + '\n' + labels.group;
    m_group = m_groups.try_emplace(group, static_cast<std::int64_t>(m_groups.size())).first->second;

    addExample(features.embedding, features.chords, features, labels, true);
    ChordWindow chords(features.chords);
    std::vector<float> embedding(m_pack.dimension);
    for (std::size_t point = 0; point < features.windows.rowCount(); ++point) {
        const double begin = m_grid.windowBegin(point), end = m_grid.windowEnd(point);
        if (begin < 0.0 || end > features.durationSeconds) continue;
        features.windows.read(point, 1, embedding);
        addExample(embedding, chords.between(begin, end), features, labels, false);
    }
    ++m_trackCount;
}

void PackBuilder::addExample(std::span<const float> embedding, std::span<const ChordSpan> chords,
    const TrackFeatures& features, const LabelledFile& labels, bool isWhole)
{
    addHeard(m_pack, embedding, chords, features, isWhole);
    for (const auto& value : { labels.valence, labels.arousal }) {
        constexpr float kNeutral = 5.0F;
        m_pack.emotion.push_back(value.value_or(kNeutral));
        m_pack.emotionWeight.push_back(value ? labels.emotionWeight : 0.0F);
    }
    const auto firstTag = m_pack.tags.size();
    m_pack.tags.resize(firstTag + kMoodTags.size());
    m_pack.tagWeight.resize(firstTag + kMoodTags.size());
    for (const auto& [tag, target] : labels.tags) {
        m_pack.tags[firstTag + static_cast<std::size_t>(tag)] = target;
        m_pack.tagWeight[firstTag + static_cast<std::size_t>(tag)] = 1.0F;
    }
    m_pack.track.push_back(m_trackCount);
    m_pack.group.push_back(m_group);
    m_pack.set.push_back(m_set);
}

TrainingPack PackBuilder::take()
{
    return std::move(m_pack);
}

} // namespace circumplex
