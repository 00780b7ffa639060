#pragma once

#include "core/ml/encoders/adapter_shape.h"
#include "core/ml/encoders/mert_config.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace circumplex {

/// Half the width of the range that holds a human rating with 90 % probability, on the 1..9 scale.
struct IntervalHalfWidth {
    double valence = 0.0;
    double arousal = 0.0;
};

/// What is said of a model in its `card.json`: how its parts fit together, and all that people
/// should know of it.
struct ModelCard {
    enum class Encoder { Mert, MusiCnn };
    enum class Chords { Btc, Crema };

    std::string name; ///< letters, digits, '-', '_', '.'; the package folder's name
    Encoder encoder = Encoder::MusiCnn;
    MertConfig mert; ///< of a Mert encoder
    std::optional<AdapterShape> adapter; ///< of a Mert encoder: what its weights have to be given
    Chords chords = Chords::Crema;
    double btcMean = 0.0, btcStd = 1.0; ///< of a Btc recogniser: scale of its features
    std::optional<double> loudnessLufs; ///< every track is brought to this loudness first
    IntervalHalfWidth trackInterval, windowInterval;
    nlohmann::ordered_json json; ///< the whole card, for people: data, licences, scores, limits

    /// Samples per second of the sound that the encoder hears.
    int encoderSampleRateHz() const;

    /// Values of one embedding frame.
    int embeddingDimension() const;
};

/// @throws ModelError  a field is missing, of the wrong type or impossible, by name
ModelCard parseModelCard(const nlohmann::ordered_json& json);

} // namespace circumplex
