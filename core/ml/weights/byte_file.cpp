#include "core/ml/weights/byte_file.h"

#include "core/ml/model_error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>

namespace circumplex {

// weight files are little-endian, and are read without swapping
static_assert(std::endian::native == std::endian::little);

ByteFile::ByteFile(std::filesystem::path path)
    : m_path(std::move(path))
{
    // O_NONBLOCK: opening a pipe must not wait for its other end
    m_descriptor = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (m_descriptor < 0) refuse(std::strerror(errno));
    struct stat status { };
    if (::fstat(m_descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(m_descriptor);
        refuse("not a regular file");
    }
    m_size = static_cast<std::uint64_t>(status.st_size);
}

ByteFile::~ByteFile()
{
    ::close(m_descriptor);
}

void ByteFile::refuse(const std::string& reason) const
{
    throw ModelError(m_path.string() + ": " + reason);
}

void ByteFile::requireInside(std::uint64_t offset, std::uint64_t count) const
{
    if (offset > m_size || count > m_size - offset) refuse("is cut off");
}

void ByteFile::read(std::uint64_t offset, void* out, std::uint64_t count) const
{
    requireInside(offset, count);
    constexpr std::uint64_t kMost = 1U << 30; // one call transfers 2 GB at most
    auto* to = static_cast<char*>(out);
    while (count > 0) {
        const auto got
            = ::pread(m_descriptor, to, std::min(count, kMost), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) refuse(std::strerror(errno));
        if (got == 0) refuse("is cut off"); // it shrank meanwhile
        to += got;
        offset += static_cast<std::uint64_t>(got);
        count -= static_cast<std::uint64_t>(got);
    }
}

std::string ByteFile::text(std::uint64_t offset, std::uint64_t count) const
{
    requireInside(offset, count);
    std::string bytes(count, '\0');
    read(offset, bytes.data(), count);
    return bytes;
}

} // namespace circumplex
