#include "core/ml/encoders/spectral_correlation.h"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

// Everything is inlined into one function per instruction set, which the attribute `target`
// compiles for it; so no code for a newer processor can leak into functions that others call.
#define CIRCUMPLEX_INLINE inline __attribute__((always_inline))

namespace circumplex::spectral {

namespace {

// The 96 points are a 3 x 32 grid (Good 1958, no twiddle factors in between), the 32 an 8 x 4 grid
// (Cooley and Tukey 1965). Bin k stands in slot (k1 * 4 + b) * 8 + a, k = 32 k1 + 3 (b + 4 a)
// mod 96.
constexpr int kRadix3 = 3, kRadix4 = 4, kRadix8 = 8;

constexpr auto kSlotOfBin = [] {
    std::array<std::ptrdiff_t, kPoints> slots {};
    for (int k1 = 0; k1 < kRadix3; ++k1)
        for (int b = 0; b < kRadix4; ++b)
            for (int a = 0; a < kRadix8; ++a)
                slots[static_cast<std::size_t>((32 * k1 + 3 * (b + 4 * a)) % 96)]
                    = (k1 * kRadix4 + b) * kRadix8 + a;
    return slots;
}();

struct Twiddle {
    float re, im;
};

/// exp(2 pi i d b / 32), [b][d]
const auto kTwiddles = [] {
    std::array<std::array<Twiddle, kRadix8>, kRadix4> twiddles {};
    for (int b = 0; b < kRadix4; ++b)
        for (int d = 0; d < kRadix8; ++d) {
            const double angle = 2.0 * std::numbers::pi * d * b / 32.0;
            twiddles[static_cast<std::size_t>(b)][static_cast<std::size_t>(d)]
                = { static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle)) };
        }
    return twiddles;
}();

/// exp(2 pi i n / 3) for each output n
const auto kThirds = [] {
    std::array<Twiddle, kPoints> thirds {};
    for (std::size_t n = 0; n < thirds.size(); ++n) {
        constexpr float kSine = 0.86602540378443864676F;
        thirds[n]
            = n % 3 == 0 ? Twiddle { 1.0F, 0.0F } : Twiddle { -0.5F, n % 3 == 1 ? kSine : -kSine };
    }
    return thirds;
}();

template <int Lanes> struct Simd {
    typedef float Vector __attribute__((vector_size(Lanes * sizeof(float)), may_alias));
};

template <class V> CIRCUMPLEX_INLINE const V& lanes(const float* p)
{
    return *reinterpret_cast<const V*>(p);
}

template <class V> CIRCUMPLEX_INLINE V& lanes(float* p)
{
    return *reinterpret_cast<V*>(p);
}

template <class V> CIRCUMPLEX_INLINE void raise(V& maximum, const V& value)
{
    maximum = maximum > value ? maximum : value;
}

/// Inverse transform of 4 points, in place.
template <class V> CIRCUMPLEX_INLINE void inverse4(V (&re)[4], V (&im)[4])
{
    const V s0r = re[0] + re[2], s0i = im[0] + im[2], d0r = re[0] - re[2], d0i = im[0] - im[2];
    const V s1r = re[1] + re[3], s1i = im[1] + im[3], d1r = re[1] - re[3], d1i = im[1] - im[3];
    re[0] = s0r + s1r, im[0] = s0i + s1i;
    re[1] = d0r - d1i, im[1] = d0i + d1r;
    re[2] = s0r - s1r, im[2] = s0i - s1i;
    re[3] = d0r + d1i, im[3] = d0i - d1r;
}

/// Inverse transform of the 8 points of a group, times the group's twiddles, in place.
template <class V>
CIRCUMPLEX_INLINE void inverse8(V (*slots)[2], const std::array<Twiddle, kRadix8>& twiddles)
{
    constexpr float kRoot = 0.70710678118654752440F;
    V er[4], ei[4], dr[4], di[4];
    for (int j = 0; j < 4; ++j) {
        er[j] = slots[j][0] + slots[j + 4][0], ei[j] = slots[j][1] + slots[j + 4][1];
        dr[j] = slots[j][0] - slots[j + 4][0], di[j] = slots[j][1] - slots[j + 4][1];
    }
    const V r1 = dr[1] - di[1], i1 = dr[1] + di[1], r3 = dr[3] + di[3], i3 = dr[3] - di[3];
    V odr[4] = { dr[0], r1 * kRoot, -di[2], r3 * -kRoot };
    V odi[4] = { di[0], i1 * kRoot, dr[2], i3 * kRoot };
    inverse4(er, ei);
    inverse4(odr, odi);
    for (int j = 0; j < 4; ++j) {
        const Twiddle even = twiddles[static_cast<std::size_t>(2 * j)];
        const Twiddle odd = twiddles[static_cast<std::size_t>(2 * j + 1)];
        slots[2 * j][0] = er[j] * even.re - ei[j] * even.im;
        slots[2 * j][1] = er[j] * even.im + ei[j] * even.re;
        slots[2 * j + 1][0] = odr[j] * odd.re - odi[j] * odd.im;
        slots[2 * j + 1][1] = odr[j] * odd.im + odi[j] * odd.re;
    }
}

/// Inverse transform of what stands in the slots; `sink(n, re, im)` takes output n < Count.
template <int Count, class V, class Sink>
CIRCUMPLEX_INLINE void inverse96(V (*slots)[2], const Sink& sink)
{
    for (int k1 = 0; k1 < kRadix3; ++k1)
        for (int b = 0; b < kRadix4; ++b)
            inverse8(slots + (k1 * kRadix4 + b) * kRadix8, kTwiddles[static_cast<std::size_t>(b)]);
    for (int d = 0; d < kRadix8; ++d) {
        V re[kRadix3][kRadix4], im[kRadix3][kRadix4];
#pragma GCC unroll 3
        for (int k1 = 0; k1 < kRadix3; ++k1) {
#pragma GCC unroll 4
            for (int b = 0; b < kRadix4; ++b) {
                re[k1][b] = slots[(k1 * kRadix4 + b) * kRadix8 + d][0];
                im[k1][b] = slots[(k1 * kRadix4 + b) * kRadix8 + d][1];
            }
            inverse4(re[k1], im[k1]);
        }
#pragma GCC unroll 4
        for (int c = 0; c < kRadix4; ++c) {
            const V sr = re[1][c] + re[2][c], si = im[1][c] + im[2][c];
            const V dr = re[1][c] - re[2][c], di = im[1][c] - im[2][c];
#pragma GCC unroll 3
            for (int m = 0; m < (Count + 31) / 32; ++m) {
                const int n = d + kRadix8 * c + 32 * m;
                if (n >= Count) continue;
                const Twiddle third = kThirds[static_cast<std::size_t>(n)];
                sink(n, re[0][c] + sr * third.re - di * third.im,
                    im[0][c] + si * third.re + dr * third.im);
            }
        }
    }
}

/// Spectra of `Pairs` pairs of signals times the kernels, summed over the taps, into the slots.
template <int Pairs, class V>
CIRCUMPLEX_INLINE void multiply(const float* spectra, std::ptrdiff_t pairStride, const Taps& taps,
    const float* weights, V (*slots)[kPoints][2])
{
    for (std::ptrdiff_t k = 0; k < kPoints / 2; ++k) {
        const auto mirrored = k == 0 ? kPoints / 2 : kPoints - k;
        V lowRe[Pairs] = {}, lowIm[Pairs] = {}, highRe[Pairs] = {}, highIm[Pairs] = {};
        const float* signal = spectra;
        for (std::ptrdiff_t tap = 0; tap < taps.count; ++tap, signal += taps.stride) {
            const V re = lanes<V>(weights), im = lanes<V>(weights + kLanes);
            weights += 2 * kLanes;
#pragma GCC unroll 2
            for (int p = 0; p < Pairs; ++p) {
                const float* low = signal + p * pairStride + 2 * k;
                const float* high = signal + p * pairStride + 2 * mirrored;
                if (k == 0) {
                    lowRe[p] += re * low[0], lowIm[p] += re * low[1];
                    highRe[p] += im * high[0], highIm[p] += im * high[1];
                } else { // the mirrored bin has the conjugate weight
                    lowRe[p] += re * low[0], lowIm[p] += re * low[1];
                    highRe[p] += re * high[0], highIm[p] += re * high[1];
                    lowRe[p] -= im * low[1], lowIm[p] += im * low[0];
                    highRe[p] += im * high[1], highIm[p] -= im * high[0];
                }
            }
        }
        const auto slot = kSlotOfBin[static_cast<std::size_t>(k)];
        const auto mirroredSlot = kSlotOfBin[static_cast<std::size_t>(mirrored)];
#pragma GCC unroll 2
        for (int p = 0; p < Pairs; ++p) {
            slots[p][slot][0] = lowRe[p], slots[p][slot][1] = lowIm[p];
            slots[p][mirroredSlot][0] = highRe[p], slots[p][mirroredSlot][1] = highIm[p];
        }
    }
}

template <int Lanes> CIRCUMPLEX_INLINE void transformWith(const float* signals, float* spectra)
{
    using V = typename Simd<Lanes>::Vector;
    alignas(64) V slots[kPoints][2];
    for (std::ptrdiff_t lane = 0; lane < kLanes; lane += Lanes) {
        // a forward transform is an inverse one with real and imaginary parts exchanged
        for (std::ptrdiff_t n = 0; n < kPoints; ++n) {
            const auto slot = kSlotOfBin[static_cast<std::size_t>(n)];
            slots[slot][0] = lanes<V>(signals + (2 * n + 1) * kLanes + lane);
            slots[slot][1] = lanes<V>(signals + 2 * n * kLanes + lane);
        }
        inverse96<kPoints>(
            slots, [&](int k, const V& re, const V& im) __attribute__((always_inline)) {
                lanes<V>(spectra + 2 * k * kLanes + lane) = im;
                lanes<V>(spectra + (2 * k + 1) * kLanes + lane) = re;
            });
    }
}

template <int Lanes, int Count>
CIRCUMPLEX_INLINE void overPositions(
    const float* spectra, std::ptrdiff_t pairCount, const Taps& taps, float* out)
{
    using V = typename Simd<Lanes>::Vector;
    constexpr int kAtOnce = 2;
    alignas(64) V slots[kAtOnce][kPoints][2];
    for (std::ptrdiff_t lane = 0; lane < kLanes; lane += Lanes)
        for (std::ptrdiff_t pair = 0; pair < pairCount; pair += kAtOnce) {
            multiply<kAtOnce>(spectra + pair * 2 * kSpectrumFloats, 2 * kSpectrumFloats, taps,
                taps.weights + lane, slots);
            for (int p = 0; p < kAtOnce; ++p) {
                V maximumRe = V {} - std::numeric_limits<float>::infinity();
                V maximumIm = maximumRe;
                inverse96<Count>(
                    slots[p], [&](int, const V& re, const V& im) __attribute__((always_inline)) {
                        raise(maximumRe, re);
                        raise(maximumIm, im);
                    });
                lanes<V>(out + 2 * (pair + p) * kLanes + lane) = maximumRe;
                lanes<V>(out + (2 * (pair + p) + 1) * kLanes + lane) = maximumIm;
            }
        }
}

template <int Lanes>
CIRCUMPLEX_INLINE void overSignals(
    const float* spectra, std::ptrdiff_t pairCount, const Taps& taps, float* out)
{
    using V = typename Simd<Lanes>::Vector;
    constexpr int kAtOnce = 2;
    alignas(64) V slots[kAtOnce][kPoints][2];
    for (std::ptrdiff_t lane = 0; lane < kLanes; lane += Lanes) {
        for (std::ptrdiff_t n = 0; n < kKeptOutputs; ++n)
            lanes<V>(out + n * kLanes + lane) = V {} - std::numeric_limits<float>::infinity();
        for (std::ptrdiff_t pair = 0; pair < pairCount; pair += kAtOnce) {
            multiply<kAtOnce>(spectra + pair * kSpectrumFloats, kSpectrumFloats, taps,
                taps.weights + lane, slots);
            for (int p = 0; p < kAtOnce; ++p)
                inverse96<kKeptOutputs>(
                    slots[p], [&](int n, const V& re, const V& im) __attribute__((always_inline)) {
                        V& maximum = lanes<V>(out + n * kLanes + lane);
                        raise(maximum, re > im ? re : im);
                    });
        }
    }
}

struct Routines {
    void (*transform)(const float*, float*);
    void (*over59)(const float*, std::ptrdiff_t, const Taps&, float*);
    void (*over30)(const float*, std::ptrdiff_t, const Taps&, float*);
    void (*overSignals)(const float*, std::ptrdiff_t, const Taps&, float*);
};

#define CIRCUMPLEX_ROUTINES(name, lanes, attributes)                                               \
    attributes void name##Transform(const float* signals, float* spectra)                          \
    {                                                                                              \
        transformWith<lanes>(signals, spectra);                                                    \
    }                                                                                              \
    attributes void name##Over59(const float* s, std::ptrdiff_t n, const Taps& t, float* out)      \
    {                                                                                              \
        overPositions<lanes, 59>(s, n, t, out);                                                    \
    }                                                                                              \
    attributes void name##Over30(const float* s, std::ptrdiff_t n, const Taps& t, float* out)      \
    {                                                                                              \
        overPositions<lanes, 30>(s, n, t, out);                                                    \
    }                                                                                              \
    attributes void name##OverSignals(const float* s, std::ptrdiff_t n, const Taps& t, float* out) \
    {                                                                                              \
        overSignals<lanes>(s, n, t, out);                                                          \
    }                                                                                              \
    constexpr Routines name { name##Transform, name##Over59, name##Over30, name##OverSignals };

CIRCUMPLEX_ROUTINES(kAnyProcessor, 4, )
#if defined(__x86_64__)
CIRCUMPLEX_ROUTINES(kAvx2, 8, __attribute__((target("avx2,fma"))))
CIRCUMPLEX_ROUTINES(kAvx512, 16, __attribute__((target("avx512f,avx512vl,avx512dq,fma"))))
#endif

const Routines& best()
{
#if defined(__x86_64__)
    static const Routines& chosen = __builtin_cpu_supports("avx512f")
            && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")
        ? kAvx512
        : __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? kAvx2
                                                                          : kAnyProcessor;
    return chosen;
#else
    return kAnyProcessor;
#endif
}

} // namespace

void transform(const float* signals, float* spectra)
{
    best().transform(signals, spectra);
}

void maximumOverPositions(const float* spectra, std::ptrdiff_t pairCount, const Taps& taps,
    std::ptrdiff_t positions, float* out)
{
    (positions == 59 ? best().over59 : best().over30)(spectra, pairCount, taps, out);
}

void maximumOverSignals(
    const float* spectra, std::ptrdiff_t pairCount, const Taps& taps, float* out)
{
    best().overSignals(spectra, pairCount, taps, out);
}

} // namespace circumplex::spectral
