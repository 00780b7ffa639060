#pragma once

#include <cstddef>

/// Correlations of one-channel signals with many kernels, of which only the largest output is kept,
/// by Fourier transforms of 96 points. MusiCNN's first layers are of this kind: direct evaluation
/// takes 16 times the multiplications.
///
/// Two real signals travel as real and imaginary part of one complex signal: a real kernel acts on
/// both alike. Kernels come in groups of 16 output channels, one per SIMD lane. The routines exist
/// for several instruction sets; the processor's best one is taken. No allocation, no locks: any
/// number of threads may call them at once. All pointers are aligned to 64 bytes.
namespace circumplex::spectral {

inline constexpr std::ptrdiff_t kPoints = 96; ///< of one transform
inline constexpr std::ptrdiff_t kLanes = 16; ///< signals, or output channels, that go side by side
inline constexpr std::ptrdiff_t kSpectrumFloats = 2 * kPoints; ///< [bin][real, imaginary]
inline constexpr std::ptrdiff_t kBlockFloats = kSpectrumFloats * kLanes;

/// Floats of the weights of one kernel group with `taps` sections: [bin 0..47][tap][2][lane], the
/// conjugate spectrum over 96. Bins 1..47 are complex; the place of bin 0 holds the two real
/// values of bins 0 and 48.
constexpr std::ptrdiff_t weightFloats(std::ptrdiff_t taps)
{
    return kPoints / 2 * taps * 2 * kLanes;
}

/// Discrete Fourier transform, unscaled, of 16 complex signals.
/// @param signals  [point][real, imaginary][lane]
/// @param spectra  [bin][real, imaginary][lane], out
void transform(const float* signals, float* spectra);

/// Sections of one sum of correlations: tap s multiplies the spectrum s * stride floats further on.
struct Taps {
    const float* weights = nullptr; ///< one kernel group
    std::ptrdiff_t count = 0;
    std::ptrdiff_t stride = 0;
};

/// For pairs i of signals: the maximum over the first outputs of the correlation.
/// @param spectra    of pair 0, tap 0; that of pair i begins i * 2 * kSpectrumFloats further on
/// @param pairCount  even
/// @param positions  outputs that count: 59 or 30
/// @param out        [2 * pair + (real, imaginary)][lane]
void maximumOverPositions(const float* spectra, std::ptrdiff_t pairCount, const Taps& taps,
    std::ptrdiff_t positions, float* out);

inline constexpr std::ptrdiff_t kKeptOutputs = 64;

/// For each of the first 64 outputs: the maximum over all signals of all pairs.
/// @param spectra    of pair 0, tap 0; that of pair i begins i * kSpectrumFloats further on
/// @param pairCount  even
/// @param out        [kKeptOutputs][lane]
void maximumOverSignals(
    const float* spectra, std::ptrdiff_t pairCount, const Taps& taps, float* out);

} // namespace circumplex::spectral
