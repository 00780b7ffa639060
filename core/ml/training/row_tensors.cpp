#include "core/ml/training/row_tensors.h"

namespace circumplex {

at::Tensor indexTensor(std::span<const std::int64_t> rows, const at::Device& device)
{
    return at::tensor(at::ArrayRef<std::int64_t>(rows.data(), rows.size()), at::kLong).to(device);
}

std::vector<std::int64_t> rowsOf(std::span<const TrackRows> tracks)
{
    std::vector<std::int64_t> rows;
    for (const auto& track : tracks)
        rows.insert(rows.end(), track.asOne().begin(), track.asOne().end());
    return rows;
}

} // namespace circumplex
