#include "core/agreement/reliability.h"

#include <map>
#include <vector>

namespace circumplex {

namespace {

constexpr std::size_t kLeastSubjects = 3;

Reliability none(std::size_t subjects, std::size_t raters, std::string reason)
{
    return { .value = std::nullopt,
        .reason = std::move(reason),
        .subjectCount = subjects,
        .raterCount = raters };
}

/// Why a matrix without gaps is too small, if it is.
std::optional<Reliability> tooSmall(const RatingMatrix& ratings)
{
    const auto subjects = ratings.subjectCount(), raters = ratings.raterCount();
    if (raters < 2) return none(subjects, raters, "there is only one rater");
    if (subjects < kLeastSubjects)
        return none(subjects, raters,
            "the raters have " + std::to_string(subjects) + " in common; at least 3 are needed");
    return std::nullopt;
}

/// Mean squares of the two-way layout.
struct MeanSquares {
    double subjects = 0.0, raters = 0.0, residual = 0.0;
};

MeanSquares meanSquares(const RatingMatrix& ratings)
{
    const auto n = ratings.subjectCount(), k = ratings.raterCount();
    std::vector<double> ofSubject(n), ofRater(k);
    double all = 0.0;
    for (std::size_t s = 0; s < n; ++s)
        for (std::size_t r = 0; r < k; ++r) {
            const double value = ratings.at(s, r);
            ofSubject[s] += value / static_cast<double>(k);
            ofRater[r] += value / static_cast<double>(n);
            all += value / static_cast<double>(n * k);
        }
    MeanSquares squares;
    for (const double mean : ofSubject)
        squares.subjects += static_cast<double>(k) * (mean - all) * (mean - all);
    for (const double mean : ofRater)
        squares.raters += static_cast<double>(n) * (mean - all) * (mean - all);
    for (std::size_t s = 0; s < n; ++s)
        for (std::size_t r = 0; r < k; ++r) {
            const double rest = ratings.at(s, r) - ofSubject[s] - ofRater[r] + all;
            squares.residual += rest * rest;
        }
    squares.subjects /= static_cast<double>(n - 1);
    squares.raters /= static_cast<double>(k - 1);
    squares.residual /= static_cast<double>((n - 1) * (k - 1));
    return squares;
}

constexpr double kNoVariance = 1e-12;
constexpr const char* kConstant = "all ratings are the same, so there is nothing to agree about";

} // namespace

Reliability intraclassCorrelation(const RatingMatrix& ratings, IccForm form)
{
    const RatingMatrix part = completePart(ratings);
    if (auto small = tooSmall(part)) return *std::move(small);
    const auto n = static_cast<double>(part.subjectCount());
    const auto k = static_cast<double>(part.raterCount());
    const MeanSquares squares = meanSquares(part);
    const double between = squares.subjects - squares.residual;
    const double shift = (squares.raters - squares.residual) / n;
    const double spread = form == IccForm::Single
        ? squares.subjects + (k - 1.0) * squares.residual + k * shift
        : squares.subjects + shift;
    if (!(spread > kNoVariance)) return none(part.subjectCount(), part.raterCount(), kConstant);
    return { .value = between / spread,
        .reason = {},
        .subjectCount = part.subjectCount(),
        .raterCount = part.raterCount() };
}

Reliability cronbachAlpha(const RatingMatrix& ratings)
{
    const RatingMatrix part = completePart(ratings);
    if (auto small = tooSmall(part)) return *std::move(small);
    // alpha equals (BMS - EMS) / BMS of the two-way layout
    const MeanSquares squares = meanSquares(part);
    if (!(squares.subjects > kNoVariance))
        return none(part.subjectCount(), part.raterCount(),
            "the raters' sums are the same for all, so there is nothing to tell apart");
    return { .value = (squares.subjects - squares.residual) / squares.subjects,
        .reason = {},
        .subjectCount = part.subjectCount(),
        .raterCount = part.raterCount() };
}

Reliability krippendorffAlpha(const RatingMatrix& ratings, AlphaMetric metric)
{
    // Sums over pairs of values, by how often each value occurs: within subjects (observed) and
    // among all ratings that can be paired (expected).
    const auto pairSum = [metric](const std::map<double, double>& counts) {
        double total = 0.0, sum = 0.0, squares = 0.0, equal = 0.0;
        for (const auto& [value, count] : counts) {
            total += count;
            sum += count * value;
            squares += count * value * value;
            equal += count * count;
        }
        // ordered pairs of different ratings; the sum of (a - b)^2 is 2 (n sum a^2 - (sum a)^2)
        return metric == AlphaMetric::Nominal ? total * total - equal
                                              : 2.0 * (total * squares - sum * sum);
    };
    std::map<double, double> all;
    std::vector<bool> takesPart(ratings.raterCount());
    std::size_t subjects = 0;
    double paired = 0.0, observed = 0.0;
    // differences do not change when all values are shifted; small ones keep their digits
    double origin = RatingMatrix::kNotRated;
    for (std::size_t s = 0; s < ratings.subjectCount(); ++s) {
        std::map<double, double> here;
        double count = 0.0;
        for (std::size_t r = 0; r < ratings.raterCount(); ++r) {
            if (!ratings.isRated(s, r)) continue;
            if (std::isnan(origin)) origin = ratings.at(s, r);
            here[ratings.at(s, r) - origin] += 1.0;
            count += 1.0;
        }
        if (count < 2.0) continue;
        ++subjects;
        paired += count;
        observed += pairSum(here) / (count - 1.0);
        for (const auto& [value, times] : here)
            all[value] += times;
        for (std::size_t r = 0; r < ratings.raterCount(); ++r)
            if (ratings.isRated(s, r)) takesPart[r] = true;
    }
    std::size_t raters = 0;
    for (const bool takes : takesPart)
        raters += takes ? 1 : 0;
    if (subjects == 0) return none(0, ratings.raterCount(), "nothing was rated by two raters");
    const double expected = pairSum(all) / (paired - 1.0);
    if (!(expected > kNoVariance)) return none(subjects, raters, kConstant);
    return { .value = 1.0 - observed / expected,
        .reason = {},
        .subjectCount = subjects,
        .raterCount = raters };
}

Reliability concordanceOfPair(std::span<const double> first, std::span<const double> second)
{
    double count = 0.0, meanFirst = 0.0, meanSecond = 0.0;
    const auto bothRated
        = [&](std::size_t i) { return std::isfinite(first[i]) && std::isfinite(second[i]); };
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (!bothRated(i)) continue;
        count += 1.0;
        meanFirst += (first[i] - meanFirst) / count;
        meanSecond += (second[i] - meanSecond) / count;
    }
    const auto subjects = static_cast<std::size_t>(count);
    if (subjects < kLeastSubjects)
        return none(subjects, 2,
            "the two have " + std::to_string(subjects) + " in common; at least 3 are needed");
    double varianceFirst = 0.0, varianceSecond = 0.0, covariance = 0.0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (!bothRated(i)) continue;
        const double a = first[i] - meanFirst, b = second[i] - meanSecond;
        varianceFirst += a * a / count;
        varianceSecond += b * b / count;
        covariance += a * b / count;
    }
    const double shift = meanFirst - meanSecond;
    const double spread = varianceFirst + varianceSecond + shift * shift;
    if (!(varianceFirst + varianceSecond > kNoVariance)) return none(subjects, 2, kConstant);
    return {
        .value = 2.0 * covariance / spread, .reason = {}, .subjectCount = subjects, .raterCount = 2
    };
}

Reliability meanConcordance(const RatingMatrix& ratings)
{
    const auto column = [&](std::size_t rater) {
        std::vector<double> values;
        for (std::size_t s = 0; s < ratings.subjectCount(); ++s)
            values.push_back(ratings.at(s, rater));
        return values;
    };
    if (ratings.raterCount() < 2)
        return none(ratings.subjectCount(), ratings.raterCount(), "there is only one rater");
    double sum = 0.0;
    std::size_t pairs = 0;
    std::string reason;
    for (std::size_t a = 0; a < ratings.raterCount(); ++a)
        for (std::size_t b = a + 1; b < ratings.raterCount(); ++b) {
            const auto pair = concordanceOfPair(column(a), column(b));
            if (!pair.value) {
                reason = pair.reason;
                continue;
            }
            sum += *pair.value;
            ++pairs;
        }
    if (pairs == 0)
        return none(
            ratings.subjectCount(), ratings.raterCount(), "of no pair of raters: " + reason);
    return { .value = sum / static_cast<double>(pairs),
        .reason = {},
        .subjectCount = ratings.subjectCount(),
        .raterCount = ratings.raterCount() };
}

} // namespace circumplex
