#pragma once

#include "core/ml/encoders/adapter_shape.h"
#include "core/ml/training/section_store.h"
#include "core/ml/training/track_folds.h"
#include "core/ml/training/training_pack.h"

#include <vector>

namespace circumplex {

/// By how much an adapter moves the embeddings of a training pack.
///
/// A row's embedding with an adapter is the one it has in the pack, moved by the mean difference
/// that the adapter makes to its sections: a control variate, so that few seconds of sound stand
/// for a whole track, and no adapter is no difference.
class SectionEmbeddings {
public:
    using Sections = std::vector<int>; ///< that stand for a row

    /// @param sections  outlives this object
    /// @param scale     [dimension], by which the base head standardises embeddings; may be
    ///   undefined
    SectionEmbeddings(const SectionStore& sections, const TrainingPack& pack,
        const at::Tensor& scale, const AdapterShape& shape);

    const SectionStore& store() const { return m_store; }
    const AdapterShape& shape() const { return m_shape; }

    /// The section that is this row's window; empty: none is.
    const Sections& ownOf(std::int64_t row) const { return m_own[static_cast<std::size_t>(row)]; }
    /// All sections of the row's track.
    const Sections& allOf(std::int64_t row) const { return m_all[static_cast<std::size_t>(row)]; }
    std::int64_t rowOf(int section) const
    {
        return m_store.sections()[static_cast<std::size_t>(section)].row;
    }

    /// @param rows     what stands for each row; none: it is not moved
    /// @param adapter  on the store's device
    /// @return [row, dimension], standardised; gradients flow to the adapter
    at::Tensor moves(const std::vector<Sections>& rows, const WeightMap& adapter) const;

    /// The same by all that is known: a row's own section, else all those of its track.
    at::Tensor movesOf(std::span<const std::int64_t> rows, const WeightMap& adapter) const;

private:
    const SectionStore& m_store;
    at::Tensor m_scale;
    AdapterShape m_shape;
    std::vector<Sections> m_own, m_all; ///< [row]
};

} // namespace circumplex
