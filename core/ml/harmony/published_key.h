#pragma once

#include "core/types/annotation.h"

#include <array>
#include <span>
#include <vector>

namespace circumplex {

/// A note of the MIDI file that the published program makes of a chord sequence.
struct PublishedNote {
    int pitchClass = 0; ///< 0..11, C = 0
    int startTick = 0, endTick = 0; ///< 440 to the second
};

/// Notes as mir_eval and pretty_midi write them, in the order in which music21 reads them.
///
/// Times are first rounded to three decimals, as in the published program's text files. A pitch
/// class that goes on sounding is one note; X sounds all twelve; a single chord gives no note.
std::vector<PublishedNote> publishedNotes(std::span<const ChordSpan> chords);

/// Durations of the pitch classes in twelfths of a quarter note, after music21 has grouped the
/// notes and quantised them to sixteenths and triplets.
std::array<int, 12> publishedPitchTwelfths(std::span<const PublishedNote> notes);

} // namespace circumplex
