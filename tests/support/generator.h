#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

namespace circumplex::test {

/// The deterministic numbers behind all golden files: FNV-1a of a name seeds a 32-bit xorshift,
/// values in [-1, 1), exact in float32.
std::vector<float> generate(const std::string& name, std::size_t count);

/// A weight tensor of the golden models: generated values scaled by the rule that depends on the
/// tensor's name and rank (weight norms near 1, biases small, matrices of unit gain).
at::Tensor generatedWeight(const std::string& name, const std::vector<std::int64_t>& shape);

} // namespace circumplex::test
