#include "ui/common/core_text.h"

#include "ui/common/bidi_text.h"
#include "ui/common/model_sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <optional>
#include <vector>

namespace circumplex {

namespace {

/// Of two that fit, the first is taken.
constexpr std::array kSentences {
    // The search language, core/library/search_parser.cpp.
    QT_TRANSLATE_NOOP("Core", "This query is too long."),
    QT_TRANSLATE_NOOP("Core", "This parenthesis was never opened."),
    QT_TRANSLATE_NOOP("Core", "This parenthesis is never closed."),
    QT_TRANSLATE_NOOP("Core", "There is nothing between these parentheses."),
    QT_TRANSLATE_NOOP("Core", "This quotation mark is never closed."),
    QT_TRANSLATE_NOOP("Core", "Something is missing at the end."),
    QT_TRANSLATE_NOOP("Core", "Something is missing after '%1'."),
    QT_TRANSLATE_NOOP(
        "Core", "Something is missing before '%1'. To search for the word, put it in quotes."),
    QT_TRANSLATE_NOOP("Core", "This query is nested too deeply. Write it with fewer parentheses."),
    QT_TRANSLATE_NOOP("Core", "This query has too many conditions; %1 are possible."),
    QT_TRANSLATE_NOOP(
        "Core", "There is no field '%1'. To search for these words, put them in quotes."),
    QT_TRANSLATE_NOOP("Core", "'%1' cannot be compared; write %2."),
    QT_TRANSLATE_NOOP("Core", "There is no mood '%1'. Examples: mood:happy, mood:calm, mood:dark."),
    QT_TRANSLATE_NOOP(
        "Core", "'%1' is not a key. Write for example key:D, key:minor or key:\"Eb minor\"."),
    QT_TRANSLATE_NOOP("Core", "There is no state '%1'. Possible are %2."),
    QT_TRANSLATE_NOOP("Core",
        "'%1' is not a date or a range that begins before it ends. Write for example %2, %3 or "
        "%4."),
    QT_TRANSLATE_NOOP("Core",
        "'%1' is not a number or a range that begins before it ends. Write for example %2, %3 or "
        "%4."),
    QT_TRANSLATE_NOOP("Core", "'%1' is not a date. Write for example %2, %3 or %4."),
    QT_TRANSLATE_NOOP("Core", "'%1' is not a number. Write for example %2, %3 or %4."),
    // Names of models, core/types/model_name.h.
    QT_TRANSLATE_NOOP("Core",
        "up to 64 letters, digits, '-', '_' and '.', beginning with a letter, a digit or '_'"),
    // The engine and its client.
    QT_TRANSLATE_NOOP("Core", "The engine %1 cannot be started: %2."),
    QT_TRANSLATE_NOOP("Core", "The engine died %1 times in a row. %2"),
    QT_TRANSLATE_NOOP("Core", "The engine did not answer any more."),
    QT_TRANSLATE_NOOP("Core", "The engine was killed from outside, perhaps for want of memory."),
    QT_TRANSLATE_NOOP("Core", "The engine crashed (%1)."),
    QT_TRANSLATE_NOOP("Core", "The engine ended by itself with exit status %1."),
    QT_TRANSLATE_NOOP(
        "Core", "Analysing it took more memory than the %1 MiB that the engine may have."),
    QT_TRANSLATE_NOOP("Core", "Analysing it came to a halt: there was no progress for %1 seconds."),
    QT_TRANSLATE_NOOP("Core", "This track needs more memory than this machine has to give."),
    QT_TRANSLATE_NOOP("Core", "%1 is back; its tracks are analysed with the others."),
    QT_TRANSLATE_NOOP("Core", "%1 is not there; its tracks wait until it is back."),
    QT_TRANSLATE_NOOP("Core", "What the model hears cannot be kept for later: %1"),
    QT_TRANSLATE_NOOP("Core",
        "The system has no more watches for folders to give, so new music may be noticed some "
        "minutes late. An administrator can raise the limit: sysctl "
        "fs.inotify.max_user_watches=524288."),
    // Scans, core/engine/library_scanner.cpp and scan_roots.cpp.
    QT_TRANSLATE_NOOP("Core", "The folder is not there. Its tracks stay as they are."),
    QT_TRANSLATE_NOOP("Core",
        "The folder is empty, as one is whose drive is not mounted. Its tracks stay as they are."),
    QT_TRANSLATE_NOOP("Core",
        "The volume \"%1\", which was mounted at %2, is absent. Its tracks stay as they are."),
    QT_TRANSLATE_NOOP("Core", "Its volume \"%1\" is absent. Its tracks stay as they are."),
    QT_TRANSLATE_NOOP("Core", "The folder cannot be read: %1."),
    QT_TRANSLATE_NOOP("Core", "This is not a folder with files."),
    QT_TRANSLATE_NOOP(
        "Core", "The file was written to while it was read. It is read again with the next scan."),
    QT_TRANSLATE_NOOP(
        "Core", "The file was written to while it was analysed. Scan again, then it is analysed."),
    QT_TRANSLATE_NOOP("Core",
        "The tags are damaged: reading them gave nonsense. Write them again with a tag editor."),
    QT_TRANSLATE_NOOP("Core",
        "The tags are damaged: reading them ended the tag reader (%1). Write them again with a tag "
        "editor."),
    // Sound files, core/audio.
    QT_TRANSLATE_NOOP("Core", "There is no such file."),
    QT_TRANSLATE_NOOP("Core", "This is a folder. Give the files inside it."),
    QT_TRANSLATE_NOOP("Core", "The file is empty (0 bytes). Copy or download it again."),
    QT_TRANSLATE_NOOP("Core", "The file cannot be read: %1. Check its permissions and its drive."),
    QT_TRANSLATE_NOOP("Core",
        "The sound has values that are not numbers (NaN or infinity) near %1. Export it again from "
        "the program that made it."),
    QT_TRANSLATE_NOOP("Core",
        "The sound has values that are not numbers (NaN or infinity). Export it again from the "
        "program that made it."),
    QT_TRANSLATE_NOOP("Core",
        "No sample was decoded for %1 ms: the file is damaged or its drive does not answer. Check "
        "the drive, or convert the file to FLAC."),
    QT_TRANSLATE_NOOP("Core",
        "The file (%1) holds no sound of its own, only names of other files or instructions. Give "
        "the sound files themselves."),
    QT_TRANSLATE_NOOP("Core",
        "The file looks like %1, but its header cannot be read: it is damaged or was cut off. Copy "
        "or download it again."),
    QT_TRANSLATE_NOOP(
        "Core", "The file looks like %1, but no sound was found in it. Copy or download it again."),
    QT_TRANSLATE_NOOP(
        "Core", "This FFmpeg has no decoder for the file's sound (%1). Convert it to FLAC or WAV."),
    QT_TRANSLATE_NOOP("Core",
        "The decoder (%1) refuses what the file's header says about the sound. Convert the file to "
        "FLAC or WAV."),
    QT_TRANSLATE_NOOP("Core",
        "The file (%1) has a header and no sound: it was cut off. Copy or download it again."),
    QT_TRANSLATE_NOOP("Core",
        "The file (%1, %2) yields not one sample of sound: it is damaged or holds only a header. "
        "Copy or download it again."),
    QT_TRANSLATE_NOOP("Core",
        "The part from %1 on holds no sound: the file ends before, or the part is empty. Check the "
        "CUE sheet that names it."),
    // Warnings about labels, core/engine/personal_pack.cpp.
    QT_TRANSLATE_NOOP("Core",
        "All labels are of one rater, so nothing says how well people agree; rating some tracks "
        "again after a week would."),
    QT_TRANSLATE_NOOP(
        "Core", "Every rating of valence is the same, so nothing can be learned of it."),
    QT_TRANSLATE_NOOP(
        "Core", "Every rating of arousal is the same, so nothing can be learned of it."),
    QT_TRANSLATE_NOOP("Core",
        "%1 times somebody rated the valence of one track in two sittings four points apart or "
        "more; their mean is used."),
    QT_TRANSLATE_NOOP("Core",
        "%1 times somebody rated the arousal of one track in two sittings four points apart or "
        "more; their mean is used."),
    QT_TRANSLATE_NOOP("Core", "Models know 56 tags, and not %1; these stay in the library."),
};

struct Pattern {
    const char* sentence;
    QRegularExpression expression;
};

/// %1 and the like stand for any text, in the order of their numbers.
QRegularExpression expressionOf(const char* sentence)
{
    QString expression
        = QRegularExpression::escape(QString::fromUtf8(sentence)); // "%" becomes "\\%"
    for (int number = 1; number < 10; ++number)
        expression.replace(QStringLiteral("\\%%1").arg(number), QStringLiteral("(.+)"));
    return QRegularExpression(QRegularExpression::anchoredPattern(expression),
        QRegularExpression::DotMatchesEverythingOption);
}

/// In one pass, since what is put in may itself contain "%2". What is put in may be a sentence of
/// the core too.
QString filled(const QString& sentence, const QStringList& parts)
{
    QString text;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const int number = sentence.at(at) == u'%' && at + 1 < sentence.size()
            ? sentence.at(at + 1).digitValue()
            : -1;
        if (number < 1 || number >= parts.size()) {
            text += sentence.at(at);
            continue;
        }
        text += isolated(coreText(parts.at(number)));
        ++at;
    }
    return text;
}

const std::vector<Pattern>& patterns()
{
    static const std::vector<Pattern> known = [] {
        std::vector<Pattern> made;
        for (const char* sentence : coreSentences())
            made.push_back({ sentence, expressionOf(sentence) });
        return made;
    }();
    return known;
}

std::optional<QString> knownSentence(const QString& english)
{
    for (const Pattern& pattern : patterns()) {
        const QRegularExpressionMatch match = pattern.expression.match(english);
        if (match.hasMatch())
            return filled(
                QCoreApplication::translate("Core", pattern.sentence), match.capturedTexts());
    }
    return std::nullopt;
}

/// "a is missing; b is missing"
std::optional<QString> knownList(const QString& english)
{
    QStringList said;
    for (const QString& part : english.split(QStringLiteral("; "))) {
        const auto sentence = knownSentence(part);
        if (!sentence) return std::nullopt;
        said << *sentence;
    }
    return said.size() > 1 ? std::optional(said.join(QStringLiteral("; "))) : std::nullopt;
}

/// "/a/file: is cut off"
std::optional<QString> knownOfFile(const QString& english)
{
    const QString colon = QStringLiteral(": ");
    for (qsizetype at = english.indexOf(colon); at >= 0; at = english.indexOf(colon, at + 1))
        if (const auto rest = knownSentence(english.mid(at + colon.size())))
            return isolated(english.left(at)) + colon + *rest;
    return std::nullopt;
}

} // namespace

std::span<const char* const> coreSentences()
{
    static const std::vector<const char*> all = [] {
        std::vector<const char*> joined(kSentences.begin(), kSentences.end());
        const auto models = modelSentences();
        joined.insert(joined.end(), models.begin(), models.end());
        return joined;
    }();
    return all;
}

QString coreText(const QString& english)
{
    for (const auto find : { knownList, knownSentence, knownOfFile })
        if (const auto text = find(english)) return *text;
    return english;
}

} // namespace circumplex
