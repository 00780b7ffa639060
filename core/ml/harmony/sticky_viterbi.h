#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace circumplex {

/// Most probable path through per-frame posteriors when staying in a state has one probability and
/// every change another (librosa's viterbi_discriminative with uniform priors).
///
/// Since all changes cost the same, a state is either kept or entered from the frame before's best
/// state: one bit per state and one index are all that a frame leaves in memory.
class StickyViterbi {
public:
    StickyViterbi(std::size_t stateCount, double stayProbability);

    /// The next frame. @param posteriors [state]
    void push(std::span<const float> posteriors);

    /// [frame], the state of each
    std::vector<int> path() const;

private:
    static std::size_t best(std::span<const double> scores);

    std::size_t m_stateCount;
    double m_logStay, m_logChange;
    std::vector<double> m_scores; ///< [state], logarithms, of the last frame
    std::vector<std::uint16_t> m_bestBefore; ///< [frame], best state of the frame before
    std::vector<bool> m_isEntered; ///< [frame, state], false: kept
};

} // namespace circumplex
