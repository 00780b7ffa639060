#include "core/services/midi_parser.h"

#include <utility>

namespace circumplex {

namespace {

constexpr std::uint8_t kRealTime = 0xF8, kSystem = 0xF0, kIsStatus = 0x80;
constexpr int kControlChange = 0xB0, kProgramChange = 0xC0, kPressure = 0xD0, kPitchBend = 0xE0;
constexpr int kFirstFine = 32, kAfterFine = 64, kFirstChannelMode = 120;
constexpr double kMost7 = 127.0, kMost14 = 16383.0;

} // namespace

std::vector<MidiMove> MidiParser::take(std::span<const std::uint8_t> bytes)
{
    std::vector<MidiMove> moves;
    for (const std::uint8_t byte : bytes) {
        if (byte >= kRealTime) continue; // may stand within any message
        if (byte & kIsStatus) {
            m_status = byte >= kSystem ? 0 : byte;
            m_first.reset();
        } else if (m_status != 0) {
            takeData(byte, moves);
        }
    }
    return moves;
}

void MidiParser::takeData(std::uint8_t byte, std::vector<MidiMove>& moves)
{
    const int kind = m_status & 0xF0;
    if (kind == kProgramChange || kind == kPressure) { // one byte alone
        m_coarse.reset();
        return;
    }
    if (!m_first) {
        m_first = byte;
        return;
    }
    const int first = *std::exchange(m_first, std::nullopt);
    if (kind == kControlChange) return changeControl(first, byte, moves);
    m_coarse.reset();
    if (kind == kPitchBend)
        moves.push_back({ { (m_status & 0x0F) + 1, MidiControl::kPitchWheel },
            static_cast<double>((byte << 7) | first) / kMost14 });
}

void MidiParser::changeControl(int number, int value, std::vector<MidiMove>& moves)
{
    if (number >= kFirstChannelMode) return m_coarse.reset();
    const MidiControl control { (m_status & 0x0F) + 1, number };
    const bool isFine = number >= kFirstFine && number < kAfterFine && m_coarse
        && m_coarse->control == MidiControl { control.channel, number - kFirstFine };
    if (isFine) {
        moves.push_back(
            { m_coarse->control, static_cast<double>((m_coarse->value << 7) | value) / kMost14 });
        return;
    }
    moves.push_back({ control, static_cast<double>(value) / kMost7 });
    m_coarse.reset();
    if (number < kFirstFine) m_coarse = Coarse { control, value };
}

} // namespace circumplex
