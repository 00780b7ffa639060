#pragma once

#include "core/engine/device_set.h"
#include "core/engine/track_analyzer.h"
#include "core/engine/worker_pool.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace circumplex {

class FeatureCache;
struct FeatureKey;

/// Does the jobs of a WorkerPool: from the cache where the sound was heard before, else from the
/// file.
///
/// Any number of threads may call run() at once.
class JobAnalyzer {
public:
    struct Setup {
        AnalysisSettings settings; ///< threads are the task's
        std::string hearing; ///< names what hears: networks, mode, number format, grid
        std::string programVersion;
        FeatureCache* cache = nullptr; ///< outlives this; nullptr: nothing is kept
        std::function<void(const std::string&)> notice; ///< English sentences, on any thread
    };

    JobAnalyzer(std::shared_ptr<DeviceSet> devices, Setup setup);

    /// Never throws: what goes wrong is the job's outcome. A full disk is ErrorCode::DiskFull, and
    /// says nothing about the track.
    FinishedJob run(const WorkerPool::Task& task);

private:
    struct Heard {
        TrackFeatures features;
        std::string device;
        DataType dtype = DataType::Float32;
        std::string warning; ///< of the decoder
        bool isFromCache = false;
    };

    Result<StoredAnnotation> analyse(const WorkerPool::Task& task, bool& isFromCache);
    Result<Heard> hear(const WorkerPool::Task& task, const std::optional<AudioHash>& hash);
    Result<Heard> hearFile(const WorkerPool::Task& task);
    std::optional<Heard> recall(const AudioHash& hash, DataType dtype);
    void keep(const AudioHash& hash, const Heard& heard, double seconds);

    FeatureKey keyOf(const AudioHash& hash, DataType dtype) const;

    std::shared_ptr<DeviceSet> m_devices;
    Setup m_setup;
    std::mutex m_cacheMutex;
    bool m_hasCacheProblem = false; ///< said already
};

} // namespace circumplex
