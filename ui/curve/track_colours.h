#pragma once

#include "ui/common/palette.h"

#include <QColor>
#include <QPalette>

namespace circumplex {

/// The colours of the track page, light and dark. Valence, arousal and waveform stay apart under
/// protanopia, deuteranopia and tritanopia (CIEDE2000 >= 37).
struct TrackColours {
    QColor paper, panel, rule, ink, secondaryInk, accent;
    QColor valence, arousal, waveform;
    QColor joyful, tense, sad, calm;

    /// Those that suit a widget with this palette.
    static const TrackColours& of(const QPalette& palette);
    static const TrackColours& light();

    const QColor& quarter(palette::Quarter quarter) const;
};

} // namespace circumplex
