#include "core/audio/cue_sheet.h"

#include "core/audio/input_file.h"
#include "core/audio/text_encoding.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace circumplex {

namespace {

constexpr std::int64_t kMaxSheetBytes = 1 << 20;
constexpr double kFramesPerSecond = 75.0; // of a CD

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n\f\v";
    const auto begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

/// Takes the first word off.
std::string_view takeWord(std::string_view& text)
{
    text = trimmed(text);
    const std::string_view word = text.substr(0, text.find_first_of(" \t"));
    text = trimmed(text.substr(word.size()));
    return word;
}

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

/// minutes:seconds:frames
std::optional<double> timeSeconds(std::string_view text)
{
    const auto first = text.find(':');
    const auto second = text.find(':', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
    const auto minutes = wholeNumber(text.substr(0, first));
    const auto seconds = wholeNumber(text.substr(first + 1, second - first - 1));
    const auto frames = wholeNumber(text.substr(second + 1));
    if (!minutes || !seconds || !frames || *seconds >= 60 || *frames >= 75 || *minutes > 100'000)
        return std::nullopt;
    return *minutes * 60.0 + *seconds + *frames / kFramesPerSecond;
}

/// Thrown inside this file only.
struct LineError {
    std::string reason;
};

/// Text in quotes, which may hold quotes itself, or the rest of the line.
/// @param hasMore  something follows the text (FILE has a type): without quotes, the last word
std::string_view quoted(std::string_view rest, bool hasMore)
{
    rest = trimmed(rest);
    if (rest.starts_with('"')) {
        const auto end = rest.rfind('"');
        if (end == 0) throw LineError { "a quote is opened and never closed" };
        return rest.substr(1, end - 1);
    }
    if (hasMore)
        if (const auto type = rest.find_last_of(" \t"); type != std::string_view::npos)
            return trimmed(rest.substr(0, type));
    return rest;
}

class Parser {
public:
    void parse(std::string_view line, std::string_view rawLine);
    CueSheet finish();

    int trackLine() const { return m_trackLine; }

private:
    void file(std::string_view rest, std::string_view rawRest);
    void track(std::string_view rest);
    void index(std::string_view rest);
    void endTrack();
    CueTrack* current() { return m_state == State::Track ? &m_track : nullptr; }

    enum class State { Head, Track, DataTrack };

    CueSheet m_sheet;
    CueTrack m_track;
    State m_state = State::Head;
    bool m_hasStart = false;
    int m_lastNumber = 0;
    int m_line = 0;
    int m_trackLine = 0;
    std::string m_file, m_fileBytes;
};

void Parser::file(std::string_view rest, std::string_view rawRest)
{
    const std::string_view name = quoted(rest, true);
    if (name.empty()) throw LineError { "FILE without a name" };
    m_file = name;
    m_fileBytes = quoted(rawRest, true);
}

void Parser::endTrack()
{
    if (m_state != State::Track) return;
    if (!m_hasStart)
        throw LineError { "track " + std::to_string(m_track.number) + ", begun on line "
            + std::to_string(m_trackLine) + ", has no INDEX 01" };
    if (!m_sheet.tracks.empty()) {
        CueTrack& before = m_sheet.tracks.back();
        if (before.file == m_track.file) {
            if (m_track.startSeconds <= before.startSeconds)
                throw LineError { "track " + std::to_string(m_track.number)
                    + " does not begin after track " + std::to_string(before.number) };
            if (!before.endSeconds) before.endSeconds = m_track.startSeconds;
        }
    }
    m_sheet.tracks.push_back(std::move(m_track));
}

void Parser::track(std::string_view rest)
{
    endTrack();
    const auto number = wholeNumber(takeWord(rest));
    if (!number || *number < 1 || *number > 99)
        throw LineError { "TRACK is followed by a number from 1 to 99" };
    if (m_file.empty()) throw LineError { "TRACK before any FILE" };
    if (*number <= m_lastNumber)
        throw LineError { "track " + std::to_string(*number) + " comes after track "
            + std::to_string(m_lastNumber) };
    m_lastNumber = *number;
    m_trackLine = m_line;
    m_hasStart = false;
    m_track = {};
    m_track.number = *number;
    m_state = equalsIgnoringCase(takeWord(rest), "AUDIO") ? State::Track : State::DataTrack;
}

void Parser::index(std::string_view rest)
{
    if (m_state == State::Head) throw LineError { "INDEX before any TRACK" };
    const auto number = wholeNumber(takeWord(rest));
    const auto seconds = timeSeconds(rest);
    if (!number || *number > 99) throw LineError { "INDEX is followed by a number from 0 to 99" };
    if (!seconds)
        throw LineError { "a time is minutes:seconds:frames, with fewer than 60 seconds and 75 "
                          "frames" };
    if (m_state == State::DataTrack) {
        // It ends the sound before it.
        if (!m_sheet.tracks.empty() && m_sheet.tracks.back().file == m_file
            && !m_sheet.tracks.back().endSeconds && *seconds > m_sheet.tracks.back().startSeconds)
            m_sheet.tracks.back().endSeconds = *seconds;
    } else if (*number == 0) {
        m_track.pregapSeconds = *seconds;
    } else if (*number == 1) {
        if (m_hasStart) throw LineError { "a second INDEX 01 in one track" };
        m_hasStart = true;
        m_track.startSeconds = *seconds;
        // With the gap at the end of the file before, INDEX 00 and 01 are in different files.
        m_track.file = m_file;
        m_track.fileBytes = m_fileBytes;
    }
}

void Parser::parse(std::string_view line, std::string_view rawLine)
{
    ++m_line;
    if (line.find('\0') != std::string_view::npos) throw LineError { "this is not text" };
    std::string_view rest = line;
    std::string_view rawRest = rawLine;
    const std::string_view command = takeWord(rest);
    takeWord(rawRest);
    const auto is = [command](std::string_view name) { return equalsIgnoringCase(command, name); };
    if (is("FILE")) {
        file(rest, rawRest);
    } else if (is("TRACK")) {
        track(rest);
    } else if (is("INDEX")) {
        index(rest);
    } else if (is("TITLE")) {
        if (m_state != State::DataTrack)
            (current() ? m_track.title : m_sheet.title) = quoted(rest, false);
    } else if (is("PERFORMER")) {
        if (m_state != State::DataTrack)
            (current() ? m_track.performer : m_sheet.performer) = quoted(rest, false);
    } else if (is("REM")) {
        // Free text as well: what has quotes that do not match is left as it is.
        const std::string_view key = takeWord(rest);
        const bool isQuoted = rest.size() > 1 && rest.starts_with('"') && rest.ends_with('"');
        (current() ? m_track.remarks : m_sheet.remarks)
            .emplace_back(key, isQuoted ? rest.substr(1, rest.size() - 2) : rest);
    }
}

CueSheet Parser::finish()
{
    endTrack();
    if (m_sheet.tracks.empty()) throw LineError { "the sheet ends without a sound track" };
    return std::move(m_sheet);
}

/// Ends at \n, \r\n or a lone \r.
std::string_view takeLine(std::string_view& text)
{
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t length = text.substr(end).starts_with("\r\n") ? 2 : 1;
    text.remove_prefix(std::min(text.size(), end + length));
    return line;
}

/// "dir\album.wav" as written on Windows, without any part that leaves the folder.
std::filesystem::path relativeName(std::string name)
{
    std::ranges::replace(name, '\\', '/');
    if (name.find('\0') != std::string::npos) return {};
    std::filesystem::path path(name);
    if (path.is_absolute() || (name.size() > 1 && name[1] == ':')) path = path.filename();
    for (const auto& part : path)
        if (part == "..") return {};
    return path;
}

} // namespace

std::string CueSheet::remark(std::string_view key) const
{
    const auto found = std::ranges::find_if(
        remarks, [key](const auto& remark) { return equalsIgnoringCase(remark.first, key); });
    return found == remarks.end() ? std::string() : found->second;
}

Result<CueSheet> parseCueSheet(std::string_view bytes)
{
    const std::string text = textToUtf8(bytes);
    // Names of files are bytes. UTF-16 has none of its own to compare with.
    const bool isBytewise = !bytes.starts_with("\xff\xfe") && !bytes.starts_with("\xfe\xff");
    std::string_view raw = isBytewise ? bytes : std::string_view(text);
    if (raw.starts_with("\xef\xbb\xbf")) raw.remove_prefix(3);

    Parser parser;
    int lineNumber = 0;
    try {
        for (std::string_view rest = text; !rest.empty();) {
            ++lineNumber;
            const std::string_view line = takeLine(rest);
            parser.parse(line, takeLine(raw));
        }
        return parser.finish();
    } catch (const LineError& error) {
        return tl::unexpected(Error { ErrorCode::CueSheetUnusable,
            "Line " + std::to_string(lineNumber) + " of the CUE sheet: " + error.reason + "." });
    }
}

Result<CueSheet> readCueSheet(const std::filesystem::path& path)
{
    auto file = InputFile::open(path);
    if (!file) return tl::unexpected(std::move(file.error()));
    std::string bytes;
    std::string block(1 << 16, '\0');
    for (;;) {
        const std::int64_t count = (*file)->read(std::as_writable_bytes(std::span(block)));
        if (count < 0) return tl::unexpected(unreadable(static_cast<int>(-count)));
        if (count == 0) break;
        bytes.append(block, 0, static_cast<std::size_t>(count));
        if (static_cast<std::int64_t>(bytes.size()) > kMaxSheetBytes)
            return tl::unexpected(Error { ErrorCode::CueSheetUnusable,
                "The file is too large to be a CUE sheet (more than 1 MiB)." });
    }
    return parseCueSheet(bytes);
}

std::optional<std::filesystem::path> findSoundOf(
    const CueTrack& track, const std::filesystem::path& sheet)
{
    namespace fs = std::filesystem;
    std::error_code ignored;
    for (const std::string& name : { track.file, track.fileBytes }) {
        const fs::path path = relativeName(name);
        if (!path.empty() && fs::is_regular_file(sheet.parent_path() / path, ignored))
            return sheet.parent_path() / path;
    }

    const fs::path wanted = relativeName(track.file);
    const fs::path folder = sheet.parent_path() / wanted.parent_path();
    constexpr std::string_view kEndings[] = { ".flac", ".wav", ".wv", ".ape", ".m4a", ".tta",
        ".tak", ".mp3", ".ogg", ".opus", ".aiff", ".aif" };
    std::optional<fs::path> sameName, converted, likeSheet;
    for (fs::directory_iterator it(folder, ignored), end; !ignored && it != end;
         it.increment(ignored)) {
        const fs::path& path = it->path();
        if (!it->is_regular_file(ignored)) continue;
        const std::string ending = path.extension().native();
        const bool isSound = std::ranges::any_of(kEndings,
            [&ending](std::string_view known) { return equalsIgnoringCase(known, ending); });
        if (equalsIgnoringCase(path.filename().native(), wanted.filename().native()))
            sameName = path;
        else if (isSound && equalsIgnoringCase(path.stem().native(), wanted.stem().native()))
            converted = path;
        else if (isSound && equalsIgnoringCase(path.stem().native(), sheet.stem().native()))
            likeSheet = path;
    }
    return sameName ? sameName : converted ? converted : likeSheet;
}

} // namespace circumplex
