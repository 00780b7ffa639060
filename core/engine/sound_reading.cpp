#include "core/engine/sound_reading.h"

#include "core/audio/fingerprint.h"

#include <sys/stat.h>

#include <cerrno>
#include <exception>
#include <functional>
#include <system_error>

namespace circumplex {

namespace {

constexpr std::size_t kMostWaiting = 64;

} // namespace

Result<FileStamp> stampOf(const std::filesystem::path& path)
{
    struct stat status;
    if (::stat(path.c_str(), &status) != 0) {
        const bool isGone = errno == ENOENT || errno == ENOTDIR;
        return tl::unexpected(Error { isGone ? ErrorCode::FileMissing : ErrorCode::FileUnreadable,
            "The file cannot be read: " + std::generic_category().message(errno) + "." });
    }
    return FileStamp { .sizeBytes = status.st_size,
        .modifiedNs
        = std::int64_t { status.st_mtim.tv_sec } * 1'000'000'000 + status.st_mtim.tv_nsec };
}

SoundReading readSound(const std::filesystem::path& path, TagReader& tags,
    const ReadingOptions& options, std::stop_token stop)
{
    SoundReading reading;
    const auto before = stampOf(path);
    if (!before) {
        reading.identity = tl::unexpected(before.error());
        return reading;
    }
    reading.stamp = *before;
    reading.identity = identifyAudio(path, stop, options.decode);
    if (reading.identity) {
        reading.tags = tags.read(path, stop);
        if (options.fingerprinting == Fingerprinting::Included)
            if (const auto items = fingerprintOf(path, stop, options.decode))
                reading.fingerprint = compressFingerprint(*items);
    }
    // What was read of a file in motion may be half of one and half of another.
    const auto after = stampOf(path);
    if (!after)
        reading.identity = tl::unexpected(after.error());
    else if (*after != *before)
        reading.identity = tl::unexpected(Error { ErrorCode::FileChanged,
            "The file was written to while it was read. It is read again with the next scan." });
    return reading;
}

ReadingPool::ReadingPool(std::vector<std::filesystem::path> files, const ReadingOptions& options,
    int threadCount, std::stop_token stop)
    : m_files(std::move(files))
    , m_options(options)
    , m_forward(std::move(stop), [this] { m_stop.request_stop(); })
{
    for (int i = 0; i < threadCount; ++i)
        m_threads.emplace_back([this] { work(m_stop.get_token()); });
}

ReadingPool::~ReadingPool()
{
    m_stop.request_stop();
}

void ReadingPool::work(const std::stop_token& stop)
{
    TagReader tags(m_options.tags);
    for (;;) {
        std::size_t index = 0;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [this] { return m_done.size() < kMostWaiting; });
            if (stop.stop_requested() || m_nextFile == m_files.size()) return;
            index = m_nextFile++;
        }
        SoundReading reading;
        try {
            reading = readSound(m_files[index], tags, m_options, stop);
        } catch (const std::exception& exception) {
            // Machine failures (no memory) cost this file.
            reading.identity = tl::unexpected(Error { ErrorCode::Internal, exception.what() });
        }
        reading.index = index;
        const std::lock_guard lock(m_mutex);
        m_done.push_back(std::move(reading));
        m_changed.notify_all();
    }
}

std::optional<SoundReading> ReadingPool::next()
{
    std::unique_lock lock(m_mutex);
    if (m_taken == m_files.size()) return std::nullopt;
    if (!m_changed.wait(lock, m_stop.get_token(), [this] { return !m_done.empty(); }))
        return std::nullopt;
    SoundReading reading = std::move(m_done.front());
    m_done.pop_front();
    ++m_taken;
    m_changed.notify_all();
    return reading;
}

} // namespace circumplex
