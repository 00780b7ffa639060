#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <utility>

namespace circumplex::test {

/// A pipe with a name: what a device is for whoever reads it.
class DevicePipe {
public:
    explicit DevicePipe(std::filesystem::path path)
        : m_path(std::move(path))
    {
        if (::mkfifo(m_path.c_str(), 0600) != 0) throw std::runtime_error("no pipe");
        m_end = ::open(m_path.c_str(), O_RDWR); // also reads, so that opening does not wait
    }

    ~DevicePipe() { unplug(); }
    DevicePipe(const DevicePipe&) = delete;
    DevicePipe& operator=(const DevicePipe&) = delete;

    const std::filesystem::path& path() const { return m_path; }

    void send(const void* bytes, std::size_t count) const
    {
        if (::write(m_end, bytes, count) != static_cast<ssize_t>(count))
            throw std::runtime_error("the pipe takes nothing");
    }

    void unplug()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
        if (m_end >= 0) ::close(m_end);
        m_end = -1;
    }

private:
    std::filesystem::path m_path;
    int m_end = -1;
};

} // namespace circumplex::test
