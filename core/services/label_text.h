#pragma once

#include "core/types/label.h"

#include <cstdint>
#include <optional>
#include <string>

/// How labels are written down in files.
namespace circumplex::label_text {

/// A cell of comma-separated values.
std::string quoted(const std::string& cell);

/// The shortest text that gives the same number again; nothing for nullopt.
std::string number(const std::optional<double>& value);

const char* nameOf(TraceDimension dimension); ///< "valence", "arousal"
const char* nameOf(TraceMode mode); ///< "bounded", "relative"
const char* nameOf(const std::optional<EmotionLocus>& locus); ///< "perceived", "felt", ""
std::optional<TraceDimension> dimensionNamed(const std::string& name);
std::optional<TraceMode> modeNamed(const std::string& name);
std::optional<EmotionLocus> locusNamed(const std::string& name);

/// Seconds since 1970 as "2026-01-31T12:00:00Z", and back.
std::string momentText(std::int64_t seconds);
std::optional<std::int64_t> momentIn(const std::string& text);

} // namespace circumplex::label_text
