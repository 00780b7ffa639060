#include "core/ml/weights/zip_directory.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace circumplex {

namespace {

constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint64_t kEndBytes = 22, kEnd64Bytes = 56, kLocator64Bytes = 20;
constexpr std::uint64_t kCentralBytes = 46, kLocalBytes = 30;
constexpr std::uint64_t kLongestComment = 0xffff;
constexpr std::uint64_t kLargestDirectory = 64 << 20;
constexpr std::uint16_t kZip64Field = 1;
constexpr std::uint16_t kEncryptedFlag = 1;
constexpr std::uint32_t kIn64 = 0xffffffff; ///< the value stands in a ZIP64 record

/// Little-endian number at `offset`, which the caller has checked.
template <class Number> Number number(std::string_view bytes, std::uint64_t offset)
{
    Number value {};
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

struct Directory {
    std::uint64_t begin = 0, size = 0, count = 0;
};

Directory findDirectory(const ByteFile& file)
{
    const auto tailBytes = std::min(file.size(), kEndBytes + kLongestComment);
    const auto tailBegin = file.size() - tailBytes;
    const auto tail = file.text(tailBegin, tailBytes);
    for (auto end = tailBytes; end >= kEndBytes; --end) {
        const auto place = end - kEndBytes;
        if (number<std::uint32_t>(tail, place) != kEndSignature
            || number<std::uint16_t>(tail, place + 20) != tailBytes - end)
            continue;
        Directory found { number<std::uint32_t>(tail, place + 16),
            number<std::uint32_t>(tail, place + 12), number<std::uint16_t>(tail, place + 10) };
        const auto endBegin = tailBegin + place;
        if (endBegin >= kLocator64Bytes) {
            const auto locator = file.text(endBegin - kLocator64Bytes, kLocator64Bytes);
            if (number<std::uint32_t>(locator, 0) == kLocator64Signature) {
                const auto record = file.text(number<std::uint64_t>(locator, 8), kEnd64Bytes);
                if (number<std::uint32_t>(record, 0) != kEnd64Signature)
                    file.refuse("its ZIP64 record is damaged");
                found = { number<std::uint64_t>(record, 48), number<std::uint64_t>(record, 40),
                    number<std::uint64_t>(record, 32) };
            }
        }
        if (found.begin > endBegin || found.size > endBegin - found.begin)
            file.refuse("its archive directory does not lie within the file");
        if (found.size > kLargestDirectory) file.refuse("its archive directory is too large");
        return found;
    }
    file.refuse("is not a whole ZIP archive");
}

/// The member's central header at `offset`, with ZIP64 values in place.
struct Header {
    std::uint64_t packed = 0, size = 0, local = 0;
};

Header readHeader(const ByteFile& file, std::string_view bytes, std::string_view extra)
{
    Header header { number<std::uint32_t>(bytes, 20), number<std::uint32_t>(bytes, 24),
        number<std::uint32_t>(bytes, 42) };
    while (extra.size() >= 4) {
        const auto kind = number<std::uint16_t>(extra, 0);
        const std::uint64_t length = number<std::uint16_t>(extra, 2);
        if (length > extra.size() - 4) file.refuse("its archive directory is damaged");
        auto field = extra.substr(4, length);
        extra.remove_prefix(4 + length);
        if (kind != kZip64Field) continue;
        for (auto* value : { &header.size, &header.packed, &header.local }) {
            if (*value != kIn64) continue;
            if (field.size() < 8) file.refuse("its archive directory is damaged");
            *value = number<std::uint64_t>(field, 0);
            field.remove_prefix(8);
        }
    }
    return header;
}

} // namespace

ZipDirectory::ZipDirectory(const ByteFile& file)
{
    const auto directory = findDirectory(file);
    const auto text = file.text(directory.begin, directory.size);
    std::string_view rest = text;
    for (std::uint64_t i = 0; i < directory.count; ++i) {
        if (rest.size() < kCentralBytes || number<std::uint32_t>(rest, 0) != kCentralSignature)
            file.refuse("its archive directory is damaged");
        const std::uint64_t nameBytes = number<std::uint16_t>(rest, 28);
        const std::uint64_t extraBytes = number<std::uint16_t>(rest, 30);
        const std::uint64_t commentBytes = number<std::uint16_t>(rest, 32);
        if (rest.size() - kCentralBytes < nameBytes + extraBytes + commentBytes)
            file.refuse("its archive directory is damaged");
        const std::string name(rest.substr(kCentralBytes, nameBytes));
        const auto header
            = readHeader(file, rest, rest.substr(kCentralBytes + nameBytes, extraBytes));
        if ((number<std::uint16_t>(rest, 8) & kEncryptedFlag) != 0)
            file.refuse("its member " + name + " is encrypted");
        if (number<std::uint16_t>(rest, 10) != 0 || header.packed != header.size)
            file.refuse("its member " + name + " is compressed");

        const auto local = file.text(header.local, kLocalBytes);
        if (number<std::uint32_t>(local, 0) != kLocalSignature)
            file.refuse("its member " + name + " is not where the directory says");
        const auto begin = header.local + kLocalBytes + number<std::uint16_t>(local, 26)
            + number<std::uint16_t>(local, 28);
        if (begin > directory.begin || header.size > directory.begin - begin)
            file.refuse("its member " + name + " does not lie within the file");
        if (!m_members.emplace(name, Member { begin, header.size }).second)
            file.refuse("has the member " + name + " twice");
        rest.remove_prefix(kCentralBytes + nameBytes + extraBytes + commentBytes);
    }
}

} // namespace circumplex
