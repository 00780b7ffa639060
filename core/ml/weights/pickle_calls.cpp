#include "core/ml/weights/pickle_calls.h"

#include "core/ml/model_error.h"

#include <array>
#include <cstring>

namespace circumplex {

namespace {

constexpr std::size_t kMostDimensions = 16;
constexpr std::size_t kLongestKey = 32;
constexpr std::size_t kLongestEncoded = 64; // a numpy scalar's bytes are all that is needed

struct NamedGlobal {
    std::string_view moduleName, name;
    PickleGlobal global;
};
constexpr std::array<NamedGlobal, 9> kGlobals { {
    { "collections", "OrderedDict", PickleGlobal::OrderedDict },
    { "torch._utils", "_rebuild_tensor_v2", PickleGlobal::RebuildTensor },
    { "torch._utils", "_rebuild_tensor", PickleGlobal::RebuildTensor },
    { "torch._utils", "_rebuild_parameter", PickleGlobal::RebuildParameter },
    { "torch", "Size", PickleGlobal::TorchSize },
    { "numpy.core.multiarray", "scalar", PickleGlobal::NumpyScalar },
    { "numpy._core.multiarray", "scalar", PickleGlobal::NumpyScalar },
    { "numpy", "dtype", PickleGlobal::NumpyDtype },
    { "_codecs", "encode", PickleGlobal::CodecsEncode },
} };

struct NamedStorage {
    std::string_view name;
    c10::ScalarType type;
};
constexpr std::array<NamedStorage, 10> kStorages { {
    { "FloatStorage", c10::kFloat },
    { "DoubleStorage", c10::kDouble },
    { "HalfStorage", c10::kHalf },
    { "BFloat16Storage", c10::kBFloat16 },
    { "LongStorage", c10::kLong },
    { "IntStorage", c10::kInt },
    { "ShortStorage", c10::kShort },
    { "CharStorage", c10::kChar },
    { "ByteStorage", c10::kByte },
    { "BoolStorage", c10::kBool },
} };

/// The arguments of one call; asking for one that is missing or of another kind is an error.
class Arguments {
public:
    Arguments(const Pickle& pickle, const PickleList& list, const char* what)
        : m_pickle(pickle)
        , m_list(list)
        , m_what(what)
    {
    }

    std::size_t count() const { return m_list.items.size(); }
    PickleId id(std::size_t i) const
    {
        if (i >= m_list.items.size()) refuse();
        return m_list.items[i];
    }
    template <class Kind> const Kind& get(std::size_t i) const
    {
        const auto* value = m_pickle.as<Kind>(id(i));
        if (value == nullptr) refuse();
        return *value;
    }
    std::int64_t natural(std::size_t i) const
    {
        const auto value = get<std::int64_t>(i);
        if (value < 0) refuse();
        return value;
    }
    std::vector<std::int64_t> naturals(std::size_t i) const
    {
        const auto& list = get<PickleList>(i);
        if (list.items.size() > kMostDimensions) refuse();
        const Arguments inner(m_pickle, list, m_what);
        std::vector<std::int64_t> values;
        for (std::size_t k = 0; k < list.items.size(); ++k)
            values.push_back(inner.natural(k));
        return values;
    }
    std::string shortText(std::size_t i, std::size_t longest) const
    {
        const auto& text = get<std::string>(i);
        if (text.size() > longest) refuse();
        return text;
    }
    [[noreturn]] void refuse() const
    {
        throw ModelError(std::string("a ") + m_what + " in it is not made of what it should be");
    }

private:
    const Pickle& m_pickle;
    const PickleList& m_list;
    const char* m_what;
};

template <class Number> double numberFrom(const Arguments& arguments, const PickleDtype& dtype)
{
    auto bytes = arguments.get<PickleBytes>(1).bytes;
    if (bytes.size() != sizeof(Number)) arguments.refuse();
    if (dtype.isBigEndian) bytes.assign(bytes.rbegin(), bytes.rend());
    Number value {};
    std::memcpy(&value, bytes.data(), sizeof value);
    return static_cast<double>(value);
}

PickleValue numpyScalar(const Arguments& arguments)
{
    const auto& dtype = arguments.get<PickleDtype>(0);
    if (dtype.code == "f8") return numberFrom<double>(arguments, dtype);
    if (dtype.code == "f4") return numberFrom<float>(arguments, dtype);
    if (dtype.code == "i8") return numberFrom<std::int64_t>(arguments, dtype);
    if (dtype.code == "i4") return numberFrom<std::int32_t>(arguments, dtype);
    return PickleOpaque {};
}

/// Latin-1: every code point is one byte.
PickleValue encoded(const Arguments& arguments)
{
    const auto& text = arguments.get<std::string>(0);
    if (text.size() > kLongestEncoded || arguments.get<std::string>(1) != "latin1")
        return PickleOpaque {};
    PickleBytes result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            result.bytes.push_back(text[i]);
        } else if ((byte == 0xc2 || byte == 0xc3) && i + 1 < text.size()) {
            const auto low = static_cast<unsigned char>(text[++i]);
            result.bytes.push_back(static_cast<char>((byte == 0xc3 ? 0xc0 : 0x80) | (low & 0x3f)));
        } else {
            arguments.refuse();
        }
    }
    return result;
}

PickleValue rebuiltTensor(const Arguments& arguments)
{
    PickleTensor tensor { arguments.get<PickleStorage>(0), arguments.natural(1),
        arguments.naturals(2), arguments.naturals(3) };
    if (tensor.sizes.size() != tensor.strides.size()) arguments.refuse();
    return tensor;
}

} // namespace

PickleValue pickleGlobal(std::string_view moduleName, std::string_view name)
{
    for (const auto& known : kGlobals)
        if (known.moduleName == moduleName && known.name == name) return known.global;
    if (moduleName == "torch")
        for (const auto& storage : kStorages)
            if (storage.name == name) return PickleStorageType { storage.type };
    return PickleOpaque {};
}

std::variant<PickleValue, PickleId> callPickleGlobal(
    PickleGlobal global, const Pickle& pickle, const PickleList& list)
{
    switch (global) {
    case PickleGlobal::OrderedDict:
        if (!list.items.empty()) return PickleOpaque {};
        return PickleDict {};
    case PickleGlobal::RebuildTensor:
        return rebuiltTensor({ pickle, list, "tensor" });
    case PickleGlobal::RebuildParameter: {
        const Arguments arguments(pickle, list, "parameter");
        arguments.get<PickleTensor>(0);
        return arguments.id(0);
    }
    case PickleGlobal::TorchSize: {
        const Arguments arguments(pickle, list, "size");
        arguments.get<PickleList>(0);
        return arguments.id(0);
    }
    case PickleGlobal::NumpyScalar:
        return numpyScalar({ pickle, list, "number" });
    case PickleGlobal::NumpyDtype:
        return PickleDtype { Arguments(pickle, list, "number type").shortText(0, kLongestKey) };
    case PickleGlobal::CodecsEncode:
        return encoded({ pickle, list, "byte string" });
    }
    return PickleOpaque {};
}

PickleStorage pickleStorage(const Pickle& pickle, PickleId persistentId)
{
    const auto* list = pickle.as<PickleList>(persistentId);
    const PickleList none;
    const Arguments arguments(pickle, list == nullptr ? none : *list, "storage");
    if (arguments.get<std::string>(0) != "storage") arguments.refuse();
    PickleStorage storage;
    storage.type = arguments.get<PickleStorageType>(1).type;
    storage.key = arguments.shortText(2, kLongestKey);
    storage.wholeCount = storage.count = arguments.natural(4);
    // older files: None, or (key of the view, its first element, its length)
    if (arguments.count() > 5 && pickle.as<std::monostate>(arguments.id(5)) == nullptr) {
        const Arguments view(pickle, arguments.get<PickleList>(5), "storage");
        storage.begin = view.natural(1);
        storage.count = view.natural(2);
        if (storage.begin > storage.wholeCount
            || storage.count > storage.wholeCount - storage.begin)
            arguments.refuse();
    }
    return storage;
}

} // namespace circumplex
