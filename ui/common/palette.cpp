#include "ui/common/palette.h"

#include <QCoreApplication>

namespace circumplex::palette {

Quarter quarterOf(double valence, double arousal)
{
    if (arousal >= 5.0) return valence >= 5.0 ? Quarter::Joyful : Quarter::Tense;
    return valence >= 5.0 ? Quarter::Calm : Quarter::Sad;
}

QColor quarterColour(Quarter quarter)
{
    switch (quarter) {
    case Quarter::Joyful:
        return { 0xAE, 0x8A, 0x15 };
    case Quarter::Tense:
        return { 0x90, 0x22, 0x3A };
    case Quarter::Sad:
        return { 0x31, 0x48, 0xA0 };
    case Quarter::Calm:
        return { 0x40, 0xA3, 0xA3 };
    }
    return {};
}

QString quarterName(Quarter quarter)
{
    switch (quarter) {
    case Quarter::Joyful:
        return QCoreApplication::translate("Quarter", "joyful");
    case Quarter::Tense:
        return QCoreApplication::translate("Quarter", "tense");
    case Quarter::Sad:
        return QCoreApplication::translate("Quarter", "sad");
    case Quarter::Calm:
        return QCoreApplication::translate("Quarter", "calm");
    }
    return {};
}

QColor tint(const QColor& colour, double strength)
{
    const auto mix
        = [strength](int channel) { return qRound(255.0 + (channel - 255.0) * strength); };
    return { mix(colour.red()), mix(colour.green()), mix(colour.blue()) };
}

QFont font(int pixelSize, QFont::Weight weight)
{
    QFont font;
    font.setFamilies({ QStringLiteral("Inter"), font.family() });
    font.setPixelSize(pixelSize);
    font.setWeight(weight);
    return font;
}

} // namespace circumplex::palette
