#pragma once

#include "core/base/result.h"
#include "core/ml/training/given_split.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace circumplex {

/// A split as data sets publish it: text files that list tracks, one for each part.
class PublishedSplit {
public:
    /// Reads every .txt and .tsv file of a folder whose name holds "train", "val" or "test". A line
    /// is an id or a path; of tables with tabs (MTG-Jamendo) the column PATH, or the first.
    /// @returns FileMissing, LabelsUnusable: no training or no test part, or a track in two parts,
    ///   naming file and line
    static Result<PublishedSplit> read(const std::filesystem::path& folder);

    /// By the path's end, else by the file's name without its ending. nullopt: in no part.
    std::optional<SplitPart> partOf(const std::filesystem::path& track) const;

private:
    std::map<std::string, SplitPart> m_parts; ///< by path without ending, as listed
};

/// "training", "validation", "test"
std::string splitPartName(SplitPart part);

} // namespace circumplex
