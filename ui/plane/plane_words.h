#pragma once

#include <QRectF>

#include <vector>

class QFont;

namespace circumplex {

/// A mood's word on the plane: index into kMoodTags, and its box in pixels from the plane's zero,
/// downwards.
struct MoodWord {
    int tag = 0;
    QRectF box;
};

/// Where words stand so that none lies on another: the best known first, at their place or up to 20
/// pixels beside it. What finds no room is left out; zooming in makes room for all.
/// @param ratio  device pixels per pixel
std::vector<MoodWord> placeMoodWords(double pixelsPerPoint, const QFont& font, double ratio);

} // namespace circumplex
