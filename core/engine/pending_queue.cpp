#include "core/engine/pending_queue.h"

#include "core/engine/volume_table.h"
#include "core/library/annotation_store.h"
#include "core/library/folder_store.h"
#include "core/library/track_search.h"
#include "core/ml/first_impression.h"

#include <algorithm>
#include <climits>

namespace circumplex {

namespace {

constexpr double kGuessedSeconds = 240.0; ///< of a track while no length is known at all
constexpr std::size_t kFewTracks = 8; ///< are soon done; impressions of them would only delay them

/// nullopt: all tracks.
Result<std::optional<IdSet>> tracksOf(
    LibraryDatabase& library, ModelId model, const std::string& query)
{
    if (query.empty()) return std::nullopt;
    const auto parsed = parseSearch(query);
    if (!parsed) return tl::unexpected(Error { ErrorCode::QueryUnusable, parsed.error().sentence });
    const auto found = TrackSearch(library, model).find(*parsed, {});
    if (!found) return tl::unexpected(found.error());
    IdSet ids;
    for (const TrackId id : found->ids)
        ids.insert(id);
    return ids;
}

} // namespace

Result<void> PendingQueue::derive(const Wish& wish)
{
    const auto wanted = tracksOf(m_library, m_model, wish.query);
    if (!wanted) return tl::unexpected(wanted.error());
    auto pending = AnnotationStore(m_library).pending(
        m_model, { .mostTries = wish.includesFailed ? INT_MAX : 0 });
    if (!pending) return tl::unexpected(pending.error());
    auto durations = TrackStore(m_library).durations();
    if (!durations) return tl::unexpected(durations.error());
    m_durations = *std::move(durations);
    std::erase_if(*pending, [&](const PendingTrack& track) {
        return m_done.contains(track.track) || wish.without.contains(track.track)
            || (*wanted && !(*wanted)->contains(track.track));
    });
    // What nobody has any value of comes before what has an impression; wishes stay in front.
    std::ranges::stable_sort(*pending, {}, [](const PendingTrack& track) {
        return track.priority == 0 && track.reason == PendingTrack::Reason::Coarse;
    });

    const auto isLong
        = [this](TrackId track) { return !impressionStarts(secondsOf(track)).empty(); };
    const bool givesImpressions = wish.impressionsFirst && pending->size() > kFewTracks;
    m_tracks.clear();
    double known = 0.0;
    std::size_t knownCount = 0;
    for (const PendingTrack& track : *pending) {
        const bool isImpression = givesImpressions && track.priority == 0
            && track.reason == PendingTrack::Reason::NotAnnotated && isLong(track.track);
        m_tracks.push_back({ track.track,
            isImpression ? AnalysisJob::Depth::Impression : AnalysisJob::Depth::Whole });
        known += secondsOf(track.track);
        knownCount += secondsOf(track.track) > 0.0 ? 1 : 0;
    }
    m_meanSeconds = knownCount == 0 ? kGuessedSeconds : known / static_cast<double>(knownCount);
    m_soundSeconds = 0.0;
    for (const Entry& entry : m_tracks)
        m_soundSeconds += soundOf(entry);
    return {};
}

std::optional<Result<AnalysisJob>> PendingQueue::next()
{
    while (!m_tracks.empty()) {
        const Entry entry = m_tracks.front();
        m_tracks.pop_front();
        m_soundSeconds -= entry.depth == AnalysisJob::Depth::Whole
            ? soundOf(entry)
            : heardSeconds(entry.depth, secondsOf(entry.track)); // its whole is still to come
        if (m_done.contains(entry.track)) continue;
        const auto job = this->job(entry);
        if (!job) return tl::unexpected(job.error());
        if (*job) return **job;
    }
    return std::nullopt;
}

void PendingQueue::leaveOut(const IdSet& tracks)
{
    std::erase_if(m_tracks, [&](const Entry& entry) {
        if (!tracks.contains(entry.track)) return false;
        m_soundSeconds -= soundOf(entry);
        return true;
    });
}

std::optional<AnalysisJob> PendingQueue::jobFor(TrackId track) const
{
    const auto job = this->job({ track, AnalysisJob::Depth::Whole });
    return job ? *job : std::nullopt;
}

/// nullopt: the track was deleted meanwhile.
Result<std::optional<AnalysisJob>> PendingQueue::job(const Entry& entry) const
{
    const auto track = TrackStore(m_library).track(entry.track);
    if (!track) {
        if (track.error().code == ErrorCode::NotFound) return std::nullopt;
        return tl::unexpected(track.error());
    }
    const auto volumes = FolderStore(m_library).volumes();
    if (!volumes) return tl::unexpected(volumes.error());
    const auto volume = std::ranges::find(*volumes, track->place.volume, &Volume::id);
    if (volume == volumes->end()) return std::nullopt;
    return AnalysisJob { .track = track->id,
        .volume = track->place.volume,
        .path = absolutePath(*volume, track->place.path),
        .stamp = track->stamp,
        .audioHash = track->audioHash,
        .cue = track->place.cue,
        .durationSeconds = track->durationSeconds.value_or(0.0),
        .depth = entry.depth };
}

double PendingQueue::heardSeconds(AnalysisJob::Depth depth, double trackSeconds)
{
    if (depth == AnalysisJob::Depth::Whole) return trackSeconds;
    return static_cast<double>(impressionStarts(trackSeconds).size()) * kImpressionSectionSeconds;
}

double PendingQueue::soundOf(const Entry& entry) const
{
    const double seconds = secondsOf(entry.track);
    if (seconds <= 0.0) return m_meanSeconds;
    return entry.depth == AnalysisJob::Depth::Whole ? seconds
                                                    : seconds + heardSeconds(entry.depth, seconds);
}

double PendingQueue::soundSeconds() const
{
    return std::max(0.0, m_soundSeconds);
}

double PendingQueue::secondsOf(TrackId track) const
{
    const auto index = static_cast<std::size_t>(track.value);
    return index < m_durations.size() ? m_durations[index] : 0.0;
}

} // namespace circumplex
