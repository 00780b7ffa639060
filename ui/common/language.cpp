#include "ui/common/language.h"

#include <QApplication>
#include <QTranslator>

#include <algorithm>
#include <array>

namespace circumplex {

namespace {

constexpr std::array<Language, 3> kLanguages { {
    { "en", u"English" },
    { "de", u"Deutsch" },
    { "ar", u"\u0627\u0644\u0639\u0631\u0628\u064a\u0629" },
} };

QString codeOf(const QLocale& locale)
{
    return QLocale::languageToCode(locale.language());
}

bool isSpoken(const QString& code)
{
    return std::ranges::any_of(kLanguages,
        [&](const Language& language) { return code == QLatin1StringView(language.code); });
}

} // namespace

std::span<const Language> languages()
{
    return kLanguages;
}

QLocale spokenLocale(const QString& code, const QLocale& system)
{
    // Someone in Austria who chooses German writes dates as in Austria.
    return !isSpoken(code) || code == codeOf(system) ? system : QLocale(code);
}

void speak(QApplication& app, const QString& code)
{
    const QLocale locale = spokenLocale(code, QLocale::system());
    QLocale::setDefault(locale);
    const QString spoken = isSpoken(codeOf(locale)) ? codeOf(locale) : QStringLiteral("en");

    const QString owner = QStringLiteral("spoken language");
    qDeleteAll(app.findChildren<QTranslator*>(owner));
    // What is asked last is asked first: our words hide Qt's.
    for (const QString& file : { QStringLiteral("qtbase_"), QStringLiteral("circumplex_") }) {
        auto* translator = new QTranslator(&app);
        translator->setObjectName(owner);
        if (translator->load(QStringLiteral(":/translations/") + file + spoken))
            QApplication::installTranslator(translator);
    }
    QApplication::setLayoutDirection(QLocale(spoken).textDirection());
}

} // namespace circumplex
