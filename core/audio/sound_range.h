#pragma once

#include <optional>

namespace circumplex {

/// Part of a file's sound. Seconds are rounded to whole samples.
struct SoundRange {
    double startSeconds = 0.0; ///< not negative
    std::optional<double> endSeconds {}; ///< nullopt: the end of the file

    friend bool operator==(const SoundRange&, const SoundRange&) = default;
};

} // namespace circumplex
