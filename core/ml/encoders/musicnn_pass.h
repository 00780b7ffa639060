#pragma once

#include "core/ml/encoders/musicnn_network.h"

#include <ATen/core/Tensor.h>

#include <array>

namespace circumplex {

/// One walk of MusiCNN over a track, in blocks: every frame is computed once, with all the context
/// it has in the track. The blocks lie at fixed places, so the results do not depend on how the
/// frames arrive.
///
/// One object per track, one thread. The network must outlive it.
class MusiCnnPass {
public:
    explicit MusiCnnPass(const MusiCnnNetwork& network);

    /// @param logMel  the next frames, [frame, MusiCnnLocalLayers::kBands]
    /// @return the frames that are ready, [frame, MusiCnnNetwork::kChannels], on the CPU; maybe
    /// none
    at::Tensor push(const at::Tensor& logMel);

    /// Call once, after the last push.
    /// @return the rest, so that as many frames were given as taken
    at::Tensor finish();

private:
    enum class Position { Inside, End };

    at::Tensor convolve(std::size_t layer, const at::Tensor& rows, Position position);
    at::Tensor advance(const at::Tensor& local, Position position);

    const MusiCnnNetwork& m_network;
    at::Tensor m_input; ///< normalised frames that are still needed, zeros before the track
    std::array<at::Tensor, 3> m_products; ///< of each mid layer: of frames whose sums are open
    at::Tensor m_local, m_first, m_second; ///< rows that wait for the layers above them
};

} // namespace circumplex
