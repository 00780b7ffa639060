#include "core/audio/text_encoding.h"

#include <array>
#include <cstdint>

namespace circumplex {

namespace {

constexpr char32_t kReplacement = 0xfffd;

/// Windows-1252's 0x80 to 0x9f. The five bytes without a meaning stay control characters
/// (https://encoding.spec.whatwg.org/#index-windows-1252).
constexpr std::array<char16_t, 32> kWindows1252 { 0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026,
    0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018,
    0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,
    0x017e, 0x0178 };

unsigned char byteAt(std::string_view bytes, std::size_t i)
{
    return static_cast<unsigned char>(bytes[i]);
}

void append(std::string& out, char32_t c)
{
    const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0 | c >> 6);
        put(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        put(0xe0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
    } else {
        put(0xf0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3f));
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
    }
}

std::string fromUtf16(std::string_view bytes, bool isBigEndian)
{
    const auto unit = [&](std::size_t i) -> char32_t {
        const unsigned a = byteAt(bytes, i);
        const unsigned b = byteAt(bytes, i + 1);
        return isBigEndian ? a << 8 | b : b << 8 | a;
    };
    const auto isHigh = [](char32_t c) { return c >= 0xd800 && c < 0xdc00; };
    const auto isLow = [](char32_t c) { return c >= 0xdc00 && c < 0xe000; };
    std::string out;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const char32_t c = unit(i);
        if (isHigh(c) && i + 3 < bytes.size() && isLow(unit(i + 2))) {
            append(out, 0x10000 + ((c - 0xd800) << 10) + (unit(i + 2) - 0xdc00));
            i += 2;
        } else {
            append(out, isHigh(c) || isLow(c) ? kReplacement : c);
        }
    }
    return out;
}

} // namespace

bool isUtf8(std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size();) {
        const unsigned char lead = byteAt(bytes, i++);
        if (lead < 0x80) continue;
        const int more = lead >= 0xc2 && lead < 0xe0 ? 1
            : lead >= 0xe0 && lead < 0xf0            ? 2
            : lead >= 0xf0 && lead < 0xf5            ? 3
                                                     : 0;
        if (more == 0) return false;
        char32_t c = lead & (0x3fU >> more);
        for (int k = 0; k < more; ++k, ++i) {
            if (i >= bytes.size() || (byteAt(bytes, i) & 0xc0U) != 0x80U) return false;
            c = c << 6 | (byteAt(bytes, i) & 0x3fU);
        }
        const bool isOverlong = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
        if (isOverlong || c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) return false;
    }
    return true;
}

std::string textToUtf8(std::string_view bytes)
{
    if (bytes.starts_with("\xef\xbb\xbf"))
        bytes.remove_prefix(3);
    else if (bytes.starts_with("\xff\xfe"))
        return fromUtf16(bytes.substr(2), false);
    else if (bytes.starts_with("\xfe\xff"))
        return fromUtf16(bytes.substr(2), true);
    if (isUtf8(bytes)) return std::string(bytes);
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned char c = byteAt(bytes, i);
        append(out, c >= 0x80 && c < 0xa0 ? char32_t { kWindows1252[c - 0x80U] } : char32_t { c });
    }
    return out;
}

} // namespace circumplex
