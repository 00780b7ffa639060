#include "ui/common/key_name.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace circumplex {

namespace {

constexpr std::array kTonics { QT_TRANSLATE_NOOP("Key", "C"), QT_TRANSLATE_NOOP("Key", "C#"),
    QT_TRANSLATE_NOOP("Key", "Db"), QT_TRANSLATE_NOOP("Key", "D"), QT_TRANSLATE_NOOP("Key", "D#"),
    QT_TRANSLATE_NOOP("Key", "Eb"), QT_TRANSLATE_NOOP("Key", "E"), QT_TRANSLATE_NOOP("Key", "F"),
    QT_TRANSLATE_NOOP("Key", "F#"), QT_TRANSLATE_NOOP("Key", "Gb"), QT_TRANSLATE_NOOP("Key", "G"),
    QT_TRANSLATE_NOOP("Key", "G#"), QT_TRANSLATE_NOOP("Key", "Ab"), QT_TRANSLATE_NOOP("Key", "A"),
    QT_TRANSLATE_NOOP("Key", "A#"), QT_TRANSLATE_NOOP("Key", "Bb"), QT_TRANSLATE_NOOP("Key", "B") };

} // namespace

QString keyName(const KeyEstimate& key)
{
    const auto known
        = std::ranges::find_if(kTonics, [&key](const char* tonic) { return key.tonic == tonic; });
    const QString tonic = known == kTonics.end() ? QString::fromStdString(key.tonic)
                                                 : QCoreApplication::translate("Key", *known);
    return (key.mode == KeyMode::Major ? QCoreApplication::translate("Key", "%1 major")
                                       : QCoreApplication::translate("Key", "%1 minor"))
        .arg(tonic);
}

} // namespace circumplex
