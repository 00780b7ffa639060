#include "ui/common/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace circumplex {

namespace {

class WheelGuard : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

void guardWheel(QWidget& page)
{
    auto* guard = new WheelGuard(&page);
    const auto protect = [guard](QWidget* box) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(guard);
    };
    for (QComboBox* box : page.findChildren<QComboBox*>())
        protect(box);
    for (QAbstractSpinBox* box : page.findChildren<QAbstractSpinBox*>())
        protect(box);
}

} // namespace circumplex
