#include "core/ml/weights/safetensors_file.h"

#include "core/ml/model_error.h"
#include "core/ml/weights/atomic_write.h"
#include "core/ml/weights/byte_file.h"
#include "core/ml/weights/strict_json.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

using nlohmann::json;

namespace circumplex {

namespace {

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::uint64_t kLongestHeader = 100'000'000; // the published library's limit
constexpr std::size_t kMostHeaderValues = 1 << 21;
constexpr std::size_t kMostDimensions = 16;
constexpr const char* kMetadata = "__metadata__";

struct NamedType {
    const char* name;
    at::ScalarType type;
};
constexpr std::array<NamedType, 8> kTypes { {
    { "F32", at::kFloat },
    { "F16", at::kHalf },
    { "BF16", at::kBFloat16 },
    { "F64", at::kDouble },
    { "I64", at::kLong },
    { "I32", at::kInt },
    { "U8", at::kByte },
    { "BOOL", at::kBool },
} };

struct Entry {
    std::string name;
    at::ScalarType type {};
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0, end = 0; ///< in the data
};

std::vector<std::uint64_t> counts(const ByteFile& file, const json& object, const char* field,
    const std::string& name, std::size_t most)
{
    const auto found = object.find(field);
    const auto isCount = [](const json& value) { return value.is_number_unsigned(); };
    if (found == object.end() || !found->is_array() || found->size() > most
        || !std::all_of(found->begin(), found->end(), isCount))
        file.refuse("the " + std::string(field) + " of \"" + name + "\" are not usable");
    return found->get<std::vector<std::uint64_t>>();
}

Entry parseEntry(const ByteFile& file, const std::string& name, const json& object)
{
    if (!object.is_object()) file.refuse("\"" + name + "\" is not described");
    Entry entry;
    entry.name = name;

    const auto typeName = object.find("dtype");
    const auto known = std::find_if(kTypes.begin(), kTypes.end(),
        [&](const NamedType& type) { return typeName != object.end() && *typeName == type.name; });
    if (known == kTypes.end()) file.refuse("\"" + name + "\" has a dtype that is not supported");
    entry.type = known->type;

    std::uint64_t extent = c10::elementSize(entry.type); // strides stay small even of empty tensors
    bool isEmpty = false;
    for (const auto size : counts(file, object, "shape", name, kMostDimensions)) {
        isEmpty = isEmpty || size == 0;
        if (__builtin_mul_overflow(extent, std::max<std::uint64_t>(size, 1), &extent)
            || extent > INT64_MAX)
            file.refuse("\"" + name + "\" has an impossible shape");
        entry.shape.push_back(static_cast<std::int64_t>(size));
    }
    const auto bytes = isEmpty ? 0 : extent;
    const auto offsets = counts(file, object, "data_offsets", name, 2);
    if (offsets.size() != 2 || offsets[1] < offsets[0])
        file.refuse("the data_offsets of \"" + name + "\" are not usable");
    entry.begin = offsets[0];
    entry.end = offsets[1];
    if (entry.end - entry.begin != bytes)
        file.refuse("the data_offsets of \"" + name + "\" do not fit its shape");
    return entry;
}

/// Every byte of the data belongs to exactly one tensor, so that nothing hides in the file.
void requireWholeCover(const ByteFile& file, std::vector<Entry>& entries, std::uint64_t dataBytes)
{
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
    });
    std::uint64_t covered = 0;
    for (const Entry& entry : entries) {
        if (entry.begin < covered) file.refuse("\"" + entry.name + "\" overlaps another tensor");
        if (entry.begin > covered) file.refuse("there is a hole before \"" + entry.name + "\"");
        covered = entry.end;
    }
    if (covered > dataBytes) file.refuse("is cut off");
    if (covered < dataBytes) file.refuse("there are bytes behind the last tensor");
}

} // namespace

WeightFile readSafetensors(const std::filesystem::path& path)
{
    const ByteFile file(path);
    std::uint64_t headerBytes = 0;
    file.read(0, &headerBytes, kLengthBytes);
    if (headerBytes > kLongestHeader) file.refuse("its header is longer than 100 MB");
    const auto text = file.text(kLengthBytes, headerBytes);
    if (!text.starts_with('{')) file.refuse("is not a safetensors file");
    json header;
    try {
        header = parseStrictJson<json>(text, /*deepest=*/4, kMostHeaderValues);
    } catch (const ModelError& error) {
        file.refuse(error.what());
    }

    WeightFile content;
    std::vector<Entry> entries;
    for (const auto& [name, value] : header.items()) {
        if (name != kMetadata) {
            entries.push_back(parseEntry(file, name, value));
            continue;
        }
        if (!value.is_object()) file.refuse("its __metadata__ is not an object");
        for (const auto& [key, entry] : value.items()) {
            if (!entry.is_string()) file.refuse("its __metadata__ has other values than text");
            content.metadata[key] = entry.get<std::string>();
        }
    }
    const auto dataBegin = kLengthBytes + headerBytes;
    requireWholeCover(file, entries, file.size() - dataBegin);
    for (const Entry& entry : entries) {
        auto tensor = at::empty(entry.shape, entry.type);
        file.read(dataBegin + entry.begin, tensor.mutable_data_ptr(), entry.end - entry.begin);
        content.tensors.emplace(entry.name, std::move(tensor));
    }
    return content;
}

void writeSafetensors(const std::filesystem::path& path, const WeightFile& content)
{
    // wide types first, so that every tensor is aligned, as the published library does it
    std::vector<std::pair<std::string, at::Tensor>> tensors;
    for (const auto& [name, tensor] : content.tensors)
        tensors.emplace_back(name, tensor.cpu().contiguous());
    std::stable_sort(tensors.begin(), tensors.end(), [](const auto& a, const auto& b) {
        return a.second.element_size() > b.second.element_size();
    });

    json header = json::object();
    if (!content.metadata.empty()) header[kMetadata] = content.metadata;
    std::size_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        const auto known = std::find_if(kTypes.begin(), kTypes.end(),
            [&type = tensor](const NamedType& t) { return t.type == type.scalar_type(); });
        if (known == kTypes.end())
            throw ModelError("\"" + name + "\" has a dtype that safetensors files do not know");
        header[name] = { { "dtype", known->name }, { "shape", tensor.sizes().vec() },
            { "data_offsets", { offset, offset + tensor.nbytes() } } };
        offset += tensor.nbytes();
    }
    auto text = header.dump(-1, ' ', false, json::error_handler_t::replace);
    text.resize((text.size() + 7) / 8 * 8, ' ');

    AtomicFile file(path);
    const std::uint64_t headerBytes = text.size();
    file.write(&headerBytes, kLengthBytes);
    file.write(text.data(), text.size());
    for (const auto& [name, tensor] : tensors)
        file.write(tensor.const_data_ptr(), tensor.nbytes());
    file.commit();
}

} // namespace circumplex
