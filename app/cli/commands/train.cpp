#include "app/cli/commands/train.h"

#include "app/cli/annotation_json.h"
#include "app/cli/annotation_text.h"
#include "app/cli/commands/engine_options.h"
#include "app/cli/stop_on_signal.h"
#include "core/engine/track_places.h"
#include "core/engine/training_session.h"
#include "core/library/feature_cache.h"
#include "core/library/track_store.h"
#include "core/services/app_folders.h"
#include "core/types/model_name.h"

#include <charconv>
#include <cmath>
#include <iostream>
#include <memory>

namespace circumplex::cli {

namespace {

namespace fs = std::filesystem;

struct TrainCommand {
    EngineOptions engine; ///< its model is the base
    std::string name = "personal";
    std::vector<std::string> raters, weights;
    std::string splits;
    PersonalPlan plan;
    bool adapts = false;
    int rank = 8; ///< of the adapter
    bool isFromScratch = false, isDryRun = false, resumes = false, installsAnyway = false;
};

/// Reads "Ann=0.5".
Result<RaterWeights> readWeights(const std::vector<std::string>& texts)
{
    RaterWeights weights;
    for (const std::string& text : texts) {
        const auto equals = text.rfind('=');
        double value = 0.0;
        const char* const end = text.data() + text.size();
        const char* const begin = equals == text.npos ? end : text.data() + equals + 1;
        const auto parsed = std::from_chars(begin, end, value);
        if (parsed.ec != std::errc() || parsed.ptr != end || !(value >= 0.0) || value > 1000.0)
            return tl::unexpected(Error { ErrorCode::LabelsUnusable,
                "--rater-weight takes NAME=NUMBER, such as Ann=0.5, not \"" + text + "\"." });
        weights[text.substr(0, equals)] = value;
    }
    return weights;
}

Json previewJson(const TrainingPreview& preview)
{
    Json json { { "raters", preview.raters }, { "labelled_tracks", preview.labelledTracks },
        { "usable_tracks", preview.usableTracks }, { "groups", preview.groupCount },
        { "valence_tracks", preview.valenceTracks }, { "arousal_tracks", preview.arousalTracks },
        { "tag_tracks", preview.tagTracks }, { "traced_tracks", preview.tracedTracks },
        { "not_heard", preview.notHeard.size() }, { "warnings", preview.warnings },
        { "seconds_at_most",
            preview.secondsAtMost ? Json(*preview.secondsAtMost) : Json(nullptr) } };
    json["least_tracks"] = kLeastPersonalTracks;
    json["least_groups"] = kLeastPersonalGroups;
    json["label_sets"] = Json::array();
    for (const RaterShare& share : preview.shares)
        json["label_sets"].push_back({ { "rater", share.rater }, { "tracks", share.trackCount },
            { "weight", share.weight } });
    const auto& [joyful, tense, sad, calm] = preview.quarterTracks;
    json["quarters"]
        = { { "joyful", joyful }, { "tense", tense }, { "sad", sad }, { "calm", calm } };
    if (preview.sectionCount > 0)
        json["adapter"]
            = { { "sections", preview.sectionCount }, { "temporary_bytes", preview.sectionBytes },
                  { "sound_missing", preview.soundMissing } };
    if (!preview.problem.empty()) json["problem"] = preview.problem;
    return json;
}

void sayPreview(const TrainingPreview& preview, const std::string& base)
{
    say(std::to_string(preview.usableTracks) + " labelled tracks in "
        + std::to_string(preview.groupCount) + " groups, by "
        + std::to_string(preview.raters.size()) + " raters; " + base + " is the base");
    if (!preview.notHeard.empty())
        say(std::to_string(preview.notHeard.size()) + " labelled tracks, such as "
            + printable(preview.notHeard.front())
            + ", are left out: the base has not heard them; `circumplex-cli annotate` makes it do "
              "so");
    for (const std::string& path : preview.soundMissing)
        say(printable(path) + " is left out: an adapter has to hear it, and the file is not there");
    for (const std::string& warning : preview.warnings)
        say(warning);
    if (preview.sectionCount > 0)
        say("the adapter hears " + std::to_string(preview.sectionCount) + " pieces of "
            + std::to_string(static_cast<int>(AdapterSections::kSeconds)) + " s at most, "
            + std::to_string((preview.sectionBytes >> 20) + 1) + " MB of temporary files");
    if (preview.secondsAtMost)
        say("at most " + durationText(std::ceil(*preview.secondsAtMost)) + " of training");
}

/// Names the tracks of the examples by their paths.
Json namedVerdict(const TrainingSession& session, const Verdict& verdict, LibraryDatabase& library)
{
    Json json = verdictJson(verdict);
    if (Json alone = session.scoresOfHeadsAlone(); !alone.is_null())
        json["heads_alone"] = std::move(alone);
    const auto places = TrackPlaces::of(library);
    if (!places) return json;
    for (const char* list : { "now_right", "now_wrong" })
        for (Json& example : json[list])
            if (const auto track
                = TrackStore(library).track({ example["track"].get<std::int64_t>() }))
                example.update(pathJson(places->nameOf(track->place)));
    return json;
}

void printEpoch(const PersonalEpoch& epoch, const CliContext& context)
{
    if (!context.json) return;
    printLine({ { "epoch", epoch.epoch }, { "epochs_at_most", epoch.epochs }, { "fit", epoch.fit },
        { "fits", epoch.fitCount }, { "fold", epoch.fold < 0 ? Json(nullptr) : Json(epoch.fold) },
        { "share", epoch.share }, { "training_loss", epoch.trainingLoss },
        { "validation_loss",
            std::isfinite(epoch.validationLoss) ? Json(epoch.validationLoss) : Json(nullptr) },
        { "base_loss", std::isfinite(epoch.baseLoss) ? Json(epoch.baseLoss) : Json(nullptr) },
        { "best", epoch.isBest }, { "adapter", epoch.isAdapting } });
}

int finish(TrainingSession& session, const TrainCommand& command, const Verdict& verdict,
    const CliContext& context)
{
    if (!context.json) std::cout << verdictText(verdict) << std::flush;
    const Json alone = session.scoresOfHeadsAlone();
    for (const auto& [dimension, scores] : alone.items())
        say("heads alone, without the adapter: CCC of " + dimension + " "
            + std::to_string(scores["ccc"].get<double>()).substr(0, 5));
    if (verdict.overall != Judgement::Better && !command.installsAnyway) {
        session.discard();
        say("It was not installed; --install-anyway does so. More labels, or other raters left out "
            "by --rater, may help.");
        return kSomeFailed;
    }
    const auto model = session.install();
    if (!model) return fail(context, model.error());
    if (context.json)
        printLine({ { "installed", model->name }, { "model", model->label() },
            { "folder", model->folder.string() } });
    say("installed as " + model->label() + "; `circumplex-cli models use " + model->name
        + "` takes it into use, and annotating again "
        + (session.hasAdapter() ? "hears every track with its adapter" : "needs no hearing"));
    return kDone;
}

int runTrain(const TrainCommand& command, const CliContext& context)
{
    const StopOnSignal interrupt;
    if (!isModelName(command.name))
        return fail(context,
            { ErrorCode::ModelUnusable,
                "\"" + command.name + "\" cannot name a model: " + modelNameRule() });
    const auto weights = readWeights(command.weights);
    if (!weights) return fail(context, weights.error());
    const auto engine = command.engine.setup();
    if (!engine) return fail(context, engine.error());
    const ModelRegistry registry = ModelRegistry::standard();
    const auto base = registry.find(command.engine.model.model);
    if (!base) return fail(context, base.error());
    const auto installed = registry.list();
    if (!command.isDryRun
        && std::ranges::find(installed, command.name, &InstalledModel::name) != installed.end())
        return fail(context,
            { ErrorCode::ModelExists,
                "There is a model \"" + command.name
                    + "\" already; --name gives another name, or `circumplex-cli models remove "
                    + command.name + "` makes room." });
    auto library = command.engine.library.openExisting();
    if (!library) return fail(context, library.error());
    auto cache = FeatureCache::open(engine->cache, std::max<std::int64_t>(engine->cacheBytes, 1));
    if (!cache) return fail(context, cache.error());

    PersonalPlan plan = command.plan;
    plan.start = command.isFromScratch ? PersonalPlan::Start::Scratch : PersonalPlan::Start::Base;
    plan.threads = command.engine.model.threads;
    if (command.adapts) {
        plan.adapter.rank = command.rank;
        plan.device = engine->devices.front();
    }
    TrainingSession session({ .library = *library,
        .cache = *cache,
        .registry = registry,
        .base = *base,
        .hearing = engine->hearing,
        .dtype = engine->dtype,
        .grid = engine->settings.grid,
        .name = command.name,
        .raters = command.raters,
        .raterWeights = *weights,
        .plan = plan,
        .splits = command.splits,
        .checkpoint = fs::path(AppFolders::standard()
                                   .checkpointOf(QString::fromStdString(command.name))
                                   .toStdString()) });
    const auto preview = session.prepare(interrupt.token());
    if (!preview) return fail(context, preview.error());
    if (context.json) printLine({ { "plan", previewJson(*preview) } });
    sayPreview(*preview, base->label());
    if (!preview->problem.empty())
        return fail(context, { ErrorCode::LabelsUnusable, preview->problem });
    if (command.isDryRun) return kDone;
    if (!command.resumes) session.discard();

    const auto verdict = session.train(interrupt.token(),
        { .onEpoch = [&context](const PersonalEpoch& epoch) { printEpoch(epoch, context); },
            .notice = [](const std::string& sentence) { say(sentence); },
            .admit = {} });
    if (!verdict) return fail(context, verdict.error());
    if (context.json) printLine({ { "verdict", namedVerdict(session, *verdict, *library) } });
    return finish(session, command, *verdict, context);
}

} // namespace

void addTrain(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<TrainCommand>();
    CLI::App* command = app.add_subcommand("train",
        "Makes a personal model from the library's labels, and says honestly whether it is better "
        "than its base (--model)");
    command->add_option("--name", options->name, "Of the personal model")->capture_default_str();
    command->add_option("--rater", options->raters, "Only their labels (default: everybody's)");
    command->add_option("--rater-weight", options->weights, "NAME=WEIGHT; 1 for the others");
    command->add_option("--splits", options->splits,
        "Folder of a published split: text files with train, val and test in their names (default: "
        "cross validation by artist, album and recording)");
    command->add_flag("--dry-run", options->isDryRun, "Says what there is and how long it takes");
    command->add_flag("--resume", options->resumes, "Goes on where a training was interrupted");
    command->add_flag("--from-scratch", options->isFromScratch,
        "New layers, instead of the base's that go on learning");
    command->add_flag("--install-anyway", options->installsAnyway,
        "Also a model that is no better than its base");
    command->add_option("--seed", options->plan.seed, "Of everything random")
        ->capture_default_str();
    command->add_option("--folds", options->plan.folds, "Of the cross validation")
        ->check(CLI::Range(2, 100))
        ->capture_default_str();
    command->add_option("--epochs", options->plan.epochs, "At most")
        ->check(CLI::Range(0, 100000))
        ->capture_default_str();
    command->add_option("--batch-size", options->plan.batchSize, "Halved where memory is short")
        ->check(CLI::Range(2, 1 << 20))
        ->capture_default_str();
    command->add_option("--learning-rate", options->plan.learningRate, "Of Adam")
        ->check(CLI::Range(1e-9, 1.0))
        ->capture_default_str();
    CLI::Option* const lora = command->add_flag("--lora", options->adapts,
        "Lets the encoder learn as well, by a low-rank adapter of its transformer layers (a MERT "
        "base); takes far longer, see --dry-run");
    command->add_option("--lora-rank", options->rank, "Of the adapter")
        ->needs(lora)
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_option("--lora-epochs", options->plan.adapter.epochs, "Of the adapter, at most")
        ->needs(lora)
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    options->engine.addTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] { return runTrain(*options, context); };
    });
}

} // namespace circumplex::cli
