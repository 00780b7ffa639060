#pragma once

#include <QString>

#include <cmath>

namespace circumplex {

/// 252 s is "4:12", 3725 s is "1:02:05", in the digits of the user's language.
inline QString durationText(double seconds)
{
    const auto whole = static_cast<long long>(std::llround(seconds));
    const auto two
        = [](long long value) { return QStringLiteral("%L1").arg(value, 2, 10, QLatin1Char('0')); };
    if (whole < 3600) return QStringLiteral("%L1:%2").arg(whole / 60).arg(two(whole % 60));
    return QStringLiteral("%L1:%2:%3").arg(whole / 3600).arg(two(whole / 60 % 60), two(whole % 60));
}

} // namespace circumplex
