#include "app/cli/commands/engine_options.h"

#include "circumplex_version.h"
#include "core/services/app_folders.h"

#include <ctime>

namespace circumplex::cli {

namespace {

constexpr double kGiga = 1 << 30;

} // namespace

void EngineOptions::addTo(CLI::App& command)
{
    library.addTo(command);
    model.addTo(command);
    command
        .add_option("--cache", cacheGigabytes,
            "GiB of disk for what the encoder heard, so that another head needs no encoder; 0: "
            "nothing is kept")
        ->check(CLI::Range(0.0, 1e6))
        ->capture_default_str();
    command.add_flag("--gentle", isGentle, "Only use the processor when nobody else wants it");
    command
        .add_option("--memory", memoryGigabytes,
            "GiB that analysing may take before a track is given up (default: two thirds of the "
            "machine's)")
        ->check(CLI::Range(0.1, 1e6));
    command
        .add_option("--silence-limit", silentSeconds,
            "Give a track up after so many seconds in which nothing came out of it")
        ->check(CLI::Range(1.0, 86400.0))
        ->capture_default_str();
}

Result<EngineSetup> EngineOptions::setup() const
{
    const auto chosen = chooseModel(model);
    if (!chosen) return tl::unexpected(chosen.error());
    const AnalysisSettings settings = model.analysisSettings();
    const std::string& label = chosen->provenance.model;
    EngineSetup setup { .library = library.path(),
        .model = { .name = label.substr(0, label.find('@')),
            .hash = chosen->modelHash,
            .cardJson = chosen->cardJson,
            .installedAt = std::time(nullptr) },
        .modelLabel = label,
        .package = chosen->folder,
        .devices = workingDevices(model, *chosen),
        .dtype = chosen->provenance.dtype,
        .settings = settings,
        .hearing = chosen->hearing + '/' + model.mode + '/' + std::to_string(model.hopSeconds) + '/'
            + std::to_string(model.windowSeconds),
        .cache = AppFolders::standard().cache.toStdString() + "/features.sqlite",
        .cacheBytes = static_cast<std::int64_t>(cacheGigabytes * kGiga),
        .programVersion = kVersion };
    setup.limits.silentSeconds = silentSeconds;
    setup.limits.memoryBytes = memoryGigabytes > 0.0
        ? static_cast<std::int64_t>(memoryGigabytes * kGiga)
        : EngineGuard::defaultMemoryBytes();
    return setup;
}

QStringList EngineOptions::arguments() const
{
    QStringList list { QStringLiteral("engine") };
    const auto add = [&list](const char* name, const std::string& value) {
        list << QString::fromLatin1(name) << QString::fromStdString(value);
    };
    add("--library", library.path().string());
    if (!model.model.empty()) add("--model", model.model);
    add("--mode", model.mode);
    add("--device", model.device);
    add("--dtype", model.dtype);
    if (model.threads > 0) add("--threads", std::to_string(model.threads));
    add("--hop", std::to_string(model.hopSeconds));
    add("--window", std::to_string(model.windowSeconds));
    add("--cache", std::to_string(cacheGigabytes));
    if (isGentle) list << QStringLiteral("--gentle");
    if (memoryGigabytes > 0.0) add("--memory", std::to_string(memoryGigabytes));
    add("--silence-limit", std::to_string(silentSeconds));
    return list;
}

} // namespace circumplex::cli
