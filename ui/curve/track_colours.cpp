#include "ui/curve/track_colours.h"

namespace circumplex {

const TrackColours& TrackColours::light()
{
    static const TrackColours colours { .paper = 0xFFFFFF,
        .panel = 0xF4F5F7,
        .rule = 0xDDE0E6,
        .ink = 0x1A1D23,
        .secondaryInk = 0x5B6270,
        .accent = 0x2B5FB8,
        .valence = 0xB35900,
        .arousal = 0x1F5FBF,
        .waveform = 0xC9CED8,
        .joyful = 0xAE8A15,
        .tense = 0x90223A,
        .sad = 0x3148A0,
        .calm = 0x40A3A3 };
    return colours;
}

const TrackColours& TrackColours::of(const QPalette& palette)
{
    static const TrackColours dark { .paper = 0x15171C,
        .panel = 0x1D2026,
        .rule = 0x2E333D,
        .ink = 0xE8EAEE,
        .secondaryInk = 0x9AA3B2,
        .accent = 0x6CA8FF,
        .valence = 0xFFB454,
        .arousal = 0x6CA8FF,
        .waveform = 0x3E4552,
        .joyful = 0xDEC05F,
        .tense = 0xB64A5B,
        .sad = 0x4C6BBD,
        .calm = 0x27DAD3 };
    return palette.color(QPalette::Window).lightness() < 128 ? dark : light();
}

const QColor& TrackColours::quarter(palette::Quarter quarter) const
{
    switch (quarter) {
    case palette::Quarter::Joyful:
        return joyful;
    case palette::Quarter::Tense:
        return tense;
    case palette::Quarter::Sad:
        return sad;
    case palette::Quarter::Calm:
        break;
    }
    return calm;
}

} // namespace circumplex
