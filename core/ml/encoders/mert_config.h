#pragma once

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace circumplex {

/// Shape of one MERT network (a HuBERT-like audio transformer). The defaults are MERT-v1-95M's.
struct MertConfig {
    /// How the convolutions of the feature encoder are normalised.
    enum class FeatureNorm {
        Group, ///< the first one only, each channel over time
        Layer, ///< every one, over channels
    };

    int hiddenSize = 768;
    int layerCount = 12;
    int headCount = 12;
    int intermediateSize = 3072;
    std::vector<int> convChannels { 512, 512, 512, 512, 512, 512, 512 };
    std::vector<int> convKernels { 10, 3, 3, 3, 3, 2, 2 };
    std::vector<int> convStrides { 5, 2, 2, 2, 2, 2, 2 };
    bool convBias = false;
    FeatureNorm featureNorm = FeatureNorm::Group;
    int positionalKernel = 128;
    int positionalGroups = 16;
    bool stableLayerNorm = false; ///< norms before each sub-layer, as in MERT-v1-330M
    std::vector<int> usedLayers { 5,
        6 }; ///< ascending, 0-based transformer layers whose outputs are read
    double layerNormEps = 1e-5;
    int sampleRateHz = 24000;
    bool normalizeInput = true; ///< each window to zero mean and unit variance

    /// Layers that have to be computed: those after the last used one change nothing.
    int neededLayerCount() const { return usedLayers.back() + 1; }

    /// Values of one embedding frame: the used layers side by side.
    int embeddingDimension() const { return hiddenSize * static_cast<int>(usedLayers.size()); }

    /// @throws ModelError  naming the field (by its name in config.json) that is impossible
    void validate() const;

    bool operator==(const MertConfig&) const = default;
};

/// Reads the `config.json` that Hugging Face publishes beside MERT, or what mertConfigJson() wrote.
/// Absent fields have the defaults above, which are those of the published configuration class.
/// @throws ModelError  a field has the wrong type, is out of range, or asks for a variant
///                     that is not supported (CQT features, deepnorm, another activation)
MertConfig parseMertConfig(const nlohmann::json& huggingFaceConfig);

/// The same fields under the names of `config.json`, with `do_normalize` (published in
/// preprocessor_config.json) and `used_layers`, which is ours.
nlohmann::json mertConfigJson(const MertConfig& config);

} // namespace circumplex
