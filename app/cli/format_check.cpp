#include "app/cli/format_check.h"

#include "app/cli/cli_context.h"
#include "core/engine/format_comparison.h"
#include "core/ml/compute_device.h"
#include "core/services/app_folders.h"
#include "core/services/demo_pieces.h"
#include "core/services/number_formats.h"

#include <array>
#include <cstdio>

namespace circumplex::cli {

namespace {

std::string sentenceAbout(const FormatMeasurement& measured)
{
    std::array<char, 160> text {};
    std::snprintf(text.data(), text.size(),
        "  %-9s %7.2f s, from float32: valence and arousal %.4f, tags %.4f%s",
        dataTypeName(measured.dtype), measured.seconds, measured.emotionDifference,
        measured.tagDifference, measured.isNearEnough() ? "" : " (too far)");
    return text.data();
}

Json measurementsJson(
    const InstalledModel& model, const std::vector<FormatMeasurement>& measurements)
{
    Json formats = Json::array();
    for (const FormatMeasurement& measured : measurements)
        formats.push_back({ { "dtype", dataTypeName(measured.dtype) },
            { "seconds", measured.seconds }, { "emotion_difference", measured.emotionDifference },
            { "tag_difference", measured.tagDifference },
            { "near_enough", measured.isNearEnough() } });
    return { { "name", model.name }, { "formats", formats },
        { "auto", dataTypeName(fastestNearFormat(measurements)) } };
}

} // namespace

void checkFormats(const CliContext& context, const InstalledModel& model, std::stop_token stop)
{
    const std::string device = computeDevices().front();
    const auto pieces = demoPieces();
    if (pieces.empty()) {
        if (context.json) printLine(measurementsJson(model, {}));
        say("Number formats were not compared, as there are no demo pieces beside the program: "
            "`--dtype auto` means float32.");
        return;
    }
    const auto runs = compareFormats({ .model = model.folder,
                                         .device = device,
                                         .dtypes = dataTypesOf(device),
                                         .files = pieces,
                                         .settings = {} },
        std::move(stop));
    if (!runs) {
        say("Number formats could not be compared: " + runs.error().detail);
        return;
    }
    std::vector<FormatMeasurement> measurements;
    say(model.label() + " on " + deviceTitle(device) + ", the demo pieces:");
    for (const FormatRun& run : *runs) {
        measurements.push_back(run.measurement);
        say(sentenceAbout(run.measurement));
    }
    say(std::string("  --dtype auto: ") + dataTypeName(fastestNearFormat(measurements)));
    if (context.json) printLine(measurementsJson(model, measurements));
    const auto stored = NumberFormats(AppFolders::standard().numberFormats)
                            .store(model.hash, deviceTitle(device), measurements);
    if (!stored) say("This could not be remembered: " + stored.error().detail);
}

} // namespace circumplex::cli
