#include "ui/common/heading.h"

#include <QLabel>

namespace circumplex {

namespace {

void setHeadingFont(QWidget& widget, double pointSize)
{
    QFont font = widget.font();
    font.setPointSizeF(pointSize);
    font.setWeight(QFont::DemiBold);
    widget.setFont(font);
}

} // namespace

QLabel* pageTitle(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    setHeadingFont(*label, 15.0);
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
    setHeadingFont(widget, 11.0);
}

} // namespace circumplex
