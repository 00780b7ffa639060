#pragma once

#include "core/types/label.h"

#include <optional>
#include <span>

namespace circumplex {

/// A place on the plane of valence and arousal.
struct EmotionPlace {
    double valence = 5.0, arousal = 5.0; ///< 1..9

    friend bool operator==(const EmotionPlace&, const EmotionPlace&) = default;
};

/// Following a moving target shows by how much a hand lags behind what it follows.
namespace latency_task {

constexpr double kWarmUpSeconds = 5.0; ///< not measured
constexpr double kSeconds = 30.0; ///< of the whole task
constexpr double kLongestSeconds = 3.0; ///< a longer lag is not found

/// Where the target is; smooth, without a period that a hand could learn. Stays in 1.4..8.6.
EmotionPlace targetAt(double seconds);

/// Where the hand was at a moment of the task.
struct HandMoment {
    double seconds = 0.0;
    EmotionPlace place {};
};

struct Latency {
    double seconds = 0.0; ///< 0..kLongestSeconds
    double correlation = 0.0; ///< of target and hand at that lag
};

/// Cross-correlates hand and target in steps of 20 ms. A dimension in which the hand never moved,
/// because its instrument has only the other one, is left out.
/// @param hand  in order of time
/// @return nullopt: the hand did not follow (a correlation below 0.7, a lag below zero or at the
///   longest), or for less than half of the task
std::optional<Latency> latencyOf(std::span<const HandMoment> hand);

} // namespace latency_task

} // namespace circumplex
