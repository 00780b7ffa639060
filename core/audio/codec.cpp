#include "core/audio/codec.h"

#include "core/audio/media_input.h"

extern "C" {
#include <libavformat/avformat.h>
}

#include <new>
#include <string>

namespace circumplex {

namespace {

/// The largest frames that encoders write (Monkey's Audio) have 1.2 million samples.
constexpr std::int64_t kMaxFrameSamples = 1 << 21;

} // namespace

Packet newPacket()
{
    Packet packet(av_packet_alloc());
    if (!packet) throw std::bad_alloc();
    return packet;
}

Frame newFrame()
{
    Frame frame(av_frame_alloc());
    if (!frame) throw std::bad_alloc();
    return frame;
}

Result<Codec> openDecoder(const MediaInput& input)
{
    Codec codec(avcodec_alloc_context3(&input.decoder()));
    if (!codec) throw std::bad_alloc();
    int status = avcodec_parameters_to_context(codec.get(), input.stream().codecpar);
    // Without it libavcodec cannot cut encoder delay and padding to the sample.
    codec->pkt_timebase = input.stream().time_base;
    codec->max_samples = kMaxFrameSamples;
    codec->thread_count = 1;
    if (status >= 0) status = avcodec_open2(codec.get(), &input.decoder(), nullptr);
    if (status < 0)
        return tl::unexpected(Error { ErrorCode::AudioDamaged,
            std::string("The decoder (") + input.decoder().name
                + ") refuses what the file's header says about the sound. Convert the file to "
                  "FLAC or WAV." });
    return codec;
}

} // namespace circumplex
