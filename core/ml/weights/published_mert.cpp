#include "core/ml/weights/published_mert.h"

#include "core/ml/model_error.h"
#include "core/ml/weights/byte_file.h"
#include "core/ml/weights/model_import.h"
#include "core/ml/weights/safetensors_file.h"
#include "core/ml/weights/strict_json.h"
#include "core/ml/weights/tensor_shapes.h"
#include "core/ml/weights/torch_checkpoint.h"

namespace circumplex {

namespace {

constexpr std::uint64_t kLargestConfig = 1 << 20;
constexpr int kDeepestConfig = 32;

/// Safetensors or a PyTorch checkpoint, told apart by how the file begins.
WeightMap readWeights(const std::filesystem::path& path)
{
    const ByteFile file(path);
    // the header of a safetensors file follows its 8-byte length
    const bool isSafetensors = file.size() > 8 && file.text(8, 1) == "{";
    return isSafetensors ? readSafetensors(path).tensors : readTorchCheckpoint(path).tensors;
}

nlohmann::json readConfig(const std::filesystem::path& path)
{
    if (!std::filesystem::exists(path)) return nlohmann::json::object();
    const ByteFile file(path);
    if (file.size() > kLargestConfig) file.refuse("is larger than 1 MB");
    const auto text = file.text(0, file.size());
    try {
        auto config = parseStrictJson<nlohmann::json>(text, kDeepestConfig, kLargestConfig);
        if (!config.is_object()) file.refuse("is not a JSON object");
        return config;
    } catch (const ModelError& error) {
        file.refuse(error.what());
    }
}

/// What is published beside the weights, MERT-v1-95M's shape where nothing is.
MertConfig mertConfig(const std::filesystem::path& weights)
{
    const auto folder = weights.parent_path();
    auto config = readConfig(folder / "config.json");
    const auto preprocessor = readConfig(folder / "preprocessor_config.json");
    if (const auto found = preprocessor.find("do_normalize"); found != preprocessor.end())
        config["do_normalize"] = *found;
    try {
        return parseMertConfig(config);
    } catch (const ModelError& error) {
        throw ModelError((folder / "config.json").string() + ": " + error.what());
    }
}

} // namespace

std::filesystem::path mertWeightFile(const std::filesystem::path& mert)
{
    if (!std::filesystem::is_directory(mert)) return mert;
    for (const char* name : { "pytorch_model.bin", "model.safetensors" })
        if (std::filesystem::exists(mert / name)) return mert / name;
    throw ModelError(mert.string() + ": has neither pytorch_model.bin nor model.safetensors");
}

PublishedMert readPublishedMert(
    const std::filesystem::path& mert, const std::vector<int>& usedLayers)
{
    PublishedMert published { .file = mertWeightFile(mert), .config = {}, .weights = {} };
    published.config = mertConfig(published.file);
    if (!usedLayers.empty()) published.config.usedLayers = usedLayers;
    published.config.validate();
    const auto weights = readWeights(published.file);
    published.weights
        = takeWeights(published.file.string(), weights, mertShapes(published.config, weights));
    return published;
}

} // namespace circumplex
