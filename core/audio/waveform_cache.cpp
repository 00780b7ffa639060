#include "core/audio/waveform_cache.h"

#include "core/audio/audio_decoder.h"
#include "core/audio/sound_limits.h"
#include "core/audio/sound_reader.h"

#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>

namespace circumplex {

namespace {

constexpr std::array<char, 8> kMagic { 'C', 'P', 'L', 'X', 'W', 'A', 'V', '1' };
constexpr const char* kEnding = ".wave";

/// As it lies in the file, little-endian, followed by the pairs.
struct Header {
    std::array<char, 8> magic = kMagic;
    std::int32_t sampleRateHz = 0;
    std::int32_t baseSamples = WaveformPyramid::kBaseSamples;
    std::int64_t sampleCount = 0;
    std::uint64_t pairCount = 0;
    std::uint64_t checksum = 0; ///< XXH3 of the pairs, seeded with what stands above
};
static_assert(sizeof(Header) == 40 && sizeof(WaveformPyramid::Pair) == 2);

std::uint64_t checksumOf(const Header& header, const std::vector<WaveformPyramid::Pair>& pairs)
{
    const std::uint64_t seed = XXH3_64bits(&header, offsetof(Header, checksum));
    return XXH3_64bits_withSeed(pairs.data(), pairs.size() * sizeof(WaveformPyramid::Pair), seed);
}

Error unwritable(const std::filesystem::path& file, int systemError)
{
    return { ErrorCode::FileUnwritable,
        "'" + file.string() + "' cannot be written: " + std::strerror(systemError) + "." };
}

std::string hexText(std::uint64_t high, std::uint64_t low)
{
    std::array<char, 40> text {};
    std::snprintf(text.data(), text.size(), "%016llx%016llx", static_cast<unsigned long long>(high),
        static_cast<unsigned long long>(low));
    return text.data();
}

} // namespace

WaveformCache::WaveformCache(std::filesystem::path folder, std::int64_t mostBytes)
    : m_folder(std::move(folder))
    , m_mostBytes(mostBytes)
{
}

std::string WaveformCache::keyOf(const std::filesystem::path& path)
{
    struct ::stat status { };
    std::string text = path.native();
    if (::stat(path.c_str(), &status) == 0)
        text += '\n' + std::to_string(status.st_size) + '\n' + std::to_string(status.st_mtim.tv_sec)
            + '\n' + std::to_string(status.st_mtim.tv_nsec);
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return hexText(hash.high64, hash.low64);
}

std::filesystem::path WaveformCache::fileOf(const std::string& key) const
{
    return m_folder / (key + kEnding);
}

std::shared_ptr<const WaveformPyramid> WaveformCache::find(const std::string& key) const
{
    const std::filesystem::path path = fileOf(key);
    std::error_code error;
    const auto bytes = std::filesystem::file_size(path, error);
    if (error || bytes < sizeof(Header)) return nullptr;
    std::ifstream file(path, std::ios::binary);
    Header header;
    file.read(reinterpret_cast<char*>(&header), sizeof(header));
    const std::uint64_t pairBytes = bytes - sizeof(Header);
    if (!file || header.magic != kMagic || header.baseSamples != WaveformPyramid::kBaseSamples
        || header.sampleRateHz < 1 || header.sampleRateHz > kMaxSampleRateHz
        || pairBytes % sizeof(WaveformPyramid::Pair) != 0
        || header.pairCount != pairBytes / sizeof(WaveformPyramid::Pair))
        return nullptr;
    std::vector<WaveformPyramid::Pair> pairs(header.pairCount);
    file.read(reinterpret_cast<char*>(pairs.data()), static_cast<std::streamsize>(pairBytes));
    if (!file || checksumOf(header, pairs) != header.checksum) return nullptr;
    // The newest time says when it was last used.
    std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now(), error);
    return std::make_shared<const WaveformPyramid>(
        header.sampleRateHz, header.sampleCount, std::move(pairs));
}

Result<void> WaveformCache::store(const std::string& key, const WaveformPyramid& waveform) const
{
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    if (error) return tl::unexpected(unwritable(m_folder, error.value()));
    Header header;
    header.sampleRateHz = waveform.sampleRateHz();
    header.sampleCount = waveform.sampleCount();
    header.pairCount = waveform.base().size();
    header.checksum = checksumOf(header, waveform.base());

    static std::atomic<int> counter { 0 };
    const std::filesystem::path path = fileOf(key);
    std::filesystem::path making = path;
    making += ".making-" + std::to_string(::getpid()) + '-' + std::to_string(++counter);
    {
        std::ofstream file(making, std::ios::binary | std::ios::trunc);
        file.write(reinterpret_cast<const char*>(&header), sizeof(header));
        file.write(reinterpret_cast<const char*>(waveform.base().data()),
            static_cast<std::streamsize>(waveform.base().size() * sizeof(WaveformPyramid::Pair)));
        if (!file.flush()) {
            const int reason = errno;
            std::filesystem::remove(making, error);
            return tl::unexpected(unwritable(making, reason));
        }
    }
    std::filesystem::rename(making, path, error);
    if (error) {
        const int reason = error.value();
        std::filesystem::remove(making, error);
        return tl::unexpected(unwritable(path, reason));
    }
    forgetOldest();
    return {};
}

void WaveformCache::forgetOldest() const
{
    struct Kept {
        std::filesystem::file_time_type usedAt;
        std::int64_t bytes = 0;
        std::filesystem::path path;
    };
    std::vector<Kept> files;
    std::int64_t total = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, error)) {
        if (entry.path().extension() != kEnding) continue;
        const auto bytes = static_cast<std::int64_t>(entry.file_size(error));
        const auto usedAt = entry.last_write_time(error);
        if (error) continue; // another program removed it meanwhile
        files.push_back({ usedAt, bytes, entry.path() });
        total += bytes;
    }
    std::ranges::sort(files, {}, &Kept::usedAt);
    for (const Kept& file : files) {
        if (total <= m_mostBytes) return;
        std::filesystem::remove(file.path, error);
        total -= file.bytes;
    }
}

Result<std::shared_ptr<const WaveformPyramid>> readWaveform(const std::filesystem::path& path,
    const WaveformCache& cache, std::stop_token stop, const WaveformProgress& progress)
{
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds kBetweenReports { 100 };

    const std::string key = WaveformCache::keyOf(path);
    if (auto kept = cache.find(key)) return kept;
    std::shared_ptr<WaveformPyramid> waveform;
    Clock::time_point nextReport {};
    const AudioSink sink {
        .begin =
            [&](const AudioFormat& format) {
                waveform = std::make_shared<WaveformPyramid>(format.sampleRateHz,
                    static_cast<std::int64_t>(format.headerSeconds * format.sampleRateHz));
            },
        .block =
            [&](std::span<const float> mono) {
                waveform->append(mono);
                if (Clock::now() < nextReport) return;
                nextReport = Clock::now() + kBetweenReports;
                if (progress) progress(waveform);
            },
    };
    auto decoded = decodeAudio(path, sink, std::move(stop));
    if (!decoded) return tl::unexpected(std::move(decoded.error()));
    waveform->complete();
    // Not kept if the file changed meanwhile; a full disk is no reason not to draw.
    if (WaveformCache::keyOf(path) == key) static_cast<void>(cache.store(key, *waveform));
    return waveform;
}

Result<std::vector<float>> readSamples(const std::filesystem::path& path, std::int64_t firstSample,
    std::size_t count, std::stop_token stop)
{
    auto reader = SoundReader::open(path, SoundReader::Layout::Mono, std::move(stop));
    if (!reader) return tl::unexpected(std::move(reader.error()));
    if (auto ready = (*reader)->seek(firstSample); !ready)
        return tl::unexpected(std::move(ready.error()));
    std::vector<float> samples(count);
    std::size_t filled = 0;
    while (filled < count) {
        auto more = (*reader)->read(std::span(samples).subspan(filled));
        if (!more) return tl::unexpected(std::move(more.error()));
        if (*more == 0) break;
        filled += *more;
    }
    samples.resize(filled);
    return samples;
}

} // namespace circumplex
