#include "ui/common/mood_names.h"

#include "core/types/mood_tags.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace circumplex {

namespace {

// clang-format off
constexpr const char* kNames[] {
    QT_TRANSLATE_NOOP("Mood", "action"), QT_TRANSLATE_NOOP("Mood", "adventure"),
    QT_TRANSLATE_NOOP("Mood", "advertising"), QT_TRANSLATE_NOOP("Mood", "background"),
    QT_TRANSLATE_NOOP("Mood", "ballad"), QT_TRANSLATE_NOOP("Mood", "calm"),
    QT_TRANSLATE_NOOP("Mood", "children"), QT_TRANSLATE_NOOP("Mood", "christmas"),
    QT_TRANSLATE_NOOP("Mood", "commercial"), QT_TRANSLATE_NOOP("Mood", "cool"),
    QT_TRANSLATE_NOOP("Mood", "corporate"), QT_TRANSLATE_NOOP("Mood", "dark"),
    QT_TRANSLATE_NOOP("Mood", "deep"), QT_TRANSLATE_NOOP("Mood", "documentary"),
    QT_TRANSLATE_NOOP("Mood", "drama"), QT_TRANSLATE_NOOP("Mood", "dramatic"),
    QT_TRANSLATE_NOOP("Mood", "dream"), QT_TRANSLATE_NOOP("Mood", "emotional"),
    QT_TRANSLATE_NOOP("Mood", "energetic"), QT_TRANSLATE_NOOP("Mood", "epic"),
    QT_TRANSLATE_NOOP("Mood", "fast"), QT_TRANSLATE_NOOP("Mood", "film"),
    QT_TRANSLATE_NOOP("Mood", "fun"), QT_TRANSLATE_NOOP("Mood", "funny"),
    QT_TRANSLATE_NOOP("Mood", "game"), QT_TRANSLATE_NOOP("Mood", "groovy"),
    QT_TRANSLATE_NOOP("Mood", "happy"), QT_TRANSLATE_NOOP("Mood", "heavy"),
    QT_TRANSLATE_NOOP("Mood", "holiday"), QT_TRANSLATE_NOOP("Mood", "hopeful"),
    QT_TRANSLATE_NOOP("Mood", "inspiring"), QT_TRANSLATE_NOOP("Mood", "love"),
    QT_TRANSLATE_NOOP("Mood", "meditative"), QT_TRANSLATE_NOOP("Mood", "melancholic"),
    QT_TRANSLATE_NOOP("Mood", "melodic"), QT_TRANSLATE_NOOP("Mood", "motivational"),
    QT_TRANSLATE_NOOP("Mood", "movie"), QT_TRANSLATE_NOOP("Mood", "nature"),
    QT_TRANSLATE_NOOP("Mood", "party"), QT_TRANSLATE_NOOP("Mood", "positive"),
    QT_TRANSLATE_NOOP("Mood", "powerful"), QT_TRANSLATE_NOOP("Mood", "relaxing"),
    QT_TRANSLATE_NOOP("Mood", "retro"), QT_TRANSLATE_NOOP("Mood", "romantic"),
    QT_TRANSLATE_NOOP("Mood", "sad"), QT_TRANSLATE_NOOP("Mood", "sexy"),
    QT_TRANSLATE_NOOP("Mood", "slow"), QT_TRANSLATE_NOOP("Mood", "soft"),
    QT_TRANSLATE_NOOP("Mood", "soundscape"), QT_TRANSLATE_NOOP("Mood", "space"),
    QT_TRANSLATE_NOOP("Mood", "sport"), QT_TRANSLATE_NOOP("Mood", "summer"),
    QT_TRANSLATE_NOOP("Mood", "trailer"), QT_TRANSLATE_NOOP("Mood", "travel"),
    QT_TRANSLATE_NOOP("Mood", "upbeat"), QT_TRANSLATE_NOOP("Mood", "uplifting"),
};
// clang-format on
static_assert(std::size(kNames) == kMoodTags.size());

} // namespace

QString moodName(int tag)
{
    return QCoreApplication::translate("Mood", kNames[static_cast<std::size_t>(tag)]);
}

QString moodName(std::string_view key)
{
    const auto found = std::ranges::find(kMoodTags, key);
    if (found == kMoodTags.end())
        return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    return moodName(static_cast<int>(found - kMoodTags.begin()));
}

} // namespace circumplex
