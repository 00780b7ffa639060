#include "core/agreement/human_ceiling.h"

#include "core/agreement/reliability.h"

#include <vector>

namespace circumplex {

namespace {

constexpr std::size_t kLeastSubjects = 3;

std::optional<double> determination(
    const std::vector<double>& predicted, const std::vector<double>& truth)
{
    double mean = 0.0;
    for (const double value : truth)
        mean += value / static_cast<double>(truth.size());
    double rest = 0.0, total = 0.0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        rest += (predicted[i] - truth[i]) * (predicted[i] - truth[i]);
        total += (truth[i] - mean) * (truth[i] - mean);
    }
    if (!(total > 0.0)) return std::nullopt;
    return 1.0 - rest / total;
}

/// Means weighted by the number of ratings.
class CeilingSum {
public:
    void add(const std::vector<double>& predicted, const std::vector<double>& truth)
    {
        const auto agreement = concordanceOfPair(predicted, truth);
        const auto r2 = determination(predicted, truth);
        if (truth.size() < kLeastSubjects || !agreement.value || !r2) return;
        const auto weight = static_cast<double>(truth.size());
        m_concordance += weight * *agreement.value;
        m_r2 += weight * *r2;
        m_ceiling.ratingCount += truth.size();
        ++m_ceiling.raterCount;
    }

    HumanCeiling take(std::string otherwise)
    {
        if (m_ceiling.raterCount == 0) {
            m_ceiling.reason = std::move(otherwise);
        } else {
            m_ceiling.concordance = m_concordance / static_cast<double>(m_ceiling.ratingCount);
            m_ceiling.r2 = m_r2 / static_cast<double>(m_ceiling.ratingCount);
        }
        return std::move(m_ceiling);
    }

private:
    HumanCeiling m_ceiling;
    double m_concordance = 0.0, m_r2 = 0.0;
};

} // namespace

HumanCeiling leaveOneOutCeiling(const RatingMatrix& ratings)
{
    CeilingSum sum;
    for (std::size_t rater = 0; rater < ratings.raterCount(); ++rater) {
        std::vector<double> own, others;
        for (std::size_t s = 0; s < ratings.subjectCount(); ++s) {
            if (!ratings.isRated(s, rater)) continue;
            double mean = 0.0, count = 0.0;
            for (std::size_t r = 0; r < ratings.raterCount(); ++r)
                if (r != rater && ratings.isRated(s, r)) {
                    mean += ratings.at(s, r);
                    count += 1.0;
                }
            if (count == 0.0) continue;
            own.push_back(ratings.at(s, rater));
            others.push_back(mean / count);
        }
        sum.add(own, others);
    }
    return sum.take(ratings.raterCount() < 2
            ? "there is only one rater; rate some again after a week, or let somebody else rate"
            : "no rater shares 3 different ratings with the others");
}

HumanCeiling retestCeiling(const RatingMatrix& ratings)
{
    CeilingSum sum;
    std::vector<double> first, again;
    for (std::size_t s = 0; s < ratings.subjectCount(); ++s) {
        std::vector<double> said;
        for (std::size_t sitting = 0; sitting < ratings.raterCount(); ++sitting)
            if (ratings.isRated(s, sitting)) said.push_back(ratings.at(s, sitting));
        if (said.size() < 2) continue;
        first.push_back(said.front());
        again.push_back(said.back());
    }
    sum.add(first, again);
    return sum.take("fewer than 3 were rated twice, or always alike");
}

} // namespace circumplex
