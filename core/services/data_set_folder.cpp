#include "core/services/data_set_folder.h"

#include "core/services/csv_reader.h"
#include "core/types/mood_tags.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <system_error>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<DataSetKind, const char*>, 4> kNames {
    std::pair(DataSetKind::MtgJamendo, "mtg-jamendo"), std::pair(DataSetKind::Deam, "deam"),
    std::pair(DataSetKind::EmoMusic, "emomusic"), std::pair(DataSetKind::PmEmo, "pmemo")
};
constexpr std::array kSounds { ".mp3", ".flac", ".wav", ".ogg", ".opus", ".m4a" };

tl::unexpected<Error> missing(const fs::path& folder, const std::string& what)
{
    return tl::unexpected(
        Error { ErrorCode::FileMissing, folder.string() + " holds no " + what + '.' });
}

tl::unexpected<Error> unusable(const fs::path& file, int line, const std::string& reason)
{
    return tl::unexpected(Error { ErrorCode::LabelsUnusable,
        file.string() + ", line " + std::to_string(line) + ": " + reason + '.' });
}

/// Every file below a folder, in order of its path.
Result<std::vector<fs::path>> filesBelow(const fs::path& folder)
{
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator i(folder, error), end; !error && i != end;
         i.increment(error))
        if (i->is_regular_file()) files.push_back(i->path());
    if (error)
        return tl::unexpected(Error { ErrorCode::FileMissing,
            "The folder " + folder.string() + " cannot be read: " + error.message() + '.' });
    std::sort(files.begin(), files.end());
    return files;
}

std::optional<float> number(const std::string& cell)
{
    float value = 0.0F;
    const char* begin = cell.data();
    const char* const end = begin + cell.size();
    while (begin != end && *begin == ' ')
        ++begin;
    const auto parsed = std::from_chars(begin, end, value);
    if (parsed.ec != std::errc() || parsed.ptr != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::string trimmed(std::string text)
{
    std::erase_if(text, [](char c) { return c == ' ' || c == '\r' || c == '\t'; });
    return text;
}

struct Columns {
    std::size_t id, valence, arousal;
    bool isShare; ///< values are 0..1
};

std::optional<Columns> columnsOf(const std::vector<std::string>& header)
{
    const auto place = [&](std::initializer_list<const char*> names) {
        for (const char* name : names)
            for (std::size_t i = 0; i < header.size(); ++i)
                if (trimmed(header[i]) == name) return i;
        return header.size();
    };
    const Columns columns { place({ "song_id", "musicId" }),
        place({ "valence_mean", "mean_valence", "Valence(mean)" }),
        place({ "arousal_mean", "mean_arousal", "Arousal(mean)" }),
        place({ "Valence(mean)" }) < header.size() };
    const bool isWhole = std::max({ columns.id, columns.valence, columns.arousal }) < header.size();
    return isWhole ? std::optional(columns) : std::nullopt;
}

/// Adds the labels of one table. @return false: it has not their columns
Result<bool> readRatings(const fs::path& file, std::map<std::string, DataSetItem>& items,
    std::vector<std::string>& notices)
{
    std::ifstream in(file, std::ios::binary);
    CsvReader reader(in);
    const auto header = reader.next();
    const auto columns = header ? columnsOf(*header) : std::nullopt;
    if (!columns) return false;
    if (columns->isShare)
        notices.push_back(file.string() + ": values from 0 to 1 were taken as 1 + 8x.");
    while (const auto row = reader.next()) {
        if (row->size() != header->size())
            return unusable(file, reader.line(),
                std::to_string(row->size()) + " cells, but the header has "
                    + std::to_string(header->size()));
        DataSetItem item { .id = trimmed((*row)[columns->id]) };
        for (const auto& [column, to] : { std::pair(columns->valence, &item.valence),
                 std::pair(columns->arousal, &item.arousal) }) {
            auto value = number((*row)[column]);
            if (value && columns->isShare) value = 1.0F + 8.0F * *value;
            if (!value || *value < 1.0F || *value > 9.0F)
                return unusable(file, reader.line(),
                    "column " + trimmed((*header)[column]) + ": \"" + (*row)[column]
                        + "\" is not a number between "
                        + (columns->isShare ? "0 and 1" : "1 and 9"));
            *to = value;
        }
        items[item.id] = std::move(item);
    }
    return true;
}

bool isListOf(const fs::path& file, const std::string& part)
{
    const std::string name = file.filename().string();
    const bool isPart = name.find(part) != std::string::npos
        || (part == "validation" && name.find("val") != std::string::npos);
    return file.extension() == ".txt" && isPart;
}

Result<std::vector<std::string>> readIds(
    const std::vector<fs::path>& files, const fs::path& folder, const std::string& part)
{
    const auto found
        = std::ranges::find_if(files, [&](const fs::path& file) { return isListOf(file, part); });
    if (found == files.end())
        return missing(folder, "list of the " + part + " part, such as " + part + ".txt");
    std::ifstream in(*found, std::ios::binary);
    std::vector<std::string> ids;
    for (std::string line; std::getline(in, line);)
        if (auto id = trimmed(line); !id.empty()) ids.push_back(fs::path(id).stem().string());
    return ids;
}

/// Sounds by name without ending.
std::map<std::string, fs::path> soundsOf(const std::vector<fs::path>& files)
{
    std::map<std::string, fs::path> sounds;
    for (const fs::path& file : files)
        if (std::ranges::find(kSounds, file.extension().string()) != kSounds.end())
            sounds.try_emplace(file.stem().string(), file);
    return sounds;
}

Result<DataSetPart> readRated(const fs::path& folder, DataSetKind kind, const std::string& part)
{
    const auto files = filesBelow(folder);
    if (!files) return tl::unexpected(files.error());
    DataSetPart set { .kind = kind, .items = {}, .notices = {} };
    std::map<std::string, DataSetItem> items;
    std::vector<fs::path> others; // DEAM's by single raters, PMEmo's of deviations are called alike
    for (const fs::path& file : *files) {
        const std::string name = file.filename().string();
        const bool isStatic
            = name.starts_with("static_annotations") || name.ends_with("_static.csv");
        if (file.extension() != ".csv" || !isStatic) continue;
        const auto isTable = readRatings(file, items, set.notices);
        if (!isTable) return tl::unexpected(isTable.error());
        if (!*isTable) others.push_back(file);
    }
    if (items.empty() && !others.empty())
        return unusable(others.front(), 1,
            "the columns song_id, valence_mean and arousal_mean are needed (or musicId, "
            "Valence(mean), Arousal(mean))");
    if (items.empty()) return missing(folder, "table static_annotations*.csv");
    const auto ids = readIds(*files, folder, part);
    if (!ids) return tl::unexpected(ids.error());
    const auto sounds = soundsOf(*files);
    std::size_t unlabelled = 0;
    for (const std::string& id : *ids) {
        const auto found = items.find(id);
        if (found == items.end()) {
            ++unlabelled;
            continue;
        }
        set.items.push_back(found->second);
        if (const auto sound = sounds.find(id); sound != sounds.end())
            set.items.back().audio = sound->second;
    }
    if (unlabelled > 0)
        set.notices.push_back(
            std::to_string(unlabelled) + " ids of the " + part + " part have no ratings.");
    return set;
}

Result<DataSetPart> readJamendo(const fs::path& folder, const std::string& part)
{
    constexpr std::size_t kArtist = 1, kPath = 3, kFirstTag = 5;
    constexpr std::string_view kPrefix = "mood/theme---";
    const auto files = filesBelow(folder);
    if (!files) return tl::unexpected(files.error());
    const std::string name = "autotagging_moodtheme-" + part + ".tsv";
    const auto table = std::ranges::find_if(
        *files, [&](const fs::path& file) { return file.filename() == name; });
    if (table == files->end()) return missing(folder, "table " + name);
    std::map<std::string, fs::path> sounds; // by "24/3524"
    for (const fs::path& file : *files) {
        if (std::ranges::find(kSounds, file.extension().string()) == kSounds.end()) continue;
        fs::path stem = file.stem();
        if (stem.extension() == ".low") stem = stem.stem();
        sounds.try_emplace((file.parent_path().filename() / stem).generic_string(), file);
    }
    DataSetPart set { .kind = DataSetKind::MtgJamendo, .items = {}, .notices = {} };
    std::ifstream in(*table, std::ios::binary);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        const auto cells = cellsBetweenTabs(line);
        if (++number == 1) {
            if (cells.size() <= kPath || cells[kPath] != "PATH")
                return unusable(*table, number, "the fourth column is not PATH");
            continue;
        }
        if (line.empty()) continue;
        if (cells.size() <= kFirstTag) return unusable(*table, number, "there is no tag");
        const fs::path path(cells[kPath]);
        DataSetItem item { .id = (path.parent_path() / path.stem()).generic_string() };
        item.group = cells[kArtist];
        for (std::size_t i = kFirstTag; i < cells.size(); ++i) {
            if (!cells[i].starts_with(kPrefix)) continue;
            const auto tag = moodTagIndex(cells[i].substr(kPrefix.size()));
            if (tag == kMoodTags.size())
                return unusable(*table, number, "column TAGS: no mood tag is called " + cells[i]);
            item.tags.push_back(static_cast<int>(tag));
        }
        if (const auto sound = sounds.find(item.id); sound != sounds.end())
            item.audio = sound->second;
        set.items.push_back(std::move(item));
    }
    if (set.items.empty()) return unusable(*table, number, "the table has no rows");
    return set;
}

} // namespace

const char* dataSetName(DataSetKind kind)
{
    return std::ranges::find(kNames, kind, &std::pair<DataSetKind, const char*>::first)->second;
}

std::optional<DataSetKind> dataSetNamed(const std::string& name)
{
    for (const auto& [kind, known] : kNames)
        if (name == known) return kind;
    return std::nullopt;
}

Result<DataSetPart> readDataSet(const fs::path& folder, DataSetKind kind, const std::string& part)
{
    return kind == DataSetKind::MtgJamendo ? readJamendo(folder, part)
                                           : readRated(folder, kind, part);
}

} // namespace circumplex
