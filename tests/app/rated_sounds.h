#pragma once

#include "tests/app/annotated_library.h"

#include <filesystem>
#include <vector>

namespace circumplex::test {

inline constexpr int kRatedSounds = 48, kRatedFolders = 12;

/// Where a sound of writeFolders() stands. @param number  from 0
std::filesystem::path placeOf(const AnnotatedLibrary& library, int number);

/// Sounds in folders, which stand for artists where files have no tags.
void writeFolders(AnnotatedLibrary& library);

/// Each sound is rated as itself.
std::vector<int> honestLabels();

/// Ratings of those sounds by Ann, for whom high tones are pleasant and fast decay exciting.
/// @param labelOf  [sound] number of the sound whose rating it gets
CliOutcome importLabels(AnnotatedLibrary& library, const std::vector<int>& labelOf);

} // namespace circumplex::test
