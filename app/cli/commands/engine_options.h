#pragma once

#include "app/cli/commands/library_option.h"
#include "app/cli/commands/model_options.h"
#include "core/engine/engine_server.h"

#include <QStringList>

#include <CLI/CLI.hpp>

#include <string>

namespace circumplex::cli {

/// The options that `annotate` and `engine` share.
struct EngineOptions {
    LibraryOption library;
    ModelOptions model;
    double cacheGigabytes = 4.0;
    bool isGentle = false;
    double memoryGigabytes = 0.0; ///< 0: two thirds of the machine's
    double silentSeconds = 120.0;

    void addTo(CLI::App& command);

    /// @returns ModelMissing, ModelUnusable, DeviceMissing
    Result<EngineSetup> setup() const;

    /// The same options for another process.
    QStringList arguments() const;
};

} // namespace circumplex::cli
