#pragma once

#include "core/library/feature_cache.h"
#include "core/ml/track_listener.h"
#include "core/types/data_type.h"

#include <span>
#include <string>
#include <vector>

namespace circumplex {

/// What was heard in a track and on which device, as it lies in the FeatureCache.
struct KeptFeatures {
    std::string device;
    TrackFeatures features;
};

std::vector<std::byte> packFeatures(const std::string& device, const TrackFeatures& features);

/// @throws ModelError  damaged, or of another version of this program
KeptFeatures unpackFeatures(std::span<const std::byte> bytes);

/// @param hearing  names what hears: networks, mode, grid
FeatureKey featureKey(const AudioHash& hash, const std::string& hearing, DataType dtype);

} // namespace circumplex
