#pragma once

#include "core/ml/track_listener.h"

#include <cstddef>
#include <span>
#include <vector>

namespace circumplex {

/// What a model heard in a track as bytes, to be kept: embeddings in half precision, everything
/// else exactly. Not an exchange format: little-endian, of this program alone.
std::vector<std::byte> encodeFeatures(const TrackFeatures& features);

/// @throws ModelError  the bytes are not what encodeFeatures() made, or damaged
TrackFeatures decodeFeatures(std::span<const std::byte> bytes);

} // namespace circumplex
