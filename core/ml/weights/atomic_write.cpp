#include "core/ml/weights/atomic_write.h"

#include "core/ml/model_error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace circumplex {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, int error)
{
    throw ModelError(path.string() + " cannot be written: " + std::strerror(error));
}

/// A hidden name beside `path` that no other process or thread uses.
std::filesystem::path temporaryName(const std::filesystem::path& path)
{
    static std::atomic<unsigned> count = 0;
    return path.parent_path()
        / ("." + path.filename().string() + "." + std::to_string(::getpid()) + "-"
            + std::to_string(count++) + ".part");
}

/// Makes a rename in the folder of `path` last over a power cut.
void flushFolderOf(const std::filesystem::path& path)
{
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) refuse(path, errno);
    // some network file systems know no such thing for folders, and the rename is done by then
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

AtomicFile::AtomicFile(std::filesystem::path path)
    : m_path(std::move(path))
    , m_temporary(temporaryName(m_path))
{
    m_descriptor = ::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (m_descriptor < 0) fail();
}

AtomicFile::~AtomicFile()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
    if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
}

void AtomicFile::fail() const
{
    refuse(m_path, errno);
}

void AtomicFile::write(const void* data, std::size_t count)
{
    const auto* from = static_cast<const char*>(data);
    while (count > 0) {
        const auto written = ::write(m_descriptor, from, count);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail();
        from += written;
        count -= static_cast<std::size_t>(written);
    }
}

void AtomicFile::commit()
{
    if (::fsync(m_descriptor) != 0) fail();
    if (::close(std::exchange(m_descriptor, -1)) != 0) fail();
    if (::rename(m_temporary.c_str(), m_path.c_str()) != 0) fail();
    m_temporary.clear();
    flushFolderOf(m_path);
}

AtomicFolder::AtomicFolder(std::filesystem::path path)
    : m_path(std::move(path))
    , m_temporary(temporaryName(m_path))
{
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(m_path, ignored)))
        refuse(m_path, EEXIST);
    if (::mkdir(m_temporary.c_str(), 0777) != 0) refuse(m_path, errno);
}

AtomicFolder::~AtomicFolder()
{
    std::error_code ignored;
    if (!m_temporary.empty()) std::filesystem::remove_all(m_temporary, ignored);
}

void AtomicFolder::commit()
{
    flushFolderOf(m_temporary / "any"); // the names of the files within
    if (::renameat2(AT_FDCWD, m_temporary.c_str(), AT_FDCWD, m_path.c_str(), RENAME_NOREPLACE)
        != 0) {
        // file systems without that flag: a plain rename replaces nothing but an empty folder
        if (errno != EINVAL || ::rename(m_temporary.c_str(), m_path.c_str()) != 0)
            refuse(m_path, errno);
    }
    m_temporary.clear();
    flushFolderOf(m_path);
}

} // namespace circumplex
