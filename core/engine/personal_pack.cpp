#include "core/engine/personal_pack.h"

#include "core/engine/heard_example.h"
#include "core/engine/track_places.h"
#include "core/library/duplicate_store.h"
#include "core/library/library_database.h"
#include "core/ml/harmony/chord_window.h"
#include "core/services/trace_part.h"
#include "core/types/mood_tags.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>
#include <set>

namespace circumplex {

namespace {

constexpr double kOrientationSeconds = 8.0;
constexpr double kImpliedWeight = 1.0 / 3.0;
constexpr double kContradiction = 4.0; ///< half of the scale
constexpr std::size_t kPackBytes = std::size_t { 256 } << 20;
constexpr std::size_t kMostWindows = 24; ///< of one track; more say little more

double weightOf(const RaterWeights& weights, const std::string& rater)
{
    const auto found = weights.find(rater);
    return found == weights.end() ? 1.0 : found->second;
}

/// A mean that grows.
struct Sum {
    double values = 0.0, weights = 0.0;

    void add(double value, double weight)
    {
        values += weight * value;
        weights += weight;
    }
    JoinedLabels::Value take() const
    {
        if (!(weights > 0.0)) return {};
        return { values / weights, weights };
    }
};

std::optional<double> valueOf(const StaticRating& rating, TraceDimension dimension)
{
    return dimension == TraceDimension::Valence ? rating.valence : rating.arousal;
}

JoinedLabels::Value joinRatings(const LabelSet& labels, const LabelledTrack& track,
    const RaterWeights& weights, TraceDimension dimension)
{
    std::map<std::string, Sum> byRater;
    for (const StaticRating& rating : track.labels.ratings)
        if (const auto value = valueOf(rating, dimension))
            byRater[labels.raterOf(rating.session)].add(*value, 1.0);
    Sum all;
    for (const auto& [rater, sum] : byRater)
        all.add(sum.values / sum.weights, weightOf(weights, rater));
    return all.take();
}

/// Mean of a trace over some time that it covers wholly; nullopt if it does not.
std::optional<double> traceMean(const Trace& trace, double begin, double end)
{
    const TracePart part = countedPart(trace, kOrientationSeconds);
    if (begin < part.beginSeconds || end > part.endSeconds) return std::nullopt;
    const double last = static_cast<double>(trace.samples.back().seconds) - trace.latencySeconds;
    // each value holds until the next one
    double sum = 0.0, seconds = 0.0;
    for (std::size_t i = 0; i < trace.samples.size(); ++i) {
        const double from = static_cast<double>(trace.samples[i].seconds) - trace.latencySeconds;
        const double to = i + 1 < trace.samples.size()
            ? static_cast<double>(trace.samples[i + 1].seconds) - trace.latencySeconds
            : last;
        const double held = std::min(to, end) - std::max(from, begin);
        if (!(held > 0.0)) continue;
        sum += held * static_cast<double>(trace.samples[i].value);
        seconds += held;
    }
    if (!(seconds > 0.0)) return std::nullopt;
    return sum / seconds;
}

void joinTraces(const LabelSet& labels, const LabelledTrack& track, const RaterWeights& weights,
    const CurveGrid& grid, TraceDimension dimension, JoinedLabels::Value& whole,
    std::vector<JoinedLabels::Value>& windows)
{
    std::vector<Sum> sums;
    Sum all;
    for (const Trace& trace : track.labels.traces) {
        if (trace.dimension != dimension || trace.mode == TraceMode::Relative) continue;
        const double weight = weightOf(weights, labels.raterOf(trace.session));
        const double last = static_cast<double>(trace.samples.back().seconds);
        const auto points = static_cast<std::size_t>(std::max(0.0, last / grid.hopSeconds)) + 1;
        if (sums.size() < points) sums.resize(points);
        for (std::size_t point = 0; point < points; ++point)
            if (const auto mean = traceMean(trace, grid.windowBegin(point), grid.windowEnd(point)))
                sums[point].add(*mean, weight);
        const TracePart part = countedPart(trace, kOrientationSeconds);
        if (const auto mean = traceMean(trace, part.beginSeconds, part.endSeconds))
            all.add(*mean, weight);
    }
    for (const Sum& sum : sums)
        windows.push_back(sum.take());
    if (whole.weight == 0.0) whole = all.take();
}

/// Tags that each rater gives anywhere.
std::map<std::string, std::set<std::string>> vocabularies(const LabelSet& labels)
{
    std::map<std::string, std::set<std::string>> used;
    for (const LabelledTrack& track : labels.tracks)
        for (const TagLabel& tag : track.labels.tags)
            used[labels.raterOf(tag.session)].insert(tag.tag);
    return used;
}

std::map<int, JoinedLabels::Value> joinTags(
    const LabelSet& labels, const LabelledTrack& track, const RaterWeights& weights)
{
    std::map<std::string, std::map<std::string, Sum>> byRater;
    for (const TagLabel& tag : track.labels.tags)
        byRater[labels.raterOf(tag.session)][tag.tag].add(tag.applies ? 1.0 : 0.0, 1.0);
    if (byRater.empty()) return {};
    std::map<int, Sum> sums;
    for (const auto& [rater, used] : vocabularies(labels)) {
        const auto said = byRater.find(rater);
        if (said == byRater.end()) continue;
        for (const std::string& name : used) {
            const auto index = moodTagIndex(name);
            if (index == kMoodTags.size()) continue;
            const auto answer = said->second.find(name);
            const double weight = weightOf(weights, rater);
            if (answer != said->second.end())
                sums[static_cast<int>(index)].add(
                    answer->second.values / answer->second.weights, weight);
            else
                sums[static_cast<int>(index)].add(0.0, kImpliedWeight * weight);
        }
    }
    std::map<int, JoinedLabels::Value> tags;
    for (const auto& [tag, sum] : sums)
        if (sum.weights > 0.0) tags[tag] = sum.take();
    return tags;
}

const char* nameOf(TraceDimension dimension)
{
    return dimension == TraceDimension::Valence ? "valence" : "arousal";
}

} // namespace

JoinedLabels joinLabels(const LabelSet& labels, const LabelledTrack& track,
    const RaterWeights& weights, const CurveGrid& grid)
{
    JoinedLabels joined;
    joined.valence = joinRatings(labels, track, weights, TraceDimension::Valence);
    joined.arousal = joinRatings(labels, track, weights, TraceDimension::Arousal);
    joinTraces(labels, track, weights, grid, TraceDimension::Valence, joined.valence,
        joined.valenceWindows);
    joinTraces(labels, track, weights, grid, TraceDimension::Arousal, joined.arousal,
        joined.arousalWindows);
    joined.tags = joinTags(labels, track, weights);
    return joined;
}

std::vector<std::string> labelWarnings(const LabelSet& labels)
{
    std::vector<std::string> warnings;
    const auto raters = labels.raters();
    if (raters.size() == 1)
        warnings.push_back("All labels are of one rater, so nothing says how well people agree; "
                           "rating some tracks again after a week would.");
    for (const auto dimension : { TraceDimension::Valence, TraceDimension::Arousal }) {
        std::set<double> values;
        std::size_t contradictions = 0, count = 0;
        for (const LabelledTrack& track : labels.tracks) {
            std::map<std::string, std::pair<double, double>> range;
            for (const StaticRating& rating : track.labels.ratings) {
                const auto value = valueOf(rating, dimension);
                if (!value) continue;
                values.insert(*value);
                ++count;
                const auto [found, isNew]
                    = range.try_emplace(labels.raterOf(rating.session), std::pair(*value, *value));
                found->second.first = std::min(found->second.first, *value);
                found->second.second = std::max(found->second.second, *value);
            }
            for (const auto& [rater, ends] : range)
                contradictions += ends.second - ends.first >= kContradiction ? 1 : 0;
        }
        if (count > 1 && values.size() == 1)
            warnings.push_back("Every rating of " + std::string(nameOf(dimension))
                + " is the same, so nothing can be learned of it.");
        if (contradictions > 0)
            warnings.push_back(std::to_string(contradictions) + " times somebody rated the "
                + nameOf(dimension)
                + " of one track in two sittings four points apart or more; their mean is used.");
    }
    std::size_t relative = 0;
    for (const LabelledTrack& track : labels.tracks)
        relative += static_cast<std::size_t>(
            std::ranges::count(track.labels.traces, TraceMode::Relative, &Trace::mode));
    if (relative > 0)
        warnings.push_back(std::to_string(relative)
            + " continuous ratings have no ends: they say where there is more and where less, but "
              "no values that a model could learn.");
    std::set<std::string> unknown;
    for (const LabelledTrack& track : labels.tracks)
        for (const TagLabel& tag : track.labels.tags)
            if (moodTagIndex(tag.tag) == kMoodTags.size()) unknown.insert(tag.tag);
    if (!unknown.empty()) {
        std::string names;
        for (const std::string& tag : unknown)
            names += (names.empty() ? "\"" : ", \"") + tag + "\"";
        warnings.push_back(
            "Models know 56 tags, and not " + names + "; these stay in the library.");
    }
    return warnings;
}

std::size_t windowBudget(std::size_t trackCount, std::size_t dimension)
{
    const std::size_t perRow = std::max<std::size_t>(1, dimension * sizeof(float) + 700);
    const std::size_t rows = kPackBytes / perRow / std::max<std::size_t>(1, trackCount);
    return std::clamp<std::size_t>(rows, 1, kMostWindows);
}

PersonalPackBuilder::PersonalPackBuilder(
    std::string encoder, const CurveGrid& grid, std::size_t windowBudget)
    : m_grid(grid)
    , m_windowBudget(windowBudget)
{
    m_pack.encoder = std::move(encoder);
    m_pack.setNames = { "labels" };
}

bool PersonalPackBuilder::add(
    const TrackFeatures& features, const JoinedLabels& labels, TrackId track, std::int64_t group)
{
    const auto isAny = [](const std::vector<JoinedLabels::Value>& values) {
        return std::ranges::any_of(values, [](const auto& one) { return one.weight > 0.0; });
    };
    if (labels.valence.weight == 0.0 && labels.arousal.weight == 0.0 && labels.tags.empty()
        && !isAny(labels.valenceWindows) && !isAny(labels.arousalWindows))
        return false;
    const auto before = m_pack.key.size();
    m_pack.dimension = features.embedding.size();
    addRow(features.embedding, features.chords, features, true, labels.valence, labels.arousal,
        labels);
    m_rowSeconds.push_back(features.durationSeconds / 2.0);
    std::vector<std::size_t> inside;
    for (std::size_t point = 0; point < features.windows.rowCount(); ++point)
        if (m_grid.windowBegin(point) >= 0.0 && m_grid.windowEnd(point) <= features.durationSeconds)
            inside.push_back(point);
    ChordWindow chords(features.chords);
    std::vector<float> embedding(m_pack.dimension);
    const std::size_t count = std::min(inside.size(), m_windowBudget);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t point = inside[(2 * i + 1) * inside.size() / (2 * count)];
        features.windows.read(point, 1, embedding);
        // what was said of this moment, else what was said of the whole
        const auto of = [point](const std::vector<JoinedLabels::Value>& moments,
                            const JoinedLabels::Value& whole) {
            if (moments.empty()) return whole;
            return point < moments.size() ? moments[point] : JoinedLabels::Value {};
        };
        addRow(embedding, chords.between(m_grid.windowBegin(point), m_grid.windowEnd(point)),
            features, false, of(labels.valenceWindows, labels.valence),
            of(labels.arousalWindows, labels.arousal), labels);
        m_rowSeconds.push_back((m_grid.windowBegin(point) + m_grid.windowEnd(point)) / 2.0);
    }
    const auto rows = m_pack.key.size() - before;
    m_pack.track.insert(m_pack.track.end(), rows, track.value);
    m_pack.group.insert(m_pack.group.end(), rows, group);
    m_pack.set.insert(m_pack.set.end(), rows, 0);
    return true;
}

void PersonalPackBuilder::addRow(std::span<const float> embedding,
    std::span<const ChordSpan> chords, const TrackFeatures& features, bool isWhole,
    const JoinedLabels::Value& valence, const JoinedLabels::Value& arousal,
    const JoinedLabels& labels)
{
    addHeard(m_pack, embedding, chords, features, isWhole);
    for (const auto& said : { valence, arousal }) {
        m_pack.emotion.push_back(static_cast<float>(said.value));
        m_pack.emotionWeight.push_back(static_cast<float>(said.weight));
    }
    const auto firstTag = m_pack.tags.size();
    m_pack.tags.resize(firstTag + kMoodTags.size());
    m_pack.tagWeight.resize(firstTag + kMoodTags.size());
    for (const auto& [tag, said] : labels.tags) {
        m_pack.tags[firstTag + static_cast<std::size_t>(tag)] = static_cast<float>(said.value);
        m_pack.tagWeight[firstTag + static_cast<std::size_t>(tag)]
            = static_cast<float>(said.weight);
    }
}

Result<std::vector<TrackTies>> tiesOf(
    LibraryDatabase& library, const std::vector<LabelledTrack>& tracks)
{
    const auto places = TrackPlaces::of(library);
    if (!places) return tl::unexpected(places.error());
    const DuplicateStore duplicates(library);
    // the least track of all that may be the same recording
    std::map<TrackId, TrackId> least;
    const auto rootOf = [&least](TrackId id) {
        while (least.contains(id) && least[id] != id)
            id = least[id];
        return id;
    };
    std::map<AudioHash, TrackId> bySound;
    const auto join = [&](TrackId one, TrackId other) {
        const auto a = rootOf(one), b = rootOf(other);
        if (a < b)
            least[b] = a;
        else if (b < a)
            least[a] = b;
    };
    for (const LabelledTrack& entry : tracks) {
        if (entry.track.audioHash)
            join(entry.track.id,
                bySound.try_emplace(*entry.track.audioHash, entry.track.id).first->second);
        const auto pairs = duplicates.of(entry.track.id);
        if (!pairs) return tl::unexpected(pairs.error());
        for (const DuplicatePair& pair : *pairs)
            if (pair.verdict != DuplicatePair::Verdict::Different) join(pair.first, pair.second);
    }
    std::vector<TrackTies> ties;
    for (const LabelledTrack& entry : tracks) {
        const TrackTags& tags = entry.track.tags;
        TrackTies tied { .name = places->nameOf(entry.track.place),
            .artist = tags.artist.empty() ? tags.albumArtist : tags.artist,
            .album = tags.album,
            .work = {},
            .sound = "recording " + std::to_string(rootOf(entry.track.id).value) };
        if (tied.artist.empty() && tied.album.empty())
            tied.album = places->pathOf(entry.track.place).parent_path().string();
        ties.push_back(std::move(tied));
    }
    return ties;
}

} // namespace circumplex
