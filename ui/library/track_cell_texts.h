#pragma once

#include "ui/library/track_list_model.h"

namespace circumplex {

/// What a cell says in words; empty for the curve.
QString cellText(const TrackRow& row, TrackColumn column);

/// A curve for those who cannot see it. @param curve  nullptr: not known yet
QString curveText(const TrackRow& row, const Sparkline* curve);

/// The strongest moods, as mood:NAME finds them.
QString moodsText(const TrackRow& row);

/// The whole path of its file.
QString pathText(const TrackRow& row);

/// Why a song is in the state it is in.
QString stateReason(const TrackRow& row);

} // namespace circumplex
