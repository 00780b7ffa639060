#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace circumplex {

/// One track of a CUE sheet: a range of a sound file. Text is UTF-8.
struct CueTrack {
    int number = 0; ///< 1 to 99
    std::string file; ///< as the sheet names it
    std::string fileBytes; ///< the same before any change of encoding
    double startSeconds = 0.0; ///< INDEX 01
    std::optional<double> pregapSeconds; ///< INDEX 00, where the gap before the track begins
    std::optional<double> endSeconds; ///< the next track's start; none: the file's end
    std::string title;
    std::string performer;
    std::vector<std::pair<std::string, std::string>> remarks; ///< REM KEY VALUE
};

struct CueSheet {
    std::string title; ///< of the album
    std::string performer;
    std::vector<std::pair<std::string, std::string>> remarks; ///< before the first track
    std::vector<CueTrack> tracks; ///< at least one; data tracks are left out

    /// The value of `REM key`, or nothing.
    std::string remark(std::string_view key) const;
};

/// Why not libcue: it keeps its state in globals, writes to stderr, and cannot say which line is
/// wrong.
///
/// CueSheetUnusable, naming the line.
Result<CueSheet> parseCueSheet(std::string_view bytes);

/// Any code of parseCueSheet and of opening files; sheets above 1 MiB are refused.
Result<CueSheet> readCueSheet(const std::filesystem::path& path);

/// The file that a track means, if it is there: by its name in the sheet, in either encoding, in
/// any case; else one of the same name whose ending shows that it was converted (sheets say
/// "album.wav" long after it became album.flac); else the one that is named as the sheet. Only in
/// the sheet's own folder or below.
std::optional<std::filesystem::path> findSoundOf(
    const CueTrack& track, const std::filesystem::path& sheet);

} // namespace circumplex
