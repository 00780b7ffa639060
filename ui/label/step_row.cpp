#include "ui/label/step_row.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace circumplex {

StepRow::StepRow(const QString& name, const QStringList& steps, const QString& least,
    const QString& most, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    m_group->setExclusive(false); // so that an answer can be taken back
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    // Equal at both ends and in every row of the kind, so that the steps stand below each other.
    const int wordWidth = std::max({ 76, fontMetrics().horizontalAdvance(least) + 4,
        fontMetrics().horizontalAdvance(most) + 4 });
    const auto addWord = [&](const QString& word, Qt::Alignment side) {
        if (word.isEmpty()) return;
        auto* label = new QLabel(word, this);
        label->setProperty("secondary", true);
        label->setFixedWidth(wordWidth);
        label->setAlignment(side | Qt::AlignVCenter);
        row->addWidget(label);
    };
    addWord(least, Qt::AlignRight);
    for (int step = 1; step <= steps.size(); ++step) {
        auto* button = new QToolButton(this);
        button->setText(steps.at(step - 1));
        button->setCheckable(true);
        button->setProperty("answer", true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(tr("%1: %2", "question, answer").arg(name, steps.at(step - 1)));
        if (steps.size() <= 9) button->setToolTip(tr("Key %1").arg(step));
        m_group->addButton(button, step);
        row->addWidget(button);
    }
    addWord(most, Qt::AlignLeft);
    row->addStretch(1);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int step) {
        setValue(m_group->button(step)->isChecked() ? std::optional(step) : std::nullopt);
        Q_EMIT chosen();
    });
}

std::optional<int> StepRow::value() const
{
    for (const QAbstractButton* button : m_group->buttons())
        if (button->isChecked()) return m_group->id(const_cast<QAbstractButton*>(button));
    return std::nullopt;
}

void StepRow::setValue(std::optional<int> value)
{
    for (QAbstractButton* button : m_group->buttons())
        button->setChecked(value == m_group->id(button));
}

void StepRow::keyPressEvent(QKeyEvent* event)
{
    const int digit = event->key() - Qt::Key_0;
    QAbstractButton* const button = digit >= 1 ? m_group->button(digit) : nullptr;
    if (!button || event->modifiers().testFlag(Qt::ControlModifier))
        return QWidget::keyPressEvent(event);
    setValue(digit);
    button->setFocus(Qt::OtherFocusReason);
    Q_EMIT chosen();
}

} // namespace circumplex
