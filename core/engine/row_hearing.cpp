#include "core/engine/row_hearing.h"

#include "core/audio/audio_identity.h"
#include "core/engine/heard_example.h"
#include "core/engine/kept_features.h"
#include "core/engine/track_analyzer.h"
#include "core/library/feature_cache.h"
#include "core/ml/model_error.h"
#include "core/ml/stopwatch.h"
#include "core/types/mood_tags.h"

#include <algorithm>
#include <limits>

namespace circumplex {

namespace {

/// Every second point's window is a segment: 0 to 30 s, 30 to 60 s, ...
constexpr CurveGrid kGrid { .hopSeconds = 15.0, .windowSeconds = 30.0 };

std::vector<std::size_t> wholeSegments(const TrackFeatures& features)
{
    constexpr double kRounding = 1e-6;
    std::vector<std::size_t> points;
    for (std::size_t point = 1; point < features.windows.rowCount(); point += 2)
        if (kGrid.windowEnd(point) <= features.durationSeconds + kRounding) points.push_back(point);
    return points;
}

/// The published program's training data leave an incomplete last segment out.
void leaveTailOut(TrackFeatures& features)
{
    const auto segments = wholeSegments(features);
    if (segments.empty()) return;
    std::vector<double> sum(features.embedding.size());
    std::vector<float> segment(features.embedding.size());
    for (const std::size_t point : segments) {
        features.windows.read(point, 1, segment);
        for (std::size_t d = 0; d < sum.size(); ++d)
            sum[d] += double { segment[d] };
    }
    for (std::size_t d = 0; d < sum.size(); ++d)
        features.embedding[d] = static_cast<float>(sum[d] / static_cast<double>(segments.size()));
}

class Listener {
public:
    Listener(const RowHearing& hearing, FeatureCache& cache, const RowCallbacks& callbacks)
        : m_hearing(hearing)
        , m_cache(cache)
        , m_callbacks(callbacks)
    {
    }

    Result<TrackFeatures> hear(const std::filesystem::path& audio, const std::stop_token& stop)
    {
        const auto identity = identifyAudio(audio, stop);
        if (!identity) return tl::unexpected(identity.error());
        const FeatureKey key = featureKey(
            identity->hash, m_hearing.hearing + "/reference/segments", m_hearing.dtype);
        auto features = recall(key);
        if (!features) {
            features = hearFile(audio, key, stop);
            if (!features) return features;
        }
        leaveTailOut(*features);
        if (!m_hearing.hearsChords) {
            features->chords.clear();
            features->key.reset();
        }
        return features;
    }

private:
    Result<TrackFeatures> recall(const FeatureKey& key)
    {
        const auto kept = m_cache.find(key);
        if (!kept) return tl::unexpected(kept.error());
        if (!*kept) return tl::unexpected(Error { ErrorCode::NotFound, "not heard yet" });
        try {
            return unpackFeatures(**kept).features;
        } catch (const ModelError& error) {
            return tl::unexpected(Error { ErrorCode::NotFound, error.what() });
        }
    }

    Result<TrackFeatures> hearFile(
        const std::filesystem::path& audio, const FeatureKey& key, const std::stop_token& stop)
    {
        AnalysisSettings settings;
        settings.mode = AnalysisMode::Reference;
        settings.grid = kGrid;
        settings.threads = m_hearing.threads;
        double seconds = 0.0;
        Result<HeardTrack> heard;
        {
            const Stopwatch watch(seconds);
            heard = TrackAnalyzer(m_hearing.annotator, settings).listen(audio, stop);
            // reference mode stops on a last segment of a few samples, which is left out here
            // anyway
            if (!heard && heard.error().code == ErrorCode::AudioTooShort) {
                settings.mode = AnalysisMode::Corrected;
                heard = TrackAnalyzer(m_hearing.annotator, settings).listen(audio, stop);
            }
        }
        if (!heard) return tl::unexpected(heard.error());
        const auto bytes = packFeatures(m_hearing.device, heard->features);
        if (!heard->audio.warning.empty())
            m_callbacks.notice(audio.string() + ": " + heard->audio.warning);
        else if (const auto kept = m_cache.put(key, bytes, seconds); !kept && !m_hasProblem) {
            m_hasProblem = true;
            m_callbacks.notice("What is heard cannot be kept: " + kept.error().detail);
        }
        return unpackFeatures(bytes).features;
    }

    const RowHearing& m_hearing;
    FeatureCache& m_cache;
    const RowCallbacks& m_callbacks;
    bool m_hasProblem = false; ///< said already
};

void addRow(TrainingPack& pack, std::span<const float> embedding, const TrackFeatures& features,
    const DataSetItem& item, bool isWhole, std::int64_t set, std::int64_t track)
{
    addHeard(pack, embedding, features.chords, features, isWhole);
    constexpr float kNeutral = 5.0F;
    for (const auto& value : { item.valence, item.arousal }) {
        pack.emotion.push_back(value.value_or(kNeutral));
        pack.emotionWeight.push_back(value ? 1.0F : 0.0F);
    }
    const auto firstTag = pack.tags.size();
    pack.tags.resize(firstTag + kMoodTags.size());
    pack.tagWeight.resize(firstTag + kMoodTags.size(), item.valence ? 0.0F : 1.0F);
    for (const int tag : item.tags)
        pack.tags[firstTag + static_cast<std::size_t>(tag)] = 1.0F;
    pack.track.push_back(track);
    pack.group.push_back(track);
    pack.set.push_back(set);
}

/// @return the row of the whole track
std::size_t addTrack(HeardRow& row, const TrackFeatures& features, const DataSetItem& item,
    std::int64_t set, SplitPart part)
{
    TrainingPack& pack = row.pack;
    pack.dimension = features.embedding.size();
    const auto whole = pack.size();
    const auto track = static_cast<std::int64_t>(row.parts.size());
    addRow(pack, features.embedding, features, item, true, set, track);
    row.parts.push_back(part);
    if (part != SplitPart::Training) return whole;
    std::vector<float> segment(pack.dimension);
    for (const std::size_t point : wholeSegments(features)) {
        features.windows.read(point, 1, segment);
        addRow(pack, segment, features, item, false, set, track);
    }
    return whole;
}

Error nothingHeard(const RowSet& set, std::size_t part)
{
    return { ErrorCode::LabelsUnusable,
        "Of the " + std::to_string(set.parts[part].items.size()) + " tracks of the "
            + kPartNames[part] + " part of " + dataSetName(set.kind) + " none could be heard." };
}

} // namespace

Result<HeardRow> hearRow(const std::vector<RowSet>& sets, const RowHearing& hearing,
    const std::stop_token& stop, const RowCallbacks& callbacks)
{
    for (const RowSet& set : sets) // before hours are spent on the others
        for (std::size_t p = 0; p < set.parts.size(); ++p)
            if (std::ranges::all_of(
                    set.parts[p].items, [](const DataSetItem& item) { return item.audio.empty(); }))
                return tl::unexpected(nothingHeard(set, p));
    // all of it stays: whoever does not need it any more removes the folder
    auto cache = FeatureCache::open(hearing.cache, std::numeric_limits<std::int64_t>::max() / 2);
    if (!cache) return tl::unexpected(cache.error());
    for (const std::string& sentence : cache->notices())
        callbacks.notice(sentence);
    Listener listener(hearing, *cache, callbacks);
    HeardRow row;
    row.pack.encoder = hearing.encoder;
    for (std::size_t s = 0; s < sets.size(); ++s) {
        row.pack.setNames.emplace_back(dataSetName(sets[s].kind));
        for (std::size_t p = 0; p < sets[s].parts.size(); ++p) {
            const auto part = static_cast<SplitPart>(p);
            const auto before = row.parts.size();
            for (const DataSetItem& item : sets[s].parts[p].items) {
                const auto heard = item.audio.empty()
                    ? Result<TrackFeatures>(tl::unexpected(Error {
                        ErrorCode::FileMissing, "The folder holds no sound of this track." }))
                    : listener.hear(item.audio, stop);
                if (!heard && heard.error().code == ErrorCode::Cancelled)
                    return tl::unexpected(heard.error());
                if (heard) {
                    const auto at = addTrack(row, *heard, item, static_cast<std::int64_t>(s), part);
                    if (part == SplitPart::Test) row.testTracks.push_back({ s, item.id, at });
                } else {
                    row.lost.push_back({ sets[s].kind, part, item.id, item.audio, heard.error() });
                    callbacks.onLost(row.lost.back());
                }
                if (!item.audio.empty()) callbacks.onTrack(item.audio);
            }
            if (row.parts.size() == before) return tl::unexpected(nothingHeard(sets[s], p));
        }
    }
    return row;
}

} // namespace circumplex
