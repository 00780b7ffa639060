#pragma once

#include <chrono>

namespace circumplex {

/// Adds the seconds of its own life to a total.
class Stopwatch {
public:
    explicit Stopwatch(double& totalSeconds)
        : m_total(totalSeconds)
    {
    }
    ~Stopwatch()
    {
        m_total
            += std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    double& m_total;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

} // namespace circumplex
