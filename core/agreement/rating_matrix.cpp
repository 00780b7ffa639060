#include "core/agreement/rating_matrix.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace circumplex {

namespace {

RatingMatrix partOf(const RatingMatrix& ratings, const std::vector<std::size_t>& subjects,
    std::vector<std::size_t> raters)
{
    std::sort(raters.begin(), raters.end());
    RatingMatrix part(subjects.size(), raters.size());
    for (std::size_t s = 0; s < subjects.size(); ++s)
        for (std::size_t r = 0; r < raters.size(); ++r)
            part.at(s, r) = ratings.at(subjects[s], raters[r]);
    return part;
}

} // namespace

RatingMatrix completePart(const RatingMatrix& ratings)
{
    std::vector<std::size_t> counts(ratings.raterCount());
    for (std::size_t s = 0; s < ratings.subjectCount(); ++s)
        for (std::size_t r = 0; r < ratings.raterCount(); ++r)
            counts[r] += ratings.isRated(s, r) ? 1 : 0;
    std::vector<std::size_t> order(ratings.raterCount());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t left, std::size_t right) { return counts[left] > counts[right]; });

    std::vector<std::size_t> subjects(ratings.subjectCount());
    std::iota(subjects.begin(), subjects.end(), std::size_t { 0 });
    std::vector<std::size_t> raters;
    for (const std::size_t next : order) {
        std::vector<std::size_t> left;
        for (const std::size_t s : subjects)
            if (ratings.isRated(s, next)) left.push_back(s);
        // a second rater is always wanted: with one there is no agreement
        const bool isWorse = left.size() * (raters.size() + 1) < subjects.size() * raters.size();
        if (raters.size() >= 2 && isWorse) break;
        if (left.empty()) break;
        subjects = std::move(left);
        raters.push_back(next);
    }
    if (raters.empty()) return {};
    return partOf(ratings, subjects, raters);
}

RatingMatrix standardisedPart(const RatingMatrix& ratings)
{
    RatingMatrix part = completePart(ratings);
    const auto count = static_cast<double>(part.subjectCount());
    for (std::size_t rater = 0; rater < part.raterCount(); ++rater) {
        double mean = 0.0, squares = 0.0;
        for (std::size_t s = 0; s < part.subjectCount(); ++s)
            mean += part.at(s, rater) / count;
        for (std::size_t s = 0; s < part.subjectCount(); ++s)
            squares += (part.at(s, rater) - mean) * (part.at(s, rater) - mean);
        const double deviation = std::sqrt(squares / count);
        for (std::size_t s = 0; s < part.subjectCount(); ++s)
            part.at(s, rater) = deviation > 0.0 ? (part.at(s, rater) - mean) / deviation : 0.0;
    }
    return part;
}

} // namespace circumplex
