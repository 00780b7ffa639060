#pragma once

#include "core/ml/encoders/mert_config.h"
#include "core/ml/encoders/mert_front_end.h"
#include "core/ml/encoders/mert_positions.h"
#include "core/ml/linear_layer.h"
#include "core/ml/weights/weight_file.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace circumplex {

/// MERT (Li et al. 2023, arXiv 2306.00107) up to the last transformer layer that is used.
///
/// Unchanging after construction: any number of threads may call it at once.
class MertNetwork {
public:
    /// @param weights  names as published (transformers' HubertModel), float32
    /// @throws ModelError  a tensor is missing or has the wrong shape
    MertNetwork(
        const WeightMap& weights, const MertConfig& config, DataType dtype, at::Device device);

    /// @param segments  [batch, sample] of mono sound at the configuration's rate, as decoded
    /// @return [batch, frame, embeddingDimension], float32 on the CPU: the used layers side by side
    at::Tensor embed(const at::Tensor& segments) const;

    /// What the first transformer layer reads, [batch, frame, hidden], float32 on the CPU.
    at::Tensor firstState(const at::Tensor& segments) const;

    /// As embed(), with every hidden state: [state][batch, frame, hidden], the first one before the
    /// first layer.
    std::vector<at::Tensor> hiddenStates(const at::Tensor& segments) const;

    const MertConfig& config() const { return m_config; }
    const MertFrontEnd& frontEnd() const { return m_frontEnd; }

private:
    struct Norm {
        at::Tensor gain, shift;
    };
    struct Layer {
        LinearLayer queryKeyValue, attentionOut, intermediate, output;
        Norm attentionNorm, finalNorm;
    };

    Norm loadNorm(const WeightMap& weights, const std::string& prefix, std::int64_t channels) const;
    at::Tensor normed(const at::Tensor& x, const Norm& norm) const;
    at::Tensor attend(const Layer& layer, const at::Tensor& x) const;
    at::Tensor feedForward(const Layer& layer, const at::Tensor& x) const;
    at::Tensor beforeLayers(const at::Tensor& segments) const;
    template <class Visit> void run(const at::Tensor& segments, Visit visit) const;

    MertConfig m_config;
    DataType m_dtype;
    at::Device m_device;
    MertFrontEnd m_frontEnd;
    Norm m_projectionNorm, m_encoderNorm;
    LinearLayer m_projection;
    MertPositions m_positions;
    std::vector<Layer> m_layers;
};

} // namespace circumplex
