#pragma once

#include <cstddef>
#include <filesystem>

namespace circumplex {

/// A file that appears under its name only when it is whole: written under a temporary name beside
/// it, flushed to disk and renamed by commit(). Without commit() nothing remains.
class AtomicFile {
public:
    /// @throws ModelError  the folder is missing or not writable
    explicit AtomicFile(std::filesystem::path path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// @throws ModelError  the disk is full or fails
    void write(const void* data, std::size_t count);
    void commit();

private:
    [[noreturn]] void fail() const;

    std::filesystem::path m_path, m_temporary;
    int m_descriptor = -1;
};

/// A folder that appears under its name only when it is whole, as AtomicFile does. Fill path(),
/// then commit().
class AtomicFolder {
public:
    /// @throws ModelError  `path` exists, or its parent is missing or not writable
    explicit AtomicFolder(std::filesystem::path path);
    ~AtomicFolder();
    AtomicFolder(const AtomicFolder&) = delete;
    AtomicFolder& operator=(const AtomicFolder&) = delete;

    const std::filesystem::path& path() const { return m_temporary; }

    /// @throws ModelError  something has taken the name meanwhile, or the disk fails
    void commit();

private:
    std::filesystem::path m_path, m_temporary;
};

} // namespace circumplex
