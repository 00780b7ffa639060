#include "ui/common/heading.h"

#include <QLabel>

namespace circumplex {

namespace {

QLabel* heading(const QString& text, double pointSize, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(pointSize);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

} // namespace

QLabel* pageTitle(const QString& text, QWidget* parent)
{
    return heading(text, 15.0, parent);
}

QLabel* sectionTitle(const QString& text, QWidget* parent)
{
    return heading(text, 11.0, parent);
}

} // namespace circumplex
