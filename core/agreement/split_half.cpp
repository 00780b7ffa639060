#include "core/agreement/split_half.h"

#include <numeric>
#include <random>
#include <vector>

namespace circumplex {

namespace {

constexpr std::size_t kLeastSubjects = 3;

std::optional<double> correlation(const std::vector<double>& x, const std::vector<double>& y)
{
    const auto n = static_cast<double>(x.size());
    const double meanX = std::accumulate(x.begin(), x.end(), 0.0) / n;
    const double meanY = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double xx = 0.0, yy = 0.0, xy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
        xy += (x[i] - meanX) * (y[i] - meanY);
    }
    if (!(xx > 0.0 && yy > 0.0)) return std::nullopt;
    return xy / std::sqrt(xx * yy);
}

/// Mean rating of one subject by the raters of one half; NaN: none of them rated it.
double halfMean(const RatingMatrix& ratings, std::size_t subject,
    const std::vector<std::size_t>& order, std::size_t begin, std::size_t end)
{
    double sum = 0.0, count = 0.0;
    for (auto i = begin; i < end; ++i)
        if (ratings.isRated(subject, order[i])) {
            sum += ratings.at(subject, order[i]);
            count += 1.0;
        }
    return sum / count;
}

} // namespace

Reliability splitHalfReliability(const RatingMatrix& ratings, int splitCount, std::uint64_t seed)
{
    Reliability found { .value = std::nullopt,
        .reason = {},
        .subjectCount = ratings.subjectCount(),
        .raterCount = ratings.raterCount() };
    if (ratings.raterCount() < 2) {
        found.reason = "there is only one rater";
        return found;
    }
    std::vector<std::size_t> order(ratings.raterCount());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::mt19937_64 random(seed);
    double sum = 0.0, count = 0.0;
    std::size_t mostSubjects = 0;
    for (int split = 0; split < splitCount; ++split) {
        // std::shuffle differs between standard libraries
        for (std::size_t i = order.size() - 1; i > 0; --i)
            std::swap(order[i], order[random() % (i + 1)]);
        std::vector<double> first, second;
        for (std::size_t s = 0; s < ratings.subjectCount(); ++s) {
            const double one = halfMean(ratings, s, order, 0, order.size() / 2);
            const double other = halfMean(ratings, s, order, order.size() / 2, order.size());
            if (!std::isfinite(one) || !std::isfinite(other)) continue;
            first.push_back(one);
            second.push_back(other);
        }
        mostSubjects = std::max(mostSubjects, first.size());
        if (first.size() < kLeastSubjects) continue;
        if (const auto r = correlation(first, second)) {
            sum += *r;
            count += 1.0;
        }
    }
    if (count == 0.0) {
        found.reason = mostSubjects < kLeastSubjects
            ? "two halves of the raters have fewer than 3 in common"
            : "all ratings of a half are the same, so there is nothing to agree about";
        return found;
    }
    const double r = sum / count;
    if (!(r > -1.0)) {
        found.reason = "the halves contradict each other entirely";
        return found;
    }
    found.value = 2.0 * r / (1.0 + r);
    return found;
}

} // namespace circumplex
