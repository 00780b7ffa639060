#include "app/cli/progress.h"

#include "app/cli/annotation_text.h"

#include <unistd.h>

#include <iostream>

namespace circumplex::cli {

namespace {

constexpr std::chrono::seconds kBetweenLines { 10 };

std::uintmax_t sizeOf(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return error ? 0 : size;
}

} // namespace

Progress::Progress(std::span<const std::filesystem::path> files)
    : m_isTerminal(isatty(STDERR_FILENO) == 1)
    , m_total(files.size())
{
    for (const auto& file : files)
        m_totalBytes += sizeOf(file);
    show();
}

Progress::~Progress()
{
    clear();
}

void Progress::finished(const std::filesystem::path& file)
{
    ++m_done;
    m_doneBytes += sizeOf(file);
    show();
}

void Progress::clear()
{
    if (m_isTerminal && m_total > 1) std::cerr << "\r\033[K" << std::flush;
}

void Progress::show()
{
    const auto now = Clock::now();
    if (m_total < 2 || m_done == m_total) return;
    if (!m_isTerminal && now - m_said < kBetweenLines) return;
    m_said = now;
    std::string line = std::to_string(m_done) + " of " + std::to_string(m_total) + " files";
    if (m_doneBytes > 0 && m_doneBytes < m_totalBytes) {
        const double spent = std::chrono::duration<double>(now - m_begin).count();
        const double rest = spent * static_cast<double>(m_totalBytes - m_doneBytes)
            / static_cast<double>(m_doneBytes);
        line += ", about " + durationText(rest) + " left";
    }
    if (m_isTerminal)
        std::cerr << "\r\033[K" << line << std::flush;
    else
        std::cerr << line << '\n';
}

} // namespace circumplex::cli
