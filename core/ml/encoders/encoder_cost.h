#pragma once

namespace circumplex {

struct ModelCard;

/// Floating point operations in the matrix products of a model's encoder for one second of sound,
/// in 10^9: the least time it can take is this over the machine's rate. MusiCNN's is that of
/// windows side by side (Pons and Serra 2019), as published.
double encoderGflopPerSecond(const ModelCard& card);

} // namespace circumplex
