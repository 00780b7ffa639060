#pragma once

#include "core/audio/waveform_pyramid.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

/// Finished waveforms in a folder, one file each, so that a recording is decoded for drawing only
/// once. A file that is damaged, of another version or of another file's sound counts as absent.
///
/// Any number of threads and programs may use the same folder at once.
class WaveformCache {
public:
    /// @param folder  made when it is needed
    /// @param mostBytes  when more is kept, the files used longest ago go
    explicit WaveformCache(
        std::filesystem::path folder, std::int64_t mostBytes = std::int64_t { 512 } << 20);

    /// What names the sound of a file: its path, size and time of change.
    static std::string keyOf(const std::filesystem::path& path);

    /// nullptr: not there, or not usable.
    std::shared_ptr<const WaveformPyramid> find(const std::string& key) const;

    /// FileUnwritable. @param waveform  complete
    Result<void> store(const std::string& key, const WaveformPyramid& waveform) const;

private:
    std::filesystem::path fileOf(const std::string& key) const;
    void forgetOldest() const;

    std::filesystem::path m_folder;
    std::int64_t m_mostBytes;
};

/// Called on the reading thread, first when there is something to draw, then ten times a second.
/// What it gets grows while it is looked at.
using WaveformProgress = std::function<void(std::shared_ptr<const WaveformPyramid>)>;

/// The waveform of a file: from the cache, or by decoding it once and keeping the result. A cache
/// that cannot be written costs only the next decoding. Errors of decodeAudio().
Result<std::shared_ptr<const WaveformPyramid>> readWaveform(const std::filesystem::path& path,
    const WaveformCache& cache, std::stop_token stop, const WaveformProgress& progress);

/// The samples themselves, for drawing closer than the pyramid goes.
///
/// @param firstSample  at least 0
/// @returns [sample] mono; fewer than asked for at the end of the sound. Errors of decodeAudio()
Result<std::vector<float>> readSamples(const std::filesystem::path& path, std::int64_t firstSample,
    std::size_t count, std::stop_token stop);

} // namespace circumplex
