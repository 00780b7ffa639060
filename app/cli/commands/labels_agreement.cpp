#include "app/cli/commands/labels_agreement.h"

#include "app/cli/annotation_json.h"
#include "app/cli/annotation_text.h"
#include "app/cli/commands/library_option.h"
#include "core/engine/track_places.h"
#include "core/services/label_agreement.h"

#include <cstdio>
#include <iostream>
#include <memory>

namespace circumplex::cli {

namespace {

struct AgreementCommand {
    LibraryOption library;
    std::vector<std::string> raters;
};

const char* nameOf(TraceDimension dimension)
{
    return dimension == TraceDimension::Valence ? "valence" : "arousal";
}

Json orNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json reliabilityJson(const Reliability& found)
{
    Json json { { "value", orNull(found.value) }, { "tracks", found.subjectCount },
        { "raters", found.raterCount } };
    if (!found.reason.empty()) json["reason"] = found.reason;
    return json;
}

Json ceilingJson(const HumanCeiling& found)
{
    Json json { { "ccc", orNull(found.concordance) }, { "r2", orNull(found.r2) },
        { "raters", found.raterCount }, { "ratings", found.ratingCount } };
    if (!found.reason.empty()) json["reason"] = found.reason;
    return json;
}

void printSelvesJson(const LabelAgreement& agreement)
{
    for (const SelfAgreement& found : agreement.selves)
        printLine({ { "self", found.rater }, { "about", nameOf(found.dimension) },
            { "tracks", found.trackCount }, { "median_days", found.medianDays },
            { "ccc", reliabilityJson(found.concordance) },
            { "icc_2_1", reliabilityJson(found.icc) },
            { "mean_difference",
                found.trackCount > 0 ? Json(found.meanDifference) : Json(nullptr) },
            { "traces", found.traceCount }, { "ccc_over_time", orNull(found.overTime) },
            { "course_traces", found.courseTraceCount },
            { "ccc_of_course", orNull(found.course) } });
}

void printJson(const LabelAgreement& agreement, const TrackPlaces& places, const LabelSet& labels)
{
    for (const DimensionAgreement& found : agreement.dimensions)
        printLine({ { "dimension", nameOf(found.dimension) }, { "tracks", found.trackCount },
            { "raters", found.raterCount }, { "ratings", found.ratingCount },
            { "icc_2_1", reliabilityJson(found.iccSingle) },
            { "icc_2_k", reliabilityJson(found.iccAverage) },
            { "krippendorff_alpha", reliabilityJson(found.krippendorff) },
            { "cronbach_alpha", reliabilityJson(found.cronbach) },
            { "split_half", reliabilityJson(found.splitHalf) },
            { "ccc", reliabilityJson(found.concordance) },
            { "human_ceiling", ceilingJson(found.ceiling) },
            { "self_agreement", ceilingJson(found.retest) } });
    for (const TagAgreement& found : agreement.tags)
        printLine({ { "tag", found.tag }, { "tracks", found.trackCount },
            { "raters", found.raterCount }, { "applies", found.appliesCount },
            { "krippendorff_alpha", reliabilityJson(found.krippendorff) } });
    std::map<TrackId, const Track*> tracks;
    for (const LabelledTrack& entry : labels.tracks)
        tracks[entry.track.id] = &entry.track;
    for (const TrackAgreement& found : agreement.tracks) {
        Json json { { "track", found.track.value } };
        json.update(pathJson(places.nameOf(tracks.at(found.track)->place)));
        json.update({ { "dimension", nameOf(found.dimension) }, { "raters", found.raterCount },
            { "mean", found.raterCount > 0 ? Json(found.mean) : Json(nullptr) },
            { "deviation", found.raterCount > 1 ? Json(found.deviation) : Json(nullptr) },
            { "traces", found.traceCount } });
        if (found.traceCount > 1)
            json.update({ { "over_time", reliabilityJson(found.overTime) },
                { "over_time_aligned", reliabilityJson(found.aligned) },
                { "lag_seconds", found.lagSeconds } });
        if (found.courseTraceCount > 1)
            json.update({ { "course_traces", found.courseTraceCount },
                { "course", reliabilityJson(found.course) } });
        printLine(json);
    }
    printSelvesJson(agreement);
}

std::string twoDigits(const std::optional<double>& value)
{
    if (!value) return "none";
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", *value);
    return text;
}

void printReliability(const char* name, const Reliability& found)
{
    std::cout << "  " << name << twoDigits(found.value);
    if (found.value)
        std::cout << "  (" << found.raterCount << " raters, " << found.subjectCount << " tracks)\n";
    else
        std::cout << ": " << found.reason << '\n';
}

void printCeiling(const char* name, const HumanCeiling& found)
{
    std::cout << "  " << name;
    if (found.concordance)
        std::cout << "CCC " << twoDigits(found.concordance) << ", R2 " << twoDigits(found.r2)
                  << "  (" << found.ratingCount << " ratings)\n";
    else
        std::cout << "none: " << found.reason << '\n';
}

std::string selfText(const SelfAgreement& found)
{
    char days[32];
    std::snprintf(days, sizeof days, "%.0f", found.medianDays);
    std::string text = std::string(nameOf(found.dimension)) + ", " + days + " days later";
    if (found.trackCount > 0)
        text += ", " + std::to_string(found.trackCount) + " tracks: CCC "
            + twoDigits(found.concordance.value) + ", ICC(2,1) " + twoDigits(found.icc.value) + ", "
            + twoDigits(found.meanDifference) + " points apart";
    if (found.traceCount > 0)
        text += "; over time, " + std::to_string(found.traceCount) + " tracks: CCC "
            + twoDigits(found.overTime);
    if (found.courseTraceCount > 0)
        text += "; of the course alone, " + std::to_string(found.courseTraceCount) + " tracks: CCC "
            + twoDigits(found.course);
    return text;
}

void printText(const LabelAgreement& agreement, const TrackPlaces& places, const LabelSet& labels)
{
    for (const DimensionAgreement& found : agreement.dimensions) {
        std::cout << nameOf(found.dimension) << ": " << found.ratingCount << " ratings of "
                  << found.trackCount << " tracks by " << found.raterCount << " raters\n";
        if (found.ratingCount == 0) continue;
        printReliability("ICC(2,1), one rater          ", found.iccSingle);
        printReliability("ICC(2,k), mean of raters     ", found.iccAverage);
        printReliability("Krippendorff's alpha         ", found.krippendorff);
        printReliability("Cronbach's alpha             ", found.cronbach);
        printReliability("split half, Spearman-Brown   ", found.splitHalf);
        printReliability("CCC, mean over pairs         ", found.concordance);
        printCeiling("human ceiling                ", found.ceiling);
        printCeiling("raters against themselves    ", found.retest);
    }
    for (const TagAgreement& found : agreement.tags) {
        std::cout << found.tag << ": given " << found.appliesCount << " times, alpha "
                  << twoDigits(found.krippendorff.value);
        if (!found.krippendorff.value) std::cout << ", " << found.krippendorff.reason;
        std::cout << '\n';
    }
    std::map<TrackId, const Track*> tracks;
    for (const LabelledTrack& entry : labels.tracks)
        tracks[entry.track.id] = &entry.track;
    for (const TrackAgreement& found : agreement.tracks) {
        std::cout << printable(places.nameOf(tracks.at(found.track)->place)) << ": "
                  << nameOf(found.dimension);
        if (found.raterCount > 1)
            std::cout << " of " << found.raterCount << " raters " << twoDigits(found.mean)
                      << ", deviation " << twoDigits(found.deviation);
        if (found.traceCount > 1)
            std::cout << ", over time ICC " << twoDigits(found.overTime.value) << ", "
                      << twoDigits(found.aligned.value) << " with lags taken off";
        if (found.courseTraceCount > 1)
            std::cout << ", ICC " << twoDigits(found.course.value) << " of the course alone";
        std::cout << '\n';
    }
    for (const SelfAgreement& found : agreement.selves)
        std::cout << printable(found.rater) << " again: " << selfText(found) << '\n';
}

int runAgreement(const AgreementCommand& command, const CliContext& context)
{
    auto library = command.library.openExisting();
    if (!library) return fail(context, library.error());
    const auto labels = readLabels(*library, command.raters);
    if (!labels) return fail(context, labels.error());
    if (labels->tracks.empty())
        return fail(context,
            { ErrorCode::NotFound,
                "Nobody has rated anything in this library yet; `labels import` takes tables "
                "in." });
    const auto places = TrackPlaces::of(*library);
    if (!places) return fail(context, places.error());
    const LabelAgreement agreement = agreementOf(*labels);
    if (context.json)
        printJson(agreement, *places, *labels);
    else
        printText(agreement, *places, *labels);
    return kDone;
}

} // namespace

void addLabelsAgreement(CLI::App& labels, CliContext& context)
{
    auto command = std::make_shared<AgreementCommand>();
    CLI::App* agreement = labels.add_subcommand("agreement",
        "How far raters agree: per dimension, per tag, per track, and what one person knows of the "
        "others");
    agreement->add_option("--rater", command->raters, "Only these (default: everybody)");
    command->library.addExistingTo(*agreement);
    agreement->callback([&context, command] {
        context.run = [&context, command] { return runAgreement(*command, context); };
    });
}

} // namespace circumplex::cli
