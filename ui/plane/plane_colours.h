#pragma once

#include "ui/common/theme.h"

#include <QColor>

#include <cstddef>

namespace circumplex {

/// Colours of groups on the plane, told apart in every kind of colour vision: Okabe and Ito's.
/// @param group  0..TrackGroups::kMost - 1
QColor groupColour(std::size_t group, const Theme& theme);

/// For what has an order or a time: viridis (van der Walt and Smith), dark and light grow evenly in
/// every kind of colour vision; without the end that would sink into the theme's paper.
/// @param share  0: begins, 1: ends
QColor timeColour(double share, const Theme& theme);

} // namespace circumplex
