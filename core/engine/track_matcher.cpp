#include "core/engine/track_matcher.h"

#include "core/library/library_database.h"
#include "core/library/track_search.h"
#include "core/library/track_store.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

constexpr double kSameDuration = 3.0; ///< seconds, of one recording on different discs
constexpr double kSameFingerprintDuration = 7.0; ///< as AcoustID

std::string folded(const std::string& text)
{
    std::string key;
    for (const char c : text)
        key += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return key;
}

/// Names end in sounds' endings, of which ".low" before them is one for MTG-Jamendo; "12.5" has
/// none.
std::string stemOf(const fs::path& path)
{
    fs::path stem = path.filename();
    const auto isEnding = [](const fs::path& ending) {
        const std::string text = ending.string();
        return text.size() > 1 && std::isalpha(static_cast<unsigned char>(text[1])) != 0;
    };
    if (isEnding(stem.extension())) stem = stem.stem();
    if (stem.extension() == ".low") stem = stem.stem();
    return stem.string();
}

/// How many parts of the paths agree, from their ends; the names without endings do.
std::size_t commonEnd(const fs::path& one, const fs::path& other)
{
    std::size_t count = 1;
    auto a = one.parent_path(), b = other.parent_path();
    while (!a.filename().empty() && a.filename() == b.filename()) {
        ++count;
        a = a.parent_path();
        b = b.parent_path();
    }
    return count;
}

bool isNear(const std::optional<double>& one, const std::optional<double>& other, double seconds)
{
    return !one || !other || std::abs(*one - *other) <= seconds;
}

} // namespace

Result<TrackMatcher> TrackMatcher::of(LibraryDatabase& library)
{
    auto places = TrackPlaces::of(library);
    if (!places) return tl::unexpected(places.error());
    TrackMatcher matcher(library, *std::move(places));
    const auto found
        = TrackSearch(library, {}).find(SearchNode {}, { .key = TrackSort::Key::Added });
    if (!found) return tl::unexpected(found.error());
    for (const TrackId id : found->ids) {
        auto track = TrackStore(library).track(id);
        if (!track) return tl::unexpected(track.error());
        matcher.m_tracks.push_back(*std::move(track));
    }
    std::stable_sort(
        matcher.m_tracks.begin(), matcher.m_tracks.end(), [](const Track& a, const Track& b) {
            return std::pair(a.state == TrackState::Missing, a.id)
                < std::pair(b.state == TrackState::Missing, b.id);
        });
    for (std::size_t i = 0; i < matcher.m_tracks.size(); ++i) {
        const Track& track = matcher.m_tracks[i];
        if (track.audioHash) matcher.m_bySound[*track.audioHash].push_back(i);
        matcher.m_byStem[stemOf(track.place.path)].push_back(i);
        if (!track.tags.recordingMbid.empty())
            matcher.m_byRecording[folded(track.tags.recordingMbid)].push_back(i);
        if (!track.tags.title.empty())
            matcher.m_byTitle[folded(track.tags.title) + '\n' + folded(track.tags.artist)]
                .push_back(i);
    }
    return matcher;
}

Result<std::vector<TrackId>> TrackMatcher::find(const TrackClue& clue) const
{
    if (clue.audioHash)
        if (const auto same = m_bySound.find(*clue.audioHash); same != m_bySound.end())
            return std::vector { m_tracks[same->second.front()].id };
    if (!clue.path.empty()) {
        auto there = m_places.at(clue.path);
        if (!there || !there->empty()) return there;
        // the end of the path, as long as possible
        if (const auto named = m_byStem.find(stemOf(clue.path)); named != m_byStem.end()) {
            std::size_t best = 0;
            std::vector<TrackId> candidates;
            for (const std::size_t i : named->second) {
                if (!isNear(m_tracks[i].durationSeconds, clue.durationSeconds, kSameDuration))
                    continue;
                const auto common = commonEnd(m_tracks[i].place.path, clue.path);
                if (common > best) candidates.clear();
                if (common >= best) candidates.push_back(m_tracks[i].id);
                best = std::max(best, common);
            }
            if (!candidates.empty()) return candidates;
        }
    }
    if (const auto same = m_byRecording.find(folded(clue.recordingMbid));
        !clue.recordingMbid.empty() && same != m_byRecording.end()) {
        std::vector<TrackId> candidates;
        for (const std::size_t i : same->second)
            if (isNear(m_tracks[i].durationSeconds, clue.durationSeconds, kSameFingerprintDuration))
                candidates.push_back(m_tracks[i].id);
        if (!candidates.empty()) return candidates;
    }
    if (auto tagged = byTags(clue); !tagged.empty()) return tagged;
    return byFingerprint(clue);
}

std::vector<TrackId> TrackMatcher::byTags(const TrackClue& clue) const
{
    std::vector<TrackId> candidates;
    if (clue.title.empty() || clue.artist.empty()) return candidates;
    const auto found = m_byTitle.find(folded(clue.title) + '\n' + folded(clue.artist));
    if (found == m_byTitle.end()) return candidates;
    for (const std::size_t i : found->second)
        if (isNear(m_tracks[i].durationSeconds, clue.durationSeconds, kSameDuration))
            candidates.push_back(m_tracks[i].id);
    return candidates;
}

Result<std::vector<TrackId>> TrackMatcher::byFingerprint(const TrackClue& clue) const
{
    std::vector<TrackId> candidates;
    const auto wanted = expandFingerprint(clue.fingerprint);
    if (wanted.empty() || !clue.durationSeconds) return candidates;
    for (const Track& track : m_tracks) {
        if (!track.durationSeconds
            || std::abs(*track.durationSeconds - *clue.durationSeconds) > kSameFingerprintDuration)
            continue;
        const auto kept = TrackStore(*m_library).fingerprint(track.id);
        if (!kept) return tl::unexpected(kept.error());
        const auto match = matchFingerprints(wanted, expandFingerprint(*kept));
        if (match && match->bitErrorRate <= kSameRecordingBitErrorRate)
            candidates.push_back(track.id);
    }
    return candidates;
}

} // namespace circumplex
