#include "core/engine/format_comparison.h"

#include "core/ml/encoders/encoder_cost.h"
#include "core/ml/model_error.h"
#include "core/ml/stopwatch.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace circumplex {

namespace {

/// A number that is missing on one side only differs without bound.
void takeLargest(double& largest, std::span<const float> values, std::span<const float> others)
{
    for (std::size_t i = 0; i < std::min(values.size(), others.size()); ++i) {
        if (std::isnan(values[i]) && std::isnan(others[i])) continue;
        const double difference = std::abs(double { values[i] } - double { others[i] });
        largest = std::isnan(difference) ? std::numeric_limits<double>::infinity()
                                         : std::max(largest, difference);
    }
}

void compare(const Annotation& annotation, const Annotation& reference, FormatMeasurement& measured)
{
    const auto emotion = [](const Annotation& of) {
        return std::vector { of.valence, of.arousal };
    };
    const auto tags = [](const Annotation& of) {
        std::vector<float> values(of.moods.size());
        for (const MoodProbability& mood : of.moods)
            values[static_cast<std::size_t>(mood.tag)] = mood.probability;
        return values;
    };
    takeLargest(measured.emotionDifference, emotion(annotation), emotion(reference));
    takeLargest(measured.emotionDifference, annotation.curve.valence, reference.curve.valence);
    takeLargest(measured.emotionDifference, annotation.curve.arousal, reference.curve.arousal);
    takeLargest(measured.tagDifference, tags(annotation), tags(reference));
    takeLargest(measured.tagDifference, annotation.curve.tagProbabilities,
        reference.curve.tagProbabilities);
}

Result<FormatRun> runFormat(const FormatComparisonPlan& plan, DataType dtype, std::stop_token stop)
{
    FormatRun run;
    run.measurement.dtype = dtype;
    std::shared_ptr<const Annotator> annotator;
    try {
        const Stopwatch watch(run.loadSeconds);
        annotator = std::make_shared<Annotator>(plan.model, plan.device, dtype);
    } catch (const ModelError& error) {
        return tl::unexpected(Error { ErrorCode::ModelUnusable, error.what() });
    }
    run.encoderGflopPerSecond = encoderGflopPerSecond(annotator->card());
    const TrackAnalyzer analyzer(annotator, plan.settings);
    for (int repetition = 0; repetition < plan.repetitions; ++repetition) {
        std::vector<AnalysedFile> files;
        double seconds = 0.0;
        for (const auto& path : plan.files) {
            const Stopwatch watch(seconds);
            auto file = analyzer.analyze(path, stop);
            if (!file)
                return tl::unexpected(
                    Error { file.error().code, path.string() + ": " + file.error().detail });
            files.push_back(*std::move(file));
        }
        if (run.wallSeconds.empty() || seconds < std::ranges::min(run.wallSeconds))
            run.files = std::move(files);
        run.wallSeconds.push_back(seconds);
    }
    run.measurement.seconds = std::ranges::min(run.wallSeconds);
    return run;
}

} // namespace

Result<std::vector<FormatRun>> compareFormats(
    const FormatComparisonPlan& plan, std::stop_token stop)
{
    std::vector<FormatRun> runs;
    for (const DataType dtype : plan.dtypes) {
        auto run = runFormat(plan, dtype, stop);
        if (!run) return tl::unexpected(run.error());
        for (std::size_t i = 0; !runs.empty() && i < run->files.size(); ++i)
            compare(run->files[i].annotation, runs.front().files[i].annotation, run->measurement);
        runs.push_back(*std::move(run));
    }
    return runs;
}

} // namespace circumplex
