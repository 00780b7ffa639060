#pragma once

#include "core/services/settings.h"

#include <QObject>

#include <optional>

namespace circumplex {

class MainWindow;
class SettingsPage;

/// How the program looks, as the settings page, the menu View and the desktop have it.
class LookLink : public QObject {
    Q_OBJECT

public:
    /// @param window, page  must outlive this object
    LookLink(MainWindow& window, SettingsPage& page, const Settings::Look& look,
        QObject* parent = nullptr);

    /// Colours in the menu View.
    void addCommands();
    const Settings::Look& look() const { return m_look; }

Q_SIGNALS:
    /// Somebody chose another look.
    void changed();

private:
    void addColours(const QString& text, Appearance appearance);
    void show() const;

    MainWindow& m_window;
    SettingsPage& m_page;
    Settings::Look m_look;
    std::optional<bool> m_desktopIsDark;
};

} // namespace circumplex
