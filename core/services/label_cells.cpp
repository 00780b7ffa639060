#include "core/services/label_cells.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

namespace circumplex {

namespace fs = std::filesystem;

std::string trimmed(const std::string& text)
{
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::optional<double> numberIn(const std::string& cell)
{
    const std::string text = trimmed(cell);
    double value = 0.0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()
        || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<double> LabelScale::stretched(std::optional<double> value) const
{
    constexpr double kSlack = 1e-6;
    if (!value || *value < least - kSlack || *value > most + kSlack) return std::nullopt;
    return std::clamp(1.0 + 8.0 * (*value - least) / (most - least), 1.0, 9.0);
}

std::string LabelScale::text() const
{
    std::ostringstream out;
    out << "between " << least << " and " << most;
    return out.str();
}

std::size_t columnOf(const LabelCells& header, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        for (std::size_t i = 0; i < header.size(); ++i)
            if (trimmed(header[i]) == name) return i;
    return header.size();
}

Error labelError(const fs::path& name, int line, const std::string& reason)
{
    return { ErrorCode::LabelsUnusable,
        name.string() + ", line " + std::to_string(line) + ": " + reason + '.' };
}

std::string raterFor(const LabelReading& reading, const fs::path& name)
{
    return reading.rater.empty() ? name.stem().string() : reading.rater;
}

std::string offScale(const std::string& column, const std::string& cell, const LabelScale& scale)
{
    return "column " + trimmed(column) + ": \"" + cell + "\" is not a number " + scale.text();
}

std::string readStaticRow(const LabelCells& header, const LabelCells& row,
    const std::array<std::size_t, 2>& columns, const LabelScale& scale, RatingRow& to)
{
    for (std::size_t d = 0; d < columns.size(); ++d) {
        if (columns[d] >= row.size()) continue;
        const std::string& cell = row[columns[d]];
        if (trimmed(cell).empty()) continue;
        const auto value = scale.stretched(numberIn(cell));
        if (!value) return offScale(header[columns[d]], cell, scale);
        (d == 0 ? to.valence : to.arousal) = value;
    }
    if (!to.valence && !to.arousal) return "no value";
    return {};
}

std::optional<double> sampleSeconds(const std::string& column)
{
    const std::string text = trimmed(column);
    constexpr std::string_view begin = "sample_", end = "ms";
    if (!text.starts_with(begin) || !text.ends_with(end)) return std::nullopt;
    const auto value = numberIn(text.substr(begin.size(), text.size() - begin.size() - end.size()));
    return value ? std::optional(*value / 1000.0) : std::nullopt;
}

} // namespace circumplex
