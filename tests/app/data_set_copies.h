#pragma once

#include "core/services/data_set_folder.h"

#include <filesystem>

namespace circumplex::test {

/// How many tracks each part of a small copy has.
inline constexpr int kTrainCount = 4, kValidationCount = 2, kTestCount = 3;

/// Writes small copies of the four sets, laid out, named and with columns as they are published,
/// the sounds short and generated, each another one:
///   mtg-jamendo  data/splits/split-0/autotagging_moodtheme-PART.tsv, audio-low/NN/ID.low.mp3; the
///                first training track lasts more than a minute
///   deam         DEAM_Annotations/..., two tables of means and one of single raters,
///                MEMD_audio/ID.mp3, split/PART.txt
///   emomusic     annotations/static_annotations.csv, clips_45seconds/ID.mp3, split/PART.txt; its
///                songs are DEAM's of the same ids, one of its test songs is in DEAM's train part,
///                and valence and arousal are in each other's place between the two, as in the
///                published tables
///   pmemo        annotations/static_annotations.csv in 0..1 and static_annotations_std.csv,
///                chorus/ID.mp3, split/PART.txt
void writeDataSets(const std::filesystem::path& folder);

/// The folder of one of them.
std::filesystem::path dataSetFolder(const std::filesystem::path& folder, DataSetKind kind);

} // namespace circumplex::test
