#include "core/engine/job_analyzer.h"

#include "core/audio/audio_identity.h"
#include "core/engine/kept_features.h"
#include "core/engine/sound_reading.h"
#include "core/library/feature_cache.h"
#include "core/ml/compute_device.h"
#include "core/ml/model_error.h"
#include "core/ml/stopwatch.h"

#include <cerrno>
#include <ctime>
#include <exception>
#include <new>
#include <system_error>
#include <utility>

namespace circumplex {

namespace {

/// Longer ones are heard again: one of ten hours would push hundreds of songs out.
constexpr std::size_t kLargestKeptBytes = std::size_t { 64 } << 20;

std::size_t keptBytes(const TrackFeatures& features)
{
    constexpr std::size_t kHalf = 2;
    return (features.windows.rowCount() + 1) * features.embedding.size() * kHalf;
}

/// Of the sound that is analysed: the scan's, unless the file is another one now.
Result<std::optional<AudioHash>> soundOf(
    const AnalysisJob& job, const FileStamp& stamp, const std::stop_token& stop)
{
    if (job.audioHash && stamp == job.stamp) return job.audioHash;
    const auto identity = identifyAudio(job.path, stop);
    if (!identity) return tl::unexpected(identity.error());
    if (!job.cue) return identity->hash;
    return rangeHash(identity->hash, job.cue->startSeconds, job.cue->endSeconds);
}

} // namespace

JobAnalyzer::JobAnalyzer(std::shared_ptr<DeviceSet> devices, Setup setup)
    : m_devices(std::move(devices))
    , m_setup(std::move(setup))
{
}

FinishedJob JobAnalyzer::run(const WorkerPool::Task& task)
{
    FinishedJob finished { .job = task.job };
    try {
        finished.outcome = analyse(task, finished.isFromCache);
    } catch (const std::system_error& error) {
        const bool isFull = error.code().value() == ENOSPC || error.code().value() == EDQUOT;
        finished.outcome = tl::unexpected(
            Error { isFull ? ErrorCode::DiskFull : ErrorCode::Internal, error.what() });
    } catch (const DeviceOutOfMemory& error) {
        finished.outcome = tl::unexpected(Error { ErrorCode::MemoryExceeded, error.what() });
    } catch (const std::bad_alloc&) {
        finished.outcome = tl::unexpected(Error { ErrorCode::MemoryExceeded,
            "This track needs more memory than this machine has to give." });
    } catch (const std::exception& error) {
        finished.outcome = tl::unexpected(Error { ErrorCode::Internal, error.what() });
    }
    return finished;
}

Result<StoredAnnotation> JobAnalyzer::analyse(const WorkerPool::Task& task, bool& isFromCache)
{
    const AnalysisJob& job = task.job;
    const auto before = stampOf(job.path);
    if (!before) return tl::unexpected(before.error());
    const auto hash = soundOf(job, *before, task.stop);
    if (!hash) return tl::unexpected(hash.error());
    const auto heard = hear(task, *hash);
    if (!heard) return tl::unexpected(heard.error());
    isFromCache = heard->isFromCache;
    const auto after = stampOf(job.path);
    if (!after) return tl::unexpected(after.error());
    if (*after != *before)
        return tl::unexpected(Error { ErrorCode::FileChanged,
            "The file was written to while it was analysed. Scan again, then it is analysed." });
    useThreads(task.threads);
    double headSeconds = 0.0;
    StoredAnnotation stored { .track = job.track };
    stored.annotation = m_devices->forWorker(task.worker)
                            .annotator->judge(heard->features, m_setup.settings.mode,
                                m_setup.settings.grid, headSeconds);
    if (!heard->warning.empty()) stored.annotation.warnings.push_back(heard->warning);
    stored.provenance = { .mode = m_setup.settings.mode,
        .device = heard->device,
        .dataType = heard->dtype,
        .programVersion = m_setup.programVersion,
        .analysedAt = std::time(nullptr),
        .audioHash = *hash,
        .isCoarse = job.depth == AnalysisJob::Depth::Impression };
    return stored;
}

Result<JobAnalyzer::Heard> JobAnalyzer::hear(
    const WorkerPool::Task& task, const std::optional<AudioHash>& hash)
{
    if (hash)
        if (auto kept = recall(*hash, m_devices->forWorker(task.worker).dtype))
            return *std::move(kept);
    double seconds = 0.0;
    Result<Heard> heard;
    {
        const Stopwatch watch(seconds);
        heard = hearFile(task);
    }
    const bool isWhole = task.job.depth == AnalysisJob::Depth::Whole;
    if (heard && hash && isWhole && heard->warning.empty()) keep(*hash, *heard, seconds);
    return heard;
}

Result<JobAnalyzer::Heard> JobAnalyzer::hearFile(const WorkerPool::Task& task)
{
    const AnalysisJob& job = task.job;
    AnalysisSettings settings = m_setup.settings;
    settings.threads = task.threads;
    settings.alive = task.alive;
    if (job.cue) settings.decode.range = { job.cue->startSeconds, job.cue->endSeconds };
    for (auto place = m_devices->forWorker(task.worker);;) {
        try {
            const TrackAnalyzer analyzer(place.annotator, settings);
            auto track = job.depth == AnalysisJob::Depth::Impression
                ? analyzer.glance(job.path, job.durationSeconds, task.stop)
                : analyzer.listen(job.path, task.stop);
            if (!track) return tl::unexpected(track.error());
            return Heard { .features = std::move(track->features),
                .device = place.device,
                .dtype = place.dtype,
                .warning = std::move(track->audio.warning) };
        } catch (const DeviceOutOfMemory&) {
            place = m_devices->afterLackOfMemory(place);
        }
    }
}

std::optional<JobAnalyzer::Heard> JobAnalyzer::recall(const AudioHash& hash, DataType dtype)
{
    if (m_setup.cache == nullptr) return std::nullopt;
    std::optional<std::vector<std::byte>> bytes;
    {
        const std::scoped_lock lock(m_cacheMutex);
        if (auto found = m_setup.cache->find(keyOf(hash, dtype))) bytes = *std::move(found);
    }
    if (!bytes) return std::nullopt;
    try {
        auto [device, features] = unpackFeatures(*bytes);
        return Heard { .features = std::move(features),
            .device = std::move(device),
            .dtype = dtype,
            .warning = {},
            .isFromCache = true };
    } catch (const ModelError&) {
        return std::nullopt; // of another version of this program
    }
}

void JobAnalyzer::keep(const AudioHash& hash, const Heard& heard, double seconds)
{
    if (m_setup.cache == nullptr || keptBytes(heard.features) > kLargestKeptBytes) return;
    const auto bytes = packFeatures(heard.device, heard.features);
    const std::scoped_lock lock(m_cacheMutex);
    const auto kept = m_setup.cache->put(keyOf(hash, heard.dtype), bytes, seconds);
    if (kept || std::exchange(m_hasCacheProblem, true)) return;
    m_setup.notice("What the model hears cannot be kept for later: " + kept.error().detail);
}

FeatureKey JobAnalyzer::keyOf(const AudioHash& hash, DataType dtype) const
{
    return featureKey(hash, m_setup.hearing, dtype);
}

} // namespace circumplex
