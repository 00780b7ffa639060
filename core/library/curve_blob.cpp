#include "core/library/curve_blob.h"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace circumplex {

static_assert(std::endian::native == std::endian::little, "blobs are written as memory holds them");

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint8_t kAsItIs = 0;
constexpr std::uint8_t kZstd = 1;
constexpr int kLevel = 3;
/// Far above a day of curves; a damaged length must not ask for all memory.
constexpr std::size_t kLargestBytes = std::size_t { 1 } << 30;

template <class T> void appendPlanes(Bytes& bytes, std::span<const T> values)
{
    const std::size_t begin = bytes.size();
    bytes.resize(begin + values.size_bytes());
    const auto* source = reinterpret_cast<const std::uint8_t*>(values.data());
    for (std::size_t plane = 0; plane < sizeof(T); ++plane) {
        for (std::size_t i = 0; i < values.size(); ++i)
            bytes[begin + plane * values.size() + i] = source[i * sizeof(T) + plane];
    }
}

/// Takes count values off the front of `bytes`, which must hold them.
template <class T>
std::vector<T> takePlanes(std::span<const std::uint8_t>& bytes, std::size_t count)
{
    std::vector<T> values(count);
    auto* target = reinterpret_cast<std::uint8_t*>(values.data());
    for (std::size_t plane = 0; plane < sizeof(T); ++plane) {
        for (std::size_t i = 0; i < count; ++i)
            target[i * sizeof(T) + plane] = bytes[plane * count + i];
    }
    bytes = bytes.subspan(count * sizeof(T));
    return values;
}

Bytes pack(const Bytes& content)
{
    Bytes packed(1 + ZSTD_compressBound(content.size()));
    packed[0] = kZstd;
    const std::size_t size = ZSTD_compress(
        packed.data() + 1, packed.size() - 1, content.data(), content.size(), kLevel);
    if (ZSTD_isError(size) == 0 && size < content.size()) {
        packed.resize(1 + size);
        return packed;
    }
    packed.assign(1, kAsItIs);
    packed.insert(packed.end(), content.begin(), content.end());
    return packed;
}

std::optional<Bytes> unpack(std::span<const std::uint8_t> blob)
{
    if (blob.empty()) return std::nullopt;
    const auto rest = blob.subspan(1);
    if (blob[0] == kAsItIs) return Bytes(rest.begin(), rest.end());
    if (blob[0] != kZstd) return std::nullopt;
    const unsigned long long size = ZSTD_getFrameContentSize(rest.data(), rest.size());
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > kLargestBytes)
        return std::nullopt;
    Bytes content(static_cast<std::size_t>(size));
    const std::size_t got
        = ZSTD_decompress(content.data(), content.size(), rest.data(), rest.size());
    if (ZSTD_isError(got) != 0 || got != content.size()) return std::nullopt;
    return content;
}

std::array<std::vector<float> EmotionCurve::*, 6> emotionParts()
{
    return { &EmotionCurve::valence, &EmotionCurve::arousal, &EmotionCurve::valenceLower,
        &EmotionCurve::valenceUpper, &EmotionCurve::arousalLower, &EmotionCurve::arousalUpper };
}

constexpr std::size_t kChordBytes = 2 * sizeof(double) + 1 + sizeof(float);

} // namespace

std::vector<std::uint8_t> packEmotion(const EmotionCurve& curve)
{
    Bytes content;
    content.reserve(6 * sizeof(float) * curve.valence.size());
    for (const auto part : emotionParts())
        appendPlanes<float>(content, curve.*part);
    return pack(content);
}

bool unpackEmotion(std::span<const std::uint8_t> blob, std::size_t pointCount, EmotionCurve& curve)
{
    const auto content = unpack(blob);
    if (!content || content->size() != 6 * sizeof(float) * pointCount) return false;
    std::span<const std::uint8_t> rest = *content;
    for (const auto part : emotionParts())
        curve.*part = takePlanes<float>(rest, pointCount);
    return true;
}

std::vector<std::uint8_t> packTags(std::span<const float> probabilities, std::size_t tagCount)
{
    if (probabilities.empty()) return {};
    std::vector<std::uint16_t> steps(probabilities.size());
    std::vector<std::uint16_t> before(tagCount, 0);
    const std::size_t points = probabilities.size() / tagCount;
    for (std::size_t point = 0; point < points; ++point) {
        for (std::size_t tag = 0; tag < tagCount; ++tag) {
            const float clamped = std::clamp(probabilities[point * tagCount + tag], 0.0F, 1.0F);
            const auto step = static_cast<std::uint16_t>(std::lround(clamped * 65535.0F));
            // Tag by tag, so that a curve's neighbours are neighbours; differences wrap around.
            steps[tag * points + point] = static_cast<std::uint16_t>(step - before[tag]);
            before[tag] = step;
        }
    }
    Bytes content;
    appendPlanes<std::uint16_t>(content, steps);
    return pack(content);
}

std::optional<std::vector<float>> unpackTags(
    std::span<const std::uint8_t> blob, std::size_t pointCount, std::size_t tagCount)
{
    if (blob.empty()) return std::vector<float> {};
    const auto content = unpack(blob);
    if (!content || content->size() != sizeof(std::uint16_t) * pointCount * tagCount)
        return std::nullopt;
    std::span<const std::uint8_t> rest = *content;
    const auto steps = takePlanes<std::uint16_t>(rest, pointCount * tagCount);
    std::vector<float> probabilities(steps.size());
    for (std::size_t tag = 0; tag < tagCount; ++tag) {
        std::uint16_t value = 0;
        for (std::size_t point = 0; point < pointCount; ++point) {
            value = static_cast<std::uint16_t>(value + steps[tag * pointCount + point]);
            probabilities[point * tagCount + tag] = static_cast<float>(value) / 65535.0F;
        }
    }
    return probabilities;
}

std::vector<std::uint8_t> packChords(std::span<const ChordSpan> chords)
{
    std::vector<double> starts, ends;
    std::vector<std::uint8_t> classes;
    std::vector<float> confidences;
    for (const ChordSpan& chord : chords) {
        starts.push_back(chord.startSeconds);
        ends.push_back(chord.endSeconds);
        classes.push_back(static_cast<std::uint8_t>(chord.chordClass));
        confidences.push_back(chord.confidence);
    }
    Bytes content;
    appendPlanes<double>(content, starts);
    appendPlanes<double>(content, ends);
    appendPlanes<std::uint8_t>(content, classes);
    appendPlanes<float>(content, confidences);
    return pack(content);
}

std::optional<std::vector<ChordSpan>> unpackChords(std::span<const std::uint8_t> blob)
{
    const auto content = unpack(blob);
    if (!content || content->size() % kChordBytes != 0) return std::nullopt;
    const std::size_t count = content->size() / kChordBytes;
    std::span<const std::uint8_t> rest = *content;
    const auto starts = takePlanes<double>(rest, count);
    const auto ends = takePlanes<double>(rest, count);
    const auto classes = takePlanes<std::uint8_t>(rest, count);
    const auto confidences = takePlanes<float>(rest, count);
    std::vector<ChordSpan> chords(count);
    for (std::size_t i = 0; i < count; ++i)
        chords[i] = { starts[i], ends[i], classes[i], confidences[i] };
    return chords;
}

std::vector<std::uint8_t> plainFloats(std::span<const float> values)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(values.data());
    return { bytes, bytes + values.size_bytes() };
}

std::vector<float> readPlainFloats(std::span<const std::uint8_t> blob)
{
    std::vector<float> values(blob.size() / sizeof(float));
    if (!values.empty()) std::memcpy(values.data(), blob.data(), values.size() * sizeof(float));
    return values;
}

} // namespace circumplex
