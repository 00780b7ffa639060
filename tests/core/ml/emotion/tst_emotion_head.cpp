#include "core/ml/emotion/emotion_head.h"
#include "core/ml/model_error.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <cmath>

using namespace circumplex;

namespace {

constexpr std::int64_t kDimension = 1536;

void addLinear(WeightMap& weights, const std::string& name, std::int64_t out, std::int64_t in)
{
    weights[name + ".weight"] = test::generatedWeight(name + ".weight", { out, in });
    weights[name + ".bias"] = test::generatedWeight(name + ".bias", { out });
}

WeightMap sharedWeights()
{
    WeightMap weights;
    for (const std::string name : { "chord_root_embedding.weight", "chord_attr_embedding.weight" })
        weights[name] = test::generatedWeight(name, { 14, 4 });
    for (const std::string index : { "0", "1" }) {
        const auto layer = "chord_transformer.layers." + index + ".";
        const auto attention = layer + "self_attn.in_proj_";
        weights[attention + "weight"] = test::generatedWeight(attention + "weight", { 24, 8 });
        weights[attention + "bias"] = test::generatedWeight(attention + "bias", { 24 });
        addLinear(weights, layer + "self_attn.out_proj", 8, 8);
        addLinear(weights, layer + "linear1", 64, 8);
        addLinear(weights, layer + "linear2", 8, 64);
        for (const std::string norm :
            { "norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias" })
            weights[layer + norm] = test::generatedWeight(layer + norm, { 8 });
    }
    addLinear(weights, "input_proj.0", 512, kDimension + 9);
    return weights;
}

WeightMap multitaskWeights()
{
    auto weights = sharedWeights();
    addLinear(weights, "classification_branch.0", 256, 512);
    addLinear(weights, "classification_branch.2", 56, 256);
    addLinear(weights, "regression_branch.0", 256, 512);
    addLinear(weights, "regression_branch.2", 2, 256);
    return weights;
}

WeightMap teacherWeights(std::int64_t outputs)
{
    auto weights = sharedWeights();
    addLinear(weights, "output_proj.0", 256, 512);
    addLinear(weights, "output_proj.2", outputs, 256);
    return weights;
}

struct Input {
    at::Tensor embedding = at::empty({ 1, kDimension });
    at::Tensor root = at::zeros({ 1, 100 }, at::kLong);
    at::Tensor quality = at::zeros({ 1, 100 }, at::kLong);

    Input()
    {
        for (int i = 0; i < kDimension; ++i)
            embedding.mutable_data_ptr<float>()[i]
                = static_cast<float>(std::sin(0.013 * std::pow(i, 1.1)));
        for (int i = 0; i < 37; ++i) {
            root.mutable_data_ptr<std::int64_t>()[i] = 5 * i % 13;
            quality.mutable_data_ptr<std::int64_t>()[i] = 5 * i % 13 == 0 ? 0 : 1 + 3 * i % 13;
        }
    }
};

std::vector<float> values(const at::Tensor& tensor)
{
    const auto flat = tensor.contiguous();
    return { flat.const_data_ptr<float>(), flat.const_data_ptr<float>() + flat.numel() };
}

// float32 sums of another order move the outputs by 1e-6; a wrong layer moves them by 0.01 or more
constexpr double kTolerance = 1e-5;

} // namespace

DOCTEST_TEST_CASE("the multitask head gives the published network's numbers")
{
    const auto golden = test::golden("golden_head.json");
    const EmotionHead head(multitaskWeights());
    DOCTEST_CHECK(head.embeddingDimension() == kDimension);
    const Input input;
    DOCTEST_CHECK(test::isClose(values(head.chordSummary(input.root, input.quality, {})),
        test::floats(golden["chord_cls"]), kTolerance, "chord summary"));
    for (const int key : { 0, 1 }) {
        const auto& expected = golden["key" + std::to_string(key)];
        const auto output
            = head.forward(input.embedding, input.root, input.quality, at::full({ 1 }, key));
        DOCTEST_CHECK(test::isClose(values(output.tagLogits),
            test::floats(expected["classification_logits"]), kTolerance, "tags"));
        DOCTEST_CHECK(test::isClose(
            values(output.emotion), test::floats(expected["regression"]), kTolerance, "emotion"));
    }
}

DOCTEST_TEST_CASE("a single-task head gives the published teacher's numbers and nothing else")
{
    const auto golden = test::golden("golden_head.json");
    const EmotionHead head(teacherWeights(56));
    const Input input;
    for (const int key : { 0, 1 }) {
        const auto output
            = head.forward(input.embedding, input.root, input.quality, at::full({ 1 }, key));
        DOCTEST_CHECK(test::isClose(values(output.tagLogits),
            test::floats(golden["teacher56_key" + std::to_string(key)]), kTolerance, "teacher"));
        DOCTEST_CHECK_FALSE(output.emotion.defined());
    }
    const auto emotion = EmotionHead(teacherWeights(2))
                             .forward(input.embedding, input.root, input.quality, at::zeros({ 1 }));
    DOCTEST_CHECK(emotion.emotion.sizes() == at::IntArrayRef({ 1, 2 }));
    DOCTEST_CHECK_FALSE(emotion.tagLogits.defined());
}

DOCTEST_TEST_CASE("a row's answer does not depend on the other rows of its batch")
{
    const EmotionHead head(multitaskWeights());
    const Input input;
    const auto alone = head.forward(input.embedding, input.root, input.quality, at::zeros({ 1 }));
    const auto together = head.forward(at::cat({ -input.embedding, input.embedding }),
        at::cat({ at::zeros_like(input.root), input.root }),
        at::cat({ at::zeros_like(input.root), input.quality }), at::zeros({ 2 }));
    DOCTEST_CHECK(
        test::isClose(values(together.emotion[1]), values(alone.emotion[0]), kTolerance, "row"));
    DOCTEST_CHECK((together.emotion[0] - alone.emotion[0]).abs().max().item<float>() > 1e-2F);
}

DOCTEST_TEST_CASE("a head that standardises equals one that is given standardised embeddings")
{
    auto weights = multitaskWeights();
    const Input input;
    const auto plain = EmotionHead(weights).forward(
        (input.embedding - 0.25) / 2.0, input.root, input.quality, at::zeros({ 1 }));
    weights["embedding_mean"] = at::full({ kDimension }, 0.25);
    weights["embedding_scale"] = at::full({ kDimension }, 2.0);
    const auto standardised = EmotionHead(weights).forward(
        input.embedding, input.root, input.quality, at::zeros({ 1 }));
    DOCTEST_CHECK(test::isClose(
        values(standardised.emotion), values(plain.emotion), kTolerance, "standardised"));
}

DOCTEST_TEST_CASE("weights that do not fit are refused by name")
{
    auto missing = multitaskWeights();
    missing.erase("regression_branch.2.bias");
    DOCTEST_CHECK_THROWS_WITH_AS(
        EmotionHead { missing }, "the emotion head lacks regression_branch.2.bias", ModelError);
    auto wrong = multitaskWeights();
    wrong["chord_transformer.layers.1.norm2.bias"] = at::zeros({ 9 });
    DOCTEST_CHECK_THROWS_AS(EmotionHead { wrong }, ModelError);
    auto unknown = multitaskWeights();
    unknown["extra"] = at::zeros({ 1 });
    DOCTEST_CHECK_THROWS_AS(EmotionHead { unknown }, ModelError);
}

DOCTEST_TEST_CASE("dropout acts only when asked for")
{
    const EmotionHead head(multitaskWeights());
    const Input input;
    const auto key = at::zeros({ 1 });
    at::manual_seed(1);
    const auto dropped = head.forward(
        input.embedding, input.root, input.quality, key, { .chords = 0.1, .hidden = 0.5 });
    const auto plain = head.forward(input.embedding, input.root, input.quality, key);
    const auto again = head.forward(input.embedding, input.root, input.quality, key);
    DOCTEST_CHECK(at::equal(plain.emotion, again.emotion));
    DOCTEST_CHECK_FALSE(at::equal(plain.emotion, dropped.emotion));
}
