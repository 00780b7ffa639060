#include "core/audio/audio_decoder.h"

#include "core/audio/block_writer.h"
#include "core/audio/codec.h"
#include "core/audio/decode_watch.h"
#include "core/audio/media_input.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <optional>

namespace circumplex {

namespace {

/// How decoding went.
struct Damage {
    std::int64_t packets = 0;
    std::int64_t damagedPackets = 0;
    bool brokeOff = false; ///< reading failed before the end, or the end lies within a packet
};

/// @param packet  nullptr: hand out what the decoder still holds
std::optional<Error> decodePacket(AVCodecContext& codec, const AVPacket* packet, AVFrame& frame,
    BlockWriter& writer, Damage& damage)
{
    int status = avcodec_send_packet(&codec, packet);
    bool isDamaged = status < 0 && status != AVERROR_EOF;
    while ((status = avcodec_receive_frame(&codec, &frame)) >= 0) {
        auto error = writer.write(frame);
        av_frame_unref(&frame);
        if (error) return error;
    }
    isDamaged |= status != AVERROR(EAGAIN) && status != AVERROR_EOF;
    if (isDamaged) ++damage.damagedPackets;
    return std::nullopt;
}

std::optional<Error> decodeStream(MediaInput& input, AVCodecContext& codec, DecodeWatch& watch,
    BlockWriter& writer, Damage& damage)
{
    const Packet packet = newPacket();
    const Frame frame = newFrame();

    int status = 0;
    bool isPartial = false;
    while (!watch.mustEnd() && (status = input.read(*packet)) >= 0) {
        ++damage.packets;
        isPartial = (packet->flags & AV_PKT_FLAG_CORRUPT) != 0;
        auto error = decodePacket(codec, packet.get(), *frame, writer, damage);
        av_packet_unref(packet.get());
        if (error) return error;
    }
    if (auto interruption = input.interruption()) return interruption;
    damage.brokeOff = status != AVERROR_EOF || (isPartial && !input.isOpenEnded());
    return decodePacket(codec, nullptr, *frame, writer, damage);
}

std::string warningAbout(const Damage& damage, const MediaInput& input, double decodedSeconds)
{
    std::string warning;
    if (damage.damagedPackets > 0)
        warning = std::to_string(damage.damagedPackets) + " of " + std::to_string(damage.packets)
            + " packets are damaged and were left out. ";
    // Headers round, and some count the encoder's delay and padding.
    const AVCodecParameters& sound = *input.stream().codecpar;
    const double slack = 0.5 + 0.005 * input.headerSeconds()
        + static_cast<double>(sound.initial_padding) / std::max(sound.sample_rate, 1);
    if (input.hasLengthInHeader() && decodedSeconds < input.headerSeconds() - slack)
        warning += "The header promises " + secondsText(input.headerSeconds()) + " of sound, "
            + secondsText(decodedSeconds) + " could be decoded. ";
    else if (damage.brokeOff)
        warning += "The file breaks off after " + secondsText(decodedSeconds) + " of sound. ";
    if (!warning.empty()) warning.pop_back();
    return warning;
}

} // namespace

Result<DecodedAudio> decodeAudio(const std::filesystem::path& path, const AudioSink& sink,
    std::stop_token stop, const DecodeOptions& options)
{
    DecodeWatch watch(std::move(stop), options.stallLimit);
    if (watch.mustEnd()) return tl::unexpected(*watch.verdict());

    auto input = MediaInput::open(path, watch);
    if (!input) return tl::unexpected(std::move(input.error()));
    MediaInput& media = **input;
    auto codec = openDecoder(media);
    if (!codec) return tl::unexpected(std::move(codec.error()));

    BlockWriter writer(sink,
        AudioFormat { .container = media.container(),
            .codec = avcodec_get_name(media.stream().codecpar->codec_id),
            .headerSeconds = media.headerSeconds() },
        watch);
    Damage damage;
    if (auto error = decodeStream(media, **codec, watch, writer, damage))
        return tl::unexpected(std::move(*error));
    writer.finish();
    if (writer.sampleCount() == 0)
        return tl::unexpected(Error { ErrorCode::AudioDamaged,
            "The file (" + writer.format().container + ", " + writer.format().codec
                + ") yields not one sample of sound: it is damaged or holds only a header. Copy "
                  "or download it again." });
    return DecodedAudio { .format = writer.format(),
        .sampleCount = writer.sampleCount(),
        .warning = warningAbout(damage, media, writer.seconds()) };
}

} // namespace circumplex
