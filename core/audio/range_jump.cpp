#include "core/audio/range_jump.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <string>
#include <string_view>

namespace circumplex {

namespace {

constexpr std::string_view kPcmContainers[] = { "wav", "w64", "aiff", "caf", "au" };

bool isPcm(AVCodecID codec)
{
    return std::string_view(avcodec_get_name(codec)).starts_with("pcm_");
}

} // namespace

Reach reachOf(const MediaInput& input)
{
    const std::string container = input.container();
    const AVCodecID codec = input.stream().codecpar->codec_id;
    if (isPcm(codec) && std::ranges::find(kPcmContainers, container) != std::end(kPcmContainers))
        return Reach::BySeeking;
    if (container == "flac" && codec == AV_CODEC_ID_FLAC) return Reach::BySeeking;
    if (container.starts_with("mov") && (codec == AV_CODEC_ID_ALAC || isPcm(codec)))
        return Reach::BySeeking;
    // Tables in MP3 are too coarse, and seeking in Ogg finds pages, whose times need not be right.
    if (container == "mp3" && codec == AV_CODEC_ID_MP3) return Reach::ByPassingPackets;
    if (container == "ogg"
        && (codec == AV_CODEC_ID_VORBIS || codec == AV_CODEC_ID_OPUS || codec == AV_CODEC_ID_FLAC))
        return Reach::ByPassingPackets;
    return Reach::ByDecoding;
}

RangeJump::RangeJump(const MediaInput& input, double startSeconds)
    : m_input(input)
    , m_reach(reachOf(input))
    , m_startSeconds(startSeconds)
    , m_isWorthwhile(m_reach != Reach::ByDecoding && startSeconds > 2 * kLeadSeconds)
{
}

bool RangeJump::setOrigin(const AVFrame& first)
{
    if (first.pts == AV_NOPTS_VALUE) return false;
    m_origin = first.pts;
    m_lead = m_origin
        + static_cast<std::int64_t>(
            (m_startSeconds - kLeadSeconds) / av_q2d(m_input.stream().time_base));
    return true;
}

bool RangeJump::seek(MediaInput& input) const
{
    return m_reach != Reach::BySeeking || input.seekBefore(m_lead);
}

bool RangeJump::leavesTraces(const AVPacket& packet) const
{
    // RFC 6716, 3.1: the first five bits of a packet; CELT alone from 16 on.
    return m_input.stream().codecpar->codec_id == AV_CODEC_ID_OPUS && packet.size > 0
        && packet.data[0] >> 3 < 16;
}

bool RangeJump::isBeforeLead(const AVPacket& packet) const
{
    if (m_reach == Reach::BySeeking) return false;
    return packet.pts == AV_NOPTS_VALUE || packet.pts < m_lead;
}

std::optional<std::int64_t> RangeJump::sampleOf(const AVFrame& frame) const
{
    if (frame.pts == AV_NOPTS_VALUE || frame.sample_rate <= 0) return std::nullopt;
    return av_rescale_q(
        frame.pts - m_origin, m_input.stream().time_base, AVRational { 1, frame.sample_rate });
}

} // namespace circumplex
