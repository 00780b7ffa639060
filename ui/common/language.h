#pragma once

#include <QLocale>
#include <QString>

#include <span>

class QApplication;

namespace circumplex {

/// A language that the program speaks.
struct Language {
    const char* code; ///< as in the settings and in the name of its translation: "de"
    const char16_t* ownName; ///< as its speakers call it
};

/// English, in which the program is written, first.
std::span<const Language> languages();

/// Dresses the program in a language: its own words, Qt's words, the direction of reading, and how
/// numbers and dates are written on the screen. Widgets that exist already keep their words.
///
/// @param code  of languages(). Anything else stands for the system's language; where that is not
///   spoken, for English, with numbers and dates as the system writes them
void speak(QApplication& app, const QString& code);

/// The language and country that speak() decides on. @param system  of the desktop
QLocale spokenLocale(const QString& code, const QLocale& system);

} // namespace circumplex
