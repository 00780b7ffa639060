#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <span>

namespace circumplex {

/// A regular file, open for reading. One thread at a time.
class InputFile {
public:
    /// Never waits: pipes, sockets and devices are refused without opening them.
    ///
    /// FileMissing, NotAFile, FileUnreadable or FileEmpty.
    static Result<std::unique_ptr<InputFile>> open(const std::filesystem::path& path);

    ~InputFile();
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    /// Bytes read, 0 at the end, -errno on failure.
    std::int64_t read(std::span<std::byte> buffer);

    /// As lseek(2): the new position, -errno on failure.
    std::int64_t seek(std::int64_t offset, int whence);

    /// Now; the file may grow and shrink. -errno on failure.
    std::int64_t sizeBytes() const;

    /// From now on the file seems to end there. @param bytes  at least 0
    void endAt(std::int64_t bytes) { m_end = bytes; }

private:
    explicit InputFile(int descriptor);

    int m_descriptor;
    std::int64_t m_end = std::numeric_limits<std::int64_t>::max();
};

/// FileUnreadable, with the system's reason.
Error unreadable(int systemError);

} // namespace circumplex
