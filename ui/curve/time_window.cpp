#include "ui/curve/time_window.h"

#include <algorithm>

namespace circumplex {

void TimeWindow::zoom(double factor, double seconds)
{
    const double share = shareOf(seconds);
    const double span = std::clamp(this->span() / factor, std::min(0.01, m_duration), m_duration);
    show(seconds - share * span, seconds + (1.0 - share) * span);
}

void TimeWindow::pan(double seconds)
{
    show(m_begin + seconds, m_end + seconds);
}

void TimeWindow::show(double begin, double end)
{
    const double span = std::clamp(end - begin, std::min(0.01, m_duration), m_duration);
    m_begin = std::clamp(begin, 0.0, m_duration - span);
    m_end = m_begin + span;
}

void TimeWindow::reveal(double seconds)
{
    if (seconds < m_begin || seconds > m_end) pan(seconds - m_begin - 0.1 * span());
}

double tickStep(double spanSeconds, int mostTicks)
{
    for (const double step :
        { 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0,
            60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0, 10800.0, 21600.0 })
        if (spanSeconds / step <= mostTicks) return step;
    return 86400.0;
}

} // namespace circumplex
