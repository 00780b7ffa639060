#include "core/ml/encoders/mert_network.h"
#include "core/ml/encoders/mert_positions.h"
#include "core/ml/model_error.h"
#include "tests/support/generated_mert.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"
#include "tests/support/golden_weights.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace circumplex;

namespace {

constexpr double kStateTolerance = 2e-5; // of hidden states, whose values are about 1
constexpr double kPooledTolerance = 1e-5; // of their means over time

/// The input of golden_mert.json: one second.
at::Tensor goldenInput()
{
    constexpr int kCount = 24000;
    constexpr double kTurn = 2.0 * std::numbers::pi;
    std::vector<float> samples(kCount);
    for (int i = 0; i < kCount; ++i) {
        const double t = static_cast<double>(i) / kCount;
        samples[static_cast<std::size_t>(i)] = static_cast<float>(0.3 * std::sin(kTurn * 220.0 * t)
            + (t > 0.25 ? 0.2 * std::sin(kTurn * 659.2551 * t + 0.5) : 0.0)
            + 0.1 * std::sin(kTurn * 3000.0 * t * t));
    }
    return at::tensor(samples).unsqueeze(0);
}

at::Tensor noise(std::int64_t batch, std::int64_t samples)
{
    const auto values = test::generate("sound", static_cast<std::size_t>(batch * samples));
    return at::tensor(values).view({ batch, samples }) * 0.3;
}

std::vector<float> values(const at::Tensor& tensor)
{
    const auto flat = tensor.contiguous();
    return { flat.const_data_ptr<float>(), flat.const_data_ptr<float>() + flat.numel() };
}

double largestDifference(const at::Tensor& a, const at::Tensor& b)
{
    DOCTEST_REQUIRE(a.sizes() == b.sizes());
    return (a - b).abs().max().item<double>();
}

/// In miniature what MERT-v1-330M has otherwise: norms in every convolution, with bias, and before
/// each sub-layer.
MertConfig normFirstConfig()
{
    auto config = test::smallMertConfig();
    config.featureNorm = MertConfig::FeatureNorm::Layer;
    config.convBias = true;
    config.stableLayerNorm = true;
    config.layerCount = 3;
    config.usedLayers = { 0, 2 };
    return config;
}

/// The transformer of normFirstConfig(), composed from the published description.
class NormFirstReference {
public:
    explicit NormFirstReference(const MertConfig& config)
        : m_config(config)
        , m_weights(test::generatedMert(config))
    {
    }

    std::vector<at::Tensor> hiddenStates(const at::Tensor& samples) const
    {
        auto x = (samples - samples.mean()) / at::sqrt(samples.var(false) + 1e-7);
        x = x.view({ 1, 1, -1 });
        for (std::size_t i = 0; i < m_config.convKernels.size(); ++i) {
            const auto name = "feature_extractor.conv_layers." + std::to_string(i);
            x = at::conv1d(x, weight(name + ".conv.weight"), weight(name + ".conv.bias"),
                m_config.convStrides[i]);
            x = at::gelu(norm(x.transpose(1, 2), name + ".layer_norm").transpose(1, 2));
        }
        x = linear(
            norm(x[0].t(), "feature_projection.layer_norm"), "feature_projection.projection");
        const std::string convolution = "encoder.pos_conv_embed.conv.";
        const auto direction = weight(convolution + "weight_v");
        auto kernel = at::empty_like(direction);
        for (std::int64_t tap = 0; tap < direction.size(2); ++tap)
            kernel.select(2, tap).copy_(direction.select(2, tap)
                * weight(convolution + "weight_g")[0][0][tap] / direction.select(2, tap).norm());
        const auto positions = at::conv1d(x.t().unsqueeze(0), kernel, weight(convolution + "bias"),
            1, m_config.positionalKernel / 2, 1, m_config.positionalGroups);
        x = x + at::gelu(positions[0].slice(1, 0, x.size(0)).t());

        std::vector<at::Tensor> states { x };
        for (int i = 0; i < m_config.layerCount; ++i) {
            const auto layer = "encoder.layers." + std::to_string(i);
            x = x + attention(norm(x, layer + ".layer_norm"), layer + ".attention.");
            const auto inner = at::gelu(linear(
                norm(x, layer + ".final_layer_norm"), layer + ".feed_forward.intermediate_dense"));
            x = x + linear(inner, layer + ".feed_forward.output_dense");
            states.push_back(i + 1 < m_config.layerCount ? x : norm(x, "encoder.layer_norm"));
        }
        return states;
    }

private:
    const at::Tensor& weight(const std::string& name) const { return m_weights.at(name); }

    at::Tensor norm(const at::Tensor& x, const std::string& name) const
    {
        const auto centred = x - x.mean(-1, true);
        const auto deviation = at::sqrt(centred.square().mean(-1, true) + 1e-5);
        return centred / deviation * weight(name + ".weight") + weight(name + ".bias");
    }

    at::Tensor linear(const at::Tensor& x, const std::string& name) const
    {
        return at::matmul(x, weight(name + ".weight").t()) + weight(name + ".bias");
    }

    at::Tensor attention(const at::Tensor& x, const std::string& name) const
    {
        const auto size = m_config.hiddenSize / m_config.headCount;
        std::vector<at::Tensor> heads;
        for (int head = 0; head < m_config.headCount; ++head) {
            const auto part = [&](const char* which) {
                return linear(x, name + which + "_proj").slice(1, head * size, (head + 1) * size);
            };
            const auto scores = at::matmul(part("q"), part("k").t()) / std::sqrt(size);
            heads.push_back(at::matmul(at::softmax(scores, 1), part("v")));
        }
        return linear(at::cat(heads, 1), name + "out_proj");
    }

    MertConfig m_config;
    WeightMap m_weights;
};

} // namespace

DOCTEST_TEST_CASE("the full network gives the published network's numbers, in every format near")
{
    const auto golden = test::golden("golden_mert.json");
    const auto weights = test::goldenMert();
    MertConfig config;
    config.usedLayers = { 5, 6, 11 };
    const auto input = goldenInput();
    at::Tensor exact;
    {
        const MertNetwork network(weights, config, DataType::Float32, at::kCPU);
        const auto states = network.hiddenStates(input);
        DOCTEST_REQUIRE(states.size() == 13);
        DOCTEST_CHECK(states[0].size(1) == golden["frames"].get<std::int64_t>());
        DOCTEST_CHECK(test::isClose(values(states[0][0][0].slice(0, 0, 8)),
            test::floats(golden["hidden0_frame0_first8"]), kStateTolerance, "first state"));
        const auto& pooled = golden["pooled"];
        for (std::size_t row = 0; row < 12; ++row) {
            const auto mean = states[row + 1][0].mean(0);
            DOCTEST_CHECK(test::isClose(values(mean.slice(0, 0, 6)),
                test::floats(pooled["first6"][row]), kPooledTolerance, "pooled"));
            // of 768 values, which stray to both sides
            constexpr double kSumTolerance = 1e-3;
            const auto sum = mean.to(at::kDouble).sum().item<double>();
            const auto sumAbs = mean.to(at::kDouble).abs().sum().item<double>();
            DOCTEST_CHECK(std::abs(sum - pooled["sum"][row].get<double>()) < kSumTolerance);
            DOCTEST_CHECK(std::abs(sumAbs - pooled["sum_abs"][row].get<double>()) < kSumTolerance);
        }
        exact = network.embed(input);
        DOCTEST_REQUIRE(exact.size(2) == 3 * 768);
        for (std::int64_t part = 0; part < 2; ++part)
            DOCTEST_CHECK(
                test::isClose(values(exact[0].mean(0).slice(0, part * 768, part * 768 + 4)),
                    test::floats(golden["embedding_indices_5_6_concat_first4_of_each"]
                                       [static_cast<std::size_t>(part)]),
                    kPooledTolerance, "embedding"));

        const auto normalised = (input - input.mean()) / at::sqrt(input.var(false) + 1e-7);
        DOCTEST_CHECK(
            largestDifference(network.frontEnd()(normalised), network.frontEnd().plain(normalised))
            < kStateTolerance);
    }
    for (const auto& [dtype, allowed] :
        { std::pair { DataType::BFloat16, 0.06 }, std::pair { DataType::Int8, 0.2 } }) {
        const auto narrow = MertNetwork(weights, config, dtype, at::kCPU).embed(input);
        const auto difference = largestDifference(narrow.mean(1), exact.mean(1));
        DOCTEST_MESSAGE("means over time differ by " << difference);
        DOCTEST_CHECK(difference < allowed);
        DOCTEST_CHECK(difference > 1e-4); // the format is really in use
    }
}

DOCTEST_TEST_CASE("tiles give what ordinary convolutions give, at any length")
{
    for (const auto& config : { test::smallMertConfig(), normFirstConfig() }) {
        const auto weights = test::generatedMert(config);
        for (const auto dtype : { DataType::Float32, DataType::BFloat16 }) {
            const MertFrontEnd frontEnd(weights, config, dtype, at::kCPU);
            // one frame; a tile of 96 and one more; some tiles and a rest
            for (const std::int64_t samples : { 400, 400 + 95 * 320, 400 + 96 * 320, 100000 }) {
                const auto sound = noise(1, samples);
                const auto tiled = frontEnd(sound);
                DOCTEST_CHECK(tiled.size(1) == (samples - 400) / 320 + 1);
                DOCTEST_CHECK(tiled.size(1) == frontEnd.frameCount(samples));
                const auto difference = (tiled - frontEnd.plain(sound)).abs();
                // bfloat16 rounds at other places: near on average, not in every value
                if (dtype == DataType::Float32)
                    DOCTEST_CHECK(difference.max().item<double>() < kStateTolerance);
                else
                    DOCTEST_CHECK(difference.mean().item<double>() < 0.02);
            }
        }
    }
    const auto config = test::smallMertConfig();
    const MertFrontEnd frontEnd(test::generatedMert(config), config, DataType::Float32, at::kCPU);
    DOCTEST_CHECK(frontEnd.frameCount(399) == 0);
    DOCTEST_CHECK(frontEnd.frameCount(719) == 1);
    DOCTEST_CHECK(frontEnd.frameCount(720) == 2);
    DOCTEST_CHECK(frontEnd.frameCount(720000) == 2249);
}

DOCTEST_TEST_CASE("positions by spectra equal the ordinary convolution")
{
    for (const int kernel : { 16, 15, 1 }) {
        auto config = test::smallMertConfig();
        config.positionalKernel = kernel;
        const MertPositions positions(test::generatedMert(config), config, at::kCPU);
        for (const std::int64_t frames : { 1, 17, 200 }) {
            const auto x = noise(2, frames * config.hiddenSize).view({ 2, frames, -1 });
            DOCTEST_CHECK(largestDifference(positions(x), positions.plain(x)) < 1e-5);
        }
    }
}

DOCTEST_TEST_CASE("all spellings of the positional kernel mean the same")
{
    const auto config = test::smallMertConfig();
    auto weights = test::generatedMert(config);
    const auto x = noise(1, 40 * config.hiddenSize).view({ 1, 40, -1 });
    const auto expected = MertPositions(weights, config, at::kCPU)(x);

    const std::string prefix = "encoder.pos_conv_embed.conv.";
    const auto magnitude = weights.extract(prefix + "weight_g").mapped();
    const auto direction = weights.extract(prefix + "weight_v").mapped();
    auto newer = weights;
    newer[prefix + "parametrizations.weight.original0"] = magnitude;
    newer[prefix + "parametrizations.weight.original1"] = direction;
    DOCTEST_CHECK(at::equal(MertPositions(newer, config, at::kCPU)(x), expected));
    auto folded = weights;
    folded[prefix + "weight"] = at::_weight_norm(direction, magnitude, 2);
    DOCTEST_CHECK(largestDifference(MertPositions(folded, config, at::kCPU)(x), expected) < 1e-5);
}

DOCTEST_TEST_CASE("a network with norms before its sub-layers follows the published description")
{
    const auto config = normFirstConfig();
    const MertNetwork network(test::generatedMert(config), config, DataType::Float32, at::kCPU);
    const auto sound = noise(1, 30000);
    const auto expected = NormFirstReference(config).hiddenStates(sound);
    const auto actual = network.hiddenStates(sound);
    DOCTEST_REQUIRE(actual.size() == expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i)
        DOCTEST_CHECK(largestDifference(actual[i][0], expected[i]) < kStateTolerance);
    DOCTEST_CHECK(
        largestDifference(network.embed(sound)[0], at::cat({ expected[1], expected[3] }, 1))
        < kStateTolerance);
}

DOCTEST_TEST_CASE("a segment's frames do not depend on the other segments of its batch")
{
    for (const auto& config : { test::smallMertConfig(), normFirstConfig() }) {
        const MertNetwork network(test::generatedMert(config), config, DataType::Float32, at::kCPU);
        const auto sound = noise(3, 30000);
        const auto together = network.embed(sound * at::tensor({ 1.0F, 0.1F, 0.3F }).unsqueeze(1));
        for (std::int64_t i = 0; i < 3; ++i) {
            const auto alone
                = network.embed(sound.slice(0, i, i + 1) * at::tensor({ 1.0F, 0.1F, 0.3F })[i]);
            DOCTEST_CHECK(largestDifference(alone[0], together[i]) < kStateTolerance);
        }
        DOCTEST_CHECK(largestDifference(together[0], together[1]) > 0.1);
    }
}

DOCTEST_TEST_CASE("layers after the last used one are neither needed nor run")
{
    auto config = test::smallMertConfig();
    const auto sound = noise(1, 20000);
    const auto weights = test::generatedMert(config);
    const auto both = MertNetwork(weights, config, DataType::Float32, at::kCPU).embed(sound);
    config.usedLayers = { 0 };
    auto fewer = weights;
    std::erase_if(
        fewer, [](const auto& item) { return item.first.starts_with("encoder.layers.1"); });
    const MertNetwork network(fewer, config, DataType::Float32, at::kCPU);
    DOCTEST_CHECK(at::equal(network.embed(sound), both.slice(2, 0, config.hiddenSize)));
    DOCTEST_CHECK(network.hiddenStates(sound).size() == 2);
}

DOCTEST_TEST_CASE("weights that do not fit are refused by name")
{
    const auto config = test::smallMertConfig();
    const auto weights = test::generatedMert(config);
    const auto refuses = [&](const std::string& name) {
        auto missing = weights;
        missing.erase(name);
        DOCTEST_CHECK_THROWS_WITH_AS((MertNetwork { missing, config, DataType::Float32, at::kCPU }),
            ("the encoder lacks the tensor " + name).c_str(), ModelError);
    };
    refuses("feature_extractor.conv_layers.3.conv.weight");
    refuses("feature_extractor.conv_layers.0.layer_norm.bias");
    refuses("encoder.layers.1.attention.k_proj.bias");
    auto wrong = weights;
    wrong["encoder.layers.0.final_layer_norm.weight"] = at::ones({ 17 });
    DOCTEST_CHECK_THROWS_WITH_AS((MertNetwork { wrong, config, DataType::Float32, at::kCPU }),
        "the encoder's tensor encoder.layers.0.final_layer_norm.weight has the shape [17], "
        "expected [16]",
        ModelError);
}
