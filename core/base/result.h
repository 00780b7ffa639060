#pragma once

#include <tl/expected.hpp>

#include <string>

namespace circumplex {

/// Why an input could not be used. The names in errorCodeName() are part of the command line's
/// JSON.
enum class ErrorCode {
    Cancelled,
    FileMissing,
    FileUnreadable, ///< permissions, I/O errors
    NotAFile, ///< a directory, a socket, ...
    FileEmpty,
    AudioUnsupported, ///< not recognised as media by FFmpeg
    NoAudioStream, ///< media without sound
    AudioDamaged, ///< recognised, but yields no sample, or NaN samples
    AudioTooShort,
    AudioFormat, ///< impossible channel count or sample rate
    Stalled, ///< no progress within the time limit
    DeviceMissing, ///< or it lacks the number format
    FileChanged, ///< while it was read
    TagsUnreadable, ///< damaged so that reading them crashes, hangs or takes too much memory
    CueSheetUnusable, ///< the sentence names the line
    VolumeOffline, ///< its tracks stay as they are
    ModelUnusable,
    ModelMissing, ///< no installed model of that name
    ModelExists, ///< there is one of that name
    ModelShipped, ///< came with the program and cannot be removed
    DatabaseTooNew, ///< written by a newer version of this program
    DatabaseDamaged,
    DatabaseForeign, ///< a readable file that is not a library of this program
    DatabaseLocked, ///< another program kept it busy for longer than we wait
    DatabaseReadOnly,
    DiskFull,
    NotFound, ///< no such row in the library
    Refused, ///< would lose or contradict what people made
    QueryUnusable, ///< a search that cannot be understood
    ResultsUnusable, ///< text that is not what `circumplex-cli analyze --json` prints
    LabelsUnusable, ///< a table of labels that cannot be read
    FileUnwritable,
    AnalysisCrashed, ///< the engine's process died over it
    MemoryExceeded, ///< it needs more memory than the engine may have
    EngineUnusable, ///< the engine's process cannot be started, or dies whatever it does
    NetworkUnreachable, ///< no connection, or it broke off
    DownloadRefused, ///< the server answers, but does not give the file
    DownloadWrong, ///< what came is not the file that was meant
    Internal,
};

constexpr const char* errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::FileMissing:
        return "file-missing";
    case ErrorCode::FileUnreadable:
        return "file-unreadable";
    case ErrorCode::NotAFile:
        return "not-a-file";
    case ErrorCode::FileEmpty:
        return "file-empty";
    case ErrorCode::AudioUnsupported:
        return "audio-unsupported";
    case ErrorCode::NoAudioStream:
        return "no-audio-stream";
    case ErrorCode::AudioDamaged:
        return "audio-damaged";
    case ErrorCode::AudioTooShort:
        return "audio-too-short";
    case ErrorCode::AudioFormat:
        return "audio-format";
    case ErrorCode::Stalled:
        return "stalled";
    case ErrorCode::DeviceMissing:
        return "device-missing";
    case ErrorCode::FileChanged:
        return "file-changed";
    case ErrorCode::TagsUnreadable:
        return "tags-unreadable";
    case ErrorCode::CueSheetUnusable:
        return "cue-sheet-unusable";
    case ErrorCode::VolumeOffline:
        return "volume-offline";
    case ErrorCode::ModelUnusable:
        return "model-unusable";
    case ErrorCode::ModelMissing:
        return "model-missing";
    case ErrorCode::ModelExists:
        return "model-exists";
    case ErrorCode::ModelShipped:
        return "model-shipped";
    case ErrorCode::DatabaseTooNew:
        return "database-too-new";
    case ErrorCode::DatabaseDamaged:
        return "database-damaged";
    case ErrorCode::DatabaseForeign:
        return "database-foreign";
    case ErrorCode::DatabaseLocked:
        return "database-locked";
    case ErrorCode::DatabaseReadOnly:
        return "database-read-only";
    case ErrorCode::DiskFull:
        return "disk-full";
    case ErrorCode::NotFound:
        return "not-found";
    case ErrorCode::Refused:
        return "refused";
    case ErrorCode::QueryUnusable:
        return "query-unusable";
    case ErrorCode::ResultsUnusable:
        return "results-unusable";
    case ErrorCode::LabelsUnusable:
        return "labels-unusable";
    case ErrorCode::FileUnwritable:
        return "file-unwritable";
    case ErrorCode::AnalysisCrashed:
        return "analysis-crashed";
    case ErrorCode::MemoryExceeded:
        return "memory-exceeded";
    case ErrorCode::EngineUnusable:
        return "engine-unusable";
    case ErrorCode::NetworkUnreachable:
        return "network-unreachable";
    case ErrorCode::DownloadRefused:
        return "download-refused";
    case ErrorCode::DownloadWrong:
        return "download-wrong";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

/// `detail` is an English sentence that names the reason and, where there is one, the way out.
struct Error {
    ErrorCode code;
    std::string detail;
};

template <class T> using Result = tl::expected<T, Error>;

} // namespace circumplex
