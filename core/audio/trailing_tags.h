#pragma once

#include "core/audio/input_file.h"

namespace circumplex {

/// Where the sound of a raw stream (MP3, AAC, FLAC, WavPack, ...) ends: the file's size without the
/// ID3v1, ID3v2.4, APEv2 and Lyrics3v2 tags at its end. Leaves the file's position at its begin.
std::int64_t endWithoutTags(InputFile& file);

} // namespace circumplex
