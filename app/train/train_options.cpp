#include "app/train/train_options.h"

#include "circumplex_version.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <iomanip>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <type_traits>

namespace circumplex::train {

namespace {

template <class Number> Number parseNumber(std::string_view name, std::string_view text)
{
    Number number {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc {} || end != text.data() + text.size())
        throw std::invalid_argument("--" + std::string(name) + " cannot be "
            + (text.empty() ? "empty" : std::string(text)));
    return number;
}

/// An option with a value: its name, what it means, its default, and where its value goes.
struct Option {
    std::string_view name, meaning;
    std::string preset;
    std::function<void(std::string_view)> set;
};

template <class Value> Option option(std::string_view name, std::string_view meaning, Value& value)
{
    std::ostringstream preset;
    if constexpr (std::is_arithmetic_v<Value>)
        preset << value;
    else if constexpr (!std::is_same_v<Value, std::vector<std::string>>)
        preset << (value.empty() ? std::string() : std::string(value));
    return { name, meaning, preset.str(), [name, &value](std::string_view text) {
                if constexpr (std::is_arithmetic_v<Value>)
                    value = parseNumber<Value>(name, text);
                else if constexpr (std::is_same_v<Value, std::vector<std::string>>)
                    value.emplace_back(text);
                else
                    value = Value(text);
            } };
}

std::vector<Option> optionsOf(Options& options)
{
    auto& plan = options.plan;
    return {
        option("out", "the head, a safetensors file", options.out),
        option("report", "plan, scores and intervals, a JSON file", options.report),
        option("seed", "of folds, weights, batches and dropout", plan.seed),
        option("folds", "of the cross validation by group; 0: none", plan.folds),
        option("repeats", "of the cross validation, with other folds", plan.repeats),
        option("epochs", "at most", plan.epochs),
        option("patience", "epochs without a better validation loss", plan.patience),
        option("validation-parts", "one of so many parts of the groups is for stopping",
            plan.validationParts),
        option("batch-size", "examples per step", plan.batchSize),
        option("learning-rate", "of AdamW", plan.learningRate),
        option(
            "chord-gain", "factor of the initial weights that read chords and key", plan.chordGain),
        option("weight-decay", "of matrices, decoupled", plan.weightDecay),
        option("hidden", "width of the shared layer", plan.hidden),
        option("branch", "width of each task's hidden layer", plan.branch),
        option("embedding-dropout", "share of embedding values dropped", plan.embeddingDropout),
        option("hidden-dropout", "share of hidden values dropped", plan.hiddenDropout),
        option("chord-dropout", "within the chord layers", plan.chordDropout),
        option("window-weight", "of a window beside its whole track", plan.windowWeight),
        option(
            "squared-error-weight", "of valence and arousal in the loss", plan.squaredErrorWeight),
        option("concordance-weight", "of valence and arousal in the loss", plan.concordanceWeight),
        option("side-weight", "of sided sets in the loss", plan.sideWeight),
        option("tag-weight", "of tags in the loss", plan.tagWeight),
        Option { "tag-targets", "probabilities, or labels (0 or 1, weighted against rare tags)",
            "probabilities",
            [&plan](std::string_view text) {
                if (text != "probabilities" && text != "labels")
                    throw std::invalid_argument("--tag-targets cannot be " + std::string(text));
                plan.tagTargets = text == "labels" ? TrainingPlan::TagTargets::Labels
                                                   : TrainingPlan::TagTargets::Probabilities;
            } },
        option("sided-set", "a set whose valence and arousal only tell the side of 5; repeatable",
            plan.sidedSets),
        option("derived-set",
            "a set whose numbers are no ratings: kept out of the intervals; repeatable",
            plan.derivedSets),
        Option { "recipe", "own, or published: Music2Emo's, from scratch, with --teacher", "own",
            [&options](std::string_view text) {
                if (text != "own" && text != "published")
                    throw std::invalid_argument("--recipe cannot be " + std::string(text));
                options.isPublishedRecipe = text == "published";
            } },
        Option { "teacher",
            "SET=HEAD, a single-task head whose answers the published recipe distils; repeatable",
            "",
            [&options](std::string_view text) {
                const auto equals = text.find('=');
                if (equals == text.npos || equals == 0)
                    throw std::invalid_argument("--teacher takes SET=HEAD.safetensors");
                options.teachers[std::string(text.substr(0, equals))] = text.substr(equals + 1);
            } },
        option("distillation-weight", "of the published recipe; labels count 1 minus this",
            options.published.distillationWeight),
        option("device", "cpu or cuda:N", plan.device),
        option("threads", "0: one per core", plan.threads),
    };
}

std::string helpText(const std::vector<Option>& known)
{
    std::ostringstream text;
    text
        << "Usage: circumplex-train PACK.safetensors... --out HEAD.safetensors [OPTIONS]\n\n"
           "Trains an emotion head from scratch on training packs (circumplex-cli pack makes\n"
           "them). First a cross validation tells how good such a head is on groups it has not\n"
           "seen, then all examples train the one that is written. Progress goes to stderr.\n\n"
           "The published recipe (Music2Emo: --hidden 512 --branch 256 --batch-size 8\n"
           "--learning-rate 1e-4 --epochs 500 --patience 10) learns every set's tags, or where it\n"
           "has none its valence and arousal, and stops by one part of the groups.\n\n";
    for (const auto& entry : known) {
        text << "  --" << std::left << std::setw(22) << entry.name << ' ' << entry.meaning;
        if (!entry.preset.empty()) text << " (" << entry.preset << ")";
        text << '\n';
    }
    text << "  --help, --version\n\n"
            "Exit codes: 0 done, 1 interrupted, 2 wrong usage, 3 nothing could be done.\n";
    return text.str();
}

} // namespace

Options parseOptions(int argc, char** argv)
{
    Options options;
    const auto known = optionsOf(options);
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (!argument.starts_with("--")) {
            options.packs.emplace_back(argument);
            continue;
        }
        const auto equals = argument.find('=');
        const auto name = argument.substr(2, equals == argument.npos ? equals : equals - 2);
        if (name == "help") options.text = helpText(known);
        if (name == "version") options.text = std::string("circumplex-train ") + kVersion + "\n";
        if (!options.text.empty()) return options;
        const auto found = std::find_if(
            known.begin(), known.end(), [name](const Option& entry) { return entry.name == name; });
        if (found == known.end())
            throw std::invalid_argument("unknown option --" + std::string(name));
        if (equals == argument.npos && i + 1 == argc)
            throw std::invalid_argument("--" + std::string(name) + " needs a value");
        found->set(
            equals == argument.npos ? std::string_view(argv[++i]) : argument.substr(equals + 1));
    }
    if (options.packs.empty()) throw std::invalid_argument("no training pack is given");
    if (options.out.empty()) throw std::invalid_argument("--out is missing");
    requireUsable(options.plan);
    if (!options.teachers.empty() && !options.isPublishedRecipe)
        throw std::invalid_argument("--teacher needs --recipe published");
    if (!(options.published.distillationWeight >= 0.0
            && options.published.distillationWeight <= 1.0))
        throw std::invalid_argument("distillation weight is out of range");
    options.published.seed = options.plan.seed;
    options.published.epochs = options.plan.epochs;
    options.published.patience = options.plan.patience;
    options.published.batchSize = options.plan.batchSize;
    options.published.learningRate = options.plan.learningRate;
    return options;
}

} // namespace circumplex::train
