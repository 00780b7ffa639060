#include "core/engine/split_files.h"

#include "core/services/csv_reader.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <system_error>
#include <vector>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

std::optional<SplitPart> partNamed(const std::string& file)
{
    // "validation" before "train": "train_val" is no name that anybody uses
    for (const auto& [word, part] : { std::pair("val", SplitPart::Validation),
             std::pair("test", SplitPart::Test), std::pair("train", SplitPart::Training) })
        if (file.find(word) != std::string::npos) return part;
    return std::nullopt;
}

std::string withoutEnding(const fs::path& path)
{
    const fs::path ending = path.extension();
    // "12.5" is a name; endings of sounds have letters
    const bool isEnding = std::ranges::any_of(
        ending.string(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return (isEnding ? path.parent_path() / path.stem() : path).generic_string();
}

tl::unexpected<Error> unusable(const std::string& reason)
{
    return tl::unexpected(Error { ErrorCode::LabelsUnusable, reason });
}

} // namespace

std::string splitPartName(SplitPart part)
{
    switch (part) {
    case SplitPart::Training:
        return "training";
    case SplitPart::Validation:
        return "validation";
    case SplitPart::Test:
        return "test";
    }
    return {};
}

Result<PublishedSplit> PublishedSplit::read(const fs::path& folder)
{
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".txt" || entry.path().extension() == ".tsv")
            files.push_back(entry.path());
    if (error)
        return tl::unexpected(Error { ErrorCode::FileMissing,
            "The folder of the split, " + folder.string() + ", cannot be read: " + error.message()
                + '.' });
    std::sort(files.begin(), files.end());
    PublishedSplit split;
    std::set<SplitPart> parts;
    for (const fs::path& file : files) {
        const auto part = partNamed(file.filename().string());
        if (!part) continue;
        parts.insert(*part);
        std::ifstream in(file, std::ios::binary);
        std::size_t column = 0, number = 0;
        for (std::string line; std::getline(in, line);) {
            ++number;
            const auto cells = cellsBetweenTabs(line);
            const auto header = std::ranges::find(cells, "PATH");
            if (number == 1 && header != cells.end()) {
                column = static_cast<std::size_t>(header - cells.begin());
                continue;
            }
            if (column >= cells.size() || cells[column].empty()) continue;
            const auto [found, isNew]
                = split.m_parts.try_emplace(withoutEnding(cells[column]), *part);
            if (!isNew && found->second != *part)
                return unusable(file.string() + ", line " + std::to_string(number) + ": "
                    + cells[column] + " is in the " + splitPartName(found->second)
                    + " part as well.");
        }
    }
    if (!parts.contains(SplitPart::Training) || !parts.contains(SplitPart::Test))
        return unusable(folder.string()
            + " holds no file for the training or the test part; their names must contain "
              "\"train\" and \"test\", and end in .txt or .tsv.");
    return split;
}

std::optional<SplitPart> PublishedSplit::partOf(const fs::path& track) const
{
    const fs::path whole = withoutEnding(track);
    fs::path end;
    std::optional<SplitPart> found;
    for (auto part = whole.end(); part != whole.begin();) {
        --part;
        end = end.empty() ? *part : *part / end;
        // the longest that is listed: "02/123" before "123"
        if (const auto known = m_parts.find(end.generic_string()); known != m_parts.end())
            found = known->second;
    }
    return found;
}

} // namespace circumplex
