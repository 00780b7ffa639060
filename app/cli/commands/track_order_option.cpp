#include "app/cli/commands/track_order_option.h"

#include "core/types/mood_tags.h"

#include <array>
#include <utility>

namespace circumplex::cli {

namespace {

using Key = TrackSort::Key;

constexpr std::array<std::pair<const char*, Key>, 10> kKeys { { { "artist", Key::Artist },
    { "album", Key::Album }, { "title", Key::Title }, { "genre", Key::Genre },
    { "year", Key::Year }, { "added", Key::Added }, { "duration", Key::Duration },
    { "path", Key::Path }, { "valence", Key::Valence }, { "arousal", Key::Arousal } } };
constexpr const char* kMood = "mood:";

} // namespace

std::optional<TrackSort> trackSortNamed(std::string name)
{
    TrackSort sort;
    if (name.starts_with('-')) {
        sort.direction = TrackSort::Direction::Descending;
        name.erase(0, 1);
    }
    if (name.starts_with(kMood)) {
        const std::size_t tag = moodTagIndex(name.substr(std::string(kMood).size()));
        if (tag == kMoodTags.size()) return std::nullopt;
        sort.key = Key::Mood;
        sort.tag = static_cast<int>(tag);
        return sort;
    }
    for (const auto& [known, key] : kKeys) {
        if (name != known) continue;
        sort.key = key;
        return sort;
    }
    return std::nullopt;
}

void TrackOrderOption::addTo(CLI::App& command)
{
    const CLI::Validator isOrder(
        [](const std::string& name) {
            return trackSortNamed(name) ? std::string()
                                        : "there is no order \"" + name
                    + "\"; known are artist, album, title, genre, year, added, duration, path, "
                      "valence, arousal and mood:TAG";
        },
        "ORDER");
    command
        .add_option_function<std::string>(
            "--sort",
            [this](const std::string& name) {
                const TrackSort named = trackSortNamed(name).value();
                sort.key = named.key;
                sort.tag = named.tag;
                if (named.direction == TrackSort::Direction::Descending)
                    sort.direction = named.direction;
            },
            "artist (the default), album, title, genre, year, added, duration, path, valence, "
            "arousal, mood:TAG; with - before it descending")
        ->check(isOrder);
    command.add_flag_callback(
        "--descending", [this] { sort.direction = TrackSort::Direction::Descending; },
        "Last first");
}

} // namespace circumplex::cli
