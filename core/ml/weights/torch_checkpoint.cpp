#include "core/ml/weights/torch_checkpoint.h"

#include "core/ml/model_error.h"
#include "core/ml/weights/byte_file.h"
#include "core/ml/weights/pickle_machine.h"
#include "core/ml/weights/zip_directory.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <string_view>

namespace circumplex {

namespace {

constexpr std::uint64_t kLargestPickle = 64 << 20;
constexpr int kDeepestDictionary = 32;
constexpr std::size_t kMostEntries = 100'000;
constexpr std::size_t kLongestName = 512;
constexpr std::uint64_t kMostSharing = 4; // times the file's bytes that all its tensors may take

/// The first pickle of the format before PyTorch 1.6: protocol 2, the integer
/// 0x1950a86a20f9469cfc6c.
constexpr std::string_view kOldMagic(
    "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.", 15);
constexpr std::int64_t kOldProtocol = 1001;

/// The checkpoint's blocks of numbers, read when a tensor needs them.
class Storages {
public:
    explicit Storages(const ByteFile& file)
        : m_file(file)
    {
    }

    void add(const std::string& key, std::uint64_t begin, std::uint64_t bytes)
    {
        if (!m_blocks.emplace(key, Block { begin, bytes, {} }).second)
            m_file.refuse("has the storage " + key + " twice");
    }

    /// @return contiguous; shares memory with other tensors of the same storage where it can
    at::Tensor tensor(const std::string& name, const PickleTensor& described)
    {
        const auto& elements = block(described.storage);
        std::int64_t count = 1, last = described.offset, extent = 1;
        bool fits = true;
        for (std::size_t i = 0; i < described.sizes.size(); ++i) {
            const auto size = described.sizes[i];
            std::int64_t reach = 0;
            count *= std::min<std::int64_t>(size, 1);
            fits = fits && !__builtin_mul_overflow(extent, std::max<std::int64_t>(size, 1), &extent)
                && (size == 0 || !__builtin_mul_overflow(size - 1, described.strides[i], &reach))
                && !__builtin_add_overflow(last, reach, &last);
        }
        count *= extent; // 0 or 1 before: whether any dimension is empty
        if (!fits || (count > 0 && last >= described.storage.count)
            || count > described.storage.count)
            m_file.refuse("the tensor " + name + " does not lie within its storage");
        if (count == 0) return at::empty(described.sizes, elements.scalar_type());
        m_taken += static_cast<std::uint64_t>(count) * elements.element_size();
        if (m_taken / kMostSharing > m_file.size())
            m_file.refuse("its tensors share their storage too often");
        return at::as_strided(elements, described.sizes, described.strides,
            described.storage.begin + described.offset)
            .contiguous();
    }

private:
    struct Block {
        std::uint64_t begin = 0, bytes = 0;
        at::Tensor elements;
    };

    const at::Tensor& block(const PickleStorage& storage)
    {
        const auto found = m_blocks.find(storage.key);
        if (found == m_blocks.end()) m_file.refuse("lacks the storage " + storage.key);
        Block& block = found->second;
        std::uint64_t bytes = 0;
        if (__builtin_mul_overflow(static_cast<std::uint64_t>(storage.wholeCount),
                std::uint64_t { c10::elementSize(storage.type) }, &bytes)
            || bytes != block.bytes)
            m_file.refuse("the storage " + storage.key + " is not as long as its tensors say");
        if (!block.elements.defined()) {
            block.elements = at::empty({ storage.wholeCount }, storage.type);
            m_file.read(block.begin, block.elements.mutable_data_ptr(), bytes);
        }
        if (block.elements.scalar_type() != storage.type)
            m_file.refuse("the storage " + storage.key + " has two types");
        return block.elements;
    }

    const ByteFile& m_file;
    std::map<std::string, Block> m_blocks;
    std::uint64_t m_taken = 0;
};

/// Turns nested dictionaries into names with dots.
class Flattener {
public:
    Flattener(const ByteFile& file, const Pickle& pickle, Storages& storages)
        : m_file(file)
        , m_pickle(pickle)
        , m_storages(storages)
    {
    }

    TorchCheckpoint run()
    {
        if (m_pickle.as<PickleDict>(m_pickle.root) == nullptr)
            m_file.refuse("is not a dictionary of tensors");
        visit("", m_pickle.root, 0);
        return std::move(m_checkpoint);
    }

private:
    void visit(const std::string& name, PickleId id, int depth)
    {
        if (++m_entries > kMostEntries) m_file.refuse("has too many entries");
        if (name.size() > kLongestName) m_file.refuse("has an overlong name");
        if (const auto* tensor = m_pickle.as<PickleTensor>(id)) {
            requireNew(m_checkpoint.tensors.emplace(name, m_storages.tensor(name, *tensor)));
        } else if (const auto* integer = m_pickle.as<std::int64_t>(id)) {
            requireNew(m_checkpoint.numbers.emplace(name, static_cast<double>(*integer)));
        } else if (const auto* number = m_pickle.as<double>(id)) {
            requireNew(m_checkpoint.numbers.emplace(name, *number));
        } else if (const auto* dict = m_pickle.as<PickleDict>(id)) {
            if (depth == kDeepestDictionary) m_file.refuse("is nested too deeply");
            for (const auto& [key, value] : dict->entries) {
                std::string part;
                if (const auto* text = m_pickle.as<std::string>(key))
                    part = *text;
                else if (const auto* index = m_pickle.as<std::int64_t>(key))
                    part = std::to_string(*index);
                else
                    continue; // nothing that is of use here has another kind of name
                visit(depth == 0 ? part : name + "." + part, value, depth + 1);
            }
        }
    }

    template <class Place> void requireNew(const Place& place)
    {
        if (!place.second) m_file.refuse("has " + place.first->first + " twice");
    }

    const ByteFile& m_file;
    const Pickle& m_pickle;
    Storages& m_storages;
    TorchCheckpoint m_checkpoint;
    std::size_t m_entries = 0;
};

TorchCheckpoint readArchive(const ByteFile& file)
{
    const ZipDirectory directory(file);
    constexpr std::string_view kPickle = "/data.pkl";
    std::string top;
    for (const auto& [name, member] : directory.members())
        if (name.ends_with(kPickle) && name.find('/') == name.size() - kPickle.size())
            top = name.substr(0, name.size() - kPickle.size()) + "/";
    if (top.empty()) file.refuse("is a ZIP archive, but not a PyTorch checkpoint");

    Storages storages(file);
    const auto dataPrefix = top + "data/";
    for (const auto& [name, member] : directory.members())
        if (name.starts_with(dataPrefix))
            storages.add(name.substr(dataPrefix.size()), member.begin, member.size);
    if (const auto order = directory.members().find(top + "byteorder");
        order != directory.members().end()
        && (order->second.size != 6 || file.text(order->second.begin, 6) != "little"))
        file.refuse("is not little-endian");
    const auto& pickled = directory.members().at(top + "data.pkl");
    if (pickled.size > kLargestPickle) file.refuse("its pickle is too large");
    const auto pickle = readPickle(file.text(pickled.begin, pickled.size));
    return Flattener(file, pickle, storages).run();
}

/// The format before PyTorch 1.6: magic, protocol, machine, object and storage keys, each a pickle;
/// then for each key a 64-bit count and the elements.
TorchCheckpoint readOldStream(const ByteFile& file)
{
    const auto text = file.text(0, std::min(file.size(), kLargestPickle));
    std::string_view rest = std::string_view(text).substr(kOldMagic.size());
    const auto next = [&rest] {
        auto pickle = readPickle(rest);
        rest.remove_prefix(pickle.length);
        return pickle;
    };
    const auto protocol = next();
    const auto* number = protocol.as<std::int64_t>(protocol.root);
    if (number == nullptr || *number != kOldProtocol) file.refuse("is of an unknown protocol");
    const auto machine = next();
    if (const auto* facts = machine.as<PickleDict>(machine.root))
        for (const auto& [key, value] : facts->entries) {
            const auto* name = machine.as<std::string>(key);
            const auto* flag = machine.as<bool>(value);
            if (name != nullptr && *name == "little_endian" && flag != nullptr && !*flag)
                file.refuse("is not little-endian");
        }
    const auto object = next();
    const auto keys = next();
    const auto* list = keys.as<PickleList>(keys.root);
    if (list == nullptr) file.refuse("lacks the list of its storages");

    // how long an element is stands with the tensors only
    std::map<std::string, std::uint64_t> elementSizes;
    for (const auto& value : object.values)
        if (const auto* storage = std::get_if<PickleStorage>(&value))
            elementSizes[storage->key] = c10::elementSize(storage->type);
    Storages storages(file);
    auto position = text.size() - rest.size();
    for (const auto id : list->items) {
        const auto* key = keys.as<std::string>(id);
        if (key == nullptr || !elementSizes.contains(*key))
            file.refuse("has a storage that no tensor uses");
        std::uint64_t count = 0, bytes = 0;
        file.read(position, &count, sizeof count);
        position += sizeof count;
        if (__builtin_mul_overflow(count, elementSizes[*key], &bytes)
            || bytes > file.size() - position)
            file.refuse("is cut off");
        storages.add(*key, position, bytes);
        position += bytes;
    }
    return Flattener(file, object, storages).run();
}

} // namespace

TorchCheckpoint readTorchCheckpoint(const std::filesystem::path& path)
{
    const ByteFile file(path);
    const auto beginning = file.text(0, std::min<std::uint64_t>(file.size(), kOldMagic.size()));
    try {
        if (beginning.starts_with("PK")) return readArchive(file);
        if (beginning == kOldMagic) return readOldStream(file);
    } catch (const ModelError& error) {
        const std::string_view reason = error.what();
        if (reason.starts_with(path.string())) throw;
        file.refuse(std::string(reason));
    }
    file.refuse("is not a PyTorch checkpoint");
}

} // namespace circumplex
