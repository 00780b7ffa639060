#include "core/audio/audio_identity.h"

#include "core/audio/media_input.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/intreadwrite.h>
}

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <vector>

namespace circumplex {

namespace {

using Bytes = std::span<const std::uint8_t>;

class Hasher {
public:
    Hasher()
        : m_state(XXH3_createState())
    {
        if (!m_state) throw std::bad_alloc();
        XXH3_128bits_reset(m_state.get());
    }

    void add(Bytes bytes)
    {
        if (!bytes.empty()) XXH3_128bits_update(m_state.get(), bytes.data(), bytes.size());
    }

    /// With its length, so that what follows cannot be taken for a part of it.
    void addField(Bytes bytes)
    {
        addNumber(static_cast<std::uint32_t>(bytes.size()));
        add(bytes);
    }

    void addNumber(std::uint32_t value)
    {
        std::array<std::uint8_t, 4> little {};
        AV_WL32(little.data(), value);
        add(little);
    }

    AudioHash result() const
    {
        XXH128_canonical_t canonical;
        XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(m_state.get()));
        AudioHash hash;
        std::ranges::copy(canonical.digest, hash.begin());
        return hash;
    }

private:
    struct Free {
        void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
    };
    std::unique_ptr<XXH3_state_t, Free> m_state;
};

/// The first and third of Vorbis' three headers; the second holds the tags. In FFmpeg's form: the
/// number of headers less one, the lengths of all but the last in 255s, then the headers; or, from
/// some containers, each after its length in two bytes. Empty if it is neither.
std::array<Bytes, 2> vorbisHeaders(Bytes extradata)
{
    std::array<std::size_t, 2> lengths {};
    std::size_t at = 1;
    if (extradata.size() < 3) return {};
    if (extradata[0] == 0 && extradata[1] == 30) {
        const std::size_t second = 2 + 30;
        if (extradata.size() < second + 2) return {};
        const std::size_t third = second + 2 + AV_RB16(extradata.data() + second);
        if (extradata.size() < third + 2) return {};
        return { extradata.subspan(2, 30), extradata.subspan(third + 2) };
    }
    if (extradata[0] != 2) return {};
    for (std::size_t& length : lengths) {
        while (at < extradata.size() && extradata[at] == 255) {
            length += 255;
            ++at;
        }
        if (at == extradata.size()) return {};
        length += extradata[at++];
    }
    if (extradata.size() < at + lengths[0] + lengths[1]) return {};
    return { extradata.subspan(at, lengths[0]), extradata.subspan(at + lengths[0] + lengths[1]) };
}

void addCodec(Hasher& hasher, const AVCodecParameters& codec)
{
    // By name: the numbers differ between versions of FFmpeg.
    const std::string_view name = avcodec_get_name(codec.codec_id);
    hasher.addField(Bytes(reinterpret_cast<const std::uint8_t*>(name.data()), name.size()));
    hasher.addNumber(static_cast<std::uint32_t>(codec.sample_rate));
    hasher.addNumber(static_cast<std::uint32_t>(codec.ch_layout.nb_channels));

    const Bytes extradata(codec.extradata, static_cast<std::size_t>(codec.extradata_size));
    if (codec.codec_id == AV_CODEC_ID_VORBIS) {
        for (const Bytes header : vorbisHeaders(extradata))
            hasher.addField(header);
    } else if (codec.codec_id == AV_CODEC_ID_OPUS && extradata.size() >= 19) {
        std::vector<std::uint8_t> header(extradata.begin(), extradata.end());
        header[16] = header[17] = 0; // output gain (RFC 7845, 5.1)
        hasher.addField(header);
    } else {
        hasher.addField(extradata);
    }
}

/// Samples at the beginning and end that a decoder leaves out.
std::int64_t skippedSamples(const AVPacket& packet)
{
    std::size_t size = 0;
    const std::uint8_t* data = av_packet_get_side_data(&packet, AV_PKT_DATA_SKIP_SAMPLES, &size);
    if (!data || size < 8) return 0;
    return std::int64_t { AV_RL32(data) } + AV_RL32(data + 4);
}

struct FreePacket {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};

} // namespace

Result<AudioIdentity> identifyAudio(
    const std::filesystem::path& path, std::stop_token stop, const DecodeOptions& options)
{
    DecodeWatch watch(std::move(stop), options.stallLimit);
    if (watch.mustEnd()) return tl::unexpected(*watch.verdict());
    auto input = MediaInput::open(path, watch, MediaInput::Extent::WithoutTrailingTags);
    if (!input) return tl::unexpected(std::move(input.error()));
    MediaInput& media = **input;
    const AVCodecParameters& codec = *media.stream().codecpar;

    const std::unique_ptr<AVPacket, FreePacket> packet(av_packet_alloc());
    if (!packet) throw std::bad_alloc();
    Hasher hasher;
    addCodec(hasher, codec);
    std::int64_t soundBytes = 0;
    std::int64_t duration = 0; // in the stream's time base
    std::int64_t skipped = 0; // samples
    while (!watch.mustEnd() && media.read(*packet) >= 0) {
        hasher.add(Bytes(packet->data, static_cast<std::size_t>(packet->size)));
        soundBytes += packet->size;
        duration += std::max<std::int64_t>(packet->duration, 0);
        skipped += skippedSamples(*packet);
        av_packet_unref(packet.get());
        watch.sampleTaken();
    }
    if (auto interruption = media.interruption()) return tl::unexpected(std::move(*interruption));
    if (soundBytes == 0)
        return tl::unexpected(Error { ErrorCode::AudioDamaged,
            "The file (" + media.container()
                + ") has a header and no sound: it was cut off. Copy or download it again." });

    AudioIdentity identity { .hash = hasher.result(),
        .durationSeconds = static_cast<double>(duration) * av_q2d(media.stream().time_base)
            - static_cast<double>(skipped) / codec.sample_rate,
        .format = { .container = media.container(),
            .codec = avcodec_get_name(codec.codec_id),
            .sampleRateHz = codec.sample_rate,
            .channels = codec.ch_layout.nb_channels,
            .headerSeconds = media.headerSeconds() },
        .soundBytes = soundBytes };
    if (duration == 0 || identity.durationSeconds <= 0.0)
        identity.durationSeconds = media.headerSeconds();
    return identity;
}

AudioHash rangeHash(const AudioHash& file, double startSeconds, std::optional<double> endSeconds)
{
    const auto frames = [](double seconds) {
        return static_cast<std::uint32_t>(std::lround(seconds * 75.0)); // of a CD
    };
    Hasher hasher;
    hasher.add(file);
    hasher.addNumber(frames(startSeconds));
    hasher.addNumber(endSeconds ? frames(*endSeconds) : 0);
    return hasher.result();
}

} // namespace circumplex
