#include "core/audio/sound_names.h"

#include <algorithm>
#include <array>
#include <string>

namespace circumplex {

namespace {

// No video containers: people keep films beside music.
constexpr std::array kSoundEndings = std::to_array<std::string_view>({ "3ga", "aac", "ac3", "aif",
    "aifc", "aiff", "amr", "ape", "au", "caf", "dff", "dsf", "dts", "eac3", "f4a", "flac", "m4a",
    "m4b", "m4r", "mka", "mp+", "mp1", "mp2", "mp3", "mpc", "mpga", "mpp", "oga", "ogg", "opus",
    "rf64", "shn", "snd", "spx", "tak", "tta", "voc", "w64", "wav", "wave", "wma", "wv" });

constexpr std::array kSkippedFolders
    = std::to_array<std::string_view>({ "$RECYCLE.BIN", "System Volume Information", "RECYCLER",
        "lost+found", "@eaDir", "#recycle", "#snapshot", "@Recycle", "@Recently-Snapshot" });

constexpr std::array kCoverNames
    = std::to_array<std::string_view>({ "cover", "folder", "front", "album", "albumart" });
constexpr std::array kPictureEndings
    = std::to_array<std::string_view>({ "jpg", "jpeg", "png", "webp" });

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

/// In lower case; empty for "name" and ".name".
std::string endingOf(std::string_view name)
{
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string() : lower(name.substr(dot + 1));
}

} // namespace

bool hasSoundEnding(std::string_view name)
{
    return std::ranges::find(kSoundEndings, endingOf(name)) != kSoundEndings.end();
}

bool hasEnding(std::string_view name)
{
    return !endingOf(name).empty();
}

bool beginsLikeSound(std::string_view bytes)
{
    const auto at = [bytes](std::size_t offset, std::string_view mark) {
        return bytes.size() >= offset + mark.size() && bytes.substr(offset, mark.size()) == mark;
    };
    if (at(0, "RIFF") || at(0, "RF64")) return at(8, "WAVE");
    if (at(0, "FORM")) return at(8, "AIFF") || at(8, "AIFC");
    if (at(4, "ftyp")) return at(8, "M4A") || at(8, "M4B");
    constexpr std::string_view kMarks[] = { "ID3", "fLaC", "MAC ", "wvpk", "MPCK", "MP+", "TTA1",
        "DSD ", "FRM8", "caff", ".snd", "tBaK" };
    if (std::ranges::any_of(kMarks, [&at](std::string_view mark) { return at(0, mark); }))
        return true;
    // Ogg holds films as well; its first packet names the codec.
    if (at(0, "OggS")) return at(28, "Opus") || at(29, "vorb") || at(28, "Spee") || at(29, "FLAC");
    // An MPEG frame: eleven bits set, then no reserved version, layer, bit rate or sample rate.
    if (bytes.size() < 4) return false;
    const auto byte = [bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    return byte(0) == 0xff && (byte(1) & 0xe0U) == 0xe0 && (byte(1) & 0x18U) != 0x08
        && (byte(1) & 0x06U) != 0 && (byte(2) & 0xf0U) != 0xf0 && (byte(2) & 0xf0U) != 0
        && (byte(2) & 0x0cU) != 0x0c;
}

bool isCueSheetName(std::string_view name)
{
    return endingOf(name) == "cue";
}

bool isCoverName(std::string_view name)
{
    const std::string ending = endingOf(name);
    if (std::ranges::find(kPictureEndings, ending) == kPictureEndings.end()) return false;
    const std::string stem = lower(name.substr(0, name.size() - ending.size() - 1));
    return std::ranges::find(kCoverNames, stem) != kCoverNames.end();
}

bool isSkippedFolder(std::string_view name)
{
    return name.starts_with('.')
        || std::ranges::find(kSkippedFolders, name) != kSkippedFolders.end();
}

} // namespace circumplex
