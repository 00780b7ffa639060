#include "core/services/settings.h"

#include <QSettings>

#include <algorithm>
#include <type_traits>

namespace circumplex {

namespace {

/// The one place where keys stand.
template <class AnySettings, class Visit> void eachSetting(AnySettings& settings, Visit visit)
{
    visit("window/geometry", settings.window.geometry);
    visit("window/page", settings.window.page);
    visit("library/file", settings.library.file);
    visit("library/query", settings.library.query);
    visit("library/columns", settings.library.columns);
    visit("library/compact", settings.library.isCompact);
    visit("library/facets", settings.library.showsFacets);
    visit("library/chosenFacets", settings.library.facets);
    visit("library/order", settings.library.order);
    visit("library/part", settings.library.part);
    visit("library/topTrack", settings.library.topTrack);
    visit("look/appearance", settings.look.appearance);
    visit("look/language", settings.look.language);
    visit("analysis/automatic", settings.analysis.isAutomatic);
    visit("analysis/coresPercent", settings.analysis.coresPercent);
    visit("analysis/gentle", settings.analysis.isGentle);
    visit("analysis/curveHopSeconds", settings.analysis.curveHopSeconds);
    visit("analysis/curveWindowSeconds", settings.analysis.curveWindowSeconds);
    visit("analysis/cacheMegabytes", settings.analysis.cacheMegabytes);
    visit("playback/volume", settings.playback.volume);
    visit("playback/repeats", settings.playback.isRepeating);
    visit("playback/goesOn", settings.playback.goesOn);
    visit("label/rater", settings.label.rater);
    visit("label/felt", settings.label.isFelt);
    visit("label/axes", settings.label.axes);
    visit("label/relative", settings.label.isRelative);
    visit("label/continuous", settings.label.isContinuous);
    visit("label/blind", settings.label.isBlind);
    visit("label/orientationSeconds", settings.label.orientationSeconds);
    visit("label/instrument", settings.label.instrument);
    visit("label/midiDevice", settings.label.midiDevice);
    visit("label/valenceFader", settings.label.valenceFader);
    visit("label/arousalFader", settings.label.arousalFader);
}

void keepInRange(Settings& settings)
{
    const Settings::Analysis usual;
    auto& analysis = settings.analysis;
    const auto keep = [](auto& value, auto least, auto most, auto otherwise) {
        if (!(value >= least && value <= most)) value = otherwise;
    };
    keep(analysis.coresPercent, 10, 100, usual.coresPercent);
    keep(analysis.curveHopSeconds, 0.5, 10.0, usual.curveHopSeconds);
    keep(analysis.curveWindowSeconds, 5.0, 30.0, usual.curveWindowSeconds);
    keep(analysis.cacheMegabytes, 0, 1 << 24, usual.cacheMegabytes);
    keep(settings.playback.volume, 0.0, 1.0, Settings::Playback().volume);
    const Settings::Label label;
    keep(settings.label.axes, 0, 2, label.axes);
    keep(settings.label.instrument, 0, 3, label.instrument);
    keep(settings.label.orientationSeconds, 0.0, 60.0, label.orientationSeconds);
    if (settings.look.appearance < Appearance::System
        || settings.look.appearance > Appearance::Dark)
        settings.look.appearance = Appearance::System;
}

} // namespace

Settings SettingsFile::load() const
{
    const QSettings file(m_file, QSettings::IniFormat);
    Settings settings;
    eachSetting(settings, [&file](const char* key, auto& value) {
        using Value = std::remove_reference_t<decltype(value)>;
        const QVariant stored = file.value(QLatin1StringView(key));
        if (!stored.isValid()) return;
        if constexpr (std::is_enum_v<Value>)
            value = static_cast<Value>(stored.toInt());
        else if (stored.canConvert<Value>())
            value = stored.value<Value>();
    });
    keepInRange(settings);
    return settings;
}

bool SettingsFile::save(const Settings& settings) const
{
    QSettings file(m_file, QSettings::IniFormat);
    eachSetting(settings, [&file](const char* key, const auto& value) {
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_enum_v<Value>)
            file.setValue(QLatin1StringView(key), static_cast<int>(value));
        else
            file.setValue(QLatin1StringView(key), value);
    });
    file.sync();
    return file.status() == QSettings::NoError;
}

} // namespace circumplex
