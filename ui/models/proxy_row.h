#pragma once

#include "core/services/proxy_choice.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace circumplex {

/// Asks how downloads get to the network.
class ProxyRow : public QWidget {
    Q_OBJECT

public:
    explicit ProxyRow(QWidget* parent = nullptr);

    /// Emits nothing.
    void setChoice(const ProxyChoice& choice);
    ProxyChoice choice() const;

    QComboBox& kind() { return *m_kind; }
    QLineEdit& address() { return *m_address; }

Q_SIGNALS:
    void changed();

private:
    QComboBox* m_kind;
    QLineEdit* m_address;
};

} // namespace circumplex
