#pragma once

#include <QGuiApplication>
#include <QMargins>

namespace circumplex {

/// Margins by the direction of reading, which layouts do not turn by themselves.
/// @param begin  where lines begin: left, in Arabic right
inline QMargins readingMargins(int begin, int top, int end, int bottom)
{
    return QGuiApplication::isRightToLeft() ? QMargins(end, top, begin, bottom)
                                            : QMargins(begin, top, end, bottom);
}

} // namespace circumplex
