#pragma once

#include <QString>
#include <QStringList>

class QFont;

namespace circumplex {

/// Breaks a text into lines between words.
/// @param mostLines  the last of them is cut, with "…", where there is more to say
QStringList textLines(const QString& text, const QFont& font, int width, int mostLines);

} // namespace circumplex
