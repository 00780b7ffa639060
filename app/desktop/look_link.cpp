#include "app/desktop/look_link.h"

#include "core/services/desktop_appearance.h"
#include "core/services/media_control.h"
#include "ui/common/theme.h"
#include "ui/main_window/main_window.h"
#include "ui/settings/settings_page.h"

#include <QAction>
#include <QApplication>
#include <QMenu>

namespace circumplex {

LookLink::LookLink(
    MainWindow& window, SettingsPage& page, const Settings::Look& look, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_page(page)
    , m_look(look)
{
    page.setLook(look);
    connect(&page, &SettingsPage::lookChanged, this, [this] {
        m_look = m_page.look();
        show();
        Q_EMIT changed();
    });
    auto* appearance = new DesktopAppearance(MediaControl::sessionBus(), this);
    connect(appearance, &DesktopAppearance::told, this, [this](bool isDark) {
        m_desktopIsDark = isDark;
        show();
    });
}

void LookLink::addCommands()
{
    m_window.viewMenu()->addSeparator();
    addColours(tr("Light colours"), Appearance::Light);
    addColours(tr("Dark colours"), Appearance::Dark);
    addColours(tr("Colours as the desktop"), Appearance::System);
}

void LookLink::addColours(const QString& text, Appearance appearance)
{
    connect(m_window.addCommand(m_window.viewMenu(), text, {}), &QAction::triggered, this,
        [this, appearance] {
            m_look.appearance = appearance;
            m_page.setLook(m_look);
            show();
            Q_EMIT changed();
        });
}

void LookLink::show() const
{
    applyTheme(*qApp, m_look.appearance, m_desktopIsDark);
}

} // namespace circumplex
