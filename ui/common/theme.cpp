#include "ui/common/theme.h"

#include "ui/common/app_style.h"

#include <QApplication>
#include <QFontDatabase>

#include <algorithm>

namespace circumplex {

namespace {

constexpr double kLeastPoints = 10.0;
constexpr double kMostPoints = 13.0;

QColor mixed(const QColor& over, const QColor& under, double share)
{
    const auto mix = [share](int a, int b) { return qRound(b + (a - b) * share); };
    return { mix(over.red(), under.red()), mix(over.green(), under.green()),
        mix(over.blue(), under.blue()) };
}

QFont bodyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (QFontDatabase::hasFamily(QStringLiteral("Inter"))) font.setFamily(QStringLiteral("Inter"));
    // Pages have rows and fields of fixed heights, which larger letters would not fit into.
    font.setPointSizeF(std::clamp(font.pointSizeF(), kLeastPoints, kMostPoints));
    return font;
}

} // namespace

const Theme& Theme::light()
{
    static const Theme theme {
        .paper = { 0xFF, 0xFF, 0xFF },
        .panel = { 0xF4, 0xF5, 0xF7 },
        .rule = { 0xDD, 0xE0, 0xE6 },
        .ink = { 0x1A, 0x1D, 0x23 },
        .secondaryInk = { 0x5B, 0x62, 0x70 },
        .accent = { 0x2B, 0x5F, 0xB8 },
        .accentText = { 0xFF, 0xFF, 0xFF },
        .valence = { 0xB3, 0x59, 0x00 },
        .arousal = { 0x1F, 0x5F, 0xBF },
        .waveform = { 0xC9, 0xCE, 0xD8 },
        .joyful = { 0xAE, 0x8A, 0x15 },
        .tense = { 0x90, 0x22, 0x3A },
        .sad = { 0x31, 0x48, 0xA0 },
        .calm = { 0x40, 0xA3, 0xA3 },
    };
    return theme;
}

const Theme& Theme::dark()
{
    static const Theme theme {
        .paper = { 0x15, 0x17, 0x1C },
        .panel = { 0x1D, 0x20, 0x26 },
        .rule = { 0x2E, 0x32, 0x3B },
        .ink = { 0xE8, 0xEA, 0xEE },
        .secondaryInk = { 0x9A, 0xA3, 0xB2 },
        .accent = { 0x2B, 0x5F, 0xB8 },
        .accentText = { 0xFF, 0xFF, 0xFF },
        .valence = { 0xFF, 0xB4, 0x54 },
        .arousal = { 0x6C, 0xA8, 0xFF },
        .waveform = { 0x3E, 0x45, 0x52 },
        .joyful = { 0xDE, 0xC0, 0x5F },
        .tense = { 0xB6, 0x4A, 0x5B },
        .sad = { 0x4C, 0x6B, 0xBD },
        .calm = { 0x27, 0xDA, 0xD3 },
    };
    return theme;
}

const Theme& Theme::of(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < 128 ? dark() : light();
}

const QColor& Theme::quarter(palette::Quarter quarter) const
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

QColor Theme::tint(const QColor& colour, double strength) const
{
    return mixed(colour, paper, strength);
}

QColor Theme::faint() const
{
    return mixed(secondaryInk, paper, 0.55);
}

QColor Theme::hovered() const
{
    return mixed(ink, panel, 0.06);
}

QColor Theme::hoveredAccent() const
{
    return mixed(accentText, accent, 0.12);
}

QColor Theme::selection() const
{
    return tint(accent, 0.22);
}

QPalette Theme::palette() const
{
    QPalette palette(ink, panel);
    palette.setColor(QPalette::Window, panel);
    palette.setColor(QPalette::WindowText, ink);
    palette.setColor(QPalette::Base, paper);
    palette.setColor(QPalette::AlternateBase, mixed(panel, paper, 0.5));
    palette.setColor(QPalette::Text, ink);
    palette.setColor(QPalette::PlaceholderText, secondaryInk);
    palette.setColor(QPalette::Button, panel);
    palette.setColor(QPalette::ButtonText, ink);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, accentText);
    palette.setColor(QPalette::ToolTipBase, panel);
    palette.setColor(QPalette::ToolTipText, ink);
    palette.setColor(QPalette::Link, arousal);
    palette.setColor(QPalette::Mid, rule);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, faint());
    return palette;
}

void applyTheme(QApplication& app, Appearance appearance, std::optional<bool> desktopIsDark)
{
    static const bool wasDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    const bool isDark = appearance == Appearance::Dark
        || (appearance == Appearance::System && desktopIsDark.value_or(wasDark));
    const Theme& theme = isDark ? Theme::dark() : Theme::light();
    // Only the first time: each of these lays out every text anew.
    if (!qobject_cast<AppStyle*>(app.style())) {
        app.setStyle(new AppStyle);
        app.setFont(bodyFont());
    }
    app.setPalette(theme.palette());
}

} // namespace circumplex
