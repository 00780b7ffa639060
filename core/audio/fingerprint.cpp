#include "core/audio/fingerprint.h"

#include <chromaprint.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <memory>
#include <new>
#include <unordered_set>

namespace circumplex {

namespace {

constexpr int kLeastRateHz = 1000; // Chromaprint's, which complains on stderr below
constexpr std::ptrdiff_t kMostShift = 81; // items, 10 s
constexpr std::size_t kLeastOverlap = 24; // items, 3 s
/// Music changes: less than this share of different items is silence, noise or a test tone.
constexpr double kLeastVariety = 0.05;
constexpr std::size_t kLeastDifferent = 8;

struct FreeContext {
    void operator()(ChromaprintContext* context) const { chromaprint_free(context); }
};

class Printer {
public:
    Printer()
        : m_context(chromaprint_new(CHROMAPRINT_ALGORITHM_DEFAULT))
    {
        if (!m_context) throw std::bad_alloc();
    }

    bool start(int sampleRateHz)
    {
        m_samplesLeft = static_cast<std::int64_t>(kFingerprintSeconds * sampleRateHz);
        return sampleRateHz >= kLeastRateHz
            && chromaprint_start(m_context.get(), sampleRateHz, 1) == 1;
    }

    /// @return false once enough was heard
    bool push(std::span<const float> mono)
    {
        const auto count = std::min(
            mono.size(), static_cast<std::size_t>(std::max<std::int64_t>(m_samplesLeft, 0)));
        m_samples.resize(count);
        std::ranges::transform(mono.first(count), m_samples.begin(), [](float sample) {
            return static_cast<std::int16_t>(
                std::lrint(std::clamp(sample, -1.0F, 1.0F) * 32767.0F));
        });
        chromaprint_feed(m_context.get(), m_samples.data(), static_cast<int>(count));
        m_samplesLeft -= static_cast<std::int64_t>(count);
        return m_samplesLeft > 0;
    }

    std::vector<std::uint32_t> finish()
    {
        std::uint32_t* items = nullptr;
        int count = 0;
        std::vector<std::uint32_t> result;
        if (chromaprint_finish(m_context.get()) == 1
            && chromaprint_get_raw_fingerprint(m_context.get(), &items, &count) == 1) {
            result.assign(items, items + count);
            chromaprint_dealloc(items);
        }
        return result;
    }

private:
    std::unique_ptr<ChromaprintContext, FreeContext> m_context;
    std::int64_t m_samplesLeft = 0;
    std::vector<std::int16_t> m_samples;
};

bool saysSomething(std::span<const std::uint32_t> items)
{
    const std::unordered_set<std::uint32_t> different(items.begin(), items.end());
    return different.size() >= kLeastDifferent
        && static_cast<double>(different.size())
        >= kLeastVariety * static_cast<double>(items.size());
}

} // namespace

Result<std::vector<std::uint32_t>> fingerprintOf(
    const std::filesystem::path& path, std::stop_token stop, const DecodeOptions& options)
{
    std::stop_source enough;
    const std::stop_callback forward(std::move(stop), [&enough] { enough.request_stop(); });
    Printer printer;
    bool isHeard = false;
    bool isPossible = true;
    const AudioSink sink { .begin =
                               [&](const AudioFormat& format) {
                                   isPossible = printer.start(format.sampleRateHz);
                                   if (!isPossible) enough.request_stop();
                               },
        .block =
            [&](std::span<const float> mono) {
                if (isPossible && !isHeard && !printer.push(mono)) {
                    isHeard = true;
                    enough.request_stop();
                }
            } };
    const auto decoded = decodeAudio(path, sink, enough.get_token(), options);
    if (!isPossible)
        return tl::unexpected(Error {
            ErrorCode::AudioFormat, "The sound's sample rate is too low to be recognised by." });
    // Having heard enough is what cancelled it.
    if (!decoded && !isHeard) return tl::unexpected(decoded.error());
    return printer.finish();
}

std::vector<std::uint8_t> compressFingerprint(std::span<const std::uint32_t> items)
{
    char* encoded = nullptr;
    int size = 0;
    if (items.empty()
        || chromaprint_encode_fingerprint(items.data(), static_cast<int>(items.size()),
               CHROMAPRINT_ALGORITHM_DEFAULT, &encoded, &size, /*base64=*/0)
            != 1)
        return {};
    const std::vector<std::uint8_t> bytes(encoded, encoded + size);
    chromaprint_dealloc(encoded);
    return bytes;
}

std::vector<std::uint32_t> expandFingerprint(std::span<const std::uint8_t> bytes)
{
    std::uint32_t* items = nullptr;
    int count = 0;
    int algorithm = 0;
    if (bytes.empty()
        || chromaprint_decode_fingerprint(reinterpret_cast<const char*>(bytes.data()),
               static_cast<int>(bytes.size()), &items, &count, &algorithm, /*base64=*/0)
            != 1)
        return {};
    std::vector<std::uint32_t> result;
    if (algorithm == CHROMAPRINT_ALGORITHM_DEFAULT) result.assign(items, items + count);
    chromaprint_dealloc(items);
    return result;
}

std::optional<FingerprintMatch> matchFingerprints(
    std::span<const std::uint32_t> a, std::span<const std::uint32_t> b)
{
    if (!saysSomething(a) || !saysSomething(b)) return std::nullopt;
    const auto size = [](std::span<const std::uint32_t> items) {
        return static_cast<std::ptrdiff_t>(items.size());
    };
    // Half of the shorter one, so that two ends of silence are not taken for the same music.
    const auto least
        = static_cast<std::ptrdiff_t>(std::max(kLeastOverlap, std::min(a.size(), b.size()) / 2));
    std::optional<FingerprintMatch> best;
    for (std::ptrdiff_t shift = -kMostShift; shift <= kMostShift; ++shift) {
        const std::ptrdiff_t begin = std::max<std::ptrdiff_t>(0, -shift);
        const std::ptrdiff_t overlap = std::min(size(a), size(b) - shift) - begin;
        if (overlap < least) continue;
        std::int64_t errors = 0;
        for (std::ptrdiff_t i = begin; i < begin + overlap; ++i)
            errors += std::popcount(
                a[static_cast<std::size_t>(i)] ^ b[static_cast<std::size_t>(i + shift)]);
        const double rate = static_cast<double>(errors) / (32.0 * static_cast<double>(overlap));
        if (!best || rate < best->bitErrorRate)
            best = FingerprintMatch { .bitErrorRate = rate,
                .offsetSeconds = static_cast<double>(shift) * kFingerprintStepSeconds,
                .overlapSeconds = static_cast<double>(overlap) * kFingerprintStepSeconds };
    }
    return best;
}

} // namespace circumplex
