#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace circumplex {

/// What several raters said of several things: songs, or moments of one song. Nobody need have
/// rated everything.
class RatingMatrix {
public:
    static constexpr double kNotRated = std::numeric_limits<double>::quiet_NaN();

    RatingMatrix() = default;
    RatingMatrix(std::size_t subjectCount, std::size_t raterCount)
        : m_subjectCount(subjectCount)
        , m_raterCount(raterCount)
        , m_values(subjectCount * raterCount, kNotRated)
    {
    }

    std::size_t subjectCount() const { return m_subjectCount; }
    std::size_t raterCount() const { return m_raterCount; }

    /// NaN: not rated.
    double& at(std::size_t subject, std::size_t rater)
    {
        return m_values[subject * m_raterCount + rater];
    }
    double at(std::size_t subject, std::size_t rater) const
    {
        return m_values[subject * m_raterCount + rater];
    }
    bool isRated(std::size_t subject, std::size_t rater) const
    {
        return std::isfinite(at(subject, rater));
    }

private:
    std::size_t m_subjectCount = 0, m_raterCount = 0;
    std::vector<double> m_values; ///< [subject, rater]
};

/// The part of a matrix without gaps that keeps the most ratings: raters are taken in, those with
/// the most ratings first, for as long as (subjects that all of them rated) times raters does not
/// fall. For statistics that cannot do with gaps. May be empty.
RatingMatrix completePart(const RatingMatrix& ratings);

/// The same part with each rater's values brought to mean 0 and deviation 1 (all 0 for a rater who
/// always says the same): what is left of ratings that have no unit in common.
RatingMatrix standardisedPart(const RatingMatrix& ratings);

} // namespace circumplex
