#pragma once

namespace circumplex {

/// Where the time of one analysis went: seconds of work per stage. Stages run side by side, so
/// their sum can exceed the time on the clock.
struct StageSeconds {
    double decode = 0.0; ///< decoding, mixing to mono, loudness
    double resample = 0.0;
    double constantQ = 0.0; ///< features of the chord recogniser
    double encoder = 0.0;
    double chords = 0.0; ///< chord network and decoding
    double key = 0.0;
    double head = 0.0; ///< emotion head on the track and on every window

    StageSeconds& operator+=(const StageSeconds& other)
    {
        decode += other.decode;
        resample += other.resample;
        constantQ += other.constantQ;
        encoder += other.encoder;
        chords += other.chords;
        key += other.key;
        head += other.head;
        return *this;
    }
};

} // namespace circumplex
