#pragma once

#include "core/ml/encoders/encoder.h"
#include "core/ml/weights/weight_file.h"
#include "core/types/annotation.h"

#include <memory>

namespace circumplex {

class MusiCnnNetwork;

/// Hears a track in one dense pass of MusiCNN, in blocks of constant memory.
///
/// Every embedding frame stands for 0.496 s: the 753 channels of the network averaged over its 31
/// analysis frames, and the 200 penultimate values of the 2.992 s window centred on it.
///
/// @throws TrackTooShort  from finish(): less than one analysis frame of sound
std::unique_ptr<EncoderSession> makeMusiCnnSession(
    std::shared_ptr<const MusiCnnNetwork> network, FrameSink sink);

} // namespace circumplex
