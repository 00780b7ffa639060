#include "app/cli/commands/model_options.h"

#include "core/ml/compute_device.h"
#include "core/ml/model_error.h"
#include "core/ml/weights/model_import.h"
#include "core/services/app_folders.h"
#include "core/services/file_hash.h"
#include "core/services/model_registry.h"
#include "core/services/number_formats.h"

#include <QJsonDocument>

#include <algorithm>

namespace circumplex::cli {

namespace {

Result<std::string> chooseDevice(const std::string& wanted)
{
    const auto devices = computeDevices();
    if (wanted == "auto") return devices.front();
    if (std::ranges::find(devices, wanted) != devices.end()) return wanted;
    std::string known;
    for (const std::string& device : devices)
        known += (known.empty() ? "" : ", ") + device;
    return tl::unexpected(Error { ErrorCode::DeviceMissing,
        "this machine has no device \"" + wanted + "\"; it has " + known });
}

Result<DataType> chooseDataType(
    const std::string& wanted, const std::string& device, const std::string& modelHash)
{
    if (wanted == "auto") {
        const NumberFormats formats(AppFolders::standard().numberFormats);
        const auto measured = formats.find(modelHash, deviceTitle(device));
        return measured ? fastestNearFormat(*measured) : DataType::Float32;
    }
    const auto dtype = dataTypeNamed(wanted);
    const auto offered = dataTypesOf(device);
    if (dtype && std::ranges::find(offered, *dtype) != offered.end()) return *dtype;
    return tl::unexpected(
        Error { ErrorCode::DeviceMissing, "the device " + device + " has no data type " + wanted });
}

} // namespace

void ModelOptions::addModelTo(CLI::App& command)
{
    command.add_option("--model", model, "Name of an installed model (default: the one in use)");
}

void ModelOptions::addNetworksTo(CLI::App& command)
{
    command.add_option("--device", device, "auto, cpu, cuda:N")->capture_default_str();
    command
        .add_option("--dtype", dtype,
            "Number format of the networks; auto: the fastest that was measured to be near enough "
            "to float32 on this machine")
        ->check(CLI::IsMember({ "auto", "float32", "bfloat16", "int8" }))
        ->capture_default_str();
    command.add_option("--threads", threads, "For the networks (default: one per core)")
        ->check(CLI::Range(1, 1024));
}

void ModelOptions::addTo(CLI::App& command)
{
    addModelTo(command);
    command
        .add_option("--mode", mode, "reference: the published program's numbers, quirks included")
        ->check(CLI::IsMember({ "corrected", "reference" }))
        ->capture_default_str();
    addNetworksTo(command);
    command.add_option("--hop", hopSeconds, "Seconds between the points of a curve")
        ->check(CLI::Range(0.05, 3600.0))
        ->capture_default_str();
    command.add_option("--window", windowSeconds, "Seconds of sound behind each point")
        ->check(CLI::Range(0.5, 3600.0))
        ->capture_default_str();
}

AnalysisSettings ModelOptions::analysisSettings() const
{
    AnalysisSettings settings;
    settings.mode = mode == "reference" ? AnalysisMode::Reference : AnalysisMode::Corrected;
    settings.grid = { .hopSeconds = hopSeconds, .windowSeconds = windowSeconds };
    settings.threads = threads;
    return settings;
}

namespace {

/// The networks that hear, and how loud the sound is when they do.
std::string hearingOf(const InstalledModel& model)
{
    const auto chords = model.files.find("chords.safetensors");
    return model.encoderHash + '+' + (chords == model.files.end() ? "" : chords->second) + '@'
        + std::to_string(model.card[QLatin1StringView("loudness_lufs")].toDouble());
}

} // namespace

Result<ChosenModel> chooseModel(const ModelOptions& options)
{
    const auto model = ModelRegistry::standard().find(options.model);
    if (!model) return tl::unexpected(model.error());
    const auto device = chooseDevice(options.device);
    if (!device) return tl::unexpected(device.error());
    const auto dtype = chooseDataType(options.dtype, *device, model->hash);
    if (!dtype) return tl::unexpected(dtype.error());
    return ChosenModel { .folder = model->folder,
        .modelHash = model->hash,
        .encoderHash = model->encoderHash,
        .hearing = hearingOf(*model),
        .cardJson = QJsonDocument(model->card).toJson(QJsonDocument::Compact).toStdString(),
        .provenance = { .model = model->label(),
            .mode = options.analysisSettings().mode,
            .device = *device,
            .dtype = *dtype } };
}

Result<ChosenModel> chooseEncoder(const ModelOptions& options, const std::filesystem::path& mert,
    const std::vector<int>& usedLayers)
{
    std::filesystem::path file;
    try {
        file = mertWeightFile(mert);
    } catch (const ModelError& error) {
        return tl::unexpected(Error { ErrorCode::ModelUnusable, error.what() });
    }
    const auto hash = fileSha256(file);
    if (!hash) return tl::unexpected(hash.error());
    const auto device = chooseDevice(options.device);
    if (!device) return tl::unexpected(device.error());
    const auto dtype = chooseDataType(options.dtype, *device, *hash);
    if (!dtype) return tl::unexpected(dtype.error());
    std::string hearing = *hash;
    for (const int layer : usedLayers)
        hearing += '.' + std::to_string(layer);
    return ChosenModel { .folder = {},
        .modelHash = *hash,
        .encoderHash = *hash,
        .hearing = hearing,
        .cardJson = {},
        .provenance = { .model = "mert@" + hash->substr(0, 12),
            .mode = options.analysisSettings().mode,
            .device = *device,
            .dtype = *dtype } };
}

std::vector<std::string> workingDevices(const ModelOptions& options, const ChosenModel& chosen)
{
    const std::string& first = chosen.provenance.device;
    if (options.device != "auto" || first == "cpu") return { first };
    auto devices = computeDevices();
    std::erase(devices, "cpu");
    return devices;
}

Result<std::shared_ptr<const Annotator>> loadModel(const ChosenModel& chosen)
{
    try {
        return std::make_shared<const Annotator>(
            chosen.folder, chosen.provenance.device, chosen.provenance.dtype);
    } catch (const ModelError& error) {
        return tl::unexpected(Error { ErrorCode::ModelUnusable, error.what() });
    }
}

} // namespace circumplex::cli
