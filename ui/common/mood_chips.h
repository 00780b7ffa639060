#pragma once

#include "ui/common/mood_names.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QRect>

#include <span>

namespace circumplex {

/// Where the word of a mood tag lies on the plane, 1..9: ratings of words (Warriner et al. 2013,
/// as published with Music2Emo), not of music.
struct MoodPlace {
    double valence, arousal;
};
MoodPlace moodPlace(int tag);

/// The small triangle in the corner that a quarter has on the plane: colour never stands alone.
void paintQuarterGlyph(
    QPainter& painter, const QRectF& square, palette::Quarter quarter, const Theme& theme);

/// Pills with the first moods that fit into `area`, and "+n" for the rest, from where
/// the user's language begins to read.
void paintMoodChips(
    QPainter& painter, const QRect& area, std::span<const int> tags, int most, const Theme& theme);

} // namespace circumplex
