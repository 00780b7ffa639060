#include "ui/common/mood_chips.h"

#include "core/types/mood_tags.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QLocale>
#include <QStyle>

#include <array>

namespace circumplex {

namespace {

// clang-format off
constexpr std::array<MoodPlace, 56> kPlaces { {
    { 6.0, 6.19 }, { 7.4, 6.36 }, { 4.68, 3.25 }, { 5.05, 3.67 }, { 6.33, 3.6 }, { 6.89, 1.67 },
    { 6.36, 5.09 }, { 8.37, 5.9 }, { 4.11, 4.43 }, { 6.82, 3.43 }, { 4.9, 4.74 }, { 5.08, 4.09 },
    { 5.44, 3.9 }, { 5.91, 3.76 }, { 4.37, 5.14 }, { 5.17, 6.59 }, { 7.43, 4.37 }, { 5.11, 5.32 },
    { 7.57, 6.1 }, { 7.19, 4.8 }, { 4.57, 6.45 }, { 6.33, 4.1 }, { 8.37, 6.32 }, { 7.59, 5.38 },
    { 6.79, 5.05 }, { 6.42, 4.67 }, { 8.47, 6.05 }, { 4.78, 3.65 }, { 7.18, 4.93 }, { 7.44, 4.84 },
    { 7.42, 5.9 }, { 8.0, 5.36 }, { 6.47, 2.85 }, { 3.74, 4.13 }, { 6.65, 4.86 }, { 6.76, 6.37 },
    { 7.24, 4.39 }, { 6.88, 4.0 }, { 7.18, 6.08 }, { 7.57, 5.5 }, { 6.46, 5.41 }, { 8.19, 4.29 },
    { 5.6, 4.0 }, { 7.61, 5.12 }, { 2.1, 3.49 }, { 7.42, 6.8 }, { 4.0, 2.89 }, { 7.13, 3.04 },
    { 6.35, 3.85 }, { 6.89, 3.6 }, { 6.95, 4.7 }, { 7.5, 5.48 }, { 4.44, 2.85 }, { 7.89, 5.55 },
    { 7.14, 4.92 }, { 6.95, 4.7 },
} };
// clang-format on
static_assert(kPlaces.size() == kMoodTags.size());

constexpr int kHeight = 18;
constexpr int kInside = 7;
constexpr int kGap = 4;
constexpr int kGlyph = 7;

} // namespace

MoodPlace moodPlace(int tag)
{
    return kPlaces[static_cast<std::size_t>(tag)];
}

void paintQuarterGlyph(
    QPainter& painter, const QRectF& square, palette::Quarter quarter, const Theme& theme)
{
    using palette::Quarter;
    const bool isRight = quarter == Quarter::Joyful || quarter == Quarter::Calm;
    const bool isTop = quarter == Quarter::Joyful || quarter == Quarter::Tense;
    const double x = isRight ? square.right() : square.left();
    const double y = isTop ? square.top() : square.bottom();
    const QPointF corner(x, y);
    const QPointF along(isRight ? square.left() : square.right(), y);
    const QPointF down(x, isTop ? square.bottom() : square.top());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.quarter(quarter));
    painter.drawPolygon(QPolygonF { corner, along, down });
    painter.restore();
}

void paintMoodChips(
    QPainter& painter, const QRect& area, std::span<const int> tags, int most, const Theme& theme)
{
    const QFontMetrics metrics(painter.font());
    const auto direction = QGuiApplication::layoutDirection();
    const auto placed = [&](const QRect& box) { return QStyle::visualRect(direction, area, box); };
    const int alignment = static_cast<int>(
        Qt::AlignVCenter | Qt::AlignAbsolute | QStyle::visualAlignment(direction, Qt::AlignLeft));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    int x = area.left();
    const int top = area.center().y() - kHeight / 2;
    std::size_t shown = 0;
    const auto rest = [&](std::size_t count) {
        return QStringLiteral("+")
            + QLocale().toString(static_cast<qulonglong>(tags.size() - count));
    };
    for (; shown < tags.size() && shown < static_cast<std::size_t>(most); ++shown) {
        const QString name = moodName(tags[shown]);
        const int width = kInside + kGlyph + 5 + metrics.horizontalAdvance(name) + kInside;
        const bool isLast = shown + 1 == tags.size();
        const int reserved = isLast ? 0 : kGap + metrics.horizontalAdvance(rest(shown + 1));
        if (x + width + reserved > area.right() + 1) break;
        const MoodPlace place = moodPlace(tags[shown]);
        const auto quarter = palette::quarterOf(place.valence, place.arousal);
        const QRect chip(x, top, width, kHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.tint(theme.quarter(quarter), 0.18));
        painter.drawRoundedRect(placed(chip), kHeight / 2.0, kHeight / 2.0);
        paintQuarterGlyph(painter,
            QRectF(placed({ x + kInside, top + (kHeight - kGlyph) / 2, kGlyph, kGlyph })), quarter,
            theme);
        painter.setPen(theme.ink);
        painter.drawText(placed(chip.adjusted(kInside + kGlyph + 5, 0, 0, 0)), alignment, name);
        x += width + kGap;
    }
    if (shown < tags.size()) {
        painter.setPen(theme.secondaryInk);
        painter.drawText(placed({ x, top, area.right() - x + 1, kHeight }), alignment, rest(shown));
    }
    painter.restore();
}

} // namespace circumplex
