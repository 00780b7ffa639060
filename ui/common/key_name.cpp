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

QString tonicName(const std::string& tonic)
{
    const auto known
        = std::ranges::find_if(kTonics, [&tonic](const char* other) { return tonic == other; });
    return known == kTonics.end() ? QString::fromStdString(tonic)
                                  : QCoreApplication::translate("Key", *known);
}

QString keyName(const KeyEstimate& key)
{
    return (key.mode == KeyMode::Major ? QCoreApplication::translate("Key", "%1 major")
                                       : QCoreApplication::translate("Key", "%1 minor"))
        .arg(tonicName(key.tonic));
}

} // namespace circumplex
