#pragma once

#include <QColor>
#include <QIcon>

namespace circumplex {

enum class IconShape {
    Library,
    Track,
    Plane,
    Label,
    Train,
    Models,
    Settings,
    Pause,
    Resume,
    Previous,
    Next,
    Repeat,
    Loudness,
    Notice,
    Question,
    Problem
};

/// A line drawing on a grid of 20 by 20, sharp at every scale.
QIcon lineIcon(IconShape shape, const QColor& colour);

} // namespace circumplex
