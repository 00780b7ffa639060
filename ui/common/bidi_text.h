#pragma once

#include <QGuiApplication>
#include <QString>

#include <algorithm>

namespace circumplex {

/// A path, a name or a quotation within a sentence, kept in one piece: it is read in its own
/// direction, and its neighbours in theirs (FSI and PDI of the Unicode bidirectional algorithm).
/// Where only one direction occurs it stays as it is, so that nothing invisible is copied.
inline QString isolated(const QString& text)
{
    const auto isRightToLeft
        = [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; };
    if (text.isEmpty()) return text;
    if (!QGuiApplication::isRightToLeft() && std::ranges::none_of(text, isRightToLeft)) return text;
    return QChar(0x2068) + text + QChar(0x2069);
}

/// A line of a list that begins where all lines of the page begin, whatever it begins with.
inline QString inPageDirection(const QString& line)
{
    return QGuiApplication::isRightToLeft() ? QChar(0x200f) + line : line;
}

/// Words of somebody else that nobody translated.
inline QString quotation(const QString& text)
{
    return QGuiApplication::isRightToLeft() && !text.isEmpty()
        ? QChar(0x201c) + isolated(text) + QChar(0x201d)
        : text;
}

} // namespace circumplex
