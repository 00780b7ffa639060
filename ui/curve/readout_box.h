#pragma once

#include <QRect>
#include <QStringList>

class QPainter;

namespace circumplex {

struct Theme;

/// Paints the read-out beside the line at `x`: right of it, or left where it would reach out of the
/// plot. The first of the lines is strong and never cut.
/// @returns its place; empty: nothing was painted
QRect paintReadout(
    QPainter& painter, const QRect& plot, double x, const QStringList& lines, const Theme& colours);

} // namespace circumplex
