#include "core/engine/kept_features.h"

#include "core/ml/feature_codec.h"
#include "core/ml/model_error.h"

namespace circumplex {

/// The device's name, its length before it, then what it heard.
std::vector<std::byte> packFeatures(const std::string& device, const TrackFeatures& features)
{
    const auto heard = encodeFeatures(features);
    std::vector<std::byte> bytes { static_cast<std::byte>(device.size()) };
    for (const char letter : device)
        bytes.push_back(static_cast<std::byte>(letter));
    bytes.insert(bytes.end(), heard.begin(), heard.end());
    return bytes;
}

KeptFeatures unpackFeatures(std::span<const std::byte> bytes)
{
    const auto length = bytes.empty() ? 0 : static_cast<std::size_t>(bytes.front());
    if (bytes.size() < 1 + length) throw ModelError("kept embeddings are damaged");
    const auto name = bytes.subspan(1, length);
    return { std::string(reinterpret_cast<const char*>(name.data()), length),
        decodeFeatures(bytes.subspan(1 + length)) };
}

FeatureKey featureKey(const AudioHash& hash, const std::string& hearing, DataType dtype)
{
    return { .audio = hash, .encoder = hearing + '/' + dataTypeName(dtype) };
}

} // namespace circumplex
