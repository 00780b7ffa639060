#include "core/ml/harmony/published_key.h"

#include "core/ml/harmony/chord_symbols.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <tuple>

namespace circumplex {

namespace {

constexpr int kTicksPerQuarter = 220;
constexpr double kTicksPerSecond = 440.0; // 120 quarters a minute
constexpr int kGroupTicks = kTicksPerQuarter / 4;
constexpr int kTwelfthsPerQuarter = 12;

double roundedByText(const char* format, double value)
{
    std::array<char, 512> text {}; // the longest double has 309 digits before the point
    std::snprintf(text.data(), text.size(), format, value);
    return std::strtod(text.data(), nullptr);
}

int tickOf(double seconds)
{
    return static_cast<int>(std::nearbyint(roundedByText("%.3f", seconds) * kTicksPerSecond));
}

/// Notes that start together.
struct Group {
    std::vector<int> pitchClasses;
    double startQuarters = 0.0, quarters = 0.0;
    int quantisedStart = 0; ///< twelfths
};

std::vector<Group> groupsOf(std::span<const PublishedNote> notes)
{
    std::vector<Group> groups;
    std::vector<bool> gathered(notes.size(), false);
    for (std::size_t i = 0; i < notes.size(); ++i) {
        if (gathered[i]) continue;
        Group group;
        group.pitchClasses.push_back(notes[i].pitchClass);
        std::size_t last = i;
        // music21 does not ask whether a note already belongs to an earlier group
        for (std::size_t j = i + 1; j < notes.size(); ++j) {
            if (std::abs(notes[j].startTick - notes[i].startTick) >= kGroupTicks) break;
            if (std::abs(notes[j].endTick - notes[i].endTick) > kGroupTicks) continue;
            group.pitchClasses.push_back(notes[j].pitchClass);
            gathered[j] = true;
            last = j;
        }
        group.startQuarters = double(notes[i].startTick) / kTicksPerQuarter;
        group.quarters = double(notes[last].endTick - notes[last].startTick) / kTicksPerQuarter;
        groups.push_back(std::move(group));
    }
    return groups;
}

/// The nearest multiple of a quarter's fourth or third, as music21's stream quantisation picks it.
/// @param gapTwelfths  time until the next group; the choice that leaves the smallest rest is taken
/// @return twelfths
int quantised(double quarters, bool zeroAllowed, int gapTwelfths)
{
    const auto round7 = [](double x) { return roundedByText("%.7f", x); };
    const double gap = double(gapTwelfths) / kTwelfthsPerQuarter;
    using Choice = std::tuple<double, double, double, double>; // rest, error, unit, match
    std::optional<Choice> best;
    int bestTwelfths = 0;
    for (const int divisor : { 4, 3 }) {
        const double unit = 1.0 / divisor;
        const double low = unit * std::floor(quarters / unit);
        const double high = unit * (std::floor(quarters / unit) + 1.0);
        int steps = static_cast<int>(std::floor(quarters / unit));
        double match = low;
        double error = round7(quarters - low);
        if (quarters > low + unit / 2.0) {
            ++steps;
            match = high;
            error = round7(high - quarters);
        }
        if (!zeroAllowed && steps == 0) {
            steps = 1;
            match = unit;
            error = std::abs(round7(quarters - unit));
        }
        // exact comparison: fmod(1.0, 1.0 / 3) is not 0 in doubles, in music21 neither
        const double rest = std::fmod(gap, unit) == 0.0 ? 0.0 : std::max(gap - match, 0.0);
        const Choice choice { rest, error, unit, match };
        if (!best || choice < *best) {
            best = choice;
            bestTwelfths = steps * (kTwelfthsPerQuarter / divisor);
        }
    }
    return bestTwelfths;
}

} // namespace

std::vector<PublishedNote> publishedNotes(std::span<const ChordSpan> chords)
{
    std::vector<PublishedNote> notes;
    if (chords.empty()) return notes;
    for (int pitchClass = 0; pitchClass < 12; ++pitchClass) {
        const auto sounds = [&](std::size_t i) {
            return chordPitchClasses(chords[i].chordClass)[static_cast<std::size_t>(pitchClass)];
        };
        bool on = sounds(0);
        int start = tickOf(chords[0].startSeconds);
        for (std::size_t i = 1; i < chords.size(); ++i) {
            const int here = tickOf(chords[i].startSeconds);
            if (sounds(i) != on) {
                if (on) notes.push_back({ pitchClass, start, here });
                on = !on;
                start = here;
            }
            if (on && i + 1 == chords.size())
                notes.push_back({ pitchClass, start, tickOf(chords[i].endSeconds) });
        }
    }
    std::stable_sort(notes.begin(), notes.end(),
        [](const auto& a, const auto& b) { return a.startTick < b.startTick; });
    return notes;
}

std::array<int, 12> publishedPitchTwelfths(std::span<const PublishedNote> notes)
{
    auto groups = groupsOf(notes);
    for (Group& group : groups)
        group.quantisedStart = quantised(group.startQuarters, /*zeroAllowed=*/true, 0);
    std::array<int, 12> twelfths {};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const int start = groups[i].quantisedStart;
        const auto next = std::find_if(groups.begin() + static_cast<std::ptrdiff_t>(i),
            groups.end(), [=](const Group& group) { return group.quantisedStart > start; });
        const int gap = next == groups.end() ? 0 : next->quantisedStart - start;
        const int duration = quantised(groups[i].quarters, /*zeroAllowed=*/false, gap);
        for (const int pitchClass : groups[i].pitchClasses)
            twelfths[static_cast<std::size_t>(pitchClass)] += duration;
    }
    return twelfths;
}

} // namespace circumplex
