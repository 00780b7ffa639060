#pragma once

#include <QObject>

namespace circumplex {

/// Lets Space be a shortcut of the whole window and still press buttons: a button, check box or
/// list that was reached by keyboard keeps the key for itself. Text fields do so anyway.
class PlayKey : public QObject {
    Q_OBJECT

public:
    /// Watches all of the program's keys.
    explicit PlayKey(QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_isFocusByKeyboard = false;
};

} // namespace circumplex
