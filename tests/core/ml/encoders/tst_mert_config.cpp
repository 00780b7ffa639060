#include "core/ml/encoders/mert_config.h"
#include "core/ml/model_error.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using circumplex::MertConfig;
using circumplex::mertConfigJson;
using circumplex::ModelError;
using circumplex::parseMertConfig;
using nlohmann::json;

namespace {

std::string refusal(const json& config)
{
    try {
        parseMertConfig(config);
    } catch (const ModelError& error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

DOCTEST_TEST_CASE("absent fields are those of MERT-v1-95M")
{
    DOCTEST_CHECK(parseMertConfig(json::object()) == MertConfig {});
    DOCTEST_CHECK(MertConfig {}.embeddingDimension() == 1536);
    DOCTEST_CHECK(MertConfig {}.neededLayerCount() == 7);
}

DOCTEST_TEST_CASE("a larger network keeps every field through JSON")
{
    MertConfig large;
    large.hiddenSize = 1024;
    large.layerCount = 24;
    large.headCount = 16;
    large.intermediateSize = 4096;
    large.convChannels = { 512, 256 };
    large.convKernels = { 10, 4 };
    large.convStrides = { 5, 3 };
    large.convBias = true;
    large.featureNorm = MertConfig::FeatureNorm::Layer;
    large.positionalKernel = 64;
    large.positionalGroups = 8;
    large.stableLayerNorm = true;
    large.usedLayers = { 3, 9, 23 };
    large.layerNormEps = 1e-6;
    large.sampleRateHz = 16000;
    large.normalizeInput = false;
    DOCTEST_CHECK(parseMertConfig(mertConfigJson(large)) == large);
}

DOCTEST_TEST_CASE("an impossible configuration names its field")
{
    const std::vector<std::pair<std::string, json>> cases { { "hidden_size", 0 },
        { "hidden_size", "768" }, { "hidden_size", 1e3 },
        { "hidden_size", 18446744073709551615ULL }, { "num_hidden_layers", -1 },
        { "num_attention_heads", 7 }, { "num_hidden_layers", 6 /* layer 6 is used */ },
        { "conv_kernel", { 10, 3 } }, { "conv_stride", { 5, 2, 2, 2, 2, 2, 0 } },
        { "conv_dim", 512 }, { "conv_bias", 1 }, { "feat_extract_norm", "batch" },
        { "num_conv_pos_embedding_groups", 5 }, { "layer_norm_eps", 0.0 }, { "sample_rate", 0 },
        { "used_layers", json::array() }, { "used_layers", { 6, 5 } }, { "used_layers", { 5, 5 } },
        { "feature_extractor_cqt", true }, { "deepnorm", true }, { "hidden_act", "relu" } };
    for (const auto& [field, value] : cases) {
        const std::string message = refusal({ { field, value } });
        DOCTEST_CAPTURE(field);
        DOCTEST_CAPTURE(message);
        const std::string named
            = field == "num_hidden_layers" && value == 6 ? "used_layers" : field;
        DOCTEST_CHECK(message.find("MERT configuration: " + named) == 0);
    }
    DOCTEST_CHECK(refusal(json::array()) == "MERT configuration: not a JSON object");
}
