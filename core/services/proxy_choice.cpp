#include "core/services/proxy_choice.h"

#include <QSettings>
#include <QUrl>

namespace circumplex {

namespace {

QString kindKey()
{
    return QStringLiteral("downloads/proxy");
}

QString addressKey()
{
    return QStringLiteral("downloads/proxyAddress");
}

} // namespace

bool ProxyChoice::isUsable() const
{
    return kind != Kind::Address || !QUrl::fromUserInput(address.trimmed()).host().isEmpty();
}

void ProxyChoice::applyTo(QProcessEnvironment& environment) const
{
    if (kind == Kind::System) return;
    // The names in small letters are looked at first.
    const QString exceptions = QStringLiteral("no_proxy");
    environment.remove(exceptions.toUpper());
    if (kind == Kind::None) {
        environment.insert(exceptions, QStringLiteral("*"));
        return;
    }
    environment.remove(exceptions);
    for (const char* name : { "http_proxy", "https_proxy" })
        environment.insert(QLatin1StringView(name), address.trimmed());
}

ProxyChoice ProxyChoice::load(const QString& file)
{
    const QSettings settings(file, QSettings::IniFormat);
    ProxyChoice choice;
    choice.address = settings.value(addressKey()).toString();
    const int kind = settings.value(kindKey()).toInt();
    if (kind >= static_cast<int>(Kind::System) && kind <= static_cast<int>(Kind::Address))
        choice.kind = static_cast<Kind>(kind);
    return choice;
}

bool ProxyChoice::save(const QString& file) const
{
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(kindKey(), static_cast<int>(kind));
    settings.setValue(addressKey(), address);
    settings.sync();
    return settings.status() == QSettings::NoError;
}

} // namespace circumplex
