#include "core/ml/feature_codec.h"

#include "core/ml/model_error.h"

#include <c10/util/Half.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>

static_assert(std::endian::native == std::endian::little);

namespace circumplex {

namespace {

constexpr std::uint32_t kFormat = 0x43465831; ///< changes with what the bytes mean
constexpr std::size_t kRowsAtOnce = 256;

class Writer {
public:
    template <class Value> void put(const Value& value)
    {
        static_assert(std::is_trivially_copyable_v<Value>);
        const auto* bytes = reinterpret_cast<const std::byte*>(&value);
        m_bytes.insert(m_bytes.end(), bytes, bytes + sizeof value);
    }

    void putHalves(std::span<const float> values)
    {
        for (const float value : values)
            put(static_cast<c10::Half>(value));
    }

    std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    std::vector<std::byte> m_bytes;
};

class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes)
        : m_bytes(bytes)
    {
    }

    template <class Value> Value get()
    {
        Value value;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }

    /// A number of things of which each has at least `itemBytes` bytes left to read.
    std::size_t count(std::size_t itemBytes)
    {
        const auto count = get<std::uint64_t>();
        if (count > m_bytes.size() / itemBytes) fail();
        return count;
    }

    void getHalves(std::span<float> out)
    {
        for (float& value : out)
            value = static_cast<float>(get<c10::Half>());
    }

    std::string text()
    {
        const auto bytes = take(count(1));
        return { reinterpret_cast<const char*>(bytes.data()), bytes.size() };
    }

    bool isAtEnd() const { return m_bytes.empty(); }

    [[noreturn]] static void fail() { throw ModelError("kept embeddings are damaged"); }

private:
    std::span<const std::byte> take(std::size_t count)
    {
        if (count > m_bytes.size()) fail();
        const auto taken = m_bytes.first(count);
        m_bytes = m_bytes.subspan(count);
        return taken;
    }

    std::span<const std::byte> m_bytes;
};

} // namespace

std::vector<std::byte> encodeFeatures(const TrackFeatures& features)
{
    Writer writer;
    writer.put(kFormat);
    writer.put(features.durationSeconds);
    const auto dimension = features.embedding.size();
    writer.put(std::uint64_t { dimension });
    writer.putHalves(features.embedding);
    const auto rowCount = features.windows.rowCount();
    writer.put(std::uint64_t { rowCount });
    std::vector<float> rows;
    for (std::size_t begin = 0; begin < rowCount; begin += kRowsAtOnce) {
        const auto count = std::min(kRowsAtOnce, rowCount - begin);
        rows.resize(count * dimension);
        features.windows.read(begin, count, rows);
        writer.putHalves(rows);
    }
    writer.put(std::uint64_t { features.chords.size() });
    for (const ChordSpan& chord : features.chords)
        writer.put(chord);
    writer.put(std::uint8_t { features.key.has_value() });
    if (features.key) {
        writer.put(std::uint64_t { features.key->text.size() });
        for (const char c : features.key->text)
            writer.put(c);
        writer.put(features.key->tonicClass);
        writer.put(features.key->mode);
        writer.put(features.key->correlation);
    }
    return writer.take();
}

TrackFeatures decodeFeatures(std::span<const std::byte> bytes)
{
    Reader reader(bytes);
    if (reader.get<std::uint32_t>() != kFormat) Reader::fail();
    TrackFeatures features;
    features.durationSeconds = reader.get<double>();
    const auto dimension = reader.count(sizeof(c10::Half));
    if (dimension == 0) Reader::fail();
    features.embedding.resize(dimension);
    reader.getHalves(features.embedding);
    const auto rowCount = reader.count(dimension * sizeof(c10::Half));
    features.windows = FrameSpool(dimension);
    std::vector<float> row(dimension);
    for (std::size_t i = 0; i < rowCount; ++i) {
        reader.getHalves(row);
        features.windows.append(row);
    }
    features.chords.resize(reader.count(sizeof(ChordSpan)));
    for (ChordSpan& chord : features.chords)
        chord = reader.get<ChordSpan>();
    if (reader.get<std::uint8_t>() != 0) {
        FoundKey key;
        key.text = reader.text();
        key.tonicClass = reader.get<int>();
        key.mode = reader.get<KeyMode>();
        key.correlation = reader.get<double>();
        features.key = std::move(key);
    }
    if (!reader.isAtEnd()) Reader::fail();
    return features;
}

} // namespace circumplex
