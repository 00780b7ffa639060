#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace circumplex::cli {

/// Says on stderr how many files are done and how long the rest will take, judged by their sizes.
/// On a terminal one line is rewritten; elsewhere a line is added at most every ten seconds.
/// Nothing is said of a single file.
class Progress {
public:
    explicit Progress(std::span<const std::filesystem::path> files);
    ~Progress();

    /// Call after each file, done or failed.
    void finished(const std::filesystem::path& file);

    /// Takes the line off the terminal, so that something else can be printed.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    void show();

    bool m_isTerminal;
    std::size_t m_total, m_done = 0;
    std::uintmax_t m_totalBytes = 0, m_doneBytes = 0;
    Clock::time_point m_begin = Clock::now(), m_said = m_begin;
};

} // namespace circumplex::cli
