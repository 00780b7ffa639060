#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <span>
#include <vector>

namespace circumplex {

/// A long table of float rows that stays in memory up to a limit and goes to an unnamed temporary
/// file beyond it, so that memory does not grow with the length of a track.
///
/// One thread at a time.
class FrameSpool {
public:
    static constexpr std::size_t kDefaultMemoryLimitBytes = std::size_t { 128 } << 20;

    explicit FrameSpool(
        std::size_t rowLength, std::size_t memoryLimitBytes = kDefaultMemoryLimitBytes);

    /// @param rows  [row, rowLength], any number of whole rows
    /// @throws std::system_error  the temporary folder is full or not writable
    void append(std::span<const float> rows);

    /// Rows begin .. begin+count-1 into `out` ([count, rowLength]). @throws std::out_of_range
    void read(std::size_t begin, std::size_t count, std::span<float> out) const;

    std::size_t rowCount() const { return m_rowCount; }
    std::size_t rowLength() const { return m_rowLength; }

private:
    void moveToFile();

    std::size_t m_rowLength;
    std::size_t m_memoryLimitBytes;
    std::size_t m_rowCount = 0;
    std::vector<float> m_memory;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> m_file { nullptr, &std::fclose };
};

} // namespace circumplex
