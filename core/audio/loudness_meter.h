#pragma once

#include <memory>
#include <optional>
#include <span>

namespace circumplex {

/// Integrated loudness of one channel of sound (ITU-R BS.1770-4, EBU R128, gated).
class LoudnessMeter {
public:
    /// @throws std::invalid_argument  impossible rate
    explicit LoudnessMeter(int sampleRateHz);
    ~LoudnessMeter();

    void push(std::span<const float> mono);

    /// nullopt: silent throughout, or shorter than one gating block (400 ms)
    std::optional<double> integratedLufs() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace circumplex
