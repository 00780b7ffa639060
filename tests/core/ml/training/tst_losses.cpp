#include "core/ml/training/losses.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace circumplex;
using doctest::Approx;

namespace {

/// offset + scale * r of the named generator.
at::Tensor generated(
    const std::string& name, const std::vector<std::int64_t>& shape, double scale, double offset)
{
    auto tensor = at::empty(shape, at::kFloat);
    const auto values = test::generate(name, static_cast<std::size_t>(tensor.numel()));
    std::copy(values.begin(), values.end(), tensor.mutable_data_ptr<float>());
    return tensor * scale + offset;
}

// the golden numbers are float32 sums of another order
Approx golden(const nlohmann::json& value)
{
    return Approx(value.get<double>()).epsilon(3e-6);
}

double value(const at::Tensor& loss)
{
    return loss.item<double>();
}

} // namespace

DOCTEST_TEST_CASE("the published losses have the published program's values")
{
    const auto expected = test::golden("golden_loss.json");
    const auto logits = generated("logits", { 4, 56 }, 3.0, 0.0);
    const auto labels = (generated("labels", { 4, 56 }, 1.0, 0.0) > 0.8).to(at::kFloat);
    const auto teacher = generated("teacher", { 4, 56 }, 2.0, 0.0);
    const auto predicted = generated("va", { 4, 2 }, 2.0, 5.0);
    const auto teacherEmotion = generated("tva", { 4, 2 }, 2.0, 5.0);
    const auto truth = generated("yva", { 4, 2 }, 2.0, 5.0);
    DOCTEST_REQUIRE(labels.sum().item<int>() == expected["n_positive_labels"].get<int>());

    const auto tags = classWeightedEntropy(logits, labels, at::ones({ 4, 56 }));
    const auto tagDistillation = distillationLoss(logits, teacher, 1.0);
    const auto emotion = weightedSquaredError(predicted, truth, at::ones({ 4, 2 }));
    const auto emotionDistillation = distillationLoss(predicted, teacherEmotion, 1.0);
    DOCTEST_CHECK(value(tags) == golden(expected["bce_weighted_mean"]));
    DOCTEST_CHECK(value(tagDistillation) == golden(expected["kd_mood_batchmean_T1"]));
    DOCTEST_CHECK(value(emotion) == golden(expected["mse_va"]));
    DOCTEST_CHECK(value(emotionDistillation) == golden(expected["kd_va_batchmean_T1"]));
    DOCTEST_CHECK(
        value(0.8 * tagDistillation + 0.2 * tags) == golden(expected["total_jamendo_kd"]));
    DOCTEST_CHECK(value(0.8 * emotionDistillation + 0.2 * emotion)
        == golden(expected["total_va_dataset_kd"]));
}

DOCTEST_TEST_CASE("losses computed by hand")
{
    const auto one = at::ones({ 1, 1 });
    const auto zero = at::zeros({ 1, 1 });
    DOCTEST_CHECK(value(weightedEntropy(zero, one * 0.3, one)) == Approx(std::log(2.0)));
    DOCTEST_CHECK(value(weightedEntropy(one, one * 0.25, one))
        == Approx(0.25 * std::log1p(std::exp(-1.0)) + 0.75 * std::log1p(std::exp(1.0))));
    DOCTEST_CHECK(
        value(weightedSideLoss(one * 6, one * 7, one, 5.0)) == Approx(std::log1p(std::exp(-1.0))));
    DOCTEST_CHECK(
        value(weightedSideLoss(one * 6, one * 3, one, 5.0)) == Approx(std::log1p(std::exp(1.0))));
    // errors 1 and 3 with weights 3 and 1: (3 * 1 + 1 * 9) / 4
    const auto weight = at::tensor({ 3.0F, 1.0F }).reshape({ 2, 1 });
    DOCTEST_CHECK(value(weightedSquaredError(
                      at::tensor({ 1.0F, 3.0F }).reshape({ 2, 1 }), at::zeros({ 2, 1 }), weight))
        == Approx(3.0));
    // as in the test of concordance(): 1 - 2.5 / 3.5
    const auto truth = at::tensor({ 1.0F, 2.0F, 3.0F, 4.0F }).reshape({ 4, 1 });
    DOCTEST_CHECK(
        value(concordanceLoss(truth + 1, truth, at::ones({ 4, 1 }))) == Approx(1.0 / 3.5));
    DOCTEST_CHECK(value(distillationLoss(truth, truth, 2.0)) == Approx(0.0));
}

DOCTEST_TEST_CASE("what has no weight changes neither loss nor gradient")
{
    using Loss = at::Tensor (*)(const at::Tensor&, const at::Tensor&, const at::Tensor&);
    const std::initializer_list<Loss> losses { classWeightedEntropy, weightedEntropy,
        weightedSquaredError, concordanceLoss,
        [](const at::Tensor& predicted, const at::Tensor& target, const at::Tensor& weight) {
            return weightedSideLoss(predicted, target, weight, 0.5);
        } };
    const auto target = generated("target", { 6, 56 }, 0.4, 0.5);
    auto weight = at::ones({ 6, 56 });
    weight.narrow(0, 4, 2).zero_();
    for (const auto loss : losses) {
        const auto predicted = generated("predicted", { 6, 56 }, 1.0, 0.0).requires_grad_();
        const auto full = loss(predicted, target, weight);
        full.backward();
        auto changed = predicted.detach().clone();
        changed.narrow(0, 4, 2).fill_(1.0F);
        auto wild = target.clone();
        wild.narrow(0, 4, 2).fill_(std::numeric_limits<float>::quiet_NaN());
        DOCTEST_CHECK(value(loss(changed, wild, weight)) == Approx(value(full)));
        DOCTEST_CHECK(predicted.grad().narrow(0, 4, 2).abs().max().item<float>() == 0.0F);
        DOCTEST_CHECK(predicted.grad().narrow(0, 0, 4).abs().max().item<float>() > 0.0F);
        DOCTEST_CHECK(value(loss(predicted, wild, at::zeros({ 6, 56 }))) == 0.0);
    }
}

DOCTEST_TEST_CASE("an output without weight does not enter the concordance loss")
{
    const auto predicted = generated("predicted", { 8, 2 }, 1.0, 0.0);
    const auto target = generated("target", { 8, 2 }, 1.0, 0.0);
    auto weight = at::ones({ 8, 2 });
    weight.select(1, 1).zero_();
    DOCTEST_CHECK(value(concordanceLoss(predicted, target, weight))
        == Approx(value(concordanceLoss(
            predicted.narrow(1, 0, 1), target.narrow(1, 0, 1), at::ones({ 8, 1 })))));
}
