#pragma once

#include <QColor>
#include <QMargins>
#include <QRect>

class QPainter;
class QStyle;
class QStyleOption;
class QWidget;

namespace circumplex {

struct Theme;

/// A filled rectangle with a line inside its edge.
struct StyleBox {
    QColor fill; ///< invalid: none
    QColor line; ///< invalid: none
    double width = 1.0; ///< of the line
    double radius = 5.0; ///< of the outer edge

    void paint(QPainter& painter, const QRect& area) const;
};

/// Whether a widget has a dynamic property that is true.
bool is(const QWidget* widget, const char* property);

/// @param option  of a push or tool button
StyleBox buttonBox(const QStyleOption& option, const QWidget* button, const Theme& theme);

/// Between a push or tool button's edge and its contents.
QMargins buttonMargins(const QWidget* button);

/// The colour of a button's words.
QColor buttonInk(const QStyleOption& option, const QWidget* button, const Theme& theme);

/// A line to type in.
StyleBox fieldBox(const QStyleOption& option, const Theme& theme);

/// The frame of a card or of an item view; without fill and line for every other frame.
StyleBox frameBox(const QStyleOption& option, const QWidget* frame, const Theme& theme);

/// The width that frameBox() takes from its frame's contents; -1: it is Fusion's frame.
int frameWidth(const QWidget* frame);

constexpr int kProgressHeight = 4;
constexpr int kCheckFrame = 4; ///< around a check box: the focus' line and a little room

/// Where the box and the words of a check box or radio button stand.
struct CheckPlaces {
    QRect indicator, words;
};
CheckPlaces checkPlaces(const QStyle& style, const QStyleOption& option, const QWidget* widget);

/// The line of a spin box or of a combo box, which has the edge.
bool isInsideField(const QWidget* lineEdit);

} // namespace circumplex
