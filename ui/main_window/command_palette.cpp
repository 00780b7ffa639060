#include "ui/main_window/command_palette.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kRowHeight = 26;

} // namespace

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

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent, Qt::Popup)
    , m_actions(actions)
    , m_words(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
{
    setAccessibleName(tr("Commands"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    m_words->setPlaceholderText(tr("What do you want to do?"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_words->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderHidden(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    column->addWidget(m_words);
    column->addWidget(m_list);
    resize(480, 360);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::runCurrent);
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
        auto* item = new QTreeWidgetItem(
            m_list, { text, action->shortcut().toString(QKeySequence::NativeText) });
        item->setSizeHint(0, QSize(0, kRowHeight));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(1, palette().brush(QPalette::PlaceholderText));
        item->setData(0, Qt::UserRole, static_cast<int>(m_actions.indexOf(action)));
    }
    if (m_list->topLevelItemCount() > 0) return m_list->setCurrentItem(m_list->topLevelItem(0));
    auto* nothing = new QTreeWidgetItem(m_list, { tr("No command has these words.") });
    nothing->setFlags(Qt::NoItemFlags);
}

void CommandPalette::runCurrent()
{
    const QTreeWidgetItem* item = m_list->currentItem();
    if (!item) return;
    QAction* action = m_actions.at(item->data(0, Qt::UserRole).toInt());
    accept();
    QTimer::singleShot(0, action, &QAction::trigger);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            QTreeWidgetItem* item = m_list->currentItem();
            const int next = m_list->indexOfTopLevelItem(item) + (key == Qt::Key_Down ? 1 : -1);
            if (item && next >= 0 && next < m_list->topLevelItemCount())
                m_list->setCurrentItem(m_list->topLevelItem(next));
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
