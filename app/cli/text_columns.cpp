#include "app/cli/text_columns.h"

#include "app/cli/annotation_text.h"

#include <QString>

#include <array>
#include <utility>

namespace circumplex::cli {

namespace {

/// The wide and full-width blocks of Unicode's East Asian Width (UAX 11), without their gaps.
constexpr std::array<std::pair<char32_t, char32_t>, 9> kWide { { { 0x1100, 0x115F },
    { 0x2E80, 0xA4CF }, { 0xA960, 0xA97C }, { 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF },
    { 0xFE30, 0xFE6F }, { 0xFF01, 0xFF60 }, { 0x1F300, 0x1FAFF }, { 0x20000, 0x3FFFD } } };

int columnsOf(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        break;
    }
    for (const auto& [first, last] : kWide)
        if (character >= first && character <= last) return 2;
    return 1;
}

} // namespace

int columnsOf(const std::string& utf8)
{
    int columns = 0;
    for (const char32_t character : QString::fromStdString(utf8).toStdU32String())
        columns += columnsOf(character);
    return columns;
}

std::string inColumns(const std::string& utf8, int width, Align align)
{
    std::string text = printable(utf8);
    int columns = columnsOf(text);
    if (columns > width) {
        std::u32string kept;
        columns = 1;
        for (const char32_t character : QString::fromStdString(text).toStdU32String()) {
            if (columns + columnsOf(character) > width) break;
            columns += columnsOf(character);
            kept += character;
        }
        text = QString::fromStdU32String(kept).toStdString() + "…";
    }
    const std::string padding(static_cast<std::size_t>(width - columns), ' ');
    return align == Align::Left ? text + padding : padding + text;
}

} // namespace circumplex::cli
