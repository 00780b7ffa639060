#include "core/ml/weights/model_import.h"

#include "core/ml/model_error.h"
#include "core/ml/weights/model_package.h"
#include "core/ml/weights/published_mert.h"
#include "core/ml/weights/tensor_shapes.h"
#include "core/ml/weights/torch_checkpoint.h"

#include <ATen/ATen.h>

#include <cmath>
#include <utility>

using Json = nlohmann::ordered_json;

namespace circumplex {

namespace {

// Test split of DEAM: the variance of the labels, and the R2 that is published for the model
// trained on MTG-Jamendo, DEAM, EmoMusic and PMEmo together (the project's README).
constexpr double kValenceVariance = 1.4130, kValenceR2 = 0.5184;
constexpr double kArousalVariance = 1.4437, kArousalR2 = 0.6228;
constexpr double kNinetyPercent = 1.645; // standard deviations of a normal distribution
constexpr const char* kIntervalSource
    = "Assumed, not measured with this program: 1.645 standard deviations of the residuals that "
      "the "
      "published R2 on DEAM's test split leaves (valence 0.5184, arousal 0.6228; label variances "
      "1.4130 and 1.4437). Windows: the same times the root of 2, an assumption; nothing is "
      "published for windows.";

/// The tensors whose names begin with `prefix`, without it.
WeightMap below(const std::string& prefix, const WeightMap& weights)
{
    WeightMap found;
    for (auto at = weights.lower_bound(prefix);
         at != weights.end() && at->first.starts_with(prefix); ++at)
        found.emplace(at->first.substr(prefix.size()), at->second);
    return found;
}

double number(const std::string& where, const TorchCheckpoint& checkpoint, const std::string& name)
{
    double value = 0.0;
    if (const auto found = checkpoint.numbers.find(name); found != checkpoint.numbers.end())
        value = found->second;
    else if (const auto tensor = checkpoint.tensors.find(name);
             tensor != checkpoint.tensors.end() && tensor->second.numel() == 1)
        value = tensor->second.item<double>();
    else
        throw ModelError(where + ": lacks the number " + name);
    if (!std::isfinite(value)) throw ModelError(where + ": " + name + " is not finite");
    return value;
}

Json halfWidths(double factor)
{
    const auto halfWidth = [factor](double variance, double explained) {
        return factor * kNinetyPercent * std::sqrt((1.0 - explained) * variance);
    };
    return { { "valence", halfWidth(kValenceVariance, kValenceR2) },
        { "arousal", halfWidth(kArousalVariance, kArousalR2) } };
}

Json source(const char* part, const std::filesystem::path& file, const char* work)
{
    return { { "part", part }, { "file", file.filename().string() }, { "work", work } };
}

Json licence(const char* part, const char* terms)
{
    return { { "part", part }, { "licence", terms } };
}

} // namespace

void importMusic2Emo(const Music2EmoFiles& files, const std::filesystem::path& folder)
{
    ModelPackage package;
    auto mert = readPublishedMert(files.mert, {});
    const MertConfig config = std::move(mert.config);
    package.encoder = std::move(mert.weights);
    const auto btcFile = files.btc.string();
    const auto btc = readTorchCheckpoint(files.btc);
    package.chords = takeWeights(btcFile, below("model.", btc.tensors), btcShapes());

    const auto head = below("state_dict.model.", readTorchCheckpoint(files.music2emo).tensors);
    if (head.empty())
        throw ModelError(files.music2emo.string() + ": has no tensors below state_dict.model");
    package.head = usableHead(files.music2emo.string(), head, config.embeddingDimension());

    const Json json { { "format", 1 }, { "name", files.name },
        { "title", "Music2Emo: MERT, chords by BTC, moods and emotion by Kang and Herremans" },
        { "encoder", { { "kind", "mert" }, { "config", mertConfigJson(config) } } },
        { "chords",
            { { "kind", "btc" }, { "mean", number(btcFile, btc, "mean") },
                { "std", number(btcFile, btc, "std") } } },
        { "interval_90",
            { { "track", halfWidths(1.0) }, { "window", halfWidths(std::sqrt(2.0)) },
                { "source", kIntervalSource } } },
        { "licences",
            Json::array({ licence("encoder", "CC-BY-NC-4.0 (MERT-v1-95M's model card)"),
                licence("chords", "MIT (the project's code; nothing is said of the weights)"),
                licence("head", "MIT (the project's code; its model page says Apache-2.0)") }) },
        { "sources",
            Json::array({ source("encoder", mert.file, "MERT, Li et al. 2023, arXiv 2306.00107"),
                source("chords", files.btc, "BTC, Park et al. 2019, arXiv 1907.02698"),
                source("head", files.music2emo,
                    "Music2Emo, Kang and Herremans 2025, arXiv 2502.03979") }) } };
    try {
        package.card = parseModelCard(json);
    } catch (const ModelError& error) {
        throw ModelError(btcFile + ": " + error.what()); // all else was checked before
    }
    writeModelPackage(folder, package);
}

} // namespace circumplex
