#include "app/cli/annotation_text.h"

#include "core/types/mood_tags.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <span>

namespace circumplex::cli {

namespace {

constexpr std::size_t kBarCount = 48;
constexpr std::size_t kMoodCount = 6;

template <class... Values> std::string formatted(const char* format, Values... values)
{
    std::array<char, 256> text {};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
}

/// Eight heights for 1..9, at most kBarCount of them.
std::string bars(std::span<const float> curve)
{
    constexpr std::array<const char*, 8> kHeights { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
    const auto count = std::min(curve.size(), kBarCount);
    std::string text;
    for (std::size_t bar = 0; bar < count; ++bar) {
        const auto begin = bar * curve.size() / count, end = (bar + 1) * curve.size() / count;
        double sum = 0.0;
        for (auto point = begin; point < end; ++point)
            sum += double { curve[point] };
        const double mean = sum / static_cast<double>(end - begin);
        if (!std::isfinite(mean)) return {};
        text += kHeights[static_cast<std::size_t>(std::clamp(mean - 1.0, 0.0, 7.0))];
    }
    return text;
}

std::string emotionLine(
    const char* name, float value, const Interval& interval, std::span<const float> curve)
{
    if (!std::isfinite(value)) return {};
    return formatted("  %s %.1f  (%.1f to %.1f)  ", name, double { value },
               double { interval.lower }, double { interval.upper })
        + bars(curve) + '\n';
}

} // namespace

std::string annotationText(const std::filesystem::path& path, const Annotation& annotation)
{
    std::string text = printable(path) + "  " + durationText(annotation.durationSeconds);
    if (annotation.key)
        text += "  " + annotation.key->tonic
            + (annotation.key->mode == KeyMode::Minor ? " minor" : " major");
    text += '\n';
    text += emotionLine(
        "valence", annotation.valence, annotation.valenceInterval, annotation.curve.valence);
    text += emotionLine(
        "arousal", annotation.arousal, annotation.arousalInterval, annotation.curve.arousal);
    for (std::size_t i = 0; i < std::min(kMoodCount, annotation.moods.size()); ++i) {
        const MoodProbability& mood = annotation.moods[i];
        text += i == 0 ? "  moods   " : ", ";
        text += kMoodTags[static_cast<std::size_t>(mood.tag)];
        text += formatted(" %.0f %%", 100.0 * double { mood.probability });
    }
    if (!annotation.moods.empty()) text += '\n';
    for (const std::string& warning : annotation.warnings)
        text += "  note: " + warning + '\n';
    return text;
}

std::string durationText(double seconds)
{
    const auto whole = std::lround(seconds);
    if (whole < 3600) return formatted("%ld:%02ld", whole / 60, whole % 60);
    return formatted("%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string printable(const std::filesystem::path& path)
{
    QString text = QString::fromStdString(path.string()); // other bytes become U+FFFD
    for (QChar& character : text)
        if (character.category() == QChar::Other_Control)
            character = QChar(QChar::ReplacementCharacter);
    return text.toStdString();
}

} // namespace circumplex::cli
