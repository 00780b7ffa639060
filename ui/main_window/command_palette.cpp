#include "ui/main_window/command_palette.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace circumplex {

namespace {

/// "Menu: entry" for what stands in a menu within a menu.
QString plainText(const QAction& action)
{
    QString text = action.text();
    for (const QObject* owner : action.associatedObjects()) {
        const auto* menu = qobject_cast<const QMenu*>(owner);
        if (menu && qobject_cast<const QMenu*>(menu->parent()))
            text = QStringLiteral("%1: %2").arg(menu->title(), text);
    }
    return text.remove(QLatin1Char('&'));
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent, Qt::Popup)
    , m_actions(actions)
    , m_words(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAccessibleName(tr("Commands"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    m_words->setPlaceholderText(tr("What do you want to do?"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_words->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_words);
    column->addWidget(m_list);
    resize(480, 320);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    filter({});
    m_words->setFocus();
}

void CommandPalette::filter(const QString& words)
{
    m_list->clear();
    const QStringList parts = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QAction* action : m_actions) {
        const QString text = plainText(*action);
        const bool fits = std::ranges::all_of(
            parts, [&](const QString& part) { return text.contains(part, Qt::CaseInsensitive); });
        if (!fits || !action->isEnabled()) continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto* item = new QListWidgetItem(
            keys.isEmpty() ? text : QStringLiteral("%1   (%2)").arg(text, keys), m_list);
        item->setData(Qt::UserRole, static_cast<int>(m_actions.indexOf(action)));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item) return;
    QAction* action = m_actions.at(item->data(Qt::UserRole).toInt());
    accept();
    QTimer::singleShot(0, action, &QAction::trigger);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(
                std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            runCurrent();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace circumplex
