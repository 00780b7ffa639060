#pragma once

#include "core/audio/media_input.h"

#include <cstdint>
#include <optional>

struct AVFrame;
struct AVPacket;

namespace circumplex {

/// How a far place in a file can be reached so that the samples from there on are the very same as
/// if all before had been decoded.
enum class Reach {
    BySeeking, ///< the container knows where every moment lies, the codec needs nothing from before
    ByPassingPackets, ///< packets tell their time only if all before them are read
    ByDecoding, ///< the decoder's state depends on everything before (AAC's noise), or times are
                ///< not exact
};
Reach reachOf(const MediaInput& input);

/// A place in the file, as timestamps and as samples. Knows what is where from the first frame,
/// which begins sample 0 whatever its timestamp.
class RangeJump {
public:
    /// Sound decoded before the range, so that the decoder's state is what it would have been:
    /// MP3 needs 511 bytes, Vorbis a packet, Opus about 50 packets until float rounding forgets.
    static constexpr double kLeadSeconds = 5.0;

    /// @param startSeconds  of the range
    RangeJump(const MediaInput& input, double startSeconds);

    /// Is there enough before the range to be worth it, and a way?
    bool isWorthwhile() const { return m_isWorthwhile; }

    /// @return false: the frame has no timestamp to reckon from
    bool setOrigin(const AVFrame& first);

    /// Goes there, if that is done by seeking. @return false: the file cannot be sought in
    bool seek(MediaInput& input) const;

    bool isBeforeLead(const AVPacket& packet) const;

    /// Opus' speech modes: FFmpeg's decoder resamples them, and that remembers for minutes.
    bool leavesTraces(const AVPacket& packet) const;

    /// The first sample of a frame at its own rate. nullopt: it has no timestamp.
    std::optional<std::int64_t> sampleOf(const AVFrame& frame) const;

private:
    const MediaInput& m_input;
    Reach m_reach;
    double m_startSeconds;
    bool m_isWorthwhile;
    std::int64_t m_origin = 0; ///< timestamp of sample 0
    std::int64_t m_lead = 0; ///< timestamp from which on packets are decoded
};

} // namespace circumplex
