#pragma once

#include "core/ml/weights/weight_file.h"

#include <cstdint>
#include <map>
#include <string>

namespace circumplex {

/// Adam (Kingma and Ba 2015), in PyTorch's order of operations, over named weights. As there, a
/// weight without a gradient rests, and its bias correction counts its own steps only. The state
/// can be taken out and put back, so that an interrupted training goes on exactly as it would have.
///
/// One thread at a time.
class Adam {
public:
    struct Options {
        double learningRate = 1e-4;
        double beta1 = 0.9, beta2 = 0.999;
        double epsilon = 1e-8;
    };

    /// @param parameters  leaves that ask for gradients; shared, changed in place by step()
    Adam(WeightMap parameters, const Options& options);

    /// Moves each parameter that has a gradient, and forgets the gradients.
    void step();

    /// "first.NAME", "second.NAME", and "steps.NAME" [1], int64; on the CPU.
    WeightMap state() const;

    /// @throws ModelError  the state is of other parameters
    void restore(const WeightMap& state);

private:
    struct Moments {
        at::Tensor first, second;
        std::int64_t steps = 0;
    };

    WeightMap m_parameters;
    Options m_options;
    std::map<std::string, Moments> m_moments;
};

} // namespace circumplex
