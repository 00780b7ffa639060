#pragma once

#include "core/ml/weights/weight_file.h"

#include <array>
#include <cstdint>

namespace circumplex {

/// The network from one embedding, up to 100 chords and the key's mode to mood tags, valence and
/// arousal: Music2Emo's multitask model (Kang and Herremans 2025) and its single-task teachers, for
/// embeddings of any dimension and hidden layers of any width.
///
/// Two transformer layers read the chords behind an all-zero summary token; its output (8 values),
/// the embedding and the mode go through one shared layer, then one branch per task.
///
/// forward() only computes, in float32 on the weights' device; gradients flow to weights that ask
/// for them, so the same code trains. Unchanging after construction: any number of threads may call
/// it at once.
class EmotionHead {
public:
    /// A task the head was not made for has an undefined tensor.
    struct Output {
        at::Tensor tagLogits; ///< [batch, 56], in the order of kMoodTags
        at::Tensor emotion; ///< [batch, 2]: valence, arousal, about 1..9, not clamped
    };

    /// Probability that a value is dropped; zero everywhere but in training.
    struct Dropout {
        double chords = 0.0; ///< in the transformer layers
        double hidden = 0.0; ///< after the shared layer and within the branches
    };

    EmotionHead() = default;

    /// @param weights  published names: 36 tensors of the multitask model or 32 of a teacher with
    /// 56
    ///   or 2 outputs; optionally `embedding_mean` and `embedding_scale` [dimension], with which
    ///   embeddings are standardised first, (x - mean) / scale. Float32 tensors are shared, not
    ///   copied; others are converted.
    /// @throws ModelError  a tensor is missing, unknown or of the wrong shape
    explicit EmotionHead(const WeightMap& weights);

    std::int64_t embeddingDimension() const;

    /// @param embedding  [batch, embeddingDimension()]
    /// @param root       [batch, 100], int64, 0..13
    /// @param quality    [batch, 100], int64, 0..13
    /// @param key        [batch], 1 for minor, 0 for major or none
    Output forward(const at::Tensor& embedding, const at::Tensor& root, const at::Tensor& quality,
        const at::Tensor& key, const Dropout& dropout) const;
    Output forward(const at::Tensor& embedding, const at::Tensor& root, const at::Tensor& quality,
        const at::Tensor& key) const
    {
        return forward(embedding, root, quality, key, {});
    }

    /// The same for chords that were read before. @param chords  [batch, 8], of chordSummary()
    Output judge(const at::Tensor& embedding, const at::Tensor& chords, const at::Tensor& key,
        const Dropout& dropout) const;

    /// The chords alone. @return [batch, 8], the transformer's output for the summary token
    at::Tensor chordSummary(
        const at::Tensor& root, const at::Tensor& quality, const Dropout& dropout) const;

private:
    struct Linear {
        at::Tensor weight, bias;
        at::Tensor operator()(const at::Tensor& x) const;
    };
    struct Norm {
        at::Tensor weight, bias;
        at::Tensor operator()(const at::Tensor& x) const;
    };
    struct Branch {
        Linear first, last;
        at::Tensor operator()(const at::Tensor& hidden, double dropout) const;
    };
    struct ChordLayer {
        Linear inProjection, outProjection, widen, narrow;
        Norm attentionNorm, outputNorm;
    };

    static at::Tensor runChordLayer(const ChordLayer& layer, const at::Tensor& sequence,
        std::int64_t queryCount, double dropout);

    at::Tensor m_rootTable, m_qualityTable, m_positions;
    at::Tensor m_embeddingMean, m_embeddingScale; ///< undefined when the head does not standardise
    std::array<ChordLayer, 2> m_chordLayers;
    Linear m_input;
    Branch m_tagBranch, m_emotionBranch; ///< undefined weights: not a task of this head
};

} // namespace circumplex
