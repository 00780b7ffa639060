#pragma once

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include <cstdint>

namespace circumplex {

/// While it lives, a device's default generator, from which dropout draws, starts at a seed;
/// afterwards it goes on as if nothing had been drawn.
class SeededDropout {
public:
    SeededDropout(const at::Device& device, std::uint64_t seed);
    ~SeededDropout();
    SeededDropout(const SeededDropout&) = delete;
    SeededDropout& operator=(const SeededDropout&) = delete;

    /// Starts at another seed.
    void reseed(std::uint64_t seed);

private:
    at::Generator m_generator;
    at::Tensor m_before;
};

} // namespace circumplex
