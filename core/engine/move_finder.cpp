#include "core/engine/move_finder.h"

#include "core/library/track_store.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <vector>

namespace circumplex {

namespace {

/// Beyond that many tracks with one sound (silence) none is searched for by it.
constexpr std::size_t kMostAlike = 200;

std::string nameOf(const std::string& path)
{
    return path.substr(path.rfind('/') + 1);
}

bool areSameFile(const struct stat& a, const std::filesystem::path& b)
{
    struct stat status;
    return ::lstat(b.c_str(), &status) == 0 && status.st_dev == a.st_dev
        && status.st_ino == a.st_ino;
}

} // namespace

MoveFinder::MoveFinder(
    const TrackStore& tracks, std::unordered_map<VolumeId, Volume> online, const ScanPlan& plan)
    : m_tracks(tracks)
    , m_online(std::move(online))
{
    for (const LostTrack& lost : plan.lost) {
        m_lost.emplace(lost.id, &lost);
        m_namesToCome.emplace(nameOf(lost.path), 0);
    }
    for (const PlannedFile& file : plan.toRead) {
        if (const auto name = m_namesToCome.find(nameOf(file.path)); name != m_namesToCome.end())
            ++name->second;
        for (const PlannedTrack& track : file.tracks)
            if (track.known) m_changed.emplace(*track.known, Content::NotRead);
    }
}

void MoveFinder::finished(const PlannedFile& file)
{
    if (const auto name = m_namesToCome.find(nameOf(file.path)); name != m_namesToCome.end())
        --name->second;
    // What cannot be read is not known to be something else.
    for (const PlannedTrack& track : file.tracks) {
        if (!track.known) continue;
        Content& content = m_changed.at(*track.known);
        if (content == Content::NotRead) content = Content::Same;
    }
}

MoveFinder::Whereabouts MoveFinder::whereaboutsOf(const Track& track, const PlannedFile& seen) const
{
    if (const auto changed = m_changed.find(track.id); changed != m_changed.end()) {
        if (changed->second == Content::NotRead) return Whereabouts::NotYetKnown;
        return changed->second == Content::Other ? Whereabouts::Lost : Whereabouts::AtItsPlace;
    }
    if (track.state == TrackState::Missing) return Whereabouts::Lost;
    const auto volume = m_online.find(track.place.volume);
    if (volume == m_online.end()) return Whereabouts::AtItsPlace;
    const auto lost = m_lost.find(track.id);
    if (lost != m_lost.end() && lost->second->isCutOut) return Whereabouts::Lost;

    struct stat status;
    const auto path = absolutePath(volume->second, track.place.path);
    if (::lstat(path.c_str(), &status) != 0)
        return errno == ENOENT || errno == ENOTDIR ? Whereabouts::Lost : Whereabouts::AtItsPlace;
    // "Song.mp3" renamed to "song.mp3" on a file system that does not tell them apart.
    if (lost != m_lost.end() && areSameFile(status, seen.absolute)) return Whereabouts::Lost;
    return Whereabouts::AtItsPlace;
}

Result<MoveFinder::Answer> MoveFinder::identify(const PlannedFile& file, const PlannedTrack& track,
    const AudioHash& hash, std::optional<double> durationSeconds, Round round)
{
    if (track.known && round == Round::First) {
        const auto before = m_tracks.track(*track.known);
        if (!before) return tl::unexpected(before.error());
        const bool isSame = !before->audioHash || *before->audioHash == hash;
        m_changed.at(*track.known) = isSame ? Content::Same : Content::Other;
        if (isSame) return Answer {};
    }

    const auto alike = m_tracks.withAudio(hash);
    if (!alike) return tl::unexpected(alike.error());
    std::optional<TrackId> best;
    bool isOpen = false;
    for (std::size_t i = 0; i < std::min(alike->size(), kMostAlike); ++i) {
        const TrackId id = (*alike)[i];
        if (m_taken.contains(id) || id == track.known) continue;
        const auto other = m_tracks.track(id);
        if (!other) return tl::unexpected(other.error());
        constexpr double kSameSeconds = 0.5;
        if (durationSeconds && other->durationSeconds
            && std::abs(*durationSeconds - *other->durationSeconds) > kSameSeconds)
            continue;
        const Whereabouts whereabouts = whereaboutsOf(*other, file);
        if (whereabouts == Whereabouts::NotYetKnown) isOpen = true;
        if (whereabouts != Whereabouts::Lost) continue;
        // The one of the same name, if there are several; but a namesake may still come for it.
        const std::string name = nameOf(other->place.path);
        if (name == nameOf(file.path)) {
            best = id;
            isOpen = false;
            break;
        }
        const auto toCome = m_namesToCome.find(name);
        if (toCome != m_namesToCome.end() && toCome->second > 0)
            isOpen = true;
        else if (!best)
            best = id;
    }

    // A file that was overwritten: its track may turn up elsewhere, and then its place is free.
    const bool isReplaced = track.known.has_value();
    if (round == Round::First && (isReplaced || (isOpen && !best)))
        return Answer { Answer::Kind::AskLater, std::nullopt };
    if (!best) return Answer {};
    m_taken.insert(*best);
    return Answer { Answer::Kind::Moved, best };
}

} // namespace circumplex
