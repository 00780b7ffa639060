#pragma once

#include <cstdint>
#include <deque>
#include <optional>

namespace circumplex {

/// How fast bytes have come of late, and how long the rest takes.
class FetchPace {
public:
    /// @param milliseconds  of a clock that only goes on
    /// @param bytes  that have come in all; fewer than before: begins anew
    void add(std::int64_t milliseconds, std::int64_t bytes);

    /// nullopt: not known yet, or nothing comes
    std::optional<double> secondsLeft(std::int64_t total) const;

private:
    struct Moment {
        std::int64_t milliseconds, bytes;
    };
    std::deque<Moment> m_moments;
};

} // namespace circumplex
