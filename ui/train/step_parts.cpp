#include "ui/train/step_parts.h"

#include "ui/common/heading.h"

#include <QLabel>
#include <QPushButton>

namespace circumplex {

QLabel* textLabel(QWidget* parent, bool isSecondary)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (isSecondary) label->setProperty("secondary", true);
    return label;
}

QPushButton* mainButton(const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setProperty("primary", true);
    return button;
}

QLabel* bigSentence(QWidget* parent)
{
    QLabel* label = pageTitle({}, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace circumplex
