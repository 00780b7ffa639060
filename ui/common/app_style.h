#pragma once

#include <QProxyStyle>

namespace circumplex {

/// Fusion, but with fields whose edges can be seen in a dark theme too.
class AppStyle : public QProxyStyle {
    Q_OBJECT

public:
    AppStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
        QPainter* painter, const QWidget* widget) const override;
};

} // namespace circumplex
