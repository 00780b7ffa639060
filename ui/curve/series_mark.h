#pragma once

#include <QColor>
#include <QPen>
#include <QPointF>

class QPainter;

namespace circumplex {

/// Tells the lines of one model or person from those of others: colours and dashes of lines already
/// say whether they are of valence or of arousal.
struct SeriesMark {
    enum class Of { Model, Person };

    Of of = Of::Model;
    std::size_t place = 0; ///< among those of its kind
};

/// A small shape, filled for models and hollow for people; six differ, then they come again.
void paintMark(QPainter& painter, QPointF centre, const SeriesMark& mark, const QColor& colour,
    const QColor& paper);

/// Thin lines of models beside the main one: valence solid, arousal dashed.
QPen modelPen(const QColor& colour, bool isValence, double width);

/// Dots and short dashes, other ones for each person.
QPen personPen(const QColor& colour, std::size_t place);

} // namespace circumplex
