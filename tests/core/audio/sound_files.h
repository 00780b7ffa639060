#pragma once

#include "core/audio/audio_decoder.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace circumplex::test {

/// Everything decodeAudio() said about a file.
struct Decoded {
    DecodedAudio audio;
    std::vector<float> mono;
    std::vector<std::size_t> blockSizes;
    int beginCount = 0;
};

Result<Decoded> decode(const std::filesystem::path& path, const DecodeOptions& options = {});

/// A rising tone with a little noise: no stretch of it resembles another. In [-0.5, 0.5].
std::vector<double> risingTone(int sampleRateHz, std::size_t count);

/// Takes what a header says as it is, so that headers can lie.
struct WavHeader {
    int formatTag = 1; ///< 1: integers, 3: floating point
    int channels = 1;
    int sampleRateHz = 44100;
    int bits = 16;
    std::int64_t dataBytes = -1; ///< as claimed; -1: the truth
};
QByteArray wavFile(const WavHeader& header, const QByteArray& samples);

/// Each value as 16 bits, little endian, rounded.
QByteArray int16Samples(std::span<const double> values);
QByteArray floatSamples(std::span<const float> values);

void write(const std::filesystem::path& path, const QByteArray& bytes);
QByteArray read(const std::filesystem::path& path);

/// `text`, cut at its spaces.
QStringList words(const char* text);

/// Runs the ffmpeg program. Throws with its messages when it fails, so that no test passes without
/// its input.
void runFfmpeg(const QStringList& arguments);

/// Encodes `input` by ffmpeg's `arguments` into `output`.
void encode(const std::filesystem::path& input, const QStringList& arguments,
    const std::filesystem::path& output);

/// How well `actual`, moved to the left by `lag` samples, resembles `expected`.
struct Alignment {
    int lag = 0;
    double correlation = 0.0; ///< 1: equal up to a factor
};

/// The best lag within `maxLag`, judged by the middle of `expected`.
Alignment align(std::span<const double> expected, std::span<const float> actual, int maxLag);

} // namespace circumplex::test
