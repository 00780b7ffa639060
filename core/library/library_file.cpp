#include "core/library/library_file.h"

#include "core/library/backup_folder.h"
#include "core/library/database_error.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace circumplex {

namespace {

// linux/magic.h and the file systems' own documentation.
constexpr std::array<std::uint32_t, 16> kNetworkFileSystems {
    0x6969, // NFS
    0x517B, // SMB
    0xFF534D42, // CIFS
    0xFE534D42, // SMB2
    0x73757245, // Coda
    0x5346414F, // AFS
    0x6B414653, // AFS in the kernel
    0x564C, // NCP
    0x01021997, // 9P: shared folders of virtual machines
    0x786F4256, // VirtualBox shared folders
    0xBACBACBC, // VMware shared folders
    0x65735546, // FUSE: sshfs, rclone and others; some are local, none can be told apart
    0x00C36400, // Ceph
    0x0BD00BD0, // Lustre
    0x01161970, // GFS2
    0x7461636F, // OCFS2
};

std::uint32_t bigEndian(const unsigned char* bytes)
{
    return std::uint32_t { bytes[0] } << 24 | std::uint32_t { bytes[1] } << 16
        | std::uint32_t { bytes[2] } << 8 | bytes[3];
}

} // namespace

bool writeAheadIsSafeOn(std::uint32_t fileSystemType)
{
    return std::find(kNetworkFileSystems.begin(), kNetworkFileSystems.end(), fileSystemType)
        == kNetworkFileSystems.end();
}

std::uint32_t fileSystemTypeOf(const std::filesystem::path& file)
{
    struct statfs information { };
    if (statfs(file.c_str(), &information) != 0
        && statfs(std::filesystem::absolute(file).parent_path().c_str(), &information) != 0)
        return 0;
    return static_cast<std::uint32_t>(information.f_type);
}

std::filesystem::path writeAheadLogOf(const std::filesystem::path& file)
{
    return file.string() + "-wal";
}

Result<void> checkLibraryHeader(sqlite3* connection, const std::filesystem::path& file)
{
    sqlite3_file* opened = nullptr;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &opened);
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(file, problem);
    if (problem || opened == nullptr || opened->pMethods == nullptr)
        return tl::unexpected(Error {
            ErrorCode::FileUnreadable, "The library '" + file.string() + "' cannot be read." });
    if (size == 0) return {}; // SQLite's own idea of a new database
    std::array<unsigned char, 100> header {};
    const int outcome = opened->pMethods->xRead(opened, header.data(), header.size(), 0);
    if (outcome != SQLITE_OK || std::memcmp(header.data(), "SQLite format 3", 16) != 0) {
        if (BackupFolder(file).newest())
            return tl::unexpected(damagedError(file, "its beginning is missing or overwritten"));
        return tl::unexpected(Error { ErrorCode::DatabaseForeign,
            "'" + file.string()
                + "' is not a library of Circumplex. Choose another file name for the library." });
    }
    // https://www.sqlite.org/fileformat2.html: the page count holds if the two counters agree. With
    // a write-ahead log beside it the end of the file may be in the log.
    const std::uint64_t pageBytes
        = header[16] == 0 && header[17] == 1 ? 65536U : header[16] * 256U + header[17];
    const std::uint64_t pages = bigEndian(&header[28]);
    const bool countHolds = bigEndian(&header[24]) == bigEndian(&header[92]);
    const std::uintmax_t logBytes = std::filesystem::file_size(writeAheadLogOf(file), problem);
    if (countHolds && (problem || logBytes == 0) && size < pages * pageBytes)
        return tl::unexpected(damagedError(file,
            "it is cut off: " + std::to_string(size) + " of " + std::to_string(pages * pageBytes)
                + " bytes are there"));
    return {};
}

void flushToDisk(const std::filesystem::path& fileOrFolder)
{
    const int descriptor = ::open(fileOrFolder.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace circumplex
