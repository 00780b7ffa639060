#pragma once

#include <QProxyStyle>

class QStyleOptionMenuItem;

namespace circumplex {

/// Fusion without its gradients, drawn in the colours of the theme. It holds no colour: Theme::of
/// the palette of what is drawn says which, so that another palette is all that another theme
/// needs.
///
/// Dynamic properties say what a widget is; each is read when the widget is drawn, but `secondary`,
/// `card` and `current` (read when it is shown first):
/// - QPushButton `primary`: the button of the one thing to do here; `flat`: without a frame.
/// - QToolButton `answer`: one of several answers, in the accent while it is checked.
/// - QLabel `secondary`: quieter than the text.
/// - QListWidget `steps`: rows with more room at their sides and round corners.
/// - QFrame `card`: a framed panel; `current`: the one of them in use.
class AppStyle : public QProxyStyle {
    Q_OBJECT

public:
    AppStyle();

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
        QPainter* painter, const QWidget* widget) const override;

    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
        const QWidget* widget) const override;
    QRect subElementRect(
        SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
        const QWidget* widget) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* more) const override;
    /// Message boxes have line drawings in the colour of their words.
    QIcon standardIcon(
        StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override;

private:
    QSize menuItemSize(
        const QStyleOptionMenuItem& item, const QSize& words, const QWidget* menu) const;
    void drawMenuItem(
        const QStyleOptionMenuItem& item, QPainter& painter, const QWidget* menu) const;
    void drawListItem(const QStyleOption& option, QPainter& painter, const QWidget* list) const;
};

} // namespace circumplex
