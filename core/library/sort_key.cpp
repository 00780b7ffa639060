#include "core/library/sort_key.h"

#include <array>
#include <cstdint>

namespace circumplex {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Plain letters for U+00C0..U+017F; "" keeps the character.
constexpr std::array<const char*, 192> kPlain { "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e",
    "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u",
    "y", "th", "ss", //
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o",
    "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y", //
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", "d", "d", "e",
    "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g", //
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i", "i", "i", "ij",
    "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", //
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", "o", "o", "oe",
    "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", //
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u",
    "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s" };

/// Takes one code point off the front; kReplacement for a byte that begins none.
char32_t nextCodePoint(std::string_view& text)
{
    const auto byte = [&text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    std::size_t length = 1;
    char32_t value = first;
    char32_t smallest = 0;
    if (first >= 0xF0 && first < 0xF5) {
        length = 4;
        value = first & 0x07U;
        smallest = 0x10000;
    } else if (first >= 0xE0 && first < 0xF0) {
        length = 3;
        value = first & 0x0FU;
        smallest = 0x800;
    } else if (first >= 0xC2 && first < 0xE0) {
        length = 2;
        value = first & 0x1FU;
        smallest = 0x80;
    } else if (first >= 0x80) {
        text.remove_prefix(1);
        return kReplacement;
    }
    bool isWhole = text.size() >= length;
    for (std::size_t i = 1; isWhole && i < length; ++i) {
        isWhole = (byte(i) & 0xC0U) == 0x80U;
        value = value << 6U | (byte(i) & 0x3FU);
    }
    if (!isWhole || value < smallest || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
        text.remove_prefix(1);
        return kReplacement;
    }
    text.remove_prefix(length);
    return value;
}

void append(std::string& text, char32_t c)
{
    const auto add = [&text](char32_t bits) { text += static_cast<char>(bits); };
    if (c < 0x80) {
        add(c);
    } else if (c < 0x800) {
        add(0xC0 | c >> 6U);
        add(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        add(0xE0 | c >> 12U);
        add(0x80 | (c >> 6U & 0x3F));
        add(0x80 | (c & 0x3F));
    } else {
        add(0xF0 | c >> 18U);
        add(0x80 | (c >> 12U & 0x3F));
        add(0x80 | (c >> 6U & 0x3F));
        add(0x80 | (c & 0x3F));
    }
}

char32_t lowerCase(char32_t c)
{
    if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 0x20;
    if (c >= 0x400 && c <= 0x40F) return c + 0x50;
    return c;
}

} // namespace

std::string sortKey(std::string_view utf8)
{
    std::string key;
    key.reserve(utf8.size());
    while (!utf8.empty()) {
        const char32_t c = nextCodePoint(utf8);
        if (c >= 'A' && c <= 'Z')
            key += static_cast<char>(c + 0x20);
        else if (c >= 0x300 && c < 0x370) // combining marks
            continue;
        else if (c >= 0xC0 && c < 0x180 && *kPlain[c - 0xC0] != 0)
            key += kPlain[c - 0xC0];
        else
            append(key, lowerCase(c));
    }
    // The last code point there is: behind every text.
    if (key.empty()) append(key, 0x10FFFF);
    return key;
}

std::string readableText(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const char32_t c = nextCodePoint(bytes);
        append(text, c < 0x20 || c == 0x7F ? U' ' : c);
    }
    return text;
}

} // namespace circumplex
