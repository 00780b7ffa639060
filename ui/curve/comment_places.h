#pragma once

#include "ui/curve/track_scene.h"

#include <QRectF>

#include <vector>

namespace circumplex {

inline constexpr int kCommentRow = 18; ///< height

/// Where one comment is drawn.
struct PlacedComment {
    const TrackComment* comment; ///< of the scene's view
    QRectF bar; ///< from its start to its end, as far as they are seen
    QRectF text; ///< beside or in the bar; reaches to the next comment of the row
};

/// How many rows keep comments from hiding each other while the whole track is seen; at most 3,
/// and 0 without comments. It does not change as one zooms in.
int commentRows(const TrackScene& scene, int width);

/// The comments that are seen, in the first row that has room.
/// @param area  of all rows
std::vector<PlacedComment> placeComments(const TrackScene& scene, const QRect& area);

/// The comment at a place of the lane; nullptr: none.
const TrackComment* commentUnder(const TrackScene& scene, const QRect& area, QPointF place);

} // namespace circumplex
