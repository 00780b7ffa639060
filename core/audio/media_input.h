#pragma once

#include "core/audio/decode_watch.h"
#include "core/audio/input_file.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

struct AVCodec;
struct AVFormatContext;
struct AVIOContext;
struct AVPacket;
struct AVStream;

namespace circumplex {

/// One file opened by FFmpeg, with its best sound stream chosen.
///
/// FFmpeg reads through this object and through nothing else: no name is taken for a protocol, and
/// no playlist or manifest opens a second file. One thread; `watch` ends reading early.
class MediaInput {
public:
    enum class Extent {
        WholeFile,
        WithoutTrailingTags, ///< for what must not depend on them (trailing_tags.h)
    };

    /// Any code of InputFile::open, AudioUnsupported, AudioDamaged, NoAudioStream, AudioFormat,
    /// Stalled, Cancelled.
    /// @param watch  must outlive the result
    static Result<std::unique_ptr<MediaInput>> open(
        const std::filesystem::path& path, DecodeWatch& watch, Extent extent = Extent::WholeFile);

    ~MediaInput();

    /// The next packet of the chosen stream. As av_read_frame: negative at the end and on errors.
    int read(AVPacket& packet);

    /// Goes on at or before a time of the chosen stream, in its time base. @return false: cannot
    bool seekBefore(std::int64_t timestamp);

    /// Why reading ended before the file did, if it did: Cancelled, Stalled, or a failing drive.
    std::optional<Error> interruption() const;

    const AVStream& stream() const;
    const AVCodec& decoder() const { return *m_decoder; }
    std::string container() const;

    /// 0: unknown.
    double headerSeconds() const;

    /// False if the length is FFmpeg's guess from size and bit rate.
    bool hasLengthInHeader() const;

    /// Written by a program that did not know the length yet, so that no end is a wrong end.
    bool isOpenEnded() const { return m_isOpenEnded; }

private:
    struct CloseFormat {
        void operator()(AVFormatContext* format) const;
    };
    struct FreeIo {
        void operator()(AVIOContext* io) const;
    };

    MediaInput(std::unique_ptr<InputFile> file, DecodeWatch& watch);
    std::optional<Error> openFormat(const std::string& url);
    std::optional<Error> chooseStream();

    static int readBytes(void* self, unsigned char* buffer, int size);
    static std::int64_t seekBytes(void* self, std::int64_t offset, int whence);

    std::unique_ptr<InputFile> m_file;
    DecodeWatch& m_watch;
    int m_systemError = 0; ///< of the first failed read
    std::unique_ptr<AVIOContext, FreeIo> m_io;
    std::unique_ptr<AVFormatContext, CloseFormat> m_format; ///< goes before m_io, which it uses
    int m_streamIndex = -1;
    const AVCodec* m_decoder = nullptr;
    bool m_isOpenEnded = false;
};

} // namespace circumplex
