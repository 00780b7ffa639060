#include "ui/plane/plane_words.h"

#include "core/types/mood_tags.h"
#include "ui/common/mood_chips.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace circumplex {

namespace {

constexpr double kHeight = 16.0, kPadding = 6.0; ///< pixels

/// What people call music first; the rest follows in the order of kMoodTags.
constexpr std::array<std::string_view, 24> kFirst { "happy", "sad", "calm", "energetic", "relaxing",
    "dark", "melancholic", "romantic", "fun", "dramatic", "powerful", "dream", "party", "hopeful",
    "uplifting", "love", "emotional", "epic", "meditative", "inspiring", "soft", "slow", "fast",
    "heavy" };

std::array<int, kMoodTags.size()> inOrder()
{
    std::array<int, kMoodTags.size()> tags {};
    std::iota(tags.begin(), tags.end(), 0);
    std::ranges::stable_sort(tags, {}, [](int tag) {
        return std::ranges::find(kFirst, kMoodTags.at(static_cast<std::size_t>(tag)))
            - kFirst.begin();
    });
    return tags;
}

/// Nearest first, up and down before sideways: words are flat.
constexpr std::array<std::pair<double, double>, 21> kShifts { { { 0, 0 }, { 0, -8 }, { 0, 8 },
    { -8, 0 }, { 8, 0 }, { 0, -13 }, { 0, 13 }, { -8, -8 }, { 8, -8 }, { -8, 8 }, { 8, 8 },
    { 0, -18 }, { 0, 18 }, { -18, 0 }, { 18, 0 }, { -12, -14 }, { 12, -14 }, { -12, 14 },
    { 12, 14 }, { -18, -8 }, { 18, 8 } } };

} // namespace

std::vector<MoodWord> placeMoodWords(double pixelsPerPoint, const QFont& font, double ratio)
{
    static const auto kOrder = inOrder();
    const QFontMetricsF metrics(font);
    std::vector<MoodWord> words;
    for (const int tag : kOrder) {
        const MoodPlace place = moodPlace(tag);
        const double width = metrics.horizontalAdvance(moodName(tag)) + kPadding * ratio;
        const double height = kHeight * ratio;
        const QRectF box(std::round(place.valence * pixelsPerPoint - width / 2.0),
            std::round(-place.arousal * pixelsPerPoint - height / 2.0), std::ceil(width), height);
        for (const auto& [right, down] : kShifts) {
            const QRectF shifted
                = box.translated(std::round(right * ratio), std::round(down * ratio));
            if (std::ranges::any_of(
                    words, [&](const MoodWord& other) { return other.box.intersects(shifted); }))
                continue;
            words.push_back({ tag, shifted });
            break;
        }
    }
    return words;
}

} // namespace circumplex
