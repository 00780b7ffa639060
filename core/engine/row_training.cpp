#include "core/engine/row_training.h"

#include "core/ml/model_error.h"
#include "core/ml/training/published_training.h"
#include "core/types/mood_tags.h"

#include <limits>
#include <system_error>

namespace circumplex {

namespace {

/// What heads said of the test tracks of set `set` of a row.
PredictionFile saidOf(
    std::size_t set, DataSetKind kind, const HeardRow& heard, const HeadPredictions& said)
{
    constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();
    PredictionFile predictions;
    for (const HeardRow::TestTrack& track : heard.testTracks) {
        if (track.set != set) continue;
        PredictedTrack predicted { kNothing, kNothing, {} };
        if (kind == DataSetKind::MtgJamendo) {
            const auto first = said.tagProbabilities.begin()
                + static_cast<std::ptrdiff_t>(track.row * kMoodTags.size());
            predicted.tags.assign(first, first + kMoodTags.size());
        } else {
            predicted.valence = said.emotion[2 * track.row];
            predicted.arousal = said.emotion[2 * track.row + 1];
        }
        predictions.byId[track.id] = std::move(predicted);
    }
    return predictions;
}

} // namespace

Result<std::vector<std::vector<Evaluation>>> trainRow(const std::vector<RowSet>& sets,
    const HeardRow& heard, const RowTraining& training, const std::stop_token& stop,
    const std::function<void(const FinishedHead&)>& onHead)
{
    std::error_code error;
    std::filesystem::create_directories(training.heads, error);
    if (error)
        return tl::unexpected(Error { ErrorCode::FileUnwritable,
            "The folder " + training.heads.string() + " cannot be made: " + error.message() });
    std::vector<HeadPredictions> said;
    int epochs = 0, bestEpoch = 0;
    try {
        const bool isDone = trainPublished({ .pack = heard.pack,
                                               .parts = heard.parts,
                                               .recipe = training.recipe,
                                               .seeds = training.seeds,
                                               .heads = training.heads },
            stop,
            { .onEpoch =
                    [&](const std::string&, const PublishedEpoch& epoch) {
                        epochs = epoch.epoch;
                        if (epoch.isBest) bestEpoch = epoch.epoch;
                    },
                .onHead =
                    [&](const std::string& name, bool isTaken) {
                        onHead({ name, isTaken ? 0 : epochs, isTaken ? 0 : bestEpoch });
                    },
                .onSeed
                = [&said](std::uint64_t, const HeadPredictions& one) { said.push_back(one); } });
        if (!isDone) return tl::unexpected(Error { ErrorCode::Cancelled, "cancelled" });
    } catch (const ModelError& problem) {
        return tl::unexpected(Error { ErrorCode::ModelUnusable, problem.what() });
    }
    std::vector<std::vector<Evaluation>> evaluations;
    for (const HeadPredictions& one : said) {
        std::vector<Evaluation>& bySet = evaluations.emplace_back();
        for (std::size_t s = 0; s < sets.size(); ++s) {
            auto found = evaluate(sets[s].parts[static_cast<std::size_t>(SplitPart::Test)],
                saidOf(s, sets[s].kind, heard, one), 0);
            if (!found) return tl::unexpected(found.error());
            bySet.push_back(*std::move(found));
        }
    }
    return evaluations;
}

} // namespace circumplex
