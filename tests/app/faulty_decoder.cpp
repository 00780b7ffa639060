// Loaded before FFmpeg's own library, it makes three rare formats behave as a broken decoder does:
// True Audio crashes, WavPack never comes back, Apple Lossless takes memory without end. Everything
// else is decoded as always.
#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

extern "C" {
#include <libavcodec/avcodec.h>

int avcodec_send_packet(AVCodecContext* context, const AVPacket* packet)
{
    constexpr std::size_t kBite = 16 << 20;
    switch (context->codec_id) {
    case AV_CODEC_ID_TTA:
        std::abort();
    case AV_CODEC_ID_WAVPACK:
        for (;;)
            sleep(1);
    case AV_CODEC_ID_ALAC:
        for (;;) {
            std::memset(std::malloc(kBite), 1, kBite);
            usleep(5000);
        }
    default:
        break;
    }
    using Send = int (*)(AVCodecContext*, const AVPacket*);
    static const auto kReal = reinterpret_cast<Send>(dlsym(RTLD_NEXT, "avcodec_send_packet"));
    return kReal(context, packet);
}
}
