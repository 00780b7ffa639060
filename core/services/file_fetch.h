#pragma once

#include "core/base/result.h"

#include <QUrl>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace circumplex {

/// A file to be fetched over HTTP or HTTPS.
struct FetchJob {
    QUrl address;
    std::filesystem::path file; ///< where it comes to lie; its folder is made
    std::int64_t bytes = 0; ///< its size; 0: not known
    std::string sha256 {}; ///< 64 lower-case hex digits; empty: not known
    int retryPauseMs = 1000; ///< before a broken connection is taken up again
    int silenceMs = 60'000; ///< without a byte, after which a connection counts as broken
};

/// @param total  0: not known
using FetchProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Fetches a file whole or not at all: it gets its name when its size and hash are right. Until
/// then it grows in FILE.part, and a later call goes on where an earlier one ended, as long as the
/// server says that it is still the same file (ETag, Last-Modified). A connection that breaks off
/// is taken up again while every try brings something. A file that is there already is only
/// checked.
///
/// Goes through the system's proxy, or the one that HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY
/// name. Runs an event loop until it is done: call it on a thread with nothing else to do, in a
/// program with a QCoreApplication.
///
/// @param progress  called a few times a second
/// @returns Cancelled; NetworkUnreachable; DownloadRefused; DownloadWrong, and then the file is
///   gone; DiskFull, FileUnwritable
Result<void> fetchFile(const FetchJob& job, std::stop_token stop, const FetchProgress& progress);

} // namespace circumplex
