#include "core/engine/section_hearing.h"

#include "core/audio/audio_decoder.h"
#include "core/audio/loudness_meter.h"
#include "core/engine/track_analyzer.h"
#include "core/ml/encoders/sinc_resampler.h"
#include "core/ml/model_error.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <system_error>

namespace circumplex {

namespace {

constexpr std::size_t kMostBytes = std::size_t { 4 } << 30;

} // namespace

std::vector<SectionPlace> sectionsOf(const TrackRows& track, std::span<const double> rowSeconds,
    double windowSeconds, std::size_t most)
{
    const double half = std::min(windowSeconds, AdapterSections::kSeconds) / 2.0;
    const auto around = [&](std::int64_t row, std::int64_t named) {
        const double middle = rowSeconds[static_cast<std::size_t>(row)];
        return SectionPlace { named, std::max(0.0, middle - half), middle + half };
    };
    std::vector<SectionPlace> pieces;
    const std::size_t windows = track.windows.size(), count = std::min(windows, most);
    for (std::size_t i = 0; i < count; ++i) {
        const auto row = track.windows[(2 * i + 1) * windows / (2 * count)];
        pieces.push_back(around(row, row));
    }
    if (pieces.empty() && !track.whole.empty())
        pieces.push_back(around(track.whole.front(), AdapterSections::kNoRow));
    return pieces;
}

std::size_t sectionBudget(std::size_t trackCount, std::size_t wanted, std::size_t bytesEach)
{
    const auto fitting
        = kMostBytes / std::max<std::size_t>(1, bytesEach) / std::max<std::size_t>(1, trackCount);
    return std::clamp<std::size_t>(fitting, 1, std::max<std::size_t>(1, wanted));
}

Result<void> hearSections(const std::filesystem::path& file, const TrackPlace& place,
    std::int64_t track, std::span<const SectionPlace> pieces, AdapterSections& sections,
    std::stop_token stop)
{
    const int rate = sections.sampleRateHz();
    std::vector<std::vector<float>> sounds(pieces.size());
    std::int64_t heard = 0; // samples at that rate
    const auto collect = [&](std::span<const float> mono) {
        const auto count = static_cast<std::int64_t>(mono.size());
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const auto cut = [&](double seconds) {
                return std::clamp<std::int64_t>(std::llround(seconds * rate) - heard, 0, count);
            };
            const auto begin = cut(pieces[i].begin), end = cut(pieces[i].end);
            sounds[i].insert(sounds[i].end(), mono.begin() + begin, mono.begin() + end);
        }
        heard += count;
    };
    std::optional<SincResampler> resampler;
    LoudnessMeter loudness(rate);
    const auto take = [&](const std::vector<float>& block) {
        if (sections.loudnessLufs()) loudness.push(block);
        collect(block);
    };
    const AudioSink sink {
        .begin = [&](const AudioFormat& format) { resampler.emplace(format.sampleRateHz, rate); },
        .block =
            [&](std::span<const float> mono) {
                std::vector<float> block;
                resampler->push(mono, block);
                take(block);
            },
    };
    DecodeOptions options;
    if (place.cue) options.range = { place.cue->startSeconds, place.cue->endSeconds };
    const auto decoded = decodeAudio(file, sink, std::move(stop), options);
    if (!decoded) return tl::unexpected(decoded.error());
    std::vector<float> rest;
    resampler->finish(rest);
    take(rest);
    const float gain = gainTo(sections.loudnessLufs(), loudness);
    try {
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            for (float& sample : sounds[i])
                sample *= gain;
            sections.add(track, pieces[i].row, sounds[i]);
        }
    } catch (const TrackTooShort& error) {
        return tl::unexpected(Error { ErrorCode::AudioTooShort, error.what() });
    } catch (const DeviceOutOfMemory& error) {
        return tl::unexpected(Error { ErrorCode::MemoryExceeded, error.what() });
    } catch (const std::system_error& error) {
        return tl::unexpected(Error { ErrorCode::FileUnwritable,
            std::string("What the adapter learns from found no room: ") + error.what() + '.' });
    }
    return {};
}

} // namespace circumplex
