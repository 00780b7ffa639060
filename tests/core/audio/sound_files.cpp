#include "tests/core/audio/sound_files.h"

#include <QProcess>

#include <algorithm>
#include <bit>
#include <cmath>
#include <fstream>
#include <iterator>
#include <numbers>
#include <random>
#include <stdexcept>

namespace circumplex::test {

namespace {

void appendLittleEndian(QByteArray& bytes, std::uint64_t value, int byteCount)
{
    for (int i = 0; i < byteCount; ++i)
        bytes.append(static_cast<char>((value >> (8 * i)) & 0xff));
}

} // namespace

Result<Decoded> decode(const std::filesystem::path& path, const DecodeOptions& options)
{
    Decoded result;
    const AudioSink sink {
        .begin = [&](const AudioFormat&) { ++result.beginCount; },
        .block =
            [&](std::span<const float> mono) {
                result.mono.insert(result.mono.end(), mono.begin(), mono.end());
                result.blockSizes.push_back(mono.size());
            },
    };
    auto audio = decodeAudio(path, sink, {}, options);
    if (!audio) return tl::unexpected(std::move(audio.error()));
    result.audio = std::move(*audio);
    return result;
}

std::vector<double> risingTone(int sampleRateHz, std::size_t count)
{
    std::mt19937 random(20);
    std::vector<double> tone(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double t = static_cast<double>(i) / sampleRateHz;
        const double noise = static_cast<double>(random()) / 4294967296.0 - 0.5;
        tone[i] = 0.4 * std::sin(2 * std::numbers::pi * (200 * t + 700 * t * t)) + 0.04 * noise;
    }
    return tone;
}

QByteArray wavFile(const WavHeader& header, const QByteArray& samples)
{
    const int frameBytes = header.channels * header.bits / 8;
    const auto dataBytes = static_cast<std::uint64_t>(
        header.dataBytes < 0 ? static_cast<std::int64_t>(samples.size()) : header.dataBytes);
    QByteArray bytes("RIFF");
    appendLittleEndian(bytes, dataBytes + 36, 4);
    bytes.append("WAVEfmt ");
    appendLittleEndian(bytes, 16, 4);
    appendLittleEndian(bytes, static_cast<std::uint64_t>(header.formatTag), 2);
    appendLittleEndian(bytes, static_cast<std::uint64_t>(header.channels), 2);
    appendLittleEndian(bytes, static_cast<std::uint64_t>(header.sampleRateHz), 4);
    appendLittleEndian(bytes,
        static_cast<std::uint64_t>(header.sampleRateHz) * static_cast<unsigned>(frameBytes), 4);
    appendLittleEndian(bytes, static_cast<std::uint64_t>(frameBytes), 2);
    appendLittleEndian(bytes, static_cast<std::uint64_t>(header.bits), 2);
    bytes.append("data");
    appendLittleEndian(bytes, dataBytes, 4);
    return bytes + samples;
}

QByteArray int16Samples(std::span<const double> values)
{
    QByteArray bytes;
    for (const double value : values)
        appendLittleEndian(bytes, static_cast<std::uint64_t>(std::lround(value * 32768)), 2);
    return bytes;
}

QByteArray floatSamples(std::span<const float> values)
{
    QByteArray bytes;
    for (const float value : values)
        appendLittleEndian(bytes, std::bit_cast<std::uint32_t>(value), 4);
    return bytes;
}

void write(const std::filesystem::path& path, const QByteArray& bytes)
{
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), bytes.size());
    if (!file.flush()) throw std::runtime_error("cannot write " + path.native());
}

QByteArray read(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.native());
    const std::string bytes { std::istreambuf_iterator<char>(file), {} };
    return QByteArray::fromStdString(bytes);
}

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

void runFfmpeg(const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("ffmpeg"),
        QStringList { QStringLiteral("-nostdin"), QStringLiteral("-v"), QStringLiteral("error"),
            QStringLiteral("-y") }
            + arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0)
        throw std::runtime_error("ffmpeg " + arguments.join(QLatin1Char(' ')).toStdString()
            + " failed: " + process.readAll().toStdString() + process.errorString().toStdString());
}

void encode(const std::filesystem::path& input, const QStringList& arguments,
    const std::filesystem::path& output)
{
    runFfmpeg(QStringList { QStringLiteral("-i"), QString::fromStdString(input.native()) }
        + arguments + QStringList { QString::fromStdString(output.native()) });
}

Alignment align(std::span<const double> expected, std::span<const float> actual, int maxLag)
{
    const int begin = static_cast<int>(expected.size() / 4);
    const int count = std::min(16000, static_cast<int>(expected.size() / 2));
    const auto middle
        = expected.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(count));
    Alignment best;
    for (int lag = -maxLag; lag <= maxLag; ++lag) {
        if (begin + lag < 0 || begin + lag + count > static_cast<int>(actual.size())) continue;
        const auto moved = actual.subspan(
            static_cast<std::size_t>(begin + lag), static_cast<std::size_t>(count));
        double product = 0.0;
        double expectedPower = 0.0;
        double actualPower = 0.0;
        for (std::size_t i = 0; i < moved.size(); ++i) {
            const auto value = static_cast<double>(moved[i]);
            product += middle[i] * value;
            expectedPower += middle[i] * middle[i];
            actualPower += value * value;
        }
        const double correlation = product / std::sqrt(expectedPower * actualPower + 1e-30);
        if (correlation > best.correlation) best = { .lag = lag, .correlation = correlation };
    }
    return best;
}

} // namespace circumplex::test
