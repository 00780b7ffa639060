#include "core/ml/training/section_embeddings.h"

#include "core/ml/model_error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <map>

namespace circumplex {

namespace {

constexpr std::size_t kAtOnce = 4; ///< sections of equal length in one pass

} // namespace

SectionEmbeddings::SectionEmbeddings(const SectionStore& sections, const TrainingPack& pack,
    const at::Tensor& scale, const AdapterShape& shape)
    : m_store(sections)
    , m_scale(scale)
    , m_shape(shape)
    , m_own(pack.size())
    , m_all(pack.size())
{
    std::map<std::int64_t, Sections> ofTrack;
    for (std::size_t i = 0; i < sections.sections().size(); ++i) {
        const auto& section = sections.sections()[i];
        const int index = static_cast<int>(i);
        ofTrack[section.track].push_back(index);
        if (section.row < 0) continue;
        const auto row = static_cast<std::size_t>(section.row);
        if (row >= pack.size() || pack.track[row] != section.track)
            throw ModelError("a section is of no row of the training pack");
        m_own[row] = { index };
    }
    for (std::size_t row = 0; row < pack.size(); ++row)
        m_all[row] = ofTrack[pack.track[row]];
}

at::Tensor SectionEmbeddings::moves(
    const std::vector<Sections>& rows, const WeightMap& adapter) const
{
    std::vector<int> used;
    for (const Sections& row : rows)
        used.insert(used.end(), row.begin(), row.end());
    const auto framesOf = [this](int section) {
        return m_store.sections()[static_cast<std::size_t>(section)].frames;
    };
    std::ranges::sort(used, {}, [&](int section) { return std::pair(framesOf(section), section); });
    used.erase(std::unique(used.begin(), used.end()), used.end());
    const auto count = static_cast<std::int64_t>(rows.size());
    const auto options = at::TensorOptions().device(m_store.device());
    if (used.empty())
        return at::zeros({ count, m_store.mert().config().embeddingDimension() }, options);

    std::vector<at::Tensor> differences;
    for (std::size_t begin = 0, end = 0; begin < used.size(); begin = end) {
        while (end < used.size() && end < begin + kAtOnce
            && framesOf(used[end]) == framesOf(used[begin]))
            ++end;
        const auto part = std::span(used).subspan(begin, end - begin);
        std::vector<at::Tensor> base;
        for (const int section : part)
            base.push_back(m_store.sections()[static_cast<std::size_t>(section)].base);
        differences.push_back(
            m_store.mert().pooled(m_store.firstStates(part), adapter, m_shape.scale())
            - at::stack(base));
    }
    auto mean = at::zeros({ count, static_cast<std::int64_t>(used.size()) });
    const auto columnOf
        = [&](int section) { return std::ranges::find(used, section) - used.begin(); };
    auto cells = mean.accessor<float, 2>();
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (const int section : rows[row])
            cells[static_cast<std::int64_t>(row)][columnOf(section)]
                = 1.0F / static_cast<float>(rows[row].size());
    const auto moved = at::mm(mean.to(options.device()), at::cat(differences));
    return m_scale.defined() ? moved / m_scale : moved;
}

at::Tensor SectionEmbeddings::movesOf(
    std::span<const std::int64_t> rows, const WeightMap& adapter) const
{
    std::vector<Sections> known;
    for (const auto row : rows)
        known.push_back(ownOf(row).empty() ? allOf(row) : ownOf(row));
    return moves(known, adapter);
}

} // namespace circumplex
