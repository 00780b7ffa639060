#include "core/audio/trailing_tags.h"

#include <array>
#include <cstdio>
#include <string_view>

namespace circumplex {

namespace {

constexpr std::int64_t kId3v1Bytes = 128;
constexpr int kMostTags = 8;

/// The bytes before a place in a file, at most kId3v1Bytes of them.
class Tail {
public:
    Tail(InputFile& file, std::int64_t end)
    {
        const std::int64_t count = std::min(end, kId3v1Bytes);
        if (file.seek(end - count, SEEK_SET) != end - count) return;
        const auto wanted
            = std::as_writable_bytes(std::span(m_bytes)).first(static_cast<std::size_t>(count));
        if (file.read(wanted) == count) m_count = wanted.size();
    }

    /// Nothing if there are not so many.
    std::string_view last(std::size_t count) const
    {
        if (count > m_count) return {};
        return { m_bytes.data() + (m_count - count), count };
    }

private:
    std::array<char, kId3v1Bytes> m_bytes {};
    std::size_t m_count = 0;
};

std::int64_t littleEndian(std::string_view four)
{
    std::int64_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(four[i]);
    return value;
}

/// APEv2: a footer of 32 bytes says the size without the header, and whether there is a header.
std::int64_t apeTagBytes(const Tail& tail)
{
    const std::string_view footer = tail.last(32);
    if (!footer.starts_with("APETAGEX")) return 0;
    const bool hasHeader = (static_cast<unsigned char>(footer[23]) & 0x80U) != 0;
    const std::int64_t size = littleEndian(footer.substr(12, 4));
    return size < 32 ? 0 : size + (hasHeader ? 32 : 0);
}

/// Lyrics3v2: six digits say the size of what stands before them.
std::int64_t lyricsBytes(const Tail& tail)
{
    const std::string_view footer = tail.last(15);
    if (!footer.ends_with("LYRICS200")) return 0;
    std::int64_t size = 0;
    for (const char c : footer.substr(0, 6)) {
        if (c < '0' || c > '9') return 0;
        size = size * 10 + (c - '0');
    }
    return size + 15;
}

/// ID3v2.4 with a footer: a size of 7 bits a byte, header and footer of 10 bytes each.
std::int64_t id3v2Bytes(const Tail& tail)
{
    const std::string_view footer = tail.last(10);
    if (!footer.starts_with("3DI")) return 0;
    std::int64_t size = 0;
    for (const char c : footer.substr(6)) {
        if ((static_cast<unsigned char>(c) & 0x80U) != 0) return 0;
        size = size << 7 | static_cast<unsigned char>(c);
    }
    return size + 20;
}

std::int64_t lastTagBytes(const Tail& tail)
{
    if (tail.last(static_cast<std::size_t>(kId3v1Bytes)).starts_with("TAG")) return kId3v1Bytes;
    if (const auto bytes = apeTagBytes(tail); bytes > 0) return bytes;
    if (const auto bytes = lyricsBytes(tail); bytes > 0) return bytes;
    return id3v2Bytes(tail);
}

} // namespace

std::int64_t endWithoutTags(InputFile& file)
{
    std::int64_t end = file.sizeBytes();
    for (int i = 0; i < kMostTags; ++i) {
        const std::int64_t bytes = lastTagBytes(Tail(file, end));
        if (bytes == 0 || bytes >= end) break;
        end -= bytes;
    }
    file.seek(0, SEEK_SET);
    return end;
}

} // namespace circumplex
