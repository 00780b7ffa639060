#include "core/engine/scan_plan.h"

#include "core/audio/cue_sheet.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <span>

namespace circumplex {

namespace {

int leadingNumber(const std::string& text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<int> ifPositive(int value)
{
    return value > 0 ? std::optional(value) : std::nullopt;
}

PlannedTrack plannedTrack(const CueSheet& sheet, const CueTrack& cue, const FileStamp& sheetStamp)
{
    PlannedTrack track;
    track.range = CueRange {
        .index = cue.number, .startSeconds = cue.startSeconds, .endSeconds = cue.endSeconds
    };
    track.sheetStamp = sheetStamp;
    track.sheetTags.title = cue.title;
    track.sheetTags.artist = cue.performer.empty() ? sheet.performer : cue.performer;
    track.sheetTags.album = sheet.title;
    track.sheetTags.albumArtist = sheet.performer;
    track.sheetTags.genre = sheet.remark("GENRE");
    track.sheetTags.trackNumber = cue.number;
    track.sheetTags.discNumber = ifPositive(leadingNumber(sheet.remark("DISCNUMBER")));
    track.sheetTags.year = ifPositive(leadingNumber(sheet.remark("DATE")));
    return track;
}

/// The tracks of every sound file that a sheet cuts up, by the file's path.
using Cuts = std::map<std::string, std::vector<PlannedTrack>>;

Cuts cutsOf(const WalkedFolder& walked, std::vector<PathFailure>& failures)
{
    Cuts cuts;
    for (const WalkedFile& file : walked.sheets) {
        const auto path = absolutePath(walked.volume, file.path);
        const auto sheet = readCueSheet(path);
        if (!sheet) {
            failures.push_back({ path, sheet.error() });
            continue;
        }
        Cuts own;
        for (const CueTrack& track : sheet->tracks) {
            const auto sound = findSoundOf(track, path);
            if (!sound) {
                failures.push_back({ path,
                    { ErrorCode::FileMissing,
                        "The CUE sheet speaks of \"" + track.file
                            + "\", which is not beside it." } });
                break;
            }
            // Sheets lie beside or above their files, so in the same walk.
            const std::string relative
                = file.path.substr(0, file.path.size() - path.filename().native().size())
                + sound->lexically_relative(path.parent_path()).native();
            own[relative].push_back(plannedTrack(*sheet, track, file.stamp));
        }
        // Of several sheets about one file (other encodings, usually) the first counts.
        cuts.merge(own);
    }
    // One track to one file is what its tags can say, too.
    std::erase_if(cuts, [](const auto& cut) {
        return cut.second.size() == 1 && cut.second.front().range->startSeconds == 0.0;
    });
    return cuts;
}

int indexOf(const PlannedTrack& track)
{
    return track.range ? track.range->index : 0;
}

/// The track that this one is by its place. Of several that were there once, the one that is there
/// now, as far as the library knows; else one that looks the same.
const KnownFile* knownAs(
    const PlannedTrack& track, std::span<const KnownFile> here, const FileStamp& sound)
{
    const KnownFile* first = nullptr;
    for (const KnownFile& file : here) {
        if (file.cueIndex != indexOf(track)) continue;
        if (file.state == TrackState::Present || file.stamp == track.stamp(sound)) return &file;
        if (!first) first = &file;
    }
    return first;
}

std::string folderOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

std::map<std::string, std::string> coversByFolder(const WalkedFolder& walked)
{
    std::map<std::string, std::string> covers;
    for (const std::string& picture : walked.pictures)
        covers.emplace(folderOf(picture), picture);
    return covers;
}

} // namespace

FileStamp PlannedTrack::stamp(const FileStamp& file) const
{
    return { .sizeBytes = file.sizeBytes + sheetStamp.sizeBytes,
        .modifiedNs = std::max(file.modifiedNs, sheetStamp.modifiedNs) };
}

AudioHash PlannedTrack::hash(const AudioIdentity& file) const
{
    return range ? rangeHash(file.hash, range->startSeconds, range->endSeconds) : file.hash;
}

std::optional<double> PlannedTrack::durationSeconds(const AudioIdentity& file) const
{
    double seconds = file.durationSeconds;
    if (range) seconds = range->endSeconds.value_or(seconds) - range->startSeconds;
    return seconds > 0.0 ? std::optional(seconds) : std::nullopt;
}

void planFolder(const WalkedFolder& walked, VolumeId volume, const std::vector<KnownFile>& known,
    const std::unordered_set<TrackId>& retry, ScanPlan& plan)
{
    Cuts cuts = cutsOf(walked, plan.failures);
    const auto covers = coversByFolder(walked);
    const auto lose = [&](const KnownFile& file, bool isCutOut) {
        if (file.state == TrackState::Present && !walked.isUnseen(file.path))
            plan.lost.push_back({ file.id, volume, file.path, isCutOut });
    };

    auto next = known.begin();
    for (const WalkedFile& sound : walked.sounds) {
        for (; next != known.end() && next->path < sound.path; ++next)
            lose(*next, false);
        auto end = next;
        while (end != known.end() && end->path == sound.path)
            ++end;
        const std::span here(next, end);
        next = end;

        const auto cut = cuts.find(sound.path);
        std::vector<PlannedTrack> tracks;
        if (cut != cuts.end()) tracks = std::move(cut->second);
        for (const KnownFile& file : here)
            if (file.cueIndex != 0
                && std::ranges::none_of(tracks,
                    [&file](const PlannedTrack& track) { return indexOf(track) == file.cueIndex; }))
                lose(file, true);
        // A file that was a track of its own stays one when a sheet comes: it may carry labels.
        const bool wasWhole
            = std::ranges::any_of(here, [](const KnownFile& file) { return file.cueIndex == 0; });
        if (tracks.empty() || wasWhole) tracks.emplace_back();

        for (auto track = tracks.begin(); track != tracks.end();) {
            const KnownFile* file = knownAs(*track, here, sound.stamp);
            if (file && track->stamp(sound.stamp) == file->stamp && !retry.contains(file->id)) {
                plan.unchanged.push_back(file->id);
                track = tracks.erase(track);
            } else {
                if (file) track->known = file->id;
                ++track;
            }
        }
        if (tracks.empty()) continue;
        const auto cover = covers.find(folderOf(sound.path));
        plan.toRead.push_back({ .volume = volume,
            .path = sound.path,
            .absolute = absolutePath(walked.volume, sound.path),
            .picture = cover == covers.end() ? std::string() : cover->second,
            .tracks = std::move(tracks) });
    }
    for (; next != known.end(); ++next)
        lose(*next, false);
}

} // namespace circumplex
