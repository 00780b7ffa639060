#include "ui/player/play_key.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

namespace circumplex {

PlayKey::PlayKey(QObject* parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool PlayKey::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (qobject_cast<QWidget*>(watched))
            m_isFocusByKeyboard = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
                || reason == Qt::ShortcutFocusReason;
        return false;
    }
    if (event->type() != QEvent::ShortcutOverride || !m_isFocusByKeyboard) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier) return false;
    const auto* button = qobject_cast<QAbstractButton*>(watched);
    const auto* list = qobject_cast<QComboBox*>(watched);
    if (!button && !list) return false;
    event->accept();
    return true;
}

} // namespace circumplex
