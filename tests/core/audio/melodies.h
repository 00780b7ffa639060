#pragma once

#include <QByteArray>

#include <cstdint>
#include <filesystem>
#include <vector>

namespace circumplex::test {

/// Chords of three notes with overtones, changing every 0.4 s as the seed will have it: sound that
/// a fingerprint can tell from other sound. One channel at 16 kHz, in [-0.6, 0.6].
std::vector<double> melody(std::uint32_t seed, double seconds);

inline constexpr int kMelodyRateHz = 16000;

/// melody() as a WAV file.
void writeMelody(const std::filesystem::path& path, std::uint32_t seed, double seconds);

/// An MP3 of the same length and format for each seed, made of the frames of one in another order:
/// valid, and quick to make many of.
/// @param mp3  constant bit rate, without tags
QByteArray shuffledMp3(const QByteArray& mp3, std::uint32_t seed);

} // namespace circumplex::test
