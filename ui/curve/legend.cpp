#include "ui/curve/legend.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kRow = 18;
constexpr int kSample = 30; ///< length of a line
constexpr int kGap = 6;
constexpr int kBetween = 18;

QString tr(const char* text)
{
    return QCoreApplication::translate("circumplex", text);
}

} // namespace

std::vector<LegendEntry> seriesLegend(const TrackScene& scene, const Theme& colours)
{
    std::vector<LegendEntry> entries;
    if (!scene.hasResidual() || scene.curves.empty()) return entries;
    const QColor& ink = colours.secondaryInk;
    for (std::size_t i = 0; i < scene.curves.size(); ++i) {
        LegendEntry entry { scene.curves[i].model, modelPen(ink, true, i == 0 ? 2.0 : 1.0) };
        if (i > 0) entry.mark = scene.markOfModel(i);
        entries.push_back(std::move(entry));
    }
    for (const QString& rater : scene.raters()) {
        const std::size_t i = scene.placeOfRater(rater);
        if (!scene.hiddenRaters.contains(rater))
            entries.push_back(
                { raterName(rater), personPen(ink, i), SeriesMark { SeriesMark::Of::Person, i } });
    }
    return entries;
}

std::vector<LegendEntry> wholeLegend(const TrackScene& scene, const Theme& colours)
{
    std::vector<LegendEntry> entries;
    if (scene.curves.empty()) return entries;
    const EmotionCurve& curve = scene.curves.front().curve;
    const double band = curve.valenceLower.empty() ? 0.0 : 10.0;
    entries.push_back(
        { tr("Valence and its interval"), modelPen(colours.valence, true, 2.0), {}, band });
    entries.push_back(
        { tr("Arousal and its interval"), modelPen(colours.arousal, false, 2.0), {}, band });
    if (scene.waveform) entries.push_back({ tr("Waveform"), QPen(colours.waveform, 8.0) });
    auto series = seriesLegend(scene, colours);
    std::ranges::move(series, std::back_inserter(entries));
    return entries;
}

int paintLegend(QPainter* painter, const QRect& area, const std::vector<LegendEntry>& entries,
    const Theme& colours)
{
    if (entries.empty()) return 0;
    const QFont font = palette::font(12);
    const QFontMetrics metrics(font);
    int x = area.left();
    int y = area.top();
    for (const LegendEntry& entry : entries) {
        const int most = area.width() - kSample - kGap;
        const QString text = metrics.elidedText(entry.text, Qt::ElideRight, most);
        const int width = kSample + kGap + metrics.horizontalAdvance(text) + 2;
        if (x > area.left() && x + width > area.right()) {
            x = area.left();
            y += kRow;
        }
        if (painter) {
            const double middle = y + kRow / 2.0;
            if (entry.bandWidth > 0.0) {
                QColor shade = entry.pen.color();
                shade.setAlphaF(0.16F);
                painter->fillRect(
                    QRectF(x, middle - entry.bandWidth / 2.0, kSample, entry.bandWidth), shade);
            }
            painter->setPen(entry.pen);
            painter->drawLine(QPointF(x, middle), QPointF(x + kSample, middle));
            if (entry.mark)
                paintMark(*painter, { x + kSample / 2.0, middle }, *entry.mark, entry.pen.color(),
                    colours.paper);
            painter->setFont(font);
            painter->setPen(colours.secondaryInk);
            painter->drawText(QRect(x + kSample + kGap, y, width - kSample - kGap, kRow),
                Qt::AlignLeft | Qt::AlignVCenter, text);
        }
        x += width + kBetween;
    }
    return y + kRow - area.top();
}

} // namespace circumplex
