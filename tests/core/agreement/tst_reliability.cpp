#include "core/agreement/human_ceiling.h"
#include "core/agreement/reliability.h"
#include "core/agreement/split_half.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <random>
#include <vector>

using namespace circumplex;
using doctest::Approx;

namespace {

constexpr double kGap = RatingMatrix::kNotRated;

/// One row per rater, as papers print such tables.
RatingMatrix ofRaters(const std::vector<std::vector<double>>& raters)
{
    RatingMatrix matrix(raters.front().size(), raters.size());
    for (std::size_t r = 0; r < raters.size(); ++r)
        for (std::size_t s = 0; s < raters[r].size(); ++s)
            matrix.at(s, r) = raters[r][s];
    return matrix;
}

/// Shrout and Fleiss 1979, table 2: six targets, four judges.
RatingMatrix shroutFleiss()
{
    return ofRaters({ { 9, 6, 8, 7, 10, 6 }, { 2, 1, 4, 1, 5, 2 }, { 5, 3, 6, 2, 6, 4 },
        { 8, 2, 8, 6, 9, 7 } });
}

/// Krippendorff 2011, section C: four observers, twelve units, gaps.
RatingMatrix krippendorff()
{
    return ofRaters({ { 1, 2, 3, 3, 2, 1, 4, 1, 2, kGap, kGap, kGap },
        { 1, 2, 3, 3, 2, 2, 4, 1, 2, 5, kGap, 3 }, { kGap, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, kGap },
        { 1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, kGap } });
}

/// Raters who hear the truth, each with noise.
RatingMatrix noisy(std::size_t subjects, std::size_t raters, double noise)
{
    std::mt19937 random(5);
    std::normal_distribution<double> normal;
    RatingMatrix matrix(subjects, raters);
    for (std::size_t s = 0; s < subjects; ++s) {
        const double truth = normal(random);
        for (std::size_t r = 0; r < raters; ++r)
            matrix.at(s, r) = 5.0 + truth + noise * normal(random);
    }
    return matrix;
}

} // namespace

DOCTEST_TEST_CASE("intraclass correlations are those of Shrout and Fleiss")
{
    const auto single = intraclassCorrelation(shroutFleiss(), IccForm::Single);
    const auto average = intraclassCorrelation(shroutFleiss(), IccForm::Average);
    DOCTEST_REQUIRE((single.value && average.value));
    DOCTEST_CHECK(*single.value == Approx(0.29).epsilon(0.005 / 0.29)); // printed with two digits
    DOCTEST_CHECK(*average.value == Approx(0.62).epsilon(0.005 / 0.62));
    // Spearman-Brown leads from one to the other
    DOCTEST_CHECK(*average.value == Approx(4 * *single.value / (1 + 3 * *single.value)));
    DOCTEST_CHECK(single.subjectCount == 6);
    DOCTEST_CHECK(single.raterCount == 4);
}

DOCTEST_TEST_CASE("Cronbach's alpha is ICC(3,k), and follows its own formula")
{
    const auto found = cronbachAlpha(shroutFleiss());
    DOCTEST_REQUIRE(found.value.has_value());
    DOCTEST_CHECK(*found.value == Approx(0.91).epsilon(0.005 / 0.91));
    // items 1 2 3 4 5 and 2 2 3 5 5: variances 2.5 and 2.3, of the sums 9.3; 2 (1 - 4.8 / 9.3)
    const auto two = cronbachAlpha(ofRaters({ { 1, 2, 3, 4, 5 }, { 2, 2, 3, 5, 5 } }));
    DOCTEST_REQUIRE(two.value.has_value());
    DOCTEST_CHECK(*two.value == Approx(2.0 * (1.0 - 4.8 / 9.3)));
    // one who always gives one more agrees in consistency, not absolutely
    const auto shifted = ofRaters({ { 1, 3, 2, 4 }, { 2, 4, 3, 5 } });
    DOCTEST_CHECK(*cronbachAlpha(shifted).value == Approx(1.0));
    DOCTEST_CHECK(*intraclassCorrelation(shifted, IccForm::Average).value < 0.95);
}

DOCTEST_TEST_CASE("Krippendorff's alphas are those of his example")
{
    const auto nominal = krippendorffAlpha(krippendorff(), AlphaMetric::Nominal);
    const auto interval = krippendorffAlpha(krippendorff(), AlphaMetric::Interval);
    DOCTEST_REQUIRE((nominal.value && interval.value));
    DOCTEST_CHECK(*nominal.value == Approx(0.743).epsilon(0.0007));
    DOCTEST_CHECK(*interval.value == Approx(0.849).epsilon(0.0007));
    DOCTEST_CHECK(nominal.subjectCount == 11); // the last unit has one value
    DOCTEST_CHECK(nominal.raterCount == 4);
    // section A: two observers, ten binary values, alpha .095
    const auto binary = krippendorffAlpha(
        ofRaters({ { 0, 1, 0, 0, 0, 0, 0, 0, 1, 0 }, { 1, 1, 1, 0, 0, 1, 0, 0, 0, 0 } }),
        AlphaMetric::Nominal);
    DOCTEST_CHECK(*binary.value == Approx(0.095).epsilon(0.005));
}

DOCTEST_TEST_CASE("alpha does not lose digits far from zero")
{
    auto far = krippendorff();
    for (std::size_t s = 0; s < far.subjectCount(); ++s)
        for (std::size_t r = 0; r < far.raterCount(); ++r)
            far.at(s, r) += 1e7;
    DOCTEST_CHECK(*krippendorffAlpha(far, AlphaMetric::Interval).value
        == Approx(*krippendorffAlpha(krippendorff(), AlphaMetric::Interval).value).epsilon(1e-9));
}

DOCTEST_TEST_CASE("concordance of two is Lin's, over what both rated")
{
    const std::vector<double> first { 1, 2, 3, 4, kGap }, second { 2, 3, 4, 5, 9 };
    const auto found = concordanceOfPair(first, second);
    DOCTEST_CHECK(*found.value == Approx(2.5 / 3.5)); // variances and covariance 1.25, shift 1
    DOCTEST_CHECK(found.subjectCount == 4);
    DOCTEST_CHECK(*meanConcordance(ofRaters({ first, second })).value == Approx(2.5 / 3.5));
}

DOCTEST_TEST_CASE("gaps are left out where a statistic cannot have them")
{
    auto gappy = shroutFleiss();
    RatingMatrix more(8, 5); // two more targets and a rater who rated one
    for (std::size_t s = 0; s < 6; ++s)
        for (std::size_t r = 0; r < 4; ++r)
            more.at(s, r) = gappy.at(s, r);
    more.at(6, 0) = 3;
    more.at(7, 1) = 3;
    more.at(0, 4) = 3;
    const auto found = intraclassCorrelation(more, IccForm::Single);
    DOCTEST_CHECK(*found.value == Approx(*intraclassCorrelation(gappy, IccForm::Single).value));
    DOCTEST_CHECK(found.subjectCount == 6);
    DOCTEST_CHECK(found.raterCount == 4);
}

DOCTEST_TEST_CASE("split halves find the reliability of the mean that the noise implies")
{
    // 8 raters with noise variance 4 around variance 1: 1 / (1 + 4 / 8)
    const auto found = splitHalfReliability(noisy(400, 8, 2.0));
    DOCTEST_REQUIRE(found.value.has_value());
    DOCTEST_CHECK(*found.value == Approx(1.0 / 1.5).epsilon(0.1));
    const auto icc = intraclassCorrelation(noisy(400, 8, 2.0), IccForm::Average);
    DOCTEST_CHECK(*found.value == Approx(*icc.value).epsilon(0.02));
    DOCTEST_CHECK(*splitHalfReliability(noisy(400, 8, 2.0)).value == *found.value);
    // two raters: the correlation is always the same one, here 0.8; 2 * 0.8 / 1.8
    const auto two = splitHalfReliability(ofRaters({ { 1, 2, 3, 4 }, { 1, 3, 2, 4 } }));
    DOCTEST_CHECK(*two.value == Approx(1.6 / 1.8));
}

DOCTEST_TEST_CASE("the ceiling is what one rater knows of the others")
{
    // rater against the mean of the 7 others: truth 1, own noise 1, others' noise 1/7
    const auto ceiling = leaveOneOutCeiling(noisy(4000, 8, 1.0));
    DOCTEST_REQUIRE(ceiling.concordance.has_value());
    DOCTEST_CHECK(*ceiling.concordance == Approx(2.0 / (2.0 + 8.0 / 7.0)).epsilon(0.03));
    DOCTEST_CHECK(
        *ceiling.r2 == Approx(1.0 - (1.0 + 1.0 / 7) / (1.0 + 1.0 / 7)).scale(1).epsilon(0.05));
    DOCTEST_CHECK(ceiling.raterCount == 8);
    const auto same = leaveOneOutCeiling(ofRaters({ { 1, 5, 9 }, { 1, 5, 9 } }));
    DOCTEST_CHECK(*same.concordance == Approx(1.0));
    DOCTEST_CHECK(*same.r2 == Approx(1.0));
}

DOCTEST_TEST_CASE("a person's two sittings are a ceiling of their own")
{
    const auto again = retestCeiling(
        ofRaters({ { 2, 4, 6, 8, 5 }, { 2, 4, 6, 8, kGap }, { 3, 5, 7, 9, kGap } }));
    DOCTEST_REQUIRE(again.concordance.has_value());
    DOCTEST_CHECK(*again.concordance == Approx(10.0 / 11.0)); // variances 5, shift 1
    DOCTEST_CHECK(again.ratingCount == 4);
    DOCTEST_CHECK_FALSE(retestCeiling(ofRaters({ { 1, 2, 3 } })).concordance.has_value());
}

DOCTEST_TEST_CASE("what cannot be computed says why")
{
    const auto one = ofRaters({ { 1, 2, 3, 4 } });
    const auto constant = ofRaters({ { 5, 5, 5, 5 }, { 5, 5, 5, 5 } });
    const auto apart = ofRaters({ { 1, 2, 3, kGap, kGap }, { kGap, kGap, kGap, 4, 5 } });
    const auto expectNone = [](const Reliability& found, const char* reason) {
        DOCTEST_CHECK_FALSE(found.value.has_value());
        DOCTEST_CHECK(found.reason.find(reason) != std::string::npos);
    };
    for (const auto& found : { intraclassCorrelation(one, IccForm::Single), cronbachAlpha(one),
             splitHalfReliability(one), meanConcordance(one) })
        expectNone(found, "only one rater");
    expectNone(krippendorffAlpha(one, AlphaMetric::Interval), "nothing was rated by two");
    for (const auto& found : { intraclassCorrelation(constant, IccForm::Average),
             krippendorffAlpha(constant, AlphaMetric::Interval),
             krippendorffAlpha(constant, AlphaMetric::Nominal), meanConcordance(constant) })
        expectNone(found, "the same");
    expectNone(cronbachAlpha(constant), "nothing to tell apart");
    expectNone(splitHalfReliability(constant), "nothing to agree about");
    expectNone(intraclassCorrelation(apart, IccForm::Single), "only one rater");
    expectNone(krippendorffAlpha(apart, AlphaMetric::Nominal), "nothing was rated by two");
    expectNone(splitHalfReliability(apart), "fewer than 3 in common");
    expectNone(intraclassCorrelation(RatingMatrix(), IccForm::Single), "only one rater");
    DOCTEST_CHECK(leaveOneOutCeiling(one).reason.find("only one rater") != std::string::npos);
    DOCTEST_CHECK_FALSE(leaveOneOutCeiling(constant).concordance.has_value());
}
