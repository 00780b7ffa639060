#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace circumplex {

/// A regular file that is read in pieces. Every piece is compared with the size that the file has
/// before memory is taken for it. Reading is thread-safe.
class ByteFile {
public:
    /// @throws ModelError  the file is missing, not a regular file or not readable
    explicit ByteFile(std::filesystem::path path);
    ~ByteFile();
    ByteFile(const ByteFile&) = delete;
    ByteFile& operator=(const ByteFile&) = delete;

    std::uint64_t size() const { return m_size; }

    /// @throws ModelError  the piece is not within the file, or cannot be read
    void read(std::uint64_t offset, void* out, std::uint64_t count) const;
    std::string text(std::uint64_t offset, std::uint64_t count) const;

    /// @throws ModelError  always: the file's path and `reason`
    [[noreturn]] void refuse(const std::string& reason) const;

private:
    void requireInside(std::uint64_t offset, std::uint64_t count) const;

    std::filesystem::path m_path;
    int m_descriptor = -1;
    std::uint64_t m_size = 0;
};

} // namespace circumplex
