#pragma once

#include "core/services/settings.h"
#include "ui/common/palette.h"

#include <QColor>
#include <QPalette>

#include <optional>

class QApplication;

namespace circumplex {

/// The colours of the program's windows. Colour belongs to the data, everything else is grey. In
/// either theme the four quarters, and valence, arousal and the waveform among each other, stay
/// apart under protanopia, deuteranopia and tritanopia (CIEDE2000 >= 27, held by a test).
struct Theme {
    QColor paper, panel, rule, ink, secondaryInk;
    QColor accent, accentText; ///< of the one accent: main buttons, focus, selection
    QColor valence, arousal, waveform;
    QColor joyful, tense, sad, calm;

    static const Theme& light();
    static const Theme& dark();

    /// The one that a widget with this palette is drawn in.
    static const Theme& of(const QPalette& palette);

    const QColor& quarter(palette::Quarter quarter) const;
    /// `colour` laid over the paper: 0 is the paper, 1 is the colour.
    QColor tint(const QColor& colour, double strength) const;

    QColor faint() const; ///< of what cannot be used at the moment, and of scroll bars
    QColor hovered() const; ///< the panel below the pointer
    QColor hoveredAccent() const;
    QColor selection() const; ///< behind the selected rows of a list, whose words stay ink

    QPalette palette() const;
};

/// Dresses the whole program. Another time only the palette changes: AppStyle draws from it, and no
/// text is laid out anew.
///
/// @param desktopIsDark  as the desktop says (DesktopAppearance); nullopt: as its palette was
/// before
///   the first call
void applyTheme(
    QApplication& app, Appearance appearance, std::optional<bool> desktopIsDark = std::nullopt);

} // namespace circumplex
