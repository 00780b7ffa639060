#include "core/audio/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <system_error>

namespace circumplex {

namespace {

Error missing()
{
    return { ErrorCode::FileMissing,
        "There is no such file. It may have been moved or renamed, or its drive is not mounted." };
}

Error notOpened(int systemError)
{
    if (systemError == ENOENT || systemError == ENOTDIR) return missing();
    return unreadable(systemError);
}

std::optional<Error> notSound(const struct stat& status)
{
    const auto notAFile = [](const char* what) {
        return Error { ErrorCode::NotAFile, std::string("This is ") + what };
    };
    if (S_ISDIR(status.st_mode)) return notAFile("a folder. Give the files inside it.");
    if (S_ISFIFO(status.st_mode))
        return notAFile("a named pipe. Write its content to a file first.");
    if (S_ISSOCK(status.st_mode)) return notAFile("a socket. Give an audio file.");
    if (!S_ISREG(status.st_mode)) return notAFile("a device. Give an audio file.");
    if (status.st_size == 0)
        return Error { ErrorCode::FileEmpty,
            "The file is empty (0 bytes). Copy or download it again." };
    return std::nullopt;
}

} // namespace

Error unreadable(int systemError)
{
    return { ErrorCode::FileUnreadable,
        "The file cannot be read: " + std::generic_category().message(systemError)
            + ". Check its permissions and its drive." };
}

Result<std::unique_ptr<InputFile>> InputFile::open(const std::filesystem::path& path)
{
    // The system would read the name only up to the zero.
    if (path.native().find('\0') != std::string::npos) return tl::unexpected(missing());

    // Opening may have effects (a tape rewinds) or wait, so look first.
    struct stat status;
    if (::stat(path.c_str(), &status) != 0) return tl::unexpected(notOpened(errno));
    if (auto error = notSound(status)) return tl::unexpected(std::move(*error));

    // Without waiting, and looked at again, in case the path was replaced in between.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) return tl::unexpected(notOpened(errno));
    std::unique_ptr<InputFile> file(new InputFile(descriptor));
    if (::fstat(descriptor, &status) != 0) return tl::unexpected(notOpened(errno));
    if (auto error = notSound(status)) return tl::unexpected(std::move(*error));
    return file;
}

InputFile::InputFile(int descriptor)
    : m_descriptor(descriptor)
{
}

InputFile::~InputFile()
{
    ::close(m_descriptor);
}

std::int64_t InputFile::read(std::span<std::byte> buffer)
{
    if (m_end != std::numeric_limits<std::int64_t>::max()) {
        const off_t position = ::lseek(m_descriptor, 0, SEEK_CUR);
        const std::int64_t left = std::max<std::int64_t>(m_end - position, 0);
        buffer = buffer.first(std::min(buffer.size(), static_cast<std::size_t>(left)));
    }
    for (;;) {
        const ssize_t count = ::read(m_descriptor, buffer.data(), buffer.size());
        if (count >= 0) return count;
        if (errno != EINTR) return -errno;
    }
}

std::int64_t InputFile::seek(std::int64_t offset, int whence)
{
    if (whence == SEEK_END) {
        const std::int64_t size = sizeBytes();
        if (size < 0) return size;
        offset += size;
        whence = SEEK_SET;
    }
    const off_t position = ::lseek(m_descriptor, offset, whence);
    return position < 0 ? -errno : position;
}

std::int64_t InputFile::sizeBytes() const
{
    struct stat status;
    if (::fstat(m_descriptor, &status) != 0) return -errno;
    return std::min<std::int64_t>(status.st_size, m_end);
}

} // namespace circumplex
