#include "core/ml/training/training_pack.h"

#include "core/ml/harmony/chord_symbols.h"
#include "core/ml/model_error.h"
#include "core/ml/weights/safetensors_file.h"
#include "core/types/mood_tags.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <utility>

namespace circumplex {

namespace {

constexpr const char* kFormat = "circumplex-training-pack-1";
constexpr std::int64_t kSymbolCount = 14;
constexpr auto kTagCount = static_cast<std::int64_t>(kMoodTags.size());

/// Takes tensors of known shapes out of a file.
class PackReader {
public:
    PackReader(const std::filesystem::path& path, const WeightFile& file)
        : m_path(path.string())
        , m_file(file)
    {
        m_examples = find("key").dim() == 1 ? find("key").size(0) : 0;
        if (m_examples == 0) fail("holds no examples");
    }

    [[noreturn]] void fail(const std::string& reason) const
    {
        throw ModelError("the training pack " + m_path + " " + reason);
    }

    const at::Tensor& find(const std::string& name) const
    {
        const auto found = m_file.tensors.find(name);
        if (found == m_file.tensors.end()) fail("lacks " + name);
        return found->second;
    }

    /// @param columns  0 for a tensor [example], else [example, columns]
    template <class Value>
    std::vector<Value> take(const std::string& name, std::int64_t columns,
        std::initializer_list<at::ScalarType> types) const
    {
        const auto& tensor = find(name);
        const bool fits = columns == 0 ? tensor.sizes() == at::IntArrayRef({ m_examples })
                                       : tensor.sizes() == at::IntArrayRef({ m_examples, columns });
        if (!fits) fail("has " + name + " of an unexpected shape");
        if (std::find(types.begin(), types.end(), tensor.scalar_type()) == types.end())
            fail("has " + name + " of an unexpected type");
        if (at::isFloatingType(tensor.scalar_type()) && !tensor.isfinite().all().item<bool>())
            fail("has values in " + name + " that are not numbers");
        if (sizeof(Value) == 1 && tensor.scalar_type() == at::kLong
            && tensor.ne(tensor.to(at::kByte)).any().item<bool>())
            fail("has values in " + name + " that are out of range");
        const auto converted = tensor.to(c10::CppTypeToScalarType<Value>::value).contiguous();
        const auto* begin = converted.template const_data_ptr<Value>();
        return { begin, begin + converted.numel() };
    }

private:
    std::string m_path;
    const WeightFile& m_file;
    std::int64_t m_examples = 0;
};

template <class Value> struct Range {
    Value least, most;
};

template <class Value>
void requireRange(const std::vector<Value>& values, Range<Value> range, const std::string& name)
{
    for (const auto value : values)
        if (!(value >= range.least && value <= range.most))
            throw ModelError("a training pack has values in " + name + " that are out of range");
}

void requireSize(std::size_t actual, std::size_t expected, const std::string& name)
{
    if (actual != expected)
        throw ModelError("a training pack has " + name + " of an unexpected size");
}

/// Each of `ids` must always come with the same one of `owners`.
void requireOwner(const std::vector<std::int64_t>& ids, const std::vector<std::int64_t>& owners,
    const std::string& what)
{
    std::map<std::int64_t, std::int64_t> known;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (known.try_emplace(ids[i], owners[i]).first->second != owners[i])
            throw ModelError("a training pack has a " + what);
}

void requireConsistent(const TrainingPack& pack)
{
    const std::size_t count = pack.size();
    if (count == 0 || pack.dimension == 0) throw ModelError("a training pack holds no examples");
    const std::size_t chordCount = count * ChordSymbols::kLength;
    const std::size_t tagCount = count * kMoodTags.size();
    requireSize(pack.embedding.size(), count * pack.dimension, "embedding");
    requireSize(pack.root.size(), chordCount, "root");
    requireSize(pack.quality.size(), chordCount, "quality");
    requireSize(pack.whole.size(), count, "whole");
    requireSize(pack.emotion.size(), 2 * count, "emotion");
    requireSize(pack.emotionWeight.size(), 2 * count, "emotion_weight");
    requireSize(pack.tags.size(), tagCount, "tags");
    requireSize(pack.tagWeight.size(), tagCount, "tag_weight");
    requireSize(pack.track.size(), count, "track");
    requireSize(pack.group.size(), count, "group");
    requireSize(pack.set.size(), count, "set");
    constexpr Range<std::uint8_t> symbol { 0, kSymbolCount - 1 };
    constexpr Range<std::uint8_t> flag { 0, 1 };
    constexpr Range<float> weight { 0.0F, 1e6F };
    requireRange(pack.root, symbol, "root");
    requireRange(pack.quality, symbol, "quality");
    requireRange(pack.key, flag, "key");
    requireRange(pack.whole, flag, "whole");
    requireRange(pack.emotionWeight, weight, "emotion_weight");
    requireRange(pack.tagWeight, weight, "tag_weight");
    requireRange(pack.tags, { 0.0F, 1.0F }, "tags");
    requireRange(pack.set, { 0, static_cast<std::int64_t>(pack.setNames.size()) - 1 }, "set");
    for (std::size_t i = 0; i < pack.emotion.size(); ++i)
        if (pack.emotionWeight[i] > 0.0F && !(pack.emotion[i] >= 1.0F && pack.emotion[i] <= 9.0F))
            throw ModelError("a training pack has values in emotion that are out of range");
    requireOwner(pack.track, pack.group, "track in two groups");
    requireOwner(pack.track, pack.set, "track in two sets");
}

template <class Value>
at::Tensor tensorOf(const std::vector<Value>& values, std::vector<std::int64_t> shape)
{
    auto tensor = at::empty(shape, c10::CppTypeToScalarType<Value>::value);
    std::memcpy(tensor.mutable_data_ptr(), values.data(), values.size() * sizeof(Value));
    return tensor;
}

} // namespace

TrainingPack readTrainingPack(const std::filesystem::path& path)
{
    const auto file = readSafetensors(path);
    const PackReader reader(path, file);
    const auto text = [&](const std::string& name) {
        const auto found = file.metadata.find(name);
        if (found == file.metadata.end()) reader.fail("lacks the metadata " + name);
        return found->second;
    };
    if (text("format") != kFormat) reader.fail("is of another format");
    const auto names = nlohmann::json::parse(text("sets"), nullptr, /*allow_exceptions=*/false);
    if (!names.is_array()) reader.fail("has metadata sets that are not a list of names");

    TrainingPack pack;
    for (const auto& name : names) {
        if (!name.is_string()) reader.fail("has metadata sets that are not a list of names");
        pack.setNames.push_back(name.get<std::string>());
    }
    pack.encoder = text("encoder");
    const auto& embedding = reader.find("embedding");
    const auto dimension = embedding.dim() == 2 ? embedding.size(1) : 0;
    if (dimension == 0) reader.fail("has embedding of an unexpected shape");
    pack.dimension = static_cast<std::size_t>(dimension);
    pack.embedding = reader.take<float>("embedding", dimension, { at::kFloat, at::kHalf });
    constexpr std::int64_t chords = ChordSymbols::kLength;
    pack.root = reader.take<std::uint8_t>("root", chords, { at::kByte, at::kLong });
    pack.quality = reader.take<std::uint8_t>("quality", chords, { at::kByte, at::kLong });
    pack.key = reader.take<std::uint8_t>("key", 0, { at::kByte });
    pack.whole = reader.take<std::uint8_t>("whole", 0, { at::kByte });
    pack.emotion = reader.take<float>("emotion", 2, { at::kFloat });
    pack.emotionWeight = reader.take<float>("emotion_weight", 2, { at::kFloat });
    pack.tags = reader.take<float>("tags", kTagCount, { at::kFloat });
    pack.tagWeight = reader.take<float>("tag_weight", kTagCount, { at::kFloat });
    pack.track = reader.take<std::int64_t>("track", 0, { at::kLong });
    pack.group = reader.take<std::int64_t>("group", 0, { at::kLong });
    pack.set = reader.take<std::int64_t>("set", 0, { at::kLong });
    try {
        requireConsistent(pack);
    } catch (const ModelError& error) {
        throw ModelError(path.string() + ": " + error.what());
    }
    return pack;
}

void writeTrainingPack(const std::filesystem::path& path, const TrainingPack& pack)
{
    requireConsistent(pack);
    const auto count = static_cast<std::int64_t>(pack.size());
    constexpr std::int64_t chords = ChordSymbols::kLength;
    const auto embedding
        = tensorOf(pack.embedding, { count, static_cast<std::int64_t>(pack.dimension) });
    // half precision where it holds the values: its step is far below what the head can tell apart
    const bool fitsHalf = embedding.abs().max().item<float>() < 60000.0F;
    WeightFile file;
    file.tensors = { { "embedding", fitsHalf ? embedding.to(at::kHalf) : embedding },
        { "root", tensorOf(pack.root, { count, chords }) },
        { "quality", tensorOf(pack.quality, { count, chords }) },
        { "key", tensorOf(pack.key, { count }) }, { "whole", tensorOf(pack.whole, { count }) },
        { "emotion", tensorOf(pack.emotion, { count, 2 }) },
        { "emotion_weight", tensorOf(pack.emotionWeight, { count, 2 }) },
        { "tags", tensorOf(pack.tags, { count, kTagCount }) },
        { "tag_weight", tensorOf(pack.tagWeight, { count, kTagCount }) },
        { "track", tensorOf(pack.track, { count }) }, { "group", tensorOf(pack.group, { count }) },
        { "set", tensorOf(pack.set, { count }) } };
    file.metadata = { { "format", kFormat }, { "encoder", pack.encoder },
        { "sets", nlohmann::json(pack.setNames).dump() } };
    writeSafetensors(path, file);
}

TrainingPack joinTrainingPacks(std::span<const TrainingPack> packs)
{
    TrainingPack all;
    std::map<std::string, std::int64_t> setOfName;
    // ids mean something within their pack only: each pair of pack and id becomes a new one
    using Renumbering = std::map<std::pair<std::size_t, std::int64_t>, std::int64_t>;
    Renumbering tracks, groups;
    const auto appendIds
        = [](Renumbering& known, std::size_t packIndex, auto& to, const auto& from) {
              for (const auto id : from) {
                  const auto next = static_cast<std::int64_t>(known.size());
                  to.push_back(known.try_emplace({ packIndex, id }, next).first->second);
              }
          };
    const auto append
        = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    for (std::size_t p = 0; p < packs.size(); ++p) {
        const auto& pack = packs[p];
        if (p == 0) {
            all.dimension = pack.dimension;
            all.encoder = pack.encoder;
        }
        if (pack.encoder != all.encoder || pack.dimension != all.dimension)
            throw ModelError("the training packs are of different encoders");
        append(all.embedding, pack.embedding);
        append(all.root, pack.root);
        append(all.quality, pack.quality);
        append(all.key, pack.key);
        append(all.whole, pack.whole);
        append(all.emotion, pack.emotion);
        append(all.emotionWeight, pack.emotionWeight);
        append(all.tags, pack.tags);
        append(all.tagWeight, pack.tagWeight);
        appendIds(tracks, p, all.track, pack.track);
        appendIds(groups, p, all.group, pack.group);
        for (const auto set : pack.set) {
            const auto& name = pack.setNames[static_cast<std::size_t>(set)];
            const auto [found, isNew]
                = setOfName.try_emplace(name, static_cast<std::int64_t>(all.setNames.size()));
            if (isNew) all.setNames.push_back(name);
            all.set.push_back(found->second);
        }
    }
    return all;
}

} // namespace circumplex
