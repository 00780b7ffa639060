#pragma once

#include <limits>

namespace circumplex {

/// Ends a training whose validation loss no longer falls, as PyTorch Lightning's EarlyStopping does
/// (mode "min"): an epoch is better if its loss lies more than `leastGain` below the best so far;
/// after `patience` epochs in a row that were not, it is over.
class EarlyStopping {
public:
    EarlyStopping(int patience, double leastGain)
        : m_patience(patience)
        , m_leastGain(leastGain)
    {
    }

    /// @return whether the epoch was better than all before
    bool isBetter(double loss)
    {
        const bool better = loss < m_best - m_leastGain;
        m_waited = better ? 0 : m_waited + 1;
        if (better) m_best = loss;
        return better;
    }

    bool isOver() const { return m_waited >= m_patience; }

    double best() const { return m_best; }
    int waited() const { return m_waited; }

    /// Goes on where another one stood.
    void restore(double best, int waited)
    {
        m_best = best;
        m_waited = waited;
    }

private:
    int m_patience;
    double m_leastGain;
    double m_best = std::numeric_limits<double>::infinity();
    int m_waited = 0;
};

} // namespace circumplex
