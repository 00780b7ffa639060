#include "core/engine/duplicate_finder.h"

#include "core/audio/fingerprint_index.h"
#include "core/library/duplicate_store.h"
#include "core/library/folder_store.h"
#include "core/library/library_database.h"
#include "core/library/track_store.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <thread>

namespace circumplex {

namespace {

using Clock = std::chrono::steady_clock;
using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kListenAtOnce = 64; ///< files between two transactions
constexpr std::size_t kProposeAtOnce = 1000;

/// What is needed of each track of a library that may be large.
struct Candidate {
    TrackId id;
    std::optional<AudioHash> hash;
    double durationSeconds = 0.0;
    bool isPresent = false;
    std::filesystem::path file; ///< empty: cannot be listened to
};

class Search {
public:
    Search(LibraryDatabase& library, const DuplicateOptions& options, std::stop_token stop,
        const std::function<void(std::size_t, std::size_t)>& progress)
        : m_tracks(library)
        , m_folders(library)
        , m_duplicates(library)
        , m_options(options)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }

    Result<DuplicateReport> run();

private:
    Result<void> collect();
    Result<void> listen();
    Result<void> keep(TrackId id, Bytes fingerprint);
    Result<void> pairSameAudio();
    Result<void> pairSimilar();
    Result<void> propose(
        const Candidate& a, TrackId b, DuplicatePair::Reason reason, double similarity);
    Result<void> flush();

    TrackStore m_tracks;
    FolderStore m_folders;
    DuplicateStore m_duplicates;
    const DuplicateOptions& m_options;
    std::stop_token m_stop;
    const std::function<void(std::size_t, std::size_t)>& m_progress;
    std::vector<Candidate> m_candidates;
    std::vector<DuplicatePair> m_pairs;
    DuplicateReport m_report;
};

Result<void> Search::collect()
{
    const auto volumes = m_folders.volumes();
    if (!volumes) return tl::unexpected(volumes.error());
    for (const Volume& volume : *volumes) {
        const auto known = m_tracks.filesBelow(volume.id, {});
        if (!known) return tl::unexpected(known.error());
        for (const KnownFile& file : *known) {
            const auto track = m_tracks.track(file.id);
            if (!track) return tl::unexpected(track.error());
            Candidate candidate;
            candidate.id = track->id;
            candidate.hash = track->audioHash;
            candidate.durationSeconds = track->durationSeconds.value_or(0.0);
            candidate.isPresent = track->state == TrackState::Present;
            const bool canBeHeard
                = candidate.isPresent && volume.isOnline && track->audioHash && !track->place.cue;
            if (canBeHeard) candidate.file = absolutePath(volume, track->place.path);
            m_candidates.push_back(std::move(candidate));
        }
    }
    return {};
}

/// Written as a scan would write it: nothing but the fingerprint is new.
Result<void> Search::keep(TrackId id, Bytes fingerprint)
{
    const auto track = m_tracks.track(id);
    if (!track) return tl::unexpected(track.error());
    ScannedTrack scanned;
    scanned.id = id;
    scanned.place = track->place;
    scanned.stamp = track->stamp;
    scanned.audioHash = track->audioHash;
    scanned.durationSeconds = track->durationSeconds;
    scanned.tags = track->tags;
    scanned.cover = track->cover;
    scanned.fingerprint = std::move(fingerprint);
    ScanBatch batch;
    batch.scannedAt = track->scannedAt;
    batch.seen.push_back(std::move(scanned));
    const auto applied = m_tracks.apply(batch);
    if (!applied) return tl::unexpected(applied.error());
    ++m_report.fingerprinted;
    return {};
}

Result<void> Search::listen()
{
    std::vector<const Candidate*> unheard;
    for (const Candidate& candidate : m_candidates) {
        if (candidate.file.empty()) continue;
        const auto known = m_tracks.fingerprint(candidate.id);
        if (!known) return tl::unexpected(known.error());
        if (known->empty()) unheard.push_back(&candidate);
    }
    const auto threadCount = static_cast<std::size_t>(m_options.threadCount > 0
            ? m_options.threadCount
            : std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4));
    Clock::time_point lastProgress;
    for (std::size_t begin = 0; begin < unheard.size() && !m_stop.stop_requested();
         begin += kListenAtOnce) {
        const std::span some(
            unheard.data() + begin, std::min(kListenAtOnce, unheard.size() - begin));
        std::vector<Result<std::vector<std::uint32_t>>> heard(some.size());
        std::atomic<std::size_t> next = 0;
        {
            std::vector<std::jthread> listeners;
            for (std::size_t i = 0; i < threadCount; ++i)
                listeners.emplace_back([&] {
                    for (std::size_t k = next++; k < some.size(); k = next++)
                        heard[k] = fingerprintOf(some[k]->file, m_stop, m_options.decode);
                });
        }
        for (std::size_t k = 0; k < some.size(); ++k) {
            if (!heard[k]) {
                if (heard[k].error().code != ErrorCode::Cancelled)
                    m_report.failures.push_back({ some[k]->file, heard[k].error() });
            } else if (!heard[k]->empty()) {
                if (auto kept = keep(some[k]->id, compressFingerprint(*heard[k])); !kept)
                    return kept;
            }
        }
        if (m_progress && Clock::now() - lastProgress >= std::chrono::milliseconds(100)) {
            lastProgress = Clock::now();
            m_progress(begin + some.size(), unheard.size());
        }
    }
    return {};
}

Result<void> Search::propose(
    const Candidate& a, TrackId b, DuplicatePair::Reason reason, double similarity)
{
    DuplicatePair pair;
    pair.first = std::min(a.id, b);
    pair.second = std::max(a.id, b);
    pair.reason = reason;
    pair.similarity = similarity;
    m_pairs.push_back(pair);
    return m_pairs.size() < kProposeAtOnce ? Result<void> {} : flush();
}

Result<void> Search::flush()
{
    const auto proposed = m_duplicates.propose(m_pairs);
    if (!proposed) return tl::unexpected(proposed.error());
    m_report.proposed += *proposed;
    m_pairs.clear();
    return {};
}

/// Of many with one sound, each with the first, so that pairs do not multiply.
Result<void> Search::pairSameAudio()
{
    std::map<AudioHash, const Candidate*> first;
    for (const bool isPresent : { true, false })
        for (const Candidate& candidate : m_candidates) {
            if (!candidate.hash || candidate.isPresent != isPresent) continue;
            const auto [same, isNew] = first.emplace(*candidate.hash, &candidate);
            if (isNew || !same->second->isPresent) continue;
            if (auto proposed
                = propose(candidate, same->second->id, DuplicatePair::Reason::SameAudio, 1.0);
                !proposed)
                return proposed;
        }
    return {};
}

Result<void> Search::pairSimilar()
{
    std::ranges::sort(m_candidates, [](const Candidate& a, const Candidate& b) {
        return std::pair(a.durationSeconds, a.id) < std::pair(b.durationSeconds, b.id);
    });
    std::map<TrackId, const Candidate*> byId;
    FingerprintIndex index;
    for (const Candidate& candidate : m_candidates) {
        if (m_stop.stop_requested()) return {};
        const auto bytes = m_tracks.fingerprint(candidate.id);
        if (!bytes) return tl::unexpected(bytes.error());
        if (bytes->empty() || candidate.durationSeconds <= 0.0) continue;
        byId.emplace(candidate.id, &candidate);
        for (const auto& match :
            index.add(candidate.id.value, candidate.durationSeconds, expandFingerprint(*bytes))) {
            const Candidate& other = *byId.at(TrackId { match.id });
            const bool isKnown = other.hash && other.hash == candidate.hash;
            if (isKnown || (!other.isPresent && !candidate.isPresent)) continue;
            if (auto proposed = propose(candidate, other.id,
                    DuplicatePair::Reason::SimilarFingerprint, 1.0 - match.match.bitErrorRate);
                !proposed)
                return proposed;
        }
    }
    return {};
}

Result<DuplicateReport> Search::run()
{
    if (auto done = collect(); !done) return tl::unexpected(done.error());
    if (m_options.fingerprinting == Fingerprinting::Included)
        if (auto done = listen(); !done) return tl::unexpected(done.error());
    if (auto done = pairSameAudio(); !done) return tl::unexpected(done.error());
    if (auto done = pairSimilar(); !done) return tl::unexpected(done.error());
    if (auto done = flush(); !done) return tl::unexpected(done.error());
    m_report.wasStopped = m_stop.stop_requested();
    return std::move(m_report);
}

} // namespace

Result<DuplicateReport> findDuplicates(LibraryDatabase& library, const DuplicateOptions& options,
    std::stop_token stop, const std::function<void(std::size_t, std::size_t)>& progress)
{
    return Search(library, options, std::move(stop), progress).run();
}

} // namespace circumplex
