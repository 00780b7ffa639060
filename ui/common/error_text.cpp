#include "ui/common/error_text.h"

#include "ui/common/bidi_text.h"
#include "ui/common/core_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace circumplex {

namespace {

const char* sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("Error", "It was stopped.");
    case ErrorCode::FileMissing:
        return QT_TRANSLATE_NOOP("Error", "The file is not there.");
    case ErrorCode::FileUnreadable:
        return QT_TRANSLATE_NOOP("Error", "The file cannot be read.");
    case ErrorCode::NotAFile:
        return QT_TRANSLATE_NOOP("Error", "This is not a file.");
    case ErrorCode::FileEmpty:
        return QT_TRANSLATE_NOOP("Error", "The file is empty.");
    case ErrorCode::AudioUnsupported:
        return QT_TRANSLATE_NOOP("Error", "This is not a kind of sound file that can be read.");
    case ErrorCode::NoAudioStream:
        return QT_TRANSLATE_NOOP("Error", "There is no sound in this file.");
    case ErrorCode::AudioDamaged:
        return QT_TRANSLATE_NOOP("Error", "The sound in this file is damaged.");
    case ErrorCode::AudioTooShort:
        return QT_TRANSLATE_NOOP("Error", "This is too short to be analysed.");
    case ErrorCode::AudioFormat:
        return QT_TRANSLATE_NOOP("Error", "The sound has an impossible format.");
    case ErrorCode::Stalled:
        return QT_TRANSLATE_NOOP("Error", "Reading took too long and was given up.");
    case ErrorCode::DeviceMissing:
        return QT_TRANSLATE_NOOP("Error", "The computing device is not there, or cannot do this.");
    case ErrorCode::FileChanged:
        return QT_TRANSLATE_NOOP("Error", "The file changed while it was read.");
    case ErrorCode::TagsUnreadable:
        return QT_TRANSLATE_NOOP("Error", "The tags of this file cannot be read.");
    case ErrorCode::CueSheetUnusable:
        return QT_TRANSLATE_NOOP("Error", "The CUE sheet cannot be understood.");
    case ErrorCode::VolumeOffline:
        return QT_TRANSLATE_NOOP("Error", "The disk with these files is not connected.");
    case ErrorCode::ModelUnusable:
        return QT_TRANSLATE_NOOP("Error", "The model cannot be used.");
    case ErrorCode::ModelMissing:
        return QT_TRANSLATE_NOOP("Error", "There is no such model.");
    case ErrorCode::ModelExists:
        return QT_TRANSLATE_NOOP("Error", "There is a model of that name already.");
    case ErrorCode::ModelShipped:
        return QT_TRANSLATE_NOOP(
            "Error", "This model came with the program and cannot be removed.");
    case ErrorCode::DatabaseTooNew:
        return QT_TRANSLATE_NOOP(
            "Error", "The library was written by a newer version of this program.");
    case ErrorCode::DatabaseDamaged:
        return QT_TRANSLATE_NOOP("Error", "The library file is damaged.");
    case ErrorCode::DatabaseForeign:
        return QT_TRANSLATE_NOOP("Error", "This file is not a library of this program.");
    case ErrorCode::DatabaseLocked:
        return QT_TRANSLATE_NOOP("Error", "Another program keeps the library busy.");
    case ErrorCode::DatabaseReadOnly:
        return QT_TRANSLATE_NOOP("Error", "The library cannot be written.");
    case ErrorCode::DiskFull:
        return QT_TRANSLATE_NOOP("Error", "The disk is full.");
    case ErrorCode::NotFound:
        return QT_TRANSLATE_NOOP("Error", "It is no longer in the library.");
    case ErrorCode::Refused:
        return QT_TRANSLATE_NOOP("Error", "This was refused, so that nothing is lost.");
    case ErrorCode::QueryUnusable:
        return QT_TRANSLATE_NOOP("Error", "This search cannot be understood.");
    case ErrorCode::ResultsUnusable:
        return QT_TRANSLATE_NOOP("Error", "These results cannot be read.");
    case ErrorCode::LabelsUnusable:
        return QT_TRANSLATE_NOOP("Error", "This table of labels cannot be read.");
    case ErrorCode::FileUnwritable:
        return QT_TRANSLATE_NOOP("Error", "The file cannot be written.");
    case ErrorCode::AnalysisCrashed:
        return QT_TRANSLATE_NOOP("Error", "Analysing this file took the analysis down.");
    case ErrorCode::MemoryExceeded:
        return QT_TRANSLATE_NOOP("Error", "This needs more memory than there is.");
    case ErrorCode::EngineUnusable:
        return QT_TRANSLATE_NOOP("Error", "The analysis cannot be started.");
    case ErrorCode::NetworkUnreachable:
        return QT_TRANSLATE_NOOP("Error",
            "The server cannot be reached. What has come so far is kept, and the next try goes on "
            "from there.");
    case ErrorCode::DownloadRefused:
        return QT_TRANSLATE_NOOP("Error", "The server does not give this file.");
    case ErrorCode::DownloadWrong:
        return QT_TRANSLATE_NOOP("Error", "What came is not the file that its authors published.");
    case ErrorCode::Internal:
        return QT_TRANSLATE_NOOP("Error", "Something unexpected went wrong.");
    }
    return "";
}

bool isName(const QString& text)
{
    return !text.contains(u' ') || (text.startsWith(u'/') && !text.contains(u": "));
}

/// Whether the detail says again what the kind says, and perhaps more.
bool repeats(const QString& detail, const QString& kind)
{
    return detail.startsWith(kind.chopped(1), Qt::CaseInsensitive);
}

} // namespace

QString coreSentence(const QString& english)
{
    QString text = coreText(english);
    if (text.isEmpty() || isName(text)) return text;
    // "the engine ...", but not "song.mp3: ..."
    if (std::ranges::all_of(text.section(u' ', 0, 0), [](QChar c) { return c.isLetter(); }))
        text[0] = text.at(0).toUpper();
    const QChar last = text.back();
    // Signs that end a sentence in the languages that there are.
    if (!QStringLiteral(".!?\u2026\u061f").contains(last)) text += u'.';
    return text;
}

QString errorText(const Error& error)
{
    const QString english = QString::fromLatin1(sentence(error.code));
    const QString kind = QCoreApplication::translate("Error", sentence(error.code));
    const QString detail = QString::fromStdString(error.detail);
    if (detail.isEmpty()) return kind;
    if (repeats(detail, english))
        return coreText(detail) != detail || kind == english ? coreSentence(detail) : kind;
    return kind + QLatin1Char(' ') + isolated(coreSentence(detail));
}

QString errorText(const std::string& codeName, const std::string& detail)
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
        if (codeName == errorCodeName(static_cast<ErrorCode>(code)))
            return errorText({ static_cast<ErrorCode>(code), detail });
    return isolated(coreSentence(QString::fromStdString(detail)));
}

} // namespace circumplex
