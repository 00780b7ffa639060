#pragma once

#include "core/audio/audio_identity.h"
#include "core/audio/tag_file.h"
#include "core/base/result.h"
#include "core/engine/tag_reader.h"
#include "core/types/track.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace circumplex {

enum class Fingerprinting { Omitted, Included };

struct ReadingOptions {
    TagReaderOptions tags {};
    DecodeOptions decode {};
    Fingerprinting fingerprinting = Fingerprinting::Omitted; ///< included: decodes 120 s of each
};

/// Everything a scan wants to know of one file.
struct SoundReading {
    std::size_t index = 0; ///< of the file among those given
    FileStamp stamp; ///< the same before and after it was read
    Result<AudioIdentity> identity; ///< FileChanged: it was written to meanwhile
    Result<FileTags> tags;
    std::vector<std::uint8_t> fingerprint; ///< compressed; empty: omitted or not possible
};

/// @returns FileMissing, FileUnreadable
Result<FileStamp> stampOf(const std::filesystem::path& path);

SoundReading readSound(const std::filesystem::path& path, TagReader& tags,
    const ReadingOptions& options, std::stop_token stop);

/// Reads files on threads of its own, each with a tag reader of its own, and hands the readings to
/// one thread, in the order in which they are done. Few wait: a slow taker slows the readers down.
class ReadingPool {
public:
    /// @param threadCount  at least 1
    ReadingPool(std::vector<std::filesystem::path> files, const ReadingOptions& options,
        int threadCount, std::stop_token stop);
    ~ReadingPool(); ///< gives up what is not done

    /// Waits for the next reading. nullopt: all are done, or a stop was asked for.
    std::optional<SoundReading> next();

private:
    void work(const std::stop_token& stop);

    std::vector<std::filesystem::path> m_files;
    ReadingOptions m_options;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_forward;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::size_t m_nextFile = 0; ///< this and below: guarded by m_mutex
    std::size_t m_taken = 0;
    std::deque<SoundReading> m_done;

    std::vector<std::jthread> m_threads; ///< last: they end before what they use
};

} // namespace circumplex
