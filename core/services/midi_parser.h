#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility> // and with it std::strong_ordering; Qt 6.4's moc cannot begin with <compare>
#include <vector>

namespace circumplex {

/// A fader, a knob or a wheel of a MIDI device.
struct MidiControl {
    static constexpr int kPitchWheel = 128; ///< also the faders of mixing desks

    int channel = 1; ///< 1..16
    int number = 0; ///< of the controller, 0..119, or kPitchWheel

    friend auto operator<=>(const MidiControl&, const MidiControl&) = default;
};

struct MidiMove {
    MidiControl control {};
    double position = 0.0; ///< 0..1

    friend bool operator==(const MidiMove&, const MidiMove&) = default;
};

/// Finds control changes and pitch bends in a stream of MIDI 1.0 bytes, which may be cut anywhere:
/// with running status, real-time bytes in between and system exclusive messages. A controller from
/// 32 to 63 that comes straight after the one 32 below it is that one's fine part (14 bits).
class MidiParser {
public:
    /// @return what moved, in order
    std::vector<MidiMove> take(std::span<const std::uint8_t> bytes);

private:
    void takeData(std::uint8_t byte, std::vector<MidiMove>& moves);
    void changeControl(int number, int value, std::vector<MidiMove>& moves);

    struct Coarse {
        MidiControl control;
        int value; ///< 0..127
    };

    int m_status = 0; ///< 0: what comes belongs to nothing that is known
    std::optional<std::uint8_t> m_first; ///< of two data bytes
    std::optional<Coarse> m_coarse; ///< of the control change just before
};

} // namespace circumplex
