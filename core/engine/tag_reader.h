#pragma once

#include "core/audio/tag_file.h"
#include "core/base/result.h"

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace circumplex {

/// circumplex-tagreader, beside the running program.
std::filesystem::path tagReaderProgram();

struct TagReaderOptions {
    std::filesystem::path program = tagReaderProgram();
    std::chrono::milliseconds timeLimit { 10000 }; ///< per file
    std::int64_t maxCoverBytes = 0; ///< of EmbeddedPicture::bytes
};

/// Reads tags in a process of its own, so that a file that makes TagLib crash, hang or ask for
/// gigabytes costs that file only. The process is started when it is first needed, kept for the
/// next file, and started anew after it died.
///
/// One thread at a time; as many objects as wanted.
class TagReader {
public:
    explicit TagReader(TagReaderOptions options);
    ~TagReader(); ///< ends the process
    TagReader(const TagReader&) = delete;
    TagReader& operator=(const TagReader&) = delete;

    /// Any code of readTags(); TagsUnreadable if the process died over it or needed too much
    /// memory; Stalled; Cancelled; Internal if it cannot be started.
    Result<FileTags> read(const std::filesystem::path& path, std::stop_token stop);

private:
    enum class Outcome { Answered, Died, TooSlow, Stopped };

    Result<void> start();
    void end();
    bool send(std::string_view bytes);
    Outcome receive(std::stop_token& stop, std::string& line);
    std::string causeOfDeath();

    TagReaderOptions m_options;
    pid_t m_process = 0; ///< 0: none runs
    int m_socket = -1;
    int m_answers = 0; ///< of the running process
    std::string m_received; ///< beyond the last line
};

} // namespace circumplex
