#pragma once

#include "core/library/track_search.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace circumplex::cli {

/// --sort and --descending of commands that list tracks.
struct TrackOrderOption {
    TrackSort sort {};

    void addTo(CLI::App& command);
};

/// "valence", "mood:calm"; "-" before it: descending. nullopt: there is no such order.
std::optional<TrackSort> trackSortNamed(std::string name);

} // namespace circumplex::cli
