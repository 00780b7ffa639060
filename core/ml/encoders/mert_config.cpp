#include "core/ml/encoders/mert_config.h"

#include "core/ml/model_error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

using nlohmann::json;

namespace circumplex {

namespace {

[[noreturn]] void refuse(const std::string& field, const std::string& reason)
{
    throw ModelError("MERT configuration: " + field + " " + reason);
}

int integer(const json& value, const std::string& field)
{
    if (!value.is_number_integer()) refuse(field, "is not a whole number");
    const bool tooLarge = value.is_number_unsigned()
        && value.get<std::uint64_t>() > std::uint64_t { std::numeric_limits<int>::max() };
    if (tooLarge || (!value.is_number_unsigned() && value.get<std::int64_t>() < 0))
        refuse(field, "is out of range: " + value.dump());
    return value.get<int>();
}

void read(const json& config, const char* field, int& out)
{
    if (const auto found = config.find(field); found != config.end()) out = integer(*found, field);
}

void read(const json& config, const char* field, bool& out)
{
    const auto found = config.find(field);
    if (found == config.end()) return;
    if (!found->is_boolean()) refuse(field, "is not true or false");
    out = found->get<bool>();
}

void read(const json& config, const char* field, double& out)
{
    const auto found = config.find(field);
    if (found == config.end()) return;
    if (!found->is_number()) refuse(field, "is not a number");
    out = found->get<double>();
}

void read(const json& config, const char* field, std::vector<int>& out)
{
    const auto found = config.find(field);
    if (found == config.end()) return;
    if (!found->is_array()) refuse(field, "is not a list");
    out.clear();
    for (const json& value : *found)
        out.push_back(integer(value, field));
}

void requireText(const json& config, const char* field, const std::string& only)
{
    const auto found = config.find(field);
    if (found == config.end()) return;
    if (!found->is_string() || found->get<std::string>() != only)
        refuse(field, "is " + found->dump() + ", only \"" + only + "\" is supported");
}

void requireFlag(const json& config, const char* field, bool only)
{
    bool value = only;
    read(config, field, value);
    if (value != only)
        refuse(field,
            std::string("is ") + (value ? "true" : "false") + ", a variant that is not supported");
}

void requireRange(const char* field, int value, int least, int most)
{
    if (value < least || value > most)
        refuse(field,
            "is " + std::to_string(value) + ", expected " + std::to_string(least) + " to "
                + std::to_string(most));
}

} // namespace

void MertConfig::validate() const
{
    requireRange("hidden_size", hiddenSize, 1, 1 << 16);
    requireRange("num_hidden_layers", layerCount, 1, 1024);
    requireRange("num_attention_heads", headCount, 1, hiddenSize);
    if (hiddenSize % headCount != 0) refuse("num_attention_heads", "does not divide hidden_size");
    requireRange("intermediate_size", intermediateSize, 1, 1 << 20);
    if (convChannels.empty() || convChannels.size() > 64)
        refuse("conv_dim", "must have 1 to 64 entries");
    if (convKernels.size() != convChannels.size())
        refuse("conv_kernel", "and conv_dim differ in length");
    if (convStrides.size() != convChannels.size())
        refuse("conv_stride", "and conv_dim differ in length");
    long long samplesPerFrame = 1;
    for (std::size_t i = 0; i < convChannels.size(); ++i) {
        requireRange("conv_dim", convChannels[i], 1, 1 << 16);
        requireRange("conv_kernel", convKernels[i], 1, 1 << 12);
        requireRange("conv_stride", convStrides[i], 1, 1 << 12);
        samplesPerFrame *= convStrides[i];
        if (samplesPerFrame > 1 << 20)
            refuse("conv_stride", "makes frames longer than a million samples");
    }
    requireRange("num_conv_pos_embeddings", positionalKernel, 1, 1 << 14);
    requireRange("num_conv_pos_embedding_groups", positionalGroups, 1, hiddenSize);
    if (hiddenSize % positionalGroups != 0)
        refuse("num_conv_pos_embedding_groups", "does not divide hidden_size");
    if (!std::isfinite(layerNormEps) || layerNormEps <= 0.0 || layerNormEps >= 1.0)
        refuse("layer_norm_eps", "is not between 0 and 1");
    requireRange("sample_rate", sampleRateHz, 1000, 768000);
    if (usedLayers.empty()) refuse("used_layers", "is empty");
    for (const int layer : usedLayers)
        requireRange("used_layers", layer, 0, layerCount - 1);
    if (!std::ranges::is_sorted(usedLayers, std::ranges::less_equal()))
        refuse("used_layers", "is not ascending");
}

MertConfig parseMertConfig(const json& huggingFaceConfig)
{
    if (!huggingFaceConfig.is_object()) throw ModelError("MERT configuration: not a JSON object");
    const json& source = huggingFaceConfig;
    MertConfig config;
    read(source, "hidden_size", config.hiddenSize);
    read(source, "num_hidden_layers", config.layerCount);
    read(source, "num_attention_heads", config.headCount);
    read(source, "intermediate_size", config.intermediateSize);
    read(source, "conv_dim", config.convChannels);
    read(source, "conv_kernel", config.convKernels);
    read(source, "conv_stride", config.convStrides);
    read(source, "conv_bias", config.convBias);
    read(source, "num_conv_pos_embeddings", config.positionalKernel);
    read(source, "num_conv_pos_embedding_groups", config.positionalGroups);
    read(source, "do_stable_layer_norm", config.stableLayerNorm);
    read(source, "used_layers", config.usedLayers);
    read(source, "layer_norm_eps", config.layerNormEps);
    read(source, "sample_rate", config.sampleRateHz);
    read(source, "do_normalize", config.normalizeInput);

    if (const auto norm = source.find("feat_extract_norm"); norm != source.end()) {
        if (*norm == "group")
            config.featureNorm = MertConfig::FeatureNorm::Group;
        else if (*norm == "layer")
            config.featureNorm = MertConfig::FeatureNorm::Layer;
        else
            refuse("feat_extract_norm", "is " + norm->dump() + ", expected \"group\" or \"layer\"");
    }
    requireText(source, "hidden_act", "gelu");
    requireText(source, "feat_extract_activation", "gelu");
    requireFlag(source, "feat_proj_layer_norm", true);
    requireFlag(source, "feature_extractor_cqt", false);
    requireFlag(source, "deepnorm", false);
    // attention_relax is not read: it only subtracts the largest score before the softmax.
    config.validate();
    return config;
}

json mertConfigJson(const MertConfig& config)
{
    return { { "hidden_size", config.hiddenSize }, { "num_hidden_layers", config.layerCount },
        { "num_attention_heads", config.headCount },
        { "intermediate_size", config.intermediateSize }, { "conv_dim", config.convChannels },
        { "conv_kernel", config.convKernels }, { "conv_stride", config.convStrides },
        { "conv_bias", config.convBias },
        { "feat_extract_norm",
            config.featureNorm == MertConfig::FeatureNorm::Group ? "group" : "layer" },
        { "num_conv_pos_embeddings", config.positionalKernel },
        { "num_conv_pos_embedding_groups", config.positionalGroups },
        { "do_stable_layer_norm", config.stableLayerNorm }, { "used_layers", config.usedLayers },
        { "layer_norm_eps", config.layerNormEps }, { "sample_rate", config.sampleRateHz },
        { "do_normalize", config.normalizeInput } };
}

} // namespace circumplex
