#pragma once

#include "core/ml/track_listener.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace circumplex {

struct ModelCard;

/// How windows of many tracks share a device. The answers do not depend on it.
struct WindowBatching {
    std::size_t largestBatch = 1; ///< 1: every track runs its own windows, on its own thread
    std::function<void(const std::string&)> notice {}; ///< English sentences, on any thread
};

/// One model made ready on one device: from sound to an Annotation.
///
/// Unchanging after construction: any number of threads may call it at once.
class Annotator {
public:
    /// @param package  folder of a model package
    /// @param device   one of computeDevices()
    /// @param batching  used by encoders that hear window by window
    /// @throws ModelError  the package or a part of it cannot be used
    Annotator(const std::filesystem::path& package, const std::string& device, DataType dtype,
        WindowBatching batching = {});
    ~Annotator();

    /// A MERT as it is published, which hears but does not judge: no chords, no key, no head.
    /// @param mert  pytorch_model.bin, a safetensors file, or the folder with it and config.json
    /// @param usedLayers  ascending, from 0, whose outputs are the embedding; empty: 5 and 6
    /// @throws ModelError
    static std::shared_ptr<const Annotator> encoderAlone(const std::filesystem::path& mert,
        const std::vector<int>& usedLayers, const std::string& device, DataType dtype);

    /// Of an encoder alone only what describes the encoder means anything.
    const ModelCard& card() const;

    std::unique_ptr<TrackListener> listen(
        AnalysisMode mode, const CurveGrid& grid, std::stop_token stop) const;

    /// Runs the head on the whole track and on every window.
    ///
    /// Reference mode gives the published program's numbers: the key's mode is always major,
    /// unknown chords count as none, nothing is clamped. Corrected mode repairs that, and keeps
    /// valence and arousal within 1..9. A head without a task leaves its values not-a-number, its
    /// tags empty.
    /// @param features  as listen() gave them with the same mode and grid
    /// @param headSeconds  the time it took is added
    Annotation judge(const TrackFeatures& features, AnalysisMode mode, const CurveGrid& grid,
        double& headSeconds) const;

private:
    struct Parts;
    explicit Annotator(std::unique_ptr<const Parts> parts);
    void judgeTrack(const TrackFeatures& features, AnalysisMode mode, Annotation& annotation) const;
    void judgeWindows(const TrackFeatures& features, AnalysisMode mode, const CurveGrid& grid,
        Annotation& annotation) const;

    std::unique_ptr<const Parts> m_parts;
};

} // namespace circumplex
