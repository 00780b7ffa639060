#include "ui/common/theme.h"

#include "ui/common/app_style.h"

#include <QApplication>
#include <QFontDatabase>

namespace circumplex {

namespace {

/// Fusion without its gradients. `%name` stands for a colour of the theme.
constexpr const char* kStyleSheet = R"(
QToolTip { background: %panel; color: %ink; border: 1px solid %rule; padding: 4px 6px; }
QPushButton, QToolButton {
    background: %panel; color: %ink; border: 1px solid %rule; border-radius: 5px;
    padding: 5px 12px; min-height: 18px; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QPushButton:hover, QToolButton:hover { background: %hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: %rule; }
QPushButton:disabled, QToolButton:disabled { color: %faint; }
QPushButton:focus, QToolButton:focus { border: 2px solid %accent; padding: 4px 11px; }
QLineEdit > QToolButton, QLineEdit > QToolButton:hover, QLineEdit > QToolButton:focus {
    background: transparent; border: none; padding: 0; }
QPushButton[primary="true"] { background: %accent; color: %accentText; border-color: %accent; }
QPushButton[primary="true"]:hover { background: %accentHover; }
QPushButton[primary="true"]:focus { border: 2px solid %ink; }
QPushButton[primary="true"]:disabled { background: %rule; border-color: %rule; color: %faint; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover { background: %hover; }
QPushButton[flat="true"]:checked { background: %rule; }
QPushButton[flat="true"]:focus { border-color: %accent; }
QToolButton[answer="true"] { padding: 5px 8px; }
QToolButton[answer="true"]:focus { padding: 4px 7px; }
QToolButton[answer="true"]:checked {
    background: %accent; color: %accentText; border-color: %accent; }
QToolButton[answer="true"]:checked:focus { border: 2px solid %ink; }
QLineEdit {
    background: %paper; color: %ink; border: 1px solid %rule; border-radius: 5px;
    padding: 4px 8px; min-height: 20px; selection-background-color: %accent;
    selection-color: %accentText; }
QLineEdit:focus {
    border: 2px solid %accent; padding: 3px 7px; }
QAbstractSpinBox > QLineEdit, QAbstractSpinBox > QLineEdit:focus {
    border: none; padding: 0; min-height: 0; background: transparent; }
QTableView, QListView, QTreeView {
    background: %paper; color: %ink; border: 1px solid transparent; outline: 0;
    selection-background-color: %selection; selection-color: %ink; }
QListWidget { border: 1px solid %rule; border-radius: 5px; }
QListWidget[steps="true"]::item { padding: 0 8px; border-radius: 4px; color: %ink; }
QListWidget[steps="true"]::item:selected { background: %selection; }
QListWidget[steps="true"]::item:disabled { color: %faint; }
QTableView:focus, QListView:focus, QListWidget:focus, QTreeView:focus { border: 1px solid %accent; }
QHeaderView { background: %paper; border: none; }
QHeaderView::section {
    background: %paper; color: %secondaryInk; border: none; border-bottom: 1px solid %rule;
    padding: 0 8px; }
QHeaderView::section:hover { color: %ink; background: %panel; }
QMenuBar { background: %panel; color: %ink; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: %hover; }
QMenu { background: %paper; color: %ink; border: 1px solid %rule; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: %selection; }
QMenu::item:disabled { color: %faint; }
QMenu::separator { height: 1px; background: %rule; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: %faint; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: %secondaryInk; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QProgressBar { background: %rule; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: %accent; border-radius: 2px; }
QLabel[secondary="true"] { color: %secondaryInk; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid %accent; border-radius: 4px; }
QCheckBox, QRadioButton { border: 2px solid transparent; padding: 2px; }
QFrame[card="true"] { background: %panel; border: 1px solid %rule; border-radius: 8px; }
QFrame[card="true"][current="true"] { border: 2px solid %accent; }
)";

QColor mixed(const QColor& over, const QColor& under, double share)
{
    const auto mix = [share](int a, int b) { return qRound(b + (a - b) * share); };
    return { mix(over.red(), under.red()), mix(over.green(), under.green()),
        mix(over.blue(), under.blue()) };
}

QString styleSheet(const Theme& theme)
{
    // Longer names first: %accentText begins like %accent.
    const std::pair<const char*, QColor> colours[] {
        { "%accentHover", mixed(theme.accentText, theme.accent, 0.12) },
        { "%accentText", theme.accentText },
        { "%accent", theme.accent },
        { "%selection", theme.tint(theme.accent, 0.22) },
        { "%secondaryInk", theme.secondaryInk },
        { "%hover", mixed(theme.ink, theme.panel, 0.06) },
        { "%faint", mixed(theme.secondaryInk, theme.paper, 0.55) },
        { "%paper", theme.paper },
        { "%panel", theme.panel },
        { "%rule", theme.rule },
        { "%ink", theme.ink },
    };
    QString sheet = QLatin1StringView(kStyleSheet);
    for (const auto& [name, colour] : colours)
        sheet.replace(QLatin1StringView(name), colour.name());
    return sheet;
}

QFont bodyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (QFontDatabase::hasFamily(QStringLiteral("Inter"))) font.setFamily(QStringLiteral("Inter"));
    font.setPointSizeF(10.0);
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
    const QColor faint = mixed(secondaryInk, paper, 0.55);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

void applyTheme(QApplication& app, Appearance appearance)
{
    static const bool systemIsDark
        = QApplication::palette().color(QPalette::Window).lightness() < 128;
    const bool isDark
        = appearance == Appearance::Dark || (appearance == Appearance::System && systemIsDark);
    const Theme& theme = isDark ? Theme::dark() : Theme::light();
    if (app.styleSheet().isEmpty()) { // the first time; each of these makes every widget anew
        QApplication::setStyle(new AppStyle);
        QApplication::setFont(bodyFont());
    }
    QApplication::setPalette(theme.palette());
    app.setStyleSheet(styleSheet(theme));
}

} // namespace circumplex
