#include "core/ml/harmony/gated_recurrent_unit.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <array>

using circumplex::GatedRecurrentUnit;
namespace test = circumplex::test;

namespace {

constexpr std::int64_t kUnits = GatedRecurrentUnit::kUnits;
constexpr std::int64_t kInputs = 20;

at::Tensor tensor(const std::string& name, at::IntArrayRef shape)
{
    auto made = at::empty(shape);
    const auto values = test::generate(name, static_cast<std::size_t>(made.numel()));
    std::copy(values.begin(), values.end(), made.mutable_data_ptr<float>());
    return made;
}

} // namespace

DOCTEST_TEST_CASE("the unit computes its formulas, in one walk or several")
{
    const auto kernel = tensor("kernel", { kInputs, 3 * kUnits }) * 0.5;
    const auto recurrent = tensor("recurrent", { kUnits, 3 * kUnits }) * 0.2;
    const auto bias = tensor("bias", { 3 * kUnits });
    const auto x = tensor("x", { 30, kInputs });
    const GatedRecurrentUnit unit(kernel, recurrent, bias);

    const auto hardSigmoid = [](const at::Tensor& v) { return (0.2 * v + 0.5).clamp(0.0, 1.0); };
    const auto w = kernel.to(at::kDouble).chunk(3, 1);
    const auto u = recurrent.to(at::kDouble).chunk(3, 1);
    const auto b = bias.to(at::kDouble).chunk(3, 0);
    auto h = at::zeros({ 1, kUnits }, at::kDouble);
    std::vector<float> expected;
    for (const auto& frame : x.to(at::kDouble).split(1)) {
        const auto z = hardSigmoid(frame.mm(w[0]) + h.mm(u[0]) + b[0]);
        const auto r = hardSigmoid(frame.mm(w[1]) + h.mm(u[1]) + b[1]);
        const auto c = at::tanh(frame.mm(w[2]) + (r * h).mm(u[2]) + b[2]);
        h = z * h + (1.0 - z) * c;
        const auto row = h.to(at::kFloat).contiguous();
        expected.insert(
            expected.end(), row.const_data_ptr<float>(), row.const_data_ptr<float>() + kUnits);
    }

    const auto products = unit.inputProducts(x);
    std::vector<float> hidden(expected.size());
    std::array<float, kUnits> state {};
    unit.walk(products, state, hidden);
    DOCTEST_CHECK(test::isClose(hidden, expected, 2e-6, "one walk"));

    std::vector<float> parts(expected.size());
    state = {};
    const std::span out(parts);
    unit.walk(products.slice(0, 0, 7), state, out.first(7 * kUnits));
    unit.walk(products.slice(0, 7), state, out.subspan(7 * kUnits));
    DOCTEST_CHECK(parts == hidden);
}
