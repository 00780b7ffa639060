#pragma once

#include <QColor>
#include <QImage>

namespace circumplex {

/// A filled disc of `size` pixels, premultiplied.
QImage discStamp(int size, const QColor& colour, double opacity);

/// Lays `dot` over `layer`, both premultiplied: a third of the time that a QPainter takes for
/// something so small, and there may be 20 000 of them in a frame.
void stamp(QImage& layer, const QImage& dot, int left, int top);

} // namespace circumplex
