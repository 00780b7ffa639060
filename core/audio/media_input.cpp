#include "core/audio/media_input.h"

#include "core/audio/sound_limits.h"
#include "core/audio/trailing_tags.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/log.h>
}

#include <algorithm>
#include <cstring>
#include <new>
#include <string_view>

namespace circumplex {

namespace {

constexpr int kReadBufferBytes = 1 << 16;

/// FFmpeg's own default; said here because a foreign file must not take long to be refused.
constexpr unsigned kProbeBytes = 1 << 20;
constexpr std::int64_t kStreamProbeBytes = 5'000'000;

/// These do not hold sound: they name other files or addresses, or (image2) take the name for a
/// pattern. libgme plays console programs, many of which never end.
constexpr std::string_view kRefusedContainers[] = { "hls", "concat", "dash", "imf", "sdp", "rtp",
    "rtsp", "webm_dash_manifest", "image2", "vobsub", "avisynth", "vapoursynth", "libgme" };

void dropMessage(void*, int, const char*, va_list) { }

/// FFmpeg would write to the standard error output of whatever program this is part of.
void silenceFFmpeg()
{
    [[maybe_unused]] static const bool once = [] {
        av_log_set_callback(&dropMessage);
        return true;
    }();
}

bool isRefused(const AVInputFormat& format)
{
    return (format.flags & AVFMT_NOFILE) != 0
        || std::ranges::find(kRefusedContainers, std::string_view(format.name))
        != std::end(kRefusedContainers);
}

/// A WAV file written into a pipe has no size, or the largest, in its first eight bytes.
bool isWavOfUnknownSize(AVIOContext& io)
{
    const bool isRiff = avio_rb32(&io) == 0x52494646;
    const unsigned size = avio_rl32(&io);
    avio_seek(&io, 0, SEEK_SET);
    return isRiff && (size == 0 || size == 0xffffffff);
}

int refuseSecondFile(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**)
{
    return AVERROR(EPERM);
}

int interrupted(void* watch)
{
    return static_cast<DecodeWatch*>(watch)->mustEnd() ? 1 : 0;
}

Error notRecognised()
{
    return { ErrorCode::AudioUnsupported,
        "The file is not recognised as sound, whatever its name says. If it plays elsewhere, "
        "convert it to FLAC or WAV." };
}

Error noSound(const AVFormatContext& format)
{
    const std::string container = format.iformat->name;
    if (format.nb_streams == 0)
        return { ErrorCode::NoAudioStream,
            "The file (" + container + ") has no streams: it is a mere header, or was cut off." };
    return { ErrorCode::NoAudioStream,
        "The file (" + container + ") has no sound, only pictures, video or text." };
}

} // namespace

void MediaInput::CloseFormat::operator()(AVFormatContext* format) const
{
    avformat_close_input(&format);
}

void MediaInput::FreeIo::operator()(AVIOContext* io) const
{
    av_freep(&io->buffer);
    avio_context_free(&io);
}

Result<std::unique_ptr<MediaInput>> MediaInput::open(
    const std::filesystem::path& path, DecodeWatch& watch, Extent extent)
{
    silenceFFmpeg();
    auto file = InputFile::open(path);
    if (!file) return tl::unexpected(std::move(file.error()));

    if (extent == Extent::WithoutTrailingTags) (*file)->endAt(endWithoutTags(**file));

    std::unique_ptr<MediaInput> input(new MediaInput(std::move(*file), watch));
    auto error = input->openFormat("file:" + path.native());
    if (!error) error = input->chooseStream();
    // What FFmpeg makes of an interrupted read is not the reason.
    if (auto interruption = input->interruption()) error = std::move(interruption);
    if (error) return tl::unexpected(std::move(*error));
    return input;
}

MediaInput::MediaInput(std::unique_ptr<InputFile> file, DecodeWatch& watch)
    : m_file(std::move(file))
    , m_watch(watch)
{
    auto* buffer = static_cast<unsigned char*>(av_malloc(kReadBufferBytes));
    if (!buffer) throw std::bad_alloc();
    m_io.reset(avio_alloc_context(
        buffer, kReadBufferBytes, 0, this, &MediaInput::readBytes, nullptr, &seekBytes));
    if (!m_io) {
        av_free(buffer);
        throw std::bad_alloc();
    }
}

MediaInput::~MediaInput() = default;

int MediaInput::readBytes(void* self, unsigned char* buffer, int size)
{
    auto& input = *static_cast<MediaInput*>(self);
    if (input.m_watch.mustEnd()) return AVERROR_EXIT;
    const std::int64_t count = input.m_file->read(
        std::as_writable_bytes(std::span(buffer, static_cast<std::size_t>(size))));
    if (count == 0) return AVERROR_EOF;
    if (count < 0 && input.m_systemError == 0) input.m_systemError = static_cast<int>(-count);
    return static_cast<int>(count);
}

std::int64_t MediaInput::seekBytes(void* self, std::int64_t offset, int whence)
{
    auto& input = *static_cast<MediaInput*>(self);
    if ((whence & AVSEEK_SIZE) != 0) return input.m_file->sizeBytes();
    return input.m_file->seek(offset, whence & ~AVSEEK_FORCE);
}

std::optional<Error> MediaInput::openFormat(const std::string& url)
{
    // The name's ending counts a little, as it does for ffmpeg; a few formats have no other mark.
    const AVInputFormat* container = nullptr;
    const int score
        = av_probe_input_buffer2(m_io.get(), &container, url.c_str(), nullptr, 0, kProbeBytes);
    if (score < 0 || !container) return notRecognised();
    // Before the header is read, since that is when a playlist opens what it names.
    if (isRefused(*container))
        return Error { ErrorCode::AudioUnsupported,
            std::string("The file (") + container->name
                + ") holds no sound of its own, only names of other files or instructions. Give "
                  "the sound files themselves." };

    m_isOpenEnded = isWavOfUnknownSize(*m_io);

    AVFormatContext* format = avformat_alloc_context();
    if (!format) throw std::bad_alloc();
    format->pb = m_io.get();
    format->io_open = &refuseSecondFile;
    format->protocol_whitelist = av_strdup("none");
    format->interrupt_callback = { &interrupted, &m_watch };
    format->probesize = kStreamProbeBytes;
    if (avformat_open_input(&format, url.c_str(), container, nullptr) < 0) {
        // `format` is freed. By name alone anything may be an MP3.
        if (score <= AVPROBE_SCORE_EXTENSION) return notRecognised();
        return Error { ErrorCode::AudioDamaged,
            std::string("The file looks like ") + container->name
                + ", but its header cannot be read: it is damaged or was cut off. Copy or "
                  "download it again." };
    }
    m_format.reset(format);
    // A failure here leaves the streams known so far; choosing among them tells the rest.
    avformat_find_stream_info(format, nullptr);
    return std::nullopt;
}

std::optional<Error> MediaInput::chooseStream()
{
    const auto streams = std::span(m_format->streams, m_format->nb_streams);
    m_streamIndex = av_find_best_stream(m_format.get(), AVMEDIA_TYPE_AUDIO, -1, -1, &m_decoder, 0);
    if (m_streamIndex < 0) {
        // FFmpeg passes over streams without decoder, channels or rate.
        const auto sound = std::ranges::find_if(streams, [](const AVStream* stream) {
            return stream->codecpar->codec_type == AVMEDIA_TYPE_AUDIO;
        });
        if (sound == streams.end()) return noSound(*m_format);
        const AVCodecParameters& sounds = *(*sound)->codecpar;
        if (sounds.ch_layout.nb_channels == 0 && sounds.sample_rate == 0)
            return Error { ErrorCode::AudioDamaged,
                std::string("The file looks like ") + m_format->iformat->name
                    + ", but no sound was found in it. Copy or download it again." };
        if (m_streamIndex != AVERROR_DECODER_NOT_FOUND)
            return impossibleFormat(sounds.ch_layout.nb_channels, sounds.sample_rate);
        return Error { ErrorCode::AudioUnsupported,
            std::string("This FFmpeg has no decoder for the file's sound (")
                + avcodec_get_name(sounds.codec_id) + "). Convert it to FLAC or WAV." };
    }
    for (AVStream* stream : streams)
        if (stream->index != m_streamIndex) stream->discard = AVDISCARD_ALL;

    const AVCodecParameters& sound = *stream().codecpar;
    if (!isPossibleFormat(sound.ch_layout.nb_channels, sound.sample_rate))
        return impossibleFormat(sound.ch_layout.nb_channels, sound.sample_rate);
    return std::nullopt;
}

int MediaInput::read(AVPacket& packet)
{
    for (;;) {
        const int status = av_read_frame(m_format.get(), &packet);
        if (status == AVERROR(EAGAIN) && !m_watch.mustEnd()) continue;
        if (status < 0 || packet.stream_index == m_streamIndex) return status;
        av_packet_unref(&packet);
        if (m_watch.mustEnd()) return AVERROR_EXIT;
    }
}

bool MediaInput::seekBefore(std::int64_t timestamp)
{
    return av_seek_frame(m_format.get(), m_streamIndex, timestamp, AVSEEK_FLAG_BACKWARD) >= 0;
}

std::optional<Error> MediaInput::interruption() const
{
    if (auto verdict = m_watch.verdict()) return verdict;
    if (m_systemError != 0) return unreadable(m_systemError);
    return std::nullopt;
}

const AVStream& MediaInput::stream() const
{
    return *m_format->streams[m_streamIndex];
}

std::string MediaInput::container() const
{
    return m_format->iformat->name;
}

double MediaInput::headerSeconds() const
{
    double seconds = 0.0;
    if (stream().duration != AV_NOPTS_VALUE)
        seconds = static_cast<double>(stream().duration) * av_q2d(stream().time_base);
    else if (m_format->duration != AV_NOPTS_VALUE)
        seconds = static_cast<double>(m_format->duration) / AV_TIME_BASE;
    return std::max(seconds, 0.0);
}

bool MediaInput::hasLengthInHeader() const
{
    return headerSeconds() > 0.0
        && m_format->duration_estimation_method != AVFMT_DURATION_FROM_BITRATE;
}

} // namespace circumplex
