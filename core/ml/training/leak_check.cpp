#include "core/ml/training/leak_check.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <numeric>
#include <set>
#include <utility>

namespace circumplex {

namespace {

struct Kind {
    const char* name;
    std::string TrackTies::*text;
};

constexpr std::array kKinds { Kind { "artist", &TrackTies::artist },
    Kind { "album", &TrackTies::album }, Kind { "work", &TrackTies::work },
    Kind { "recording", &TrackTies::sound } };

/// As it is compared: ASCII letters in lower case, other bytes as they are.
std::string folded(const std::string& text)
{
    const auto isSpace = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    const auto begin = std::find_if_not(text.begin(), text.end(), isSpace);
    const auto end = std::find_if_not(text.rbegin(), text.rend(), isSpace).base();
    std::string key;
    for (auto c = begin; c < end; ++c)
        key += static_cast<char>(std::tolower(static_cast<unsigned char>(*c)));
    return key;
}

/// An album's name says little without its artist: every band has its "Greatest Hits".
std::string keyOf(const TrackTies& track, const Kind& kind)
{
    std::string key = folded(track.*kind.text);
    if (!key.empty() && kind.text == &TrackTies::album) key += '\n' + folded(track.artist);
    return key;
}

} // namespace

std::vector<std::int64_t> groupsOf(const std::vector<TrackTies>& tracks)
{
    std::vector<std::size_t> parent(tracks.size());
    std::iota(parent.begin(), parent.end(), std::size_t { 0 });
    const auto root = [&parent](std::size_t i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    };
    for (const Kind& kind : kKinds) {
        std::map<std::string, std::size_t> first;
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            const auto key = keyOf(tracks[i], kind);
            if (key.empty()) continue;
            const auto found = first.try_emplace(key, i).first->second;
            parent[root(i)] = root(found);
        }
    }
    std::map<std::size_t, std::int64_t> numbers;
    std::vector<std::int64_t> groups;
    for (std::size_t i = 0; i < tracks.size(); ++i)
        groups.push_back(
            numbers.try_emplace(root(i), static_cast<std::int64_t>(numbers.size())).first->second);
    return groups;
}

std::vector<Leak> leaksOf(
    const std::vector<TrackTies>& tracks, const std::vector<std::string>& parts)
{
    std::vector<Leak> leaks;
    for (const Kind& kind : kKinds) {
        struct Found {
            std::string name;
            std::set<std::string> parts;
            std::size_t count = 0;
        };
        std::map<std::string, Found> byKey;
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            const auto key = keyOf(tracks[i], kind);
            if (key.empty() || parts[i].empty()) continue;
            Found& found = byKey[key];
            if (found.count++ == 0)
                found.name = kind.text == &TrackTies::sound ? tracks[i].name : tracks[i].*kind.text;
            found.parts.insert(parts[i]);
        }
        for (const auto& [key, found] : byKey)
            if (found.parts.size() > 1)
                leaks.push_back({ .kind = kind.name,
                    .name = found.name,
                    .parts = { found.parts.begin(), found.parts.end() },
                    .trackCount = found.count });
    }
    std::stable_sort(leaks.begin(), leaks.end(),
        [](const Leak& left, const Leak& right) { return left.trackCount > right.trackCount; });
    return leaks;
}

std::string leakSentence(const std::vector<Leak>& leaks)
{
    constexpr std::size_t kNamed = 8;
    std::string text;
    for (std::size_t i = 0; i < std::min(kNamed, leaks.size()); ++i) {
        const Leak& leak = leaks[i];
        text += i == 0 ? "The " : "; the ";
        text += leak.kind + " \"" + leak.name + "\" is in ";
        for (std::size_t p = 0; p < leak.parts.size(); ++p)
            text += (p == 0 ? "" : p + 1 == leak.parts.size() ? " and " : ", ") + leak.parts[p];
        text += " (" + std::to_string(leak.trackCount) + " tracks)";
    }
    if (leaks.size() > kNamed) text += "; and " + std::to_string(leaks.size() - kNamed) + " more";
    return text + '.';
}

} // namespace circumplex
