#include "core/services/prediction_file.h"

#include "core/services/analysis_results.h"
#include "core/services/csv_reader.h"
#include "core/types/mood_tags.h"

#include <QFile>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <optional>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

constexpr float kUnsaid = std::numeric_limits<float>::quiet_NaN();

tl::unexpected<Error> unusable(const fs::path& file, const std::string& reason)
{
    return tl::unexpected(
        Error { ErrorCode::ResultsUnusable, file.string() + ": " + reason + '.' });
}

std::string idOf(const fs::path& path)
{
    fs::path stem = path.stem();
    if (stem.extension() == ".low") stem = stem.stem();
    return (path.parent_path() / stem).generic_string();
}

std::optional<std::size_t> tagNamed(std::string name)
{
    for (const std::string prefix : { "tag:", "mood/theme---" })
        if (name.starts_with(prefix)) name = name.substr(prefix.size());
    const auto tag = moodTagIndex(name);
    return tag < kMoodTags.size() ? std::optional(tag) : std::nullopt;
}

Result<PredictionFile> readCsv(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    CsvReader reader(in);
    const auto header = reader.next();
    if (!header) return unusable(file, "it is empty");
    std::optional<std::size_t> idColumn;
    for (std::size_t i = 0; i < header->size(); ++i)
        if ((*header)[i] == "id" || (*header)[i] == "path" || (*header)[i] == "song_id")
            idColumn = i;
    if (!idColumn) return unusable(file, "line 1: there is no column id, path or song_id");
    PredictionFile found;
    while (const auto row = reader.next()) {
        const auto where = "line " + std::to_string(reader.line());
        if (row->size() != header->size())
            return unusable(file,
                where + ": " + std::to_string(row->size()) + " cells, but the header has "
                    + std::to_string(header->size()));
        PredictedTrack track { .valence = kUnsaid, .arousal = kUnsaid, .tags = {} };
        for (std::size_t i = 0; i < header->size(); ++i) {
            const std::string& name = (*header)[i];
            const auto tag = tagNamed(name);
            if (i == *idColumn || (name != "valence" && name != "arousal" && !tag)) continue;
            float value = 0.0F;
            const std::string& cell = (*row)[i];
            const auto parsed = std::from_chars(cell.data(), cell.data() + cell.size(), value);
            if (parsed.ec != std::errc() || parsed.ptr != cell.data() + cell.size()
                || !std::isfinite(value))
                return unusable(
                    file, where + ", column " + name + ": \"" + cell + "\" is not a number");
            if (tag) {
                track.tags.resize(kMoodTags.size());
                track.tags[*tag] = value;
            } else {
                (name == "valence" ? track.valence : track.arousal) = value;
            }
        }
        found.byId[idOf((*row)[*idColumn])] = std::move(track);
    }
    return found;
}

Result<PredictionFile> readResults(const fs::path& file)
{
    QFile in(QFile::decodeName(file.c_str()));
    if (!in.open(QIODevice::ReadOnly)) return unusable(file, in.errorString().toStdString());
    const auto lines = readAnalysisResults(in);
    if (!lines) return tl::unexpected(lines.error());
    PredictionFile found;
    for (const AnalysedTrack& line : *lines) {
        PredictedTrack track { .valence = static_cast<float>(line.valence),
            .arousal = static_cast<float>(line.arousal),
            .tags = std::vector<float>(kMoodTags.size()) };
        for (const auto& mood : line.moods)
            if (const auto tag = tagNamed(mood.tag.toStdString()))
                track.tags[*tag] = static_cast<float>(mood.probability);
        found.byId[idOf(QFile::encodeName(line.path).toStdString())] = std::move(track);
    }
    return found;
}

/// NumPy's format, version 1.0 or 2.0, C order.
Result<PredictionFile> readArray(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string bytes { std::istreambuf_iterator<char>(in), {} };
    constexpr std::size_t kMagic = 6;
    if (bytes.size() < 12 || bytes.compare(0, kMagic, "\x93NUMPY") != 0)
        return unusable(file, "it is not a NumPy array");
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const bool isLong = byteAt(kMagic) >= 2;
    const std::size_t begin = isLong ? 12 : 10;
    std::size_t length = byteAt(8) + 256U * byteAt(9);
    if (isLong) length += 65536U * byteAt(10) + 16777216U * byteAt(11);
    if (begin + length > bytes.size()) return unusable(file, "it is damaged");
    const std::string header = bytes.substr(begin, length);
    const bool isFloat = header.find("'<f4'") != std::string::npos;
    const bool isDouble = header.find("'<f8'") != std::string::npos;
    const auto shape = header.find("'shape': (");
    if (!(isFloat || isDouble) || header.find("'fortran_order': False") == std::string::npos
        || shape == std::string::npos)
        return unusable(file, "only float32 and float64 arrays in C order are read");
    std::size_t rows = 0, columns = 0;
    const char* place = header.data() + shape + 10;
    const char* const end = header.data() + header.size();
    const auto first = std::from_chars(place, end, rows);
    place = first.ptr;
    while (place != end && (*place == ',' || *place == ' '))
        ++place;
    std::from_chars(place, end, columns);
    const std::size_t size = isFloat ? sizeof(float) : sizeof(double);
    if ((columns != kMoodTags.size() && columns != 2)
        || rows > (bytes.size() - begin - length) / size / columns
        || begin + length + rows * columns * size != bytes.size())
        return unusable(file, "it is not an array [track, 56] or [track, 2]");
    PredictionFile found;
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<float> values(columns);
        for (std::size_t column = 0; column < columns; ++column) {
            const char* from = bytes.data() + begin + length + (row * columns + column) * size;
            double wide = 0.0;
            std::memcpy(isFloat ? static_cast<void*>(&values[column]) : &wide, from, size);
            if (isDouble) values[column] = static_cast<float>(wide);
            if (!std::isfinite(values[column]))
                return unusable(file, "row " + std::to_string(row) + " holds what is not a number");
        }
        if (columns == 2)
            found.inOrder.push_back({ values[0], values[1], {} });
        else
            found.inOrder.push_back({ kUnsaid, kUnsaid, std::move(values) });
    }
    return found;
}

} // namespace

Result<PredictionFile> readPredictions(const fs::path& file)
{
    if (!fs::is_regular_file(file))
        return tl::unexpected(
            Error { ErrorCode::FileMissing, file.string() + ": there is no such file." });
    if (file.extension() == ".npy") return readArray(file);
    if (file.extension() == ".jsonl" || file.extension() == ".json") return readResults(file);
    return readCsv(file);
}

const PredictedTrack* predictionOf(
    const PredictionFile& file, const std::string& id, std::size_t row)
{
    if (!file.inOrder.empty()) return row < file.inOrder.size() ? &file.inOrder[row] : nullptr;
    if (const auto found = file.byId.find(id); found != file.byId.end()) return &found->second;
    for (const auto& [known, track] : file.byId)
        if (known.size() > id.size() && known.ends_with('/' + id)) return &track;
    return nullptr;
}

} // namespace circumplex
