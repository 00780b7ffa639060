#include "core/ml/encoders/adaptable_mert.h"
#include "core/ml/encoders/low_rank_adapter.h"
#include "core/ml/encoders/mert_network.h"
#include "core/ml/model_error.h"
#include "tests/support/generated_mert.h"
#include "tests/support/generator.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace circumplex;

namespace {

constexpr AdapterShape kShape { .rank = 3, .alpha = 6.0 };

MertConfig normFirstConfig()
{
    auto config = test::smallMertConfig();
    config.stableLayerNorm = true;
    return config;
}

/// As a training leaves it: neither matrix is zero.
WeightMap learnedAdapter(const MertConfig& config)
{
    WeightMap adapter;
    for (const auto& [name, shape] : adapterShapes(config, kShape.rank))
        adapter[name] = test::generatedWeight(name, shape);
    return adapter;
}

at::Tensor sounds()
{
    return at::tensor(test::generate("sound", 2 * 24000)).view({ 2, 24000 }) * 0.3;
}

at::Tensor firstStates(const MertConfig& config)
{
    return MertNetwork(test::generatedMert(config), config, DataType::Float32, at::kCPU)
        .firstState(sounds())
        .clone();
}

at::Tensor heard(const WeightMap& weights, const MertConfig& config)
{
    return MertNetwork(weights, config, DataType::Float32, at::kCPU).embed(sounds()).mean(1);
}

double largestDifference(const at::Tensor& a, const at::Tensor& b)
{
    DOCTEST_REQUIRE(a.sizes() == b.sizes());
    return (a - b).abs().max().item<double>();
}

} // namespace

DOCTEST_TEST_CASE("the differentiable layers hear what the fast ones hear")
{
    for (const auto& config : { test::smallMertConfig(), normFirstConfig() }) {
        const auto weights = test::generatedMert(config);
        const AdaptableMert mert(weights, config, at::kCPU);
        const auto pooled = mert.pooled(firstStates(config), {}, 0.0);
        DOCTEST_CHECK(largestDifference(pooled, heard(weights, config)) < 1e-5);
    }
}

DOCTEST_TEST_CASE("an adapter in the weights does what it does beside them")
{
    for (const auto& config : { test::smallMertConfig(), normFirstConfig() }) {
        const auto weights = test::generatedMert(config);
        const auto adapter = learnedAdapter(config);
        const AdaptableMert mert(weights, config, at::kCPU);
        const auto beside = mert.pooled(firstStates(config), adapter, kShape.scale());
        const auto within = heard(withAdapter(weights, adapter, config, kShape), config);
        DOCTEST_CHECK(largestDifference(beside, within) < 1e-5);
        DOCTEST_CHECK(largestDifference(within, heard(weights, config)) > 0.01);
    }
}

DOCTEST_TEST_CASE("a new adapter leaves the very weights and follows from its seed")
{
    const auto config = test::smallMertConfig();
    const auto weights = test::generatedMert(config);
    const auto fresh = initialAdapter(config, 4, 7);
    const auto merged = withAdapter(weights, fresh, config, { .rank = 4, .alpha = 16.0 });
    for (const auto& [name, tensor] : weights)
        DOCTEST_CHECK(at::equal(merged.at(name), tensor));
    const std::string name = "encoder.layers.1.attention.v_proj.lora_A";
    const auto again = initialAdapter(config, 4, 7), other = initialAdapter(config, 4, 8);
    DOCTEST_CHECK(at::equal(again.at(name), fresh.at(name)));
    DOCTEST_CHECK(!at::equal(other.at(name), fresh.at(name)));
    DOCTEST_CHECK(fresh.size() == 8); // two layers, two projections, two matrices
}

DOCTEST_TEST_CASE("gradients agree with finite differences")
{
    for (const auto& config : { test::smallMertConfig(), normFirstConfig() }) {
        WeightMap weights;
        for (const auto& [name, tensor] : test::generatedMert(config))
            weights[name] = tensor.to(at::kDouble);
        const AdaptableMert mert(weights, config, at::kCPU);
        const auto states = firstStates(config).to(at::kDouble);
        const auto towards = at::tensor(
            test::generate("towards", static_cast<std::size_t>(config.embeddingDimension())))
                                 .to(at::kDouble);
        WeightMap adapter;
        for (const auto& [name, tensor] : learnedAdapter(config))
            adapter[name] = tensor.to(at::kDouble).requires_grad_();
        const auto loss = [&](const WeightMap& of) {
            return (mert.pooled(states, of, kShape.scale()) * towards).square().sum();
        };
        loss(adapter).backward();
        for (const auto& [name, tensor] : adapter) {
            const auto gradient = tensor.grad();
            DOCTEST_REQUIRE(gradient.defined());
            for (const std::int64_t place : { std::int64_t { 0 }, tensor.numel() - 1 }) {
                constexpr double kStep = 1e-6;
                const auto moved = [&](double step) {
                    WeightMap other;
                    for (const auto& [key, value] : adapter)
                        other[key] = value.detach().clone();
                    other.at(name).view(-1)[place] += step;
                    return loss(other).item<double>();
                };
                const double slope = (moved(kStep) - moved(-kStep)) / (2.0 * kStep);
                const double given = gradient.view(-1)[place].item<double>();
                DOCTEST_CHECK(std::abs(slope - given) < 1e-7 + 1e-5 * std::abs(slope));
                DOCTEST_CHECK(std::abs(given) > 1e-9);
            }
        }
    }
}

DOCTEST_TEST_CASE("a rank wider than the encoder is refused")
{
    const auto config = test::smallMertConfig();
    DOCTEST_CHECK_THROWS_AS(initialAdapter(config, config.hiddenSize + 1, 1), ModelError);
    DOCTEST_CHECK_THROWS_AS(adapterShapes(config, 0), ModelError);
}
