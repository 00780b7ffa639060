#include "tests/core/audio/melodies.h"

#include "tests/core/audio/sound_files.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>
#include <stdexcept>

namespace circumplex::test {

std::vector<double> melody(std::uint32_t seed, double seconds)
{
    std::mt19937 random(seed);
    std::vector<double> tone(static_cast<std::size_t>(seconds * kMelodyRateHz));
    const auto chordSamples = static_cast<std::size_t>(0.4 * kMelodyRateHz);
    for (std::size_t begin = 0; begin < tone.size(); begin += chordSamples) {
        std::array<double, 3> notesHz;
        for (double& note : notesHz)
            note = 110.0 * std::exp2(static_cast<double>(random() % 36) / 12.0);
        for (std::size_t i = begin; i < std::min(tone.size(), begin + chordSamples); ++i) {
            const double t = static_cast<double>(i - begin) / kMelodyRateHz;
            for (const double note : notesHz)
                for (int overtone = 1; overtone <= 3; ++overtone)
                    tone[i] += 0.1 / overtone * std::exp(-2.0 * t)
                        * std::sin(2 * std::numbers::pi * note * overtone * t);
        }
    }
    return tone;
}

void writeMelody(const std::filesystem::path& path, std::uint32_t seed, double seconds)
{
    write(path, wavFile({ .sampleRateHz = kMelodyRateHz }, int16Samples(melody(seed, seconds))));
}

QByteArray shuffledMp3(const QByteArray& mp3, std::uint32_t seed)
{
    const auto headerMark = mp3.left(2);
    // Frames of one constant bit rate differ in length by the padding byte, which headers tell.
    std::vector<QByteArray> frames;
    for (qsizetype at = 0; at < mp3.size();) {
        qsizetype next = mp3.indexOf(headerMark, at + 24);
        // A header's first three bytes but for the padding bit are the same in every frame.
        while (
            next >= 0 && next + 3 < mp3.size() && (mp3[next + 2] & ~0x02) != (mp3[at + 2] & ~0x02))
            next = mp3.indexOf(headerMark, next + 1);
        if (next < 0) next = mp3.size();
        frames.push_back(mp3.mid(at, next - at));
        at = next;
    }
    if (frames.size() < 8) throw std::runtime_error("too short to shuffle");
    // The first frame may describe the file.
    std::mt19937 random(seed);
    std::shuffle(frames.begin() + 1, frames.end(), random);
    QByteArray result;
    for (const QByteArray& frame : frames)
        result += frame;
    return result;
}

} // namespace circumplex::test
