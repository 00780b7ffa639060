#pragma once

#include "app/cli/annotation_json.h"
#include "core/base/result.h"
#include "core/engine/track_analyzer.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace circumplex::cli {

/// The options that `analyze`, `bench` and `pack` share.
struct ModelOptions {
    std::string model; ///< empty: the one in use
    std::string mode = "corrected";
    std::string device = "auto";
    std::string dtype = "auto";
    int threads = 0;
    double hopSeconds = 1.0;
    double windowSeconds = 10.0;

    void addTo(CLI::App& command);
    void addModelTo(CLI::App& command); ///< --model alone
    void addNetworksTo(CLI::App& command); ///< --device, --dtype and --threads alone
    AnalysisSettings analysisSettings() const;
};

/// Where and in which number format a model runs.
struct ChosenModel {
    std::filesystem::path folder;
    std::string modelHash, encoderHash;
    std::string hearing; ///< hash of all that decides what the model hears, the head left out
    std::string cardJson;
    Provenance provenance;
};

/// Finds the model and settles "auto": the first device, and the fastest number format that was
/// found near enough to float32 there.
Result<ChosenModel> chooseModel(const ModelOptions& options);

/// The same for a published MERT alone: there is no model, hearing is the file's hash and the
/// layers. @returns FileMissing, FileUnreadable, ModelUnusable (the folder holds no MERT),
/// DeviceMissing
Result<ChosenModel> chooseEncoder(const ModelOptions& options, const std::filesystem::path& mert,
    const std::vector<int>& usedLayers);

/// Devices that work side by side: with "auto" every GPU, or the CPU without one.
std::vector<std::string> workingDevices(const ModelOptions& options, const ChosenModel& chosen);

/// Loads it. An unusable package is an Error.
Result<std::shared_ptr<const Annotator>> loadModel(const ChosenModel& chosen);

} // namespace circumplex::cli
