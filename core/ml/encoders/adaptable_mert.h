#pragma once

#include "core/ml/encoders/mert_config.h"
#include "core/ml/weights/weight_file.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace circumplex {

/// MERT's transformer layers, up to the last one used, with a low-rank adapter beside them through
/// which gradients flow. The layers themselves never change, and keep nothing for gradients of
/// their own.
///
/// It computes in the number format of the weights it was given; for what is only heard,
/// MertNetwork is faster. Unchanging after construction: any number of threads may call it at once.
class AdaptableMert {
public:
    /// @param weights  names as published
    /// @throws ModelError  a tensor is missing or has the wrong shape
    AdaptableMert(const WeightMap& weights, const MertConfig& config, at::Device device);

    /// @param firstStates  [batch, frame, hidden], of MertNetwork::firstState(), on the device
    /// @param adapter      of adapterShapes(), on the device; empty: none
    /// @param scale        AdapterShape::scale()
    /// @return [batch, embeddingDimension], mean over time of the used layers
    at::Tensor pooled(const at::Tensor& firstStates, const WeightMap& adapter, double scale) const;

    const MertConfig& config() const { return m_config; }

private:
    struct Linear {
        at::Tensor weight, bias;
        at::Tensor operator()(const at::Tensor& x) const;
    };
    struct Norm {
        at::Tensor gain, shift;
    };
    struct Layer {
        std::string queryName, valueName; ///< of adaptedProjections()
        Linear query, key, value, attentionOut, intermediate, output;
        Norm attentionNorm, finalNorm;
    };

    at::Tensor normed(const at::Tensor& x, const Norm& norm) const;
    at::Tensor attend(
        const Layer& layer, const at::Tensor& x, const WeightMap& adapter, double scale) const;

    MertConfig m_config;
    at::Device m_device;
    Norm m_encoderNorm;
    std::vector<Layer> m_layers;
};

} // namespace circumplex
