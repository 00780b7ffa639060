#include "ui/plane/plane_colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace circumplex {

namespace {

// Every eighth of matplotlib's table.
constexpr std::array<QRgb, 9> kViridis { 0xFF440154, 0xFF472D7B, 0xFF3B528B, 0xFF2C728E, 0xFF21918C,
    0xFF28AE80, 0xFF5EC962, 0xFFADDC30, 0xFFFDE725 };

} // namespace

QColor groupColour(std::size_t group, const Theme& theme)
{
    static const std::array<QColor, 7> colours { QColor(0x00, 0x72, 0xB2), QColor(0xD5, 0x5E, 0x00),
        QColor(0x00, 0x9E, 0x73), QColor(0xCC, 0x79, 0xA7), QColor(0xE6, 0x9F, 0x00),
        QColor(0x56, 0xB4, 0xE9), {} };
    const QColor& colour = colours.at(group % colours.size());
    return colour.isValid() ? colour : theme.ink; // theirs has a black
}

QColor timeColour(double share, const Theme& theme)
{
    const bool isDark = theme.paper.lightness() < 128;
    const double first = isDark ? 0.3 : 0.0;
    const double last = isDark ? 1.0 : 0.8;
    const double place
        = (first + std::clamp(share, 0.0, 1.0) * (last - first)) * (kViridis.size() - 1.0);
    const auto left = std::min(static_cast<std::size_t>(place), kViridis.size() - 2);
    const double part = place - static_cast<double>(left);
    const QColor from(kViridis[left]);
    const QColor to(kViridis[left + 1]);
    const auto mix
        = [part](int a, int b) { return static_cast<int>(std::lround(a + part * (b - a))); };
    return { mix(from.red(), to.red()), mix(from.green(), to.green()),
        mix(from.blue(), to.blue()) };
}

} // namespace circumplex
