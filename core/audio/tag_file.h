#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace circumplex {

/// A picture inside a file, the front cover if there is one.
struct EmbeddedPicture {
    std::string mimeType; ///< "image/jpeg"; empty: the file does not say
    std::int64_t sizeBytes = 0;
    std::vector<std::uint8_t> hash; ///< pictureHash() of its bytes
    std::vector<std::uint8_t> bytes; ///< empty if larger than what was asked for
};

/// XXH3-128, 16 bytes: tells pictures apart.
std::vector<std::uint8_t> pictureHash(std::span<const std::uint8_t> bytes);

/// What a file says of itself. All text is UTF-8; empty text, an empty list and 0 mean: not said.
struct FileTags {
    std::string title;
    std::vector<std::string> artists;
    std::string album;
    std::string albumArtist;
    int trackNumber = 0, trackCount = 0;
    int discNumber = 0, discCount = 0;
    int year = 0;
    std::vector<std::string> genres;
    std::string comment;
    std::vector<std::string> moods;
    std::string recordingId; ///< MusicBrainz, as all three: 36 characters, lower case
    std::string releaseId;
    std::vector<std::string> artistIds;
    std::string acoustId; ///< likewise
    std::optional<EmbeddedPicture> cover;
};

struct TagOptions {
    std::int64_t maxCoverBytes = 0; ///< of EmbeddedPicture::bytes; 0: only say that there is one
};

/// Reads tags through TagLib: ID3, APE, Vorbis comments, MP4, ASF, RIFF. A container that TagLib
/// does not know gives no tags.
///
/// TagLib may crash, hang, or ask for much memory on a crafted file: call it in a process that may
/// die (tag_server.h).
///
/// FileMissing, FileUnreadable, NotAFile.
Result<FileTags> readTags(const std::filesystem::path& path, const TagOptions& options = {});

} // namespace circumplex
