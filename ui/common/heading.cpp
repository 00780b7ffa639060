#include "ui/common/heading.h"

#include <QLabel>

namespace circumplex {

namespace {

void setHeadingFont(QWidget& widget, double share)
{
    QFont font = sized(widget.font(), share);
    font.setWeight(QFont::DemiBold);
    widget.setFont(font);
}

} // namespace

QFont sized(QFont font, double share)
{
    font.setPointSizeF(font.pointSizeF() * share);
    return font;
}

QLabel* pageTitle(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    setHeadingFont(*label, 1.5);
    return label;
}

QLabel* sectionTitle(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    setSectionFont(*label);
    return label;
}

void setSectionFont(QWidget& widget)
{
    setHeadingFont(widget, 1.1);
}

} // namespace circumplex
