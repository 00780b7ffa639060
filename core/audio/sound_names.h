#pragma once

#include <string_view>

namespace circumplex {

/// Does the name end like one of a sound file? ".mp3", ".FLAC"
bool hasSoundEnding(std::string_view name);

bool hasEnding(std::string_view name);

/// Do the first bytes of a file (32 suffice) say that it is sound? For names without an ending.
bool beginsLikeSound(std::string_view bytes);

bool isCueSheetName(std::string_view name);

/// A picture that stands for the album in its folder: "cover.jpg", "Folder.png".
bool isCoverName(std::string_view name);

/// Folders that systems keep for themselves, and everything hidden.
bool isSkippedFolder(std::string_view name);

} // namespace circumplex
