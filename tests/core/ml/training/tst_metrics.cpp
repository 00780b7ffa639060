#include "core/ml/training/metrics.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace circumplex;
using doctest::Approx;

namespace {

/// 5 + 2 r of the named generator, [count], as the golden files were made.
std::vector<float> aroundFive(const std::string& name, std::size_t count)
{
    auto values = test::generate(name, count);
    for (float& value : values)
        value = 5.0F + 2.0F * value;
    return values;
}

std::vector<float> column(const std::vector<float>& rows, std::size_t index)
{
    std::vector<float> values;
    for (std::size_t i = index; i < rows.size(); i += 2)
        values.push_back(rows[i]);
    return values;
}

template <class Value> std::vector<Value> flat(const nlohmann::json& rows)
{
    std::vector<Value> values;
    for (const auto& row : rows)
        for (const auto& value : row)
            values.push_back(value.get<Value>());
    return values;
}

// the golden numbers are float32 results printed with nine digits
Approx golden(double value)
{
    return Approx(value).epsilon(2e-6);
}

} // namespace

DOCTEST_TEST_CASE("ranking scores of tied predictions equal torchmetrics'")
{
    const auto expected = test::golden("golden_metrics.json");
    const auto scores
        = rankingScores(flat<float>(expected["scores"]), flat<std::uint8_t>(expected["truth"]), 4);
    for (std::size_t c = 0; c < 4; ++c) {
        DOCTEST_CHECK(
            scores.averagePrecision[c] == golden(std::abs(expected["ap"][c].get<double>())));
        DOCTEST_CHECK(scores.rocAuc[c] == golden(expected["auroc"][c].get<double>()));
    }
    DOCTEST_CHECK(scores.macroAveragePrecision == golden(expected["macro_ap"].get<double>()));
    DOCTEST_CHECK(scores.macroRocAuc == golden(expected["macro_auroc"].get<double>()));
}

DOCTEST_TEST_CASE("scores of valence and arousal equal torchmetrics'")
{
    const auto expected = test::golden("golden_metrics.json");
    const auto predicted = aroundFive("pv", 20);
    const auto truth = aroundFive("tvv", 20);
    const auto valence = numberScores(column(predicted, 0), column(truth, 0));
    const auto arousal = numberScores(column(predicted, 1), column(truth, 1));
    DOCTEST_CHECK(valence.count == 10);
    DOCTEST_CHECK(valence.r2 == golden(expected["r2_valence"].get<double>()));
    DOCTEST_CHECK(arousal.r2 == golden(expected["r2_arousal"].get<double>()));
    DOCTEST_CHECK((valence.r2 + arousal.r2) / 2 == golden(expected["r2_mean"].get<double>()));
    DOCTEST_CHECK(valence.rmse == golden(expected["rmse_valence"].get<double>()));
    DOCTEST_CHECK(arousal.rmse == golden(expected["rmse_arousal"].get<double>()));
    DOCTEST_CHECK(
        rootMeanSquaredError(predicted, truth) == golden(expected["rmse_all"].get<double>()));
}

DOCTEST_TEST_CASE("ranking scores computed by hand")
{
    // thresholds 0.9: 1 of 1, 0.5: 2 of 4 (a tie of one right and two wrong), 0.1: 3 of 5
    const std::vector<float> scores { 0.9F, 0.5F, 0.5F, 0.5F, 0.1F };
    const std::vector<std::uint8_t> truth { 1, 0, 1, 0, 1 };
    DOCTEST_CHECK(averagePrecision(scores, truth) == Approx((1.0 + 0.5 + 0.6) / 3));
    // pairs of a right and a wrong one: 2 won, 2 tied, 2 lost
    DOCTEST_CHECK(rocAuc(scores, truth) == Approx(0.5));
    const std::vector<std::uint8_t> best { 1, 0, 0, 0, 0 };
    DOCTEST_CHECK(averagePrecision(scores, best) == Approx(1.0));
    DOCTEST_CHECK(rocAuc(scores, best) == Approx(1.0));
    DOCTEST_CHECK(rocAuc(scores, std::vector<std::uint8_t>(5, 1)) == 0.0);
    DOCTEST_CHECK(averagePrecision(scores, std::vector<std::uint8_t>(5, 0)) == 0.0);
    DOCTEST_CHECK(rocAuc({}, {}) == 0.0);
}

DOCTEST_TEST_CASE("concordance punishes a shift that correlation does not see")
{
    const std::vector<float> truth { 1, 2, 3, 4 };
    DOCTEST_CHECK(concordance(truth, truth) == Approx(1.0));
    // variances 1.25, covariance 1.25, shift 1: 2.5 / 3.5
    DOCTEST_CHECK(concordance(std::vector<float> { 2, 3, 4, 5 }, truth) == Approx(2.5 / 3.5));
    DOCTEST_CHECK(concordance(std::vector<float> { 4, 3, 2, 1 }, truth) == Approx(-1.0));
    DOCTEST_CHECK(concordance(std::vector<float>(4, 2.5F), truth) == Approx(0.0));
}

DOCTEST_TEST_CASE("a constant truth has no coefficient of determination")
{
    const std::vector<float> constant(3, 5.0F);
    DOCTEST_CHECK(std::isnan(coefficientOfDetermination(std::vector<float> { 4, 5, 6 }, constant)));
    DOCTEST_CHECK(std::isnan(concordance(constant, constant)));
    // the mean of the truth explains nothing, whatever lies far from zero
    DOCTEST_CHECK(coefficientOfDetermination(
                      std::vector<float>(2, 1001.0F), std::vector<float> { 1000.0F, 1002.0F })
        == Approx(0.0));
}

DOCTEST_TEST_CASE("sides and quadrants are counted around the middle")
{
    const std::vector<float> predicted { 6, 6, 4, 6, 4, 4, 5.5F, 4 };
    const std::vector<float> truth { 7, 7, 3, 3, 3, 3, 3, 3 };
    DOCTEST_CHECK(quadrantAccuracy(predicted, truth, 5.0F) == Approx(0.5));
    DOCTEST_CHECK(sideAccuracy(predicted, truth, 5.0F) == Approx(6.0 / 8));
}

DOCTEST_TEST_CASE("a conformal half width is the error of its rank, with one added")
{
    std::vector<double> errors;
    for (int i = 19; i >= 1; --i)
        errors.push_back(i);
    DOCTEST_CHECK(conformalHalfWidth(errors, 0.9) == 18.0); // ceil(20 * 0.9)
    DOCTEST_CHECK(conformalHalfWidth({ 3.0 }, 0.5) == 3.0);
    DOCTEST_CHECK(conformalHalfWidth({ 1.0, 2.0 }, 0.9) == std::numeric_limits<double>::infinity());
}
