#include "tests/support/checkpoint_writer.h"

#include <ATen/ATen.h>

#include <bit>
#include <cstring>

namespace circumplex::test {

namespace {

template <class Number> std::string little(Number value)
{
    return { reinterpret_cast<const char*>(&value), sizeof value };
}

template <class Number> std::string joined(const std::vector<Number>& values)
{
    std::vector<std::string> items;
    for (const auto value : values)
        items.push_back(pickle::integer(value));
    return pickle::tuple(items);
}

std::string joined(const std::vector<std::string>& items)
{
    std::string bytes;
    for (const auto& item : items)
        bytes += item;
    return bytes;
}

const std::string kOrderedDict = pickle::call(pickle::global("collections", "OrderedDict"), {});

} // namespace

namespace pickle {

std::string text(const std::string& utf8)
{
    return "X" + little(static_cast<std::uint32_t>(utf8.size())) + utf8;
}

std::string integer(std::int32_t value)
{
    return "J" + little(value);
}

std::string number(double value)
{
    return "G" + little(__builtin_bswap64(std::bit_cast<std::uint64_t>(value)));
}

std::string global(const std::string& moduleName, const std::string& name)
{
    return "c" + moduleName + "\n" + name + "\n";
}

std::string tuple(const std::vector<std::string>& items)
{
    return "(" + joined(items) + "t";
}

std::string list(const std::vector<std::string>& items)
{
    return "](" + joined(items) + "e";
}

std::string dict(const std::vector<std::pair<std::string, std::string>>& entries)
{
    std::string bytes = "}(";
    for (const auto& [name, value] : entries)
        bytes += text(name) + value;
    return bytes + "u";
}

std::string call(const std::string& callee, const std::vector<std::string>& arguments)
{
    return callee + tuple(arguments) + "R";
}

std::string numpyScalar(double value)
{
    std::string latin;
    for (const char byte : little(value)) {
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x80)
            latin += byte;
        else
            latin += { static_cast<char>(0xc0 | (code >> 6)),
                static_cast<char>(0x80 | (code & 0x3f)) };
    }
    const auto dtype = call(global("numpy", "dtype"), { text("f8"), kFalse, kTrue })
        + tuple(
            { integer(3), text("<"), kNone, kNone, kNone, integer(-1), integer(-1), integer(0) })
        + "b";
    return call(global("numpy.core.multiarray", "scalar"),
        { dtype, call(global("_codecs", "encode"), { text(latin), text("latin1") }) });
}

std::string storage(
    const std::string& type, const std::string& key, std::int32_t count, const std::string& view)
{
    return "(" + text("storage") + global("torch", type) + text(key) + text("cuda:0")
        + integer(count) + view + "tQ";
}

std::string tensor(const std::string& storage, std::int32_t offset,
    const std::vector<std::int32_t>& sizes, const std::vector<std::int32_t>& strides)
{
    return call(global("torch._utils", "_rebuild_tensor_v2"),
        { storage, integer(offset), joined(sizes), joined(strides), kFalse,
            call(global("collections", "OrderedDict"), {}) });
}

std::string whole(const std::string& object)
{
    return "\x80\x02" + object + ".";
}

} // namespace pickle

std::string zipArchive(const std::vector<ZipMember>& members, ZipSize size)
{
    constexpr std::uint16_t kVersion = 0, kFlags = 0x0808;
    constexpr std::size_t kAlignment = 64, kLocalBytes = 30;
    const auto fixed = [](const ZipMember& member, std::uint32_t bytes) {
        // version, flags, method, time, date, checksum, sizes, length of the name
        return little(kVersion) + little(kFlags) + little(member.method) + little<std::uint32_t>(0)
            + little<std::uint32_t>(0) + little(bytes) + little(bytes)
            + little(static_cast<std::uint16_t>(member.name.size()));
    };
    std::string archive, directory;
    for (const auto& member : members) {
        const auto offset = archive.size();
        const auto used = offset + kLocalBytes + member.name.size() + 4;
        const auto padding = (kAlignment - used % kAlignment) % kAlignment;
        archive += little<std::uint32_t>(0x04034b50) + fixed(member, 0)
            + little(static_cast<std::uint16_t>(padding + 4)) + member.name + "FB"
            + little(static_cast<std::uint16_t>(padding)) + std::string(padding, 'Z')
            + member.bytes;
        const auto bytes = static_cast<std::uint64_t>(
            static_cast<std::int64_t>(member.bytes.size()) + member.sizeError);
        const auto place
            = static_cast<std::uint64_t>(static_cast<std::int64_t>(offset) + member.offsetError);
        archive += little<std::uint32_t>(0x08074b50) + little<std::uint32_t>(0)
            + little(static_cast<std::uint32_t>(bytes)) + little(static_cast<std::uint32_t>(bytes));

        const bool isLarge = size == ZipSize::Zip64;
        const auto extra = isLarge ? little<std::uint16_t>(1) + little<std::uint16_t>(24)
                + little(bytes) + little(bytes) + little(place)
                                   : std::string();
        directory += little<std::uint32_t>(0x02014b50) + little(kVersion)
            + fixed(member, isLarge ? 0xffffffff : static_cast<std::uint32_t>(bytes))
            + little(static_cast<std::uint16_t>(extra.size()))
            // comment, disk, attributes
            + little<std::uint16_t>(0) + little<std::uint16_t>(0) + little<std::uint16_t>(0)
            + little<std::uint32_t>(0)
            + little(isLarge ? 0xffffffff : static_cast<std::uint32_t>(place)) + member.name
            + extra;
    }
    const auto begin = archive.size();
    archive += directory;
    const auto count = members.size();
    if (size == ZipSize::Zip64) {
        const auto record = archive.size();
        archive += little<std::uint32_t>(0x06064b50) + little<std::uint64_t>(44) + little(kVersion)
            + little(kVersion) + little<std::uint64_t>(0) + little<std::uint64_t>(count)
            + little<std::uint64_t>(count) + little<std::uint64_t>(directory.size())
            + little<std::uint64_t>(begin);
        archive += little<std::uint32_t>(0x07064b50) + little<std::uint32_t>(0)
            + little<std::uint64_t>(record) + little<std::uint32_t>(1);
    }
    const bool isLarge = size == ZipSize::Zip64;
    const auto short16 = isLarge ? std::uint16_t { 0xffff } : static_cast<std::uint16_t>(count);
    archive += little<std::uint32_t>(0x06054b50) + little<std::uint32_t>(0) + little(short16)
        + little(short16)
        + little(isLarge ? 0xffffffff : static_cast<std::uint32_t>(directory.size()))
        + little(isLarge ? 0xffffffff : static_cast<std::uint32_t>(begin))
        + little<std::uint16_t>(0);
    return archive;
}

std::string CheckpointWriter::stateDict(const WeightMap& weights, const std::string& prefix)
{
    auto bytes = kOrderedDict + "(";
    for (const auto& [name, tensor] : weights) {
        const auto values = tensor.contiguous();
        const auto key = std::to_string(m_storages.size());
        m_storages.emplace_back(static_cast<const char*>(values.const_data_ptr()), values.nbytes());
        std::vector<std::int32_t> sizes, strides;
        for (std::int64_t axis = 0; axis < values.dim(); ++axis) {
            sizes.push_back(static_cast<std::int32_t>(values.size(axis)));
            strides.push_back(static_cast<std::int32_t>(values.stride(axis)));
        }
        bytes += pickle::text(prefix + name)
            + pickle::tensor(
                pickle::storage("FloatStorage", key, static_cast<std::int32_t>(values.numel()),
                    m_format == Format::OldStream ? pickle::kNone : ""),
                0, sizes, strides);
    }
    return bytes + "u";
}

std::string CheckpointWriter::file(const std::string& object) const
{
    return m_format == Format::Archive ? archive(object) : oldStream(object);
}

std::string CheckpointWriter::archive(const std::string& object) const
{
    std::vector<ZipMember> members { { "archive/data.pkl", pickle::whole(object) } };
    members.push_back({ "archive/byteorder", "little" });
    for (std::size_t key = 0; key < m_storages.size(); ++key)
        members.push_back({ "archive/data/" + std::to_string(key), m_storages[key] });
    members.push_back({ "archive/version", "3\n" });
    return zipArchive(members);
}

std::string CheckpointWriter::oldStream(const std::string& object) const
{
    const std::string magic("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.", 15);
    std::vector<std::string> keys;
    std::string data;
    for (std::size_t key = 0; key < m_storages.size(); ++key) {
        keys.push_back(pickle::text(std::to_string(key)));
        data += little<std::uint64_t>(m_storages[key].size() / sizeof(float)) + m_storages[key];
    }
    return magic + pickle::whole(pickle::integer(1001))
        + pickle::whole(pickle::dict(
            { { "protocol_version", pickle::integer(1001) }, { "little_endian", pickle::kTrue } }))
        + pickle::whole(object) + pickle::whole(pickle::list(keys)) + data;
}

} // namespace circumplex::test
