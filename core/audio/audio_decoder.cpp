#include "core/audio/audio_decoder.h"

#include "core/audio/block_writer.h"
#include "core/audio/codec.h"
#include "core/audio/decode_watch.h"
#include "core/audio/media_input.h"
#include "core/audio/range_jump.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <memory>
#include <optional>

namespace circumplex {

namespace {

/// How decoding went.
struct Damage {
    std::int64_t packets = 0;
    std::int64_t damagedPackets = 0;
    bool brokeOff = false; ///< reading failed before the end, or the end lies within a packet
};

/// One way through one opened file.
class Decoding {
public:
    Decoding(MediaInput& input, AVCodecContext& codec, DecodeWatch& watch, BlockWriter& writer)
        : m_input(input)
        , m_codec(codec)
        , m_watch(watch)
        , m_writer(writer)
    {
    }

    /// Until the end of the range or file.
    /// @param jump  how to get to the range; nullptr: by decoding all before it
    std::optional<Error> run(RangeJump* jump);

    /// The jump did not land before the range, or cannot be told from one that did not. Nothing was
    /// handed out.
    bool hasMissed() const { return m_hasMissed; }

    const Damage& damage() const { return m_damage; }

private:
    bool isOver() const { return m_hasMissed || m_writer.hasPassedRange() || m_watch.mustEnd(); }
    bool mayPass(const AVPacket& packet);
    std::optional<Error> decodePacket(const AVPacket* packet);
    std::optional<Error> take(const AVFrame& frame);

    MediaInput& m_input;
    AVCodecContext& m_codec;
    DecodeWatch& m_watch;
    BlockWriter& m_writer;
    Packet m_packet = newPacket();
    Frame m_frame = newFrame();
    RangeJump* m_jump = nullptr; ///< while under way to the range
    bool m_hasOrigin = false;
    bool m_hasJumped = false;
    bool m_hasMissed = false;
    Damage m_damage;
};

/// Packets that only lead to the range are passed over.
bool Decoding::mayPass(const AVPacket& packet)
{
    if (!m_jump || !m_hasJumped) return false;
    if (m_jump->leavesTraces(packet)) m_hasMissed = true;
    if (!m_hasMissed && !m_jump->isBeforeLead(packet)) return false;
    m_watch.sampleTaken(); // a packet is progress, too
    return true;
}

std::optional<Error> Decoding::take(const AVFrame& frame)
{
    if (m_jump && !m_hasOrigin) {
        m_hasOrigin = true;
        if (!m_jump->setOrigin(frame)) m_jump = nullptr;
    } else if (m_jump && m_hasJumped) {
        const auto position = m_jump->sampleOf(frame);
        m_hasMissed = !position || frame.sample_rate != m_writer.format().sampleRateHz
            || !m_writer.isBeforeRange(*position);
        if (m_hasMissed) return std::nullopt;
        m_writer.moveTo(*position);
    }
    auto error = m_writer.write(frame);
    if (m_writer.hasReachedRange()) m_jump = nullptr;
    return error;
}

/// @param packet  nullptr: hand out what the decoder still holds
std::optional<Error> Decoding::decodePacket(const AVPacket* packet)
{
    int status = avcodec_send_packet(&m_codec, packet);
    bool isDamaged = status < 0 && status != AVERROR_EOF;
    while (!isOver() && (status = avcodec_receive_frame(&m_codec, m_frame.get())) >= 0) {
        auto error = take(*m_frame);
        av_frame_unref(m_frame.get());
        if (error) return error;
    }
    isDamaged |= status < 0 && status != AVERROR(EAGAIN) && status != AVERROR_EOF;
    // After a jump the first packets may lack what they build upon.
    if (isDamaged && !m_hasJumped) ++m_damage.damagedPackets;
    if (isDamaged && m_hasJumped && m_writer.hasReachedRange()) ++m_damage.damagedPackets;
    return std::nullopt;
}

std::optional<Error> Decoding::run(RangeJump* jump)
{
    m_jump = jump;
    int status = 0;
    bool isPartial = false;
    while (!isOver() && (status = m_input.read(*m_packet)) >= 0) {
        if (mayPass(*m_packet)) {
            av_packet_unref(m_packet.get());
            continue;
        }
        ++m_damage.packets;
        isPartial = (m_packet->flags & AV_PKT_FLAG_CORRUPT) != 0;
        auto error = decodePacket(m_packet.get());
        av_packet_unref(m_packet.get());
        if (error) return error;
        if (m_jump && m_hasOrigin && !m_hasJumped) {
            m_hasJumped = true;
            avcodec_flush_buffers(&m_codec);
            m_hasMissed = !m_jump->seek(m_input);
        }
    }
    if (auto interruption = m_input.interruption()) return interruption;
    if (m_hasMissed || m_writer.hasPassedRange()) return std::nullopt;
    if (m_jump && m_hasJumped) {
        // The end came before the range. The decoder may hold its last frame; only decoding tells.
        m_hasMissed = true;
        return std::nullopt;
    }
    m_damage.brokeOff = status != AVERROR_EOF || (isPartial && !m_input.isOpenEnded());
    return decodePacket(nullptr);
}

std::string warningAbout(const Damage& damage, const MediaInput& input, const BlockWriter& writer)
{
    const double decodedSeconds = writer.seconds();
    std::string warning;
    if (damage.damagedPackets > 0)
        warning = std::to_string(damage.damagedPackets) + " of " + std::to_string(damage.packets)
            + " packets are damaged and were left out. ";
    // Headers round, and some count the encoder's delay and padding.
    const AVCodecParameters& sound = *input.stream().codecpar;
    const double slack = 0.5 + 0.005 * input.headerSeconds()
        + static_cast<double>(sound.initial_padding) / std::max(sound.sample_rate, 1);
    if (!writer.hasPassedRange() && input.hasLengthInHeader()
        && decodedSeconds < input.headerSeconds() - slack)
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
    auto codec = openDecoder(**input);
    if (!codec) return tl::unexpected(std::move(codec.error()));

    BlockWriter writer(sink,
        AudioFormat { .container = (*input)->container(),
            .codec = avcodec_get_name((*input)->stream().codecpar->codec_id),
            .headerSeconds = (*input)->headerSeconds() },
        watch, options.range);
    auto decoding = std::make_unique<Decoding>(**input, **codec, watch, writer);
    RangeJump jump(**input, options.range.startSeconds);
    auto error = decoding->run(jump.isWorthwhile() ? &jump : nullptr);
    if (!error && decoding->hasMissed()) {
        input = MediaInput::open(path, watch);
        if (!input) return tl::unexpected(std::move(input.error()));
        codec = openDecoder(**input);
        if (!codec) return tl::unexpected(std::move(codec.error()));
        writer.moveTo(0);
        decoding = std::make_unique<Decoding>(**input, **codec, watch, writer);
        error = decoding->run(nullptr);
    }
    if (error) return tl::unexpected(std::move(*error));
    writer.finish();
    if (writer.sampleCount() == 0 && writer.seconds() > 0.0)
        return tl::unexpected(Error { ErrorCode::AudioTooShort,
            "The part from " + secondsText(options.range.startSeconds)
                + " on holds no sound: the file ends before, or the part is empty. Check the CUE "
                  "sheet that names it." });
    if (writer.sampleCount() == 0)
        return tl::unexpected(Error { ErrorCode::AudioDamaged,
            "The file (" + writer.format().container + ", " + writer.format().codec
                + ") yields not one sample of sound: it is damaged or holds only a header. Copy "
                  "or download it again." });
    return DecodedAudio { .format = writer.format(),
        .sampleCount = writer.sampleCount(),
        .warning = warningAbout(decoding->damage(), **input, writer) };
}

} // namespace circumplex
