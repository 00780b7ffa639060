#pragma once

#include "core/engine/analysis_session.h"
#include "core/engine/engine_guard.h"
#include "core/engine/library_scanner.h"

#include <QByteArray>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

/// What an engine works with.
struct EngineSetup {
    std::filesystem::path library;
    KnownModel model; ///< its id is not looked at
    std::string modelLabel; ///< name@hash
    std::filesystem::path package; ///< folder of the model's package
    std::vector<std::string> devices; ///< of computeDevices(), at least one
    DataType dtype = DataType::Float32;
    AnalysisSettings settings;
    std::string hearing; ///< names the networks that hear, for the cache
    std::filesystem::path cache; ///< file of the FeatureCache
    std::int64_t cacheBytes = 0; ///< 0: nothing is kept
    std::string programVersion;
    EngineGuard::Limits limits {};
    ScanOptions scanning {};
    bool watchesFolders = false; ///< scans by itself what changes in the library's folders
};

/// The engine's process: commands come in as lines, events go out as lines, until it is told to
/// quit or nobody is there any more to tell it.
///
/// @param input   file descriptor of the commands
/// @param output  takes one line at a time, on any thread but never on two at once
/// @returns why it could not begin
Result<void> runEngine(const EngineSetup& setup, int input, std::stop_token stop,
    const std::function<void(const QByteArray&)>& output);

} // namespace circumplex
