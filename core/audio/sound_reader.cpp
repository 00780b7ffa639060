#include "core/audio/sound_reader.h"

#include "core/audio/channel_mixer.h"
#include "core/audio/codec.h"
#include "core/audio/decode_watch.h"
#include "core/audio/media_input.h"
#include "core/audio/resampler.h"
#include "core/audio/sound_limits.h"

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace circumplex {

namespace {

/// How far before the wanted sample decoding begins. MP3 needs the bits of up to nine frames before
/// and Opus 80 ms to settle; containers with rough indices may land late, then the next is tried.
constexpr std::array kRunUpSeconds { 0.5, 5.0 };

} // namespace

struct SoundReader::State {
    State(Layout wanted, std::stop_token stop, const DecodeOptions& options)
        : layout(wanted)
        , watch(std::move(stop), options.stallLimit)
    {
    }

    Result<void> restart();
    Result<void> seek(std::int64_t sample);
    std::optional<Error> nextFrame();
    std::optional<Error> takeFrame();
    Result<std::size_t> read(std::span<float> out);
    std::size_t waiting() const { return (mixed.size() - mixedBegin) / channelCount(); }
    std::size_t channelCount() const { return layout == Layout::Mono ? 1 : 2; }

    Layout layout;
    DecodeWatch watch;
    std::filesystem::path path;
    std::unique_ptr<MediaInput> input;
    Codec codec;
    Packet packet = newPacket();
    Frame frame = newFrame();
    AudioFormat format;
    std::optional<std::int64_t> originPts; ///< of sample 0; nullopt: the file has no times
    std::vector<float> mixed; ///< decoded, from mixedBegin on not yet handed out
    std::size_t mixedBegin = 0;
    std::optional<std::int64_t> position; ///< of the next sample to be handed out
    std::optional<std::int64_t> framePts; ///< of the first frame after a jump
    int frameRateHz = 0;
    std::vector<std::unique_ptr<Resampler>> resamplers; ///< one a channel, where the rate changed
    bool isDrained = false; ///< the decoder was told that nothing follows
    bool isAtEnd = false;
};

/// From the first byte, as if it were opened anew.
Result<void> SoundReader::State::restart()
{
    codec.reset();
    input.reset();
    auto opened = MediaInput::open(path, watch);
    if (!opened) return tl::unexpected(std::move(opened.error()));
    input = std::move(*opened);
    auto decoder = openDecoder(*input);
    if (!decoder) return tl::unexpected(std::move(decoder.error()));
    codec = std::move(*decoder);
    mixed.clear();
    mixedBegin = 0;
    position = 0;
    framePts.reset();
    frameRateHz = 0;
    resamplers.clear();
    isDrained = false;
    isAtEnd = false;
    return {};
}

/// Appends the frame's sound to `mixed`.
std::optional<Error> SoundReader::State::takeFrame()
{
    const int frameChannels = frame->ch_layout.nb_channels;
    if (!isPossibleFormat(frameChannels, frame->sample_rate))
        return impossibleFormat(frameChannels, frame->sample_rate);
    if (format.sampleRateHz == 0) {
        format.sampleRateHz = frame->sample_rate;
        format.channels = frameChannels;
    }
    if (!framePts && frame->pts != AV_NOPTS_VALUE) framePts = frame->pts;
    const std::size_t before = mixed.size();
    const std::size_t channelsOut = channelCount();
    mixed.resize(before + static_cast<std::size_t>(frame->nb_samples) * channelsOut);
    const auto fresh = std::span(mixed).subspan(before);
    if (layout == Layout::Mono)
        mixToMono(*frame, 0, fresh);
    else
        mixToStereo(*frame, 0, fresh);
    if (!areFinite(fresh))
        return Error { ErrorCode::AudioDamaged,
            "The sound has values that are not numbers (NaN or infinity). Export it again from "
            "the program that made it." };
    if (frame->sample_rate != frameRateHz) {
        frameRateHz = frame->sample_rate;
        resamplers.clear();
        for (std::size_t c = 0; frameRateHz != format.sampleRateHz && c < channelsOut; ++c)
            resamplers.push_back(std::make_unique<Resampler>(frameRateHz, format.sampleRateHz));
    }
    if (resamplers.empty()) return std::nullopt;
    std::vector<std::vector<float>> parts(channelsOut);
    for (std::size_t c = 0; c < channelsOut; ++c) {
        std::vector<float> one;
        for (std::size_t i = before + c; i < mixed.size(); i += channelsOut)
            one.push_back(mixed[i]);
        resamplers[c]->push(one, parts[c]);
    }
    mixed.resize(before);
    for (std::size_t i = 0; i < parts[0].size(); ++i)
        for (std::size_t c = 0; c < channelsOut; ++c)
            mixed.push_back(parts[c][i]);
    return std::nullopt;
}

/// Decodes until something is in `mixed`, or sets isAtEnd. Damaged packets are left out, as in
/// decodeAudio().
std::optional<Error> SoundReader::State::nextFrame()
{
    mixed.clear();
    mixedBegin = 0;
    while (mixed.empty()) {
        const int status = avcodec_receive_frame(codec.get(), frame.get());
        if (status >= 0) {
            auto error = takeFrame();
            av_frame_unref(frame.get());
            if (error) return error;
            watch.sampleTaken();
            continue;
        }
        if (isDrained && status == AVERROR_EOF) {
            isAtEnd = true;
            return std::nullopt;
        }
        if (watch.mustEnd()) return watch.verdict();
        if (input->read(*packet) < 0) {
            if (auto interruption = input->interruption()) return interruption;
            if (isDrained) {
                isAtEnd = true;
                return std::nullopt;
            }
            isDrained = true;
            avcodec_send_packet(codec.get(), nullptr);
            continue;
        }
        avcodec_send_packet(codec.get(), packet.get());
        av_packet_unref(packet.get());
    }
    return std::nullopt;
}

Result<void> SoundReader::State::seek(std::int64_t sample)
{
    watch.sampleTaken();
    const AVRational timeBase = input->stream().time_base;
    const AVRational sampleTime { 1, format.sampleRateHz };
    bool hasLanded = false;
    const auto inHand = static_cast<std::int64_t>(waiting());
    if (position && sample >= *position && sample <= *position + inHand) {
        mixedBegin += static_cast<std::size_t>(sample - *position) * channelCount();
        position = sample;
        return {};
    }
    for (const double runUp : kRunUpSeconds) {
        const std::int64_t from = sample - static_cast<std::int64_t>(runUp * format.sampleRateHz);
        if (from <= 0 || !originPts) break;
        if (!input->seekBefore(*originPts + av_rescale_q(from, sampleTime, timeBase))) break;
        avcodec_flush_buffers(codec.get());
        framePts.reset();
        resamplers.clear();
        frameRateHz = 0;
        isDrained = isAtEnd = false;
        position.reset();
        if (auto error = nextFrame()) return tl::unexpected(std::move(*error));
        if (isAtEnd) break; // whether this is the end, only reading up to it tells
        if (!framePts) break;
        const std::int64_t landed = av_rescale_q(*framePts - *originPts, timeBase, sampleTime);
        if (landed > sample) continue;
        position = landed;
        hasLanded = true;
        break;
    }
    if (!hasLanded) {
        if (auto ready = restart(); !ready) return ready;
    }
    while (!isAtEnd && *position < sample) {
        const auto step = std::min(static_cast<std::int64_t>(waiting()), sample - *position);
        mixedBegin += static_cast<std::size_t>(step) * channelCount();
        *position += step;
        if (*position == sample) break;
        if (auto error = nextFrame()) return tl::unexpected(std::move(*error));
    }
    return {};
}

Result<std::size_t> SoundReader::State::read(std::span<float> out)
{
    watch.sampleTaken();
    while (waiting() == 0 && !isAtEnd)
        if (auto error = nextFrame()) return tl::unexpected(std::move(*error));
    const std::size_t count = std::min(waiting(), out.size() / channelCount());
    std::copy_n(mixed.begin() + static_cast<std::ptrdiff_t>(mixedBegin), count * channelCount(),
        out.begin());
    mixedBegin += count * channelCount();
    if (position) *position += static_cast<std::int64_t>(count);
    return count;
}

SoundReader::SoundReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

SoundReader::~SoundReader() = default;

Result<std::unique_ptr<SoundReader>> SoundReader::open(const std::filesystem::path& path,
    Layout layout, std::stop_token stop, const DecodeOptions& options)
{
    auto state = std::make_unique<State>(layout, std::move(stop), options);
    state->path = path;
    if (auto ready = state->restart(); !ready) return tl::unexpected(std::move(ready.error()));
    state->format.container = state->input->container();
    state->format.codec = avcodec_get_name(state->input->stream().codecpar->codec_id);
    state->format.headerSeconds = state->input->headerSeconds();
    if (auto error = state->nextFrame()) return tl::unexpected(std::move(*error));
    if (state->isAtEnd)
        return tl::unexpected(Error { ErrorCode::AudioDamaged,
            "The file (" + state->format.container + ", " + state->format.codec
                + ") yields not one sample of sound: it is damaged or holds only a header. Copy "
                  "or download it again." });
    state->originPts = state->framePts;
    return std::unique_ptr<SoundReader>(new SoundReader(std::move(state)));
}

const AudioFormat& SoundReader::format() const
{
    return m_state->format;
}

int SoundReader::channels() const
{
    return static_cast<int>(m_state->channelCount());
}

Result<void> SoundReader::seek(std::int64_t sample)
{
    return m_state->seek(sample);
}

Result<std::size_t> SoundReader::read(std::span<float> out)
{
    return m_state->read(out);
}

} // namespace circumplex
