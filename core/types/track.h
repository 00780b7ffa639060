#pragma once

#include "core/types/id.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// First 16 bytes of a hash over the decoded or undecoded audio of a track, without its tags: equal
/// for equal sound wherever the file lies and whatever it is called.
using AudioHash = std::array<std::uint8_t, 16>;

/// A disk, partition or share that files lie on. Tracks name it instead of a mount point, so that a
/// stick mounted elsewhere is the same stick, and one that is absent costs nothing.
struct Volume {
    VolumeId id {};
    std::string identity {}; ///< never changes: "uuid:...", or "device:..." where there is no UUID
    std::string label {}; ///< for people; may be empty
    std::string mountPoint {}; ///< raw bytes, where it was last seen
    bool isOnline = true;
    std::int64_t lastSeenAt = 0; ///< seconds since 1970
};

/// A folder that scans look into.
struct WatchedFolder {
    FolderId id {};
    VolumeId volume {};
    std::string path {}; ///< raw bytes, relative to the mount point; empty: the whole volume
    std::optional<std::int64_t> lastScannedAt {}; ///< seconds since 1970; nullopt: never completely
};

/// Part of a file that a CUE sheet calls a track.
struct CueRange {
    int index = 1; ///< the track's number in the sheet, from 1
    double startSeconds = 0.0;
    std::optional<double> endSeconds {}; ///< nullopt: the end of the file

    friend bool operator==(const CueRange&, const CueRange&) = default;
};

/// Where a track is. No two tracks of a library share volume, path and CUE index.
struct TrackPlace {
    VolumeId volume {};
    std::string path {}; ///< raw bytes as the file system gives them, relative to the mount point
    std::optional<CueRange> cue {}; ///< nullopt: the whole file

    friend bool operator==(const TrackPlace&, const TrackPlace&) = default;
};

/// What tells a changed file from an unchanged one without reading it.
struct FileStamp {
    std::int64_t sizeBytes = 0;
    std::int64_t modifiedNs = 0; ///< nanoseconds since 1970

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// What the file says about itself. Texts are UTF-8 and empty where the file says nothing.
struct TrackTags {
    std::string title {}, artist {}, album {}, albumArtist {}, genre {};
    std::optional<int> trackNumber {}, discNumber {}, year {};
    std::string recordingMbid {}, releaseMbid {}, artistMbid {}; ///< MusicBrainz identifiers

    friend bool operator==(const TrackTags&, const TrackTags&) = default;
};

/// Where a track's picture is; the pictures themselves are not in the library.
struct CoverArt {
    std::vector<std::uint8_t> hash {}; ///< of the picture's bytes; empty: there is no picture
    std::string source {}; ///< "embedded", or the raw path of a file relative to the mount point

    friend bool operator==(const CoverArt&, const CoverArt&) = default;
};

enum class TrackState {
    Present, ///< the last scan of its volume saw it (whether the volume is there now is Volume's)
    Missing, ///< the volume was there, the file was not
};

/// One track as the library knows it.
struct Track {
    TrackId id {};
    TrackPlace place {};
    FileStamp stamp {};
    std::optional<AudioHash> audioHash {}; ///< nullopt: not computed yet
    std::optional<double> durationSeconds {}; ///< nullopt: not known yet
    TrackTags tags {};
    CoverArt cover {};
    TrackState state = TrackState::Present;
    std::int64_t addedAt = 0; ///< seconds since 1970
    std::int64_t scannedAt = 0; ///< seconds since 1970, when the file was last read
};

/// The little a scan needs to know about a file it has seen before.
struct KnownFile {
    TrackId id {};
    std::string path {}; ///< raw bytes, relative to the mount point
    int cueIndex = 0; ///< 0: the whole file
    FileStamp stamp {};
    TrackState state = TrackState::Present;
};

/// What a scan learned about one track.
struct ScannedTrack {
    std::optional<TrackId> id {}; ///< set: that track, wherever it was before; else the one at
                                  ///< `place`, or a new one
    TrackPlace place {};
    FileStamp stamp {};
    std::optional<AudioHash>
        audioHash {}; ///< nullopt: leaves a known hash if the stamp is unchanged
    std::optional<double> durationSeconds {}; ///< nullopt: likewise
    TrackTags tags {};
    CoverArt cover {};
    std::vector<std::uint8_t>
        fingerprint {}; ///< Chromaprint, compressed; empty: leaves the known one
};

/// Where work on a track can fail. Stored as its text, so that old errors stay readable.
enum class TrackStage { Scan, Analysis };

/// Why something could not be done with a track.
struct TrackFailure {
    TrackId track {};
    TrackStage stage = TrackStage::Scan;
    std::string code {}; ///< errorCodeName()
    std::string reason {}; ///< an English sentence
};

/// A failure as it is kept.
struct TrackError {
    TrackFailure failure {};
    int tries = 1; ///< how often this stage failed in a row
    std::int64_t lastAt = 0; ///< seconds since 1970
};

/// A file that a scan could not read anything from. It becomes a track without tags, so that people
/// see it and why.
struct UnreadableFile {
    TrackPlace place {};
    FileStamp stamp {};
    std::string code {}; ///< errorCodeName()
    std::string reason {};
};

/// What a scan found out, written in one transaction. Nothing in it can delete a row.
struct ScanBatch {
    std::vector<ScannedTrack>
        seen {}; ///< added, updated, moved or found again; clears their errors
    std::vector<TrackId> unchanged {}; ///< seen with the same stamp; those that were missing are
                                       ///< present again, the others are not written
    std::vector<TrackId> missing {}; ///< their volume is there, they are not
    std::vector<UnreadableFile> unreadable {};
    std::vector<TrackFailure> failures {}; ///< of tracks that are known
    std::int64_t scannedAt = 0; ///< seconds since 1970
};

/// What a batch did.
struct ScanOutcome {
    std::vector<TrackId> seen {}; ///< one per ScanBatch::seen
    std::vector<TrackId> unreadable {}; ///< one per ScanBatch::unreadable
    int added = 0;
    int updated = 0;
    int missing = 0;
};

/// Two tracks that may be the same. Nothing is merged unless a person says so.
struct DuplicatePair {
    enum class Reason { SameAudio, SimilarFingerprint };
    enum class Verdict { Open, Same, Different };

    TrackId first {}, second {}; ///< first < second
    Reason reason = Reason::SameAudio;
    double similarity = 1.0; ///< in [0, 1]
    Verdict verdict = Verdict::Open;
};

} // namespace circumplex
