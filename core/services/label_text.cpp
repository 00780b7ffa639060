#include "core/services/label_text.h"

#include <QDateTime>

#include <array>
#include <charconv>

namespace circumplex::label_text {

namespace {

constexpr std::array<const char*, 2> kDimensions { "valence", "arousal" };
constexpr std::array<const char*, 2> kModes { "bounded", "relative" };
constexpr std::array<const char*, 2> kLoci { "perceived", "felt" };

template <class Kind>
std::optional<Kind> named(const std::array<const char*, 2>& names, const std::string& name)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (name == names[i]) return static_cast<Kind>(i);
    return std::nullopt;
}

} // namespace

std::string quoted(const std::string& cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string text = "\"";
    for (const char c : cell)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

std::string number(const std::optional<double>& value)
{
    if (!value) return {};
    std::array<char, 32> text {};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), *value).ptr;
    return { text.data(), end };
}

const char* nameOf(TraceDimension dimension)
{
    return kDimensions[static_cast<std::size_t>(dimension)];
}

const char* nameOf(TraceMode mode)
{
    return kModes[static_cast<std::size_t>(mode)];
}

const char* nameOf(const std::optional<EmotionLocus>& locus)
{
    return locus ? kLoci[static_cast<std::size_t>(*locus)] : "";
}

std::optional<TraceDimension> dimensionNamed(const std::string& name)
{
    return named<TraceDimension>(kDimensions, name);
}

std::optional<TraceMode> modeNamed(const std::string& name)
{
    return named<TraceMode>(kModes, name);
}

std::optional<EmotionLocus> locusNamed(const std::string& name)
{
    return named<EmotionLocus>(kLoci, name);
}

std::string momentText(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate).toStdString();
}

std::optional<std::int64_t> momentIn(const std::string& text)
{
    const auto moment = QDateTime::fromString(QString::fromStdString(text), Qt::ISODate);
    if (!moment.isValid()) return std::nullopt;
    return moment.toSecsSinceEpoch();
}

} // namespace circumplex::label_text
