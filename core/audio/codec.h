#pragma once

#include "core/base/result.h"

extern "C" {
#include <libavcodec/avcodec.h>
}

#include <memory>

/// Owners of FFmpeg's objects, and the opening of a decoder. For the .cpp files of this folder
/// only.
namespace circumplex {

class MediaInput;

struct FreeCodec {
    void operator()(AVCodecContext* codec) const { avcodec_free_context(&codec); }
};
struct FreePacket {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
struct FreeFrame {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
using Codec = std::unique_ptr<AVCodecContext, FreeCodec>;
using Packet = std::unique_ptr<AVPacket, FreePacket>;
using Frame = std::unique_ptr<AVFrame, FreeFrame>;

/// @throws std::bad_alloc
Packet newPacket();
Frame newFrame();

/// A decoder for the input's chosen stream, on the calling thread. AudioDamaged.
Result<Codec> openDecoder(const MediaInput& input);

} // namespace circumplex
