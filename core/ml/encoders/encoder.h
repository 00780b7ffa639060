#pragma once

#include <cstddef>
#include <functional>
#include <span>

namespace circumplex {

/// Takes embedding frames as they are ready, in time order.
/// @param frames  [frame, dimension], row major
using FrameSink = std::function<void(std::span<const float> frames)>;

/// Turns the sound of one track into embedding frames. One object per track, one thread.
///
/// Frame i is centred on `firstFrameSeconds() + i * frameSeconds()`.
class EncoderSession {
public:
    virtual ~EncoderSession() = default;

    virtual int sampleRateHz() const = 0;
    virtual std::size_t dimension() const = 0;
    virtual double frameSeconds() const = 0;
    virtual double firstFrameSeconds() const = 0;

    /// @param mono  the next samples of the track at sampleRateHz(); blocks of any size
    virtual void push(std::span<const float> mono) = 0;

    /// Call once, after the last push.
    /// @param trackEmbedding  [dimension], out: the embedding of the whole track
    virtual void finish(std::span<float> trackEmbedding) = 0;
};

} // namespace circumplex
