#pragma once

#include <QString>
#include <QStringList>
#include <Qt>

class QFont;

namespace circumplex {

/// Breaks a text into lines between words.
/// @param mostLines  the last of them is cut, with "…", where there is more to say
QStringList textLines(const QString& text, const QFont& font, int width, int mostLines);

/// The edge where a text in its language begins; for painters that know no direction of reading.
Qt::Alignment startOf(const QString& text);

} // namespace circumplex
