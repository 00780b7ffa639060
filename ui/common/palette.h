#pragma once

#include <QColor>
#include <QFont>
#include <QString>

namespace circumplex::palette {

// Light style. Colour belongs to the data, everything else is grey; the two curve colours and the
// four quarter colours stay apart under protanopia, deuteranopia and tritanopia (CIEDE2000 >= 27).
inline const QColor kPaper { 0xFF, 0xFF, 0xFF };
inline const QColor kPanel { 0xF4, 0xF5, 0xF7 };
inline const QColor kRule { 0xDD, 0xE0, 0xE6 };
inline const QColor kInk { 0x1A, 0x1D, 0x23 };
inline const QColor kSecondaryInk { 0x5B, 0x62, 0x70 };
inline const QColor kValence { 0xB3, 0x59, 0x00 };
inline const QColor kArousal { 0x1F, 0x5F, 0xBF };

/// A quarter of the valence-arousal plane, cut at 5.
enum class Quarter { Joyful, Tense, Sad, Calm };

/// @param valence, arousal  on the 1..9 scale; 5 belongs to the upper side
Quarter quarterOf(double valence, double arousal);
QColor quarterColour(Quarter quarter);
QString quarterName(Quarter quarter);

/// `colour` mixed with white: 0 is white, 1 is the colour itself.
QColor tint(const QColor& colour, double strength);

/// The figures' typeface: Inter where it is installed, else the system's.
QFont font(int pixelSize, QFont::Weight weight = QFont::Normal);

} // namespace circumplex::palette
