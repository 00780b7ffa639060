#include "app/cli/commands/reproduce.h"

#include "app/cli/commands/model_options.h"
#include "app/cli/commands/reproduce_report.h"
#include "app/cli/progress.h"
#include "app/cli/stop_on_signal.h"
#include "core/ml/model_error.h"
#include "core/ml/weights/model_card.h"

#include <filesystem>
#include <map>
#include <memory>

namespace circumplex::cli {

namespace {

namespace fs = std::filesystem;

struct ReproduceCommand {
    std::string row;
    std::map<DataSetKind, std::string> folders; ///< empty: not given
    ModelOptions model;
    std::string mert, work, predictions;
    std::vector<int> layers;
    RowTraining training;
    int seedCount = 1;
    bool isList = false, isDryRun = false;
};

Error refusal(const std::string& reason)
{
    return { ErrorCode::Refused, reason };
}

std::map<DataSetKind, fs::path> givenFolders(const ReproduceCommand& command)
{
    std::map<DataSetKind, fs::path> folders;
    for (const auto& [kind, folder] : command.folders)
        if (!folder.empty()) folders[kind] = folder;
    return folders;
}

/// What is asked for makes no sense for this row; empty: it does.
std::string contradictionIn(const ReproduceCommand& command, const PublishedRow& row)
{
    const bool isOther = row.kind == PublishedRow::Kind::OtherSystem;
    if (!command.predictions.empty())
        return row.sets.size() == 1
            ? ""
            : "--predictions scores one file on one set; " + row.name + " has several.";
    if (isOther && !command.isDryRun)
        return row.name + " is a system of others: --predictions takes what it said.";
    if (!command.mert.empty() && row.kind != PublishedRow::Kind::EncoderAlone)
        return row.name + " hears chords: --model names a model that does, --mert hears none.";
    if (!command.layers.empty() && command.mert.empty())
        return "--layers chooses among those of --mert.";
    if (command.work.empty() && !command.isDryRun)
        return "--work is missing: the folder where what is heard and trained is kept.";
    return "";
}

int scorePredictions(const ReproduceCommand& command, const PublishedRow& row,
    const std::vector<RowSet>& sets, const CliContext& context)
{
    const auto predictions = readPredictions(command.predictions);
    if (!predictions) return fail(context, predictions.error());
    const auto found
        = evaluate(sets.front().parts[static_cast<std::size_t>(SplitPart::Test)], *predictions, 0);
    if (!found) return fail(context, found.error());
    printResult(row, sets,
        { .source = command.predictions, .seeds = {}, .evaluations = { { *found } }, .lost = {} },
        context);
    if (found->unpredicted.empty()) return kDone;
    say(std::to_string(found->unpredicted.size()) + " tracks, such as " + found->unpredicted.front()
        + ", are not predicted and not scored");
    return kSomeFailed;
}

/// Says where what hears is not what heard for the published figures.
void compareEncoder(const PublishedRow& row, const ModelCard& card, const CliContext& context)
{
    const bool isLarge = row.name.starts_with("mert-330m");
    const int layerCount = isLarge ? 24 : 12, hiddenSize = isLarge ? 1024 : 768;
    if (card.encoder == ModelCard::Encoder::Mert && card.mert.layerCount == layerCount
        && card.mert.hiddenSize == hiddenSize)
        return;
    const std::string sentence = std::string("The published figures are of MERT-v1-")
        + (isLarge ? "330M" : "95M") + "; this encoder is another one.";
    if (context.json) printLine({ { "warning", sentence } });
    say("warning: " + sentence);
}

Result<RowHearing> hearingOf(
    const ReproduceCommand& command, const PublishedRow& row, std::string& label)
{
    const bool isMertAlone = !command.mert.empty();
    const auto chosen = isMertAlone ? chooseEncoder(command.model, command.mert, command.layers)
                                    : chooseModel(command.model);
    if (!chosen) return tl::unexpected(chosen.error());
    label = chosen->provenance.model;
    RowHearing hearing { .annotator = nullptr,
        .encoder = chosen->encoderHash,
        .hearing = chosen->hearing,
        .device = chosen->provenance.device,
        .dtype = chosen->provenance.dtype,
        .threads = command.model.threads,
        .hearsChords = row.kind != PublishedRow::Kind::EncoderAlone,
        .cache = fs::path(command.work) / "heard.cache" };
    if (!isMertAlone) {
        auto loaded = loadModel(*chosen);
        if (!loaded) return tl::unexpected(loaded.error());
        hearing.annotator = *std::move(loaded);
        return hearing;
    }
    try {
        hearing.annotator
            = Annotator::encoderAlone(command.mert, command.layers, hearing.device, hearing.dtype);
    } catch (const ModelError& error) {
        return tl::unexpected(Error { ErrorCode::ModelUnusable, error.what() });
    }
    return hearing;
}

int trainAndScore(const ReproduceCommand& command, const PublishedRow& row,
    const std::vector<RowSet>& sets, const CliContext& context)
{
    const StopOnSignal interrupt;
    RowResult result;
    const auto hearing = hearingOf(command, row, result.source);
    if (!hearing) return fail(context, hearing.error());
    compareEncoder(row, hearing->annotator->card(), context);
    saySilentTracks(sets);
    std::vector<fs::path> sounds;
    for (const RowSet& set : sets)
        for (const DataSetPart& part : set.parts)
            for (const DataSetItem& item : part.items)
                if (!item.audio.empty()) sounds.push_back(item.audio);
    Result<HeardRow> heard;
    {
        Progress progress(sounds);
        heard = hearRow(sets, *hearing, interrupt.token(),
            { .onTrack = [&progress](const fs::path& audio) { progress.finished(audio); },
                .onLost =
                    [&](const LostTrack& lost) {
                        progress.clear();
                        printLost(lost, context);
                    },
                .notice =
                    [&progress](const std::string& sentence) {
                        progress.clear();
                        say(sentence);
                    } });
    }
    if (!heard) return fail(context, heard.error());
    RowTraining training = command.training;
    training.heads = fs::path(command.work) / "heads";
    training.seeds.clear();
    for (int seed = 1; seed <= command.seedCount; ++seed)
        training.seeds.push_back(static_cast<std::uint64_t>(seed));
    if (!hearing->hearsChords) training.recipe.chordDropout = 0.0; // there is nothing to drop
    auto evaluations = trainRow(sets, *heard, training, interrupt.token(),
        [&context](const FinishedHead& head) { printHead(head, context); });
    if (!evaluations) return fail(context, evaluations.error());
    result.seeds = training.seeds;
    result.evaluations = *std::move(evaluations);
    result.lost = std::move(heard->lost);
    printResult(row, sets, result, context);
    if (result.lost.empty()) return kDone;
    say(std::to_string(result.lost.size()) + " tracks were left out");
    return kSomeFailed;
}

int runReproduce(const ReproduceCommand& command, const CliContext& context)
{
    if (command.isList) {
        printRows(context);
        return kDone;
    }
    const PublishedRow* row = publishedRowNamed(command.row);
    if (row == nullptr)
        return fail(context,
            { ErrorCode::NotFound,
                command.row.empty()
                    ? "No row is named; --list names all."
                    : "No row is called \"" + command.row + "\"; --list names all." });
    if (const auto contradiction = contradictionIn(command, *row); !contradiction.empty())
        return fail(context, refusal(contradiction));
    const bool onlyTest
        = !command.predictions.empty() || row->kind == PublishedRow::Kind::OtherSystem;
    const auto sets = readRowSets(*row, givenFolders(command), onlyTest);
    if (!sets) return fail(context, sets.error());
    printPlan(*row, *sets, rowWarnings(*sets), context);
    if (command.isDryRun) return kDone;
    return command.predictions.empty() ? trainAndScore(command, *row, *sets, context)
                                       : scorePredictions(command, *row, *sets, context);
}

} // namespace

void addReproduce(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<ReproduceCommand>();
    options->model.dtype = "float32";
    options->training.recipe.batchSize = 32;
    CLI::App* command = app.add_subcommand("reproduce",
        "Trains and scores a row of the tables that Music2Emo's authors publish, from the sets' "
        "own "
        "folders, and prints what is measured beside what is published");
    command->add_option("ROW", options->row, "J, D, E, P, J+D, ..., as --list names them");
    command->add_flag("--list", options->isList, "Names every row with its published figures");
    command->add_option("--jamendo,--mtg-jamendo", options->folders[DataSetKind::MtgJamendo],
        "Folder of MTG-Jamendo: the tables of split 0 and the sounds, in whatever subfolders");
    command->add_option("--deam", options->folders[DataSetKind::Deam],
        "Folder of DEAM: ratings, lists of the parts, sounds");
    command->add_option("--emomusic", options->folders[DataSetKind::EmoMusic], "Of EmoMusic");
    command->add_option("--pmemo", options->folders[DataSetKind::PmEmo], "Of PMEmo");
    command->add_option("--work", options->work,
        "Folder where what is heard and trained is kept: an interrupted run goes on, and rows "
        "share "
        "it");
    options->model.addModelTo(*command);
    command->add_option("--mert", options->mert,
        "For rows of an encoder alone, instead of --model: pytorch_model.bin, a safetensors file, "
        "or "
        "the folder with it and config.json");
    command
        ->add_option("--layers", options->layers,
            "Of --mert, from 0, ascending, whose outputs are read (default: 5,6)")
        ->delimiter(',')
        ->allow_extra_args(false);
    command->add_option("--predictions", options->predictions,
        "Scores this file instead: .csv, .jsonl (of analyze --json) or .npy");
    command->add_option("--seeds", options->seedCount, "Trainings, with seeds 1, 2, ...")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command
        ->add_option("--batch-size", options->training.recipe.batchSize,
            "Of each set; the published run took 8 on each of four devices")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    command->add_option("--epochs", options->training.recipe.epochs, "At most")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command->add_flag("--dry-run", options->isDryRun, "Only says what the folders hold");
    options->model.addNetworksTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] { return runReproduce(*options, context); };
    });
}

} // namespace circumplex::cli
