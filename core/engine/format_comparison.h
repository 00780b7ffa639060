#pragma once

#include "core/base/result.h"
#include "core/engine/track_analyzer.h"
#include "core/services/number_formats.h"

#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

/// One model, one device, one number format, some files.
struct FormatRun {
    FormatMeasurement measurement;
    double loadSeconds = 0.0;
    double encoderGflopPerSecond = 0.0; ///< of sound, see encoder_cost.h
    std::vector<AnalysedFile> files; ///< of the fastest repetition
    std::vector<double> wallSeconds; ///< per repetition, for all files
};

struct FormatComparisonPlan {
    std::filesystem::path model; ///< folder of a model package
    std::string device;
    std::vector<DataType> dtypes; ///< float32 first
    std::vector<std::filesystem::path> files;
    AnalysisSettings settings;
    int repetitions = 1;
};

/// Analyses the files in every format and says how long it took and how far each is from float32,
/// over the tracks' values and all points of their curves.
/// @returns the first file's error, or ModelUnusable
Result<std::vector<FormatRun>> compareFormats(
    const FormatComparisonPlan& plan, std::stop_token stop);

} // namespace circumplex
