#pragma once

#include "ui/plane/plane_points.h"

#include <QString>

namespace circumplex {

/// How a library lies on the plane, which corner it lacks, and how much of the plane it reaches, in
/// a few sentences.
QString occupancyText(const PlanePoints& points);

} // namespace circumplex
