#pragma once

namespace circumplex {

/// The part of a track that is in view. Always within [0, duration], never shorter than 10 ms.
class TimeWindow {
public:
    explicit TimeWindow(double durationSeconds = 0.0)
        : m_duration(durationSeconds)
        , m_end(durationSeconds)
    {
    }

    double duration() const { return m_duration; }
    double begin() const { return m_begin; }
    double end() const { return m_end; }
    double span() const { return m_end - m_begin; }
    bool isWhole() const { return m_begin <= 0.0 && m_end >= m_duration; }

    /// @param share  0: the left edge, 1: the right one
    double secondsAt(double share) const { return m_begin + share * span(); }
    double shareOf(double seconds) const { return (seconds - m_begin) / span(); }

    /// @param factor  2: half as much is seen; `seconds` stays where it is
    void zoom(double factor, double seconds);
    void pan(double seconds);
    void show(double begin, double end);
    void showAll() { show(0.0, m_duration); }

    /// Moves, without zooming, until `seconds` is seen.
    void reveal(double seconds);

private:
    double m_duration;
    double m_begin = 0.0;
    double m_end;
};

/// 1, 2, 5, 10, 15, 30 s, 1 min, ... or fractions: the smallest step that gives at most
/// `mostTicks`.
double tickStep(double spanSeconds, int mostTicks);

} // namespace circumplex
