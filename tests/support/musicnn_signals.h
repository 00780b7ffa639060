#pragma once

#include <string>
#include <vector>

namespace circumplex::test {

/// The signals of golden_musicnn.json, 10 s at 16 kHz: "chords" (five decaying chords of
/// sawtooth-like notes over faint noise) and "beat" (bursts of noise and rising tones, twice a
/// second).
std::vector<float> musicnnSignal(const std::string& name);

} // namespace circumplex::test
