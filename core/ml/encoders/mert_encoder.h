#pragma once

#include "core/ml/encoders/encoder.h"
#include "core/types/annotation.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <memory>

namespace circumplex {

class MertNetwork;

/// MertNetwork::embed(), or what runs it for many tracks at once.
using EmbedSegments = std::function<at::Tensor(const at::Tensor& segments)>;

/// Hears a track in 30 s segments.
///
/// Reference mode cuts at 0, 30, 60 s, ... and gives the remainder the same weight as a whole
/// segment, as the published program does. Corrected mode uses whole segments only: they start
/// every 28 s, the last one ends with the track, and frames that two segments share are blended
/// from one to the other, so that no seam shows; every moment of the track has the same weight in
/// the track's embedding. A track shorter than one segment is one segment.
///
/// @param embed  runs the network; empty: the network itself, on the calling thread
/// @throws TrackTooShort  from finish(): fewer than 720 samples (30 ms), or in reference mode a
///                        remainder of fewer, on which the published program stops
std::unique_ptr<EncoderSession> makeMertSession(std::shared_ptr<const MertNetwork> network,
    AnalysisMode mode, FrameSink sink, EmbedSegments embed = {});

} // namespace circumplex
