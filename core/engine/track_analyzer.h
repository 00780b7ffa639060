#pragma once

#include "core/audio/audio_decoder.h"
#include "core/audio/loudness_meter.h"
#include "core/base/result.h"
#include "core/ml/annotator.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace circumplex {

struct AnalysisSettings {
    AnalysisMode mode = AnalysisMode::Corrected;
    CurveGrid grid {};
    int threads = 0; ///< for the networks; 0: one per core
    DecodeOptions decode {};
    std::function<void()> alive {}; ///< called while there is progress, on any thread
};

/// A track as its model heard it.
struct HeardTrack {
    TrackFeatures features;
    DecodedAudio audio;
    StageSeconds seconds; ///< everything but the head
};

/// A track as its model judges it.
struct AnalysedFile {
    Annotation annotation;
    StageSeconds seconds;
};

/// The factor that brings a track to a model's loudness, 1 if it asks for none.
float gainTo(std::optional<double> targetLufs, const LoudnessMeter& meter);

/// The straight line from a file to its annotation: it is decoded once, on the calling thread,
/// while the encoder and the chord recogniser listen on a thread each. Memory does not grow with
/// its length.
///
/// Any number of threads may call at once.
class TrackAnalyzer {
public:
    TrackAnalyzer(std::shared_ptr<const Annotator> annotator, const AnalysisSettings& settings);

    Result<AnalysedFile> analyze(const std::filesystem::path& path, std::stop_token stop) const;

    Result<HeardTrack> listen(const std::filesystem::path& path, std::stop_token stop) const;

    /// A first impression from a few places; the whole of a track too short for that.
    /// @param durationSeconds  0: not known, which is too short
    Result<HeardTrack> glance(
        const std::filesystem::path& path, double durationSeconds, std::stop_token stop) const;

private:
    Result<HeardTrack> listenTo(
        const std::filesystem::path& path, const DecodeOptions& decode, std::stop_token stop) const;

    std::shared_ptr<const Annotator> m_annotator;
    AnalysisSettings m_settings;
};

} // namespace circumplex
