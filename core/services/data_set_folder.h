#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// Sets of labelled music that results are published on.
enum class DataSetKind { MtgJamendo, Deam, EmoMusic, PmEmo };

const char* dataSetName(DataSetKind kind); ///< "mtg-jamendo", "deam", "emomusic", "pmemo"
std::optional<DataSetKind> dataSetNamed(const std::string& name);

/// One labelled track of such a set.
struct DataSetItem {
    std::string id {}; ///< "1795"; of MTG-Jamendo the PATH without its ending, "24/3524"
    std::filesystem::path audio {}; ///< empty: the folder holds no sound of it
    std::optional<float> valence {}, arousal {}; ///< 1..9
    std::vector<int> tags {}; ///< indexes into kMoodTags
    std::string group {}; ///< artist, where the set names it
};

/// A part of a set: "train", "validation" or "test".
struct DataSetPart {
    DataSetKind kind = DataSetKind::Deam;
    std::vector<DataSetItem> items {}; ///< in the order of the file that lists the part
    std::vector<std::string> notices {}; ///< English sentences: what the files were taken to mean
};

/// Reads a part from a folder laid out as the set is published, in whatever subfolders:
///   MTG-Jamendo  autotagging_moodtheme-PART.tsv, and sounds at PATH or PATH with ".low" before mp3
///   DEAM         static_annotations*.csv (song_id, valence_mean, arousal_mean among the columns),
///                PART.txt with the ids, sounds ID.mp3
///   EmoMusic     the same, sounds ID.mp3
///   PMEmo        the same, or static_annotations.csv of the original with musicId, Arousal(mean),
///                Valence(mean) in 0..1, which become 1 + 8x; sounds ID.mp3
/// Instead of PART.txt a file whose name holds the part's name does.
///
/// @returns FileMissing, naming what was looked for; LabelsUnusable, naming file, line and column
Result<DataSetPart> readDataSet(
    const std::filesystem::path& folder, DataSetKind kind, const std::string& part);

} // namespace circumplex
