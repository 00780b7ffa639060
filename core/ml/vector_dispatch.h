#pragma once

namespace circumplex {

/// Sixteen floats: one vector register where there are such wide ones, several elsewhere.
using Lanes = float __attribute__((vector_size(64)));
inline constexpr int kLaneCount = sizeof(Lanes) / sizeof(float);

#if defined(__x86_64__)
template <auto Body, class... Args>
[[gnu::target("avx512f,fma")]] void runOnAvx512(const Args&... args)
{
    Body(args...);
}

template <auto Body, class... Args> [[gnu::target("avx2,fma")]] void runOnAvx2(const Args&... args)
{
    Body(args...);
}
#endif

/// Calls `Body` compiled for the widest vectors of this machine, on the calling thread alone: for
/// loops too short for LibTorch's thread pool, whose barriers cost more than the work when other
/// threads are busy.
/// @tparam Body  an always-inline function
template <auto Body, class... Args> void withWidestVectors(const Args&... args)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) return runOnAvx512<Body>(args...);
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return runOnAvx2<Body>(args...);
#endif
    Body(args...);
}

} // namespace circumplex
