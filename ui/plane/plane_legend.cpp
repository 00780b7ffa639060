#include "ui/plane/plane_legend.h"

#include "ui/common/mood_chips.h"
#include "ui/plane/plane_cells.h"
#include "ui/plane/plane_colours.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr int kRow = 18;
constexpr int kMark = 8;
constexpr int kGap = 6;
constexpr int kBetween = 14;
constexpr int kTrailHeight = 40;
constexpr int kOthers = -1;

} // namespace

PlaneLegend::PlaneLegend(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("What the colours mean"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PlaneLegend::setScene(const PlaneScene& scene, bool showsDots, const QString& trailTitle)
{
    m_colouring = scene.colouring;
    m_showsDots = showsDots;
    m_trailTitle = trailTitle;
    m_entries.clear();
    listGroups(scene);
    QStringList words;
    for (const Entry& entry : m_entries)
        words << entry.name;
    if (!showsDots) words << tr("paler: fewer songs");
    if (!trailTitle.isEmpty()) words << tr("the way of “%1”").arg(trailTitle);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

void PlaneLegend::listGroups(const PlaneScene& scene)
{
    if (scene.colouring == PlaneScene::Colouring::Quarter) {
        for (int quarter = 0; quarter < 4; ++quarter)
            m_entries.push_back(
                { palette::quarterName(static_cast<palette::Quarter>(quarter)), quarter });
    } else if (scene.groups) {
        for (const std::string& name : scene.groups->names) {
            QString text = QString::fromStdString(name);
            if (scene.colouring == PlaneScene::Colouring::Decade)
                text = text.startsWith(u'<') ? tr("before %1").arg(text.sliced(1))
                                             : tr("%1s", "a decade").arg(text);
            m_entries.push_back({ text, static_cast<int>(m_entries.size()) });
        }
        m_entries.push_back(
            { scene.colouring == PlaneScene::Colouring::Genre ? tr("other or no genre")
                                                              : tr("no year"),
                kOthers });
    }
}

template <class Place> int PlaneLegend::layOut(int width, Place place) const
{
    int x = 0;
    int y = 0;
    for (const Entry& entry : m_entries) {
        const int size = kMark + kGap + fontMetrics().horizontalAdvance(entry.name) + 2;
        if (x > 0 && x + size > width) {
            x = 0;
            y += kRow;
        }
        place(entry, QRect(x, y, std::min(size, width), kRow));
        x += size + kBetween;
    }
    return m_entries.empty() ? 0 : y + kRow;
}

int PlaneLegend::heightForWidth(int width) const
{
    return layOut(width, [](const Entry&, const QRect&) {}) + (m_showsDots ? 0 : kRow)
        + (m_trailTitle.isEmpty() ? 0 : kTrailHeight);
}

QSize PlaneLegend::sizeHint() const
{
    return { 300, heightForWidth(std::max(width(), 300)) };
}

QColor PlaneLegend::colourOf(const Entry& entry) const
{
    const Theme& theme = Theme::of(palette());
    if (entry.number == kOthers) return theme.tint(theme.secondaryInk, 0.6);
    const auto number = static_cast<std::size_t>(entry.number);
    if (m_colouring == PlaneScene::Colouring::Genre) return groupColour(number, theme);
    const auto groups = static_cast<double>(m_entries.size()) - 1.0; // without those in none
    return timeColour(static_cast<double>(number) / std::max(1.0, groups - 1.0), theme);
}

void PlaneLegend::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const auto placed = [&](const QRect& box) {
        return isMirrored ? QRect(width() - box.right() - 1, box.top(), box.width(), box.height())
                          : box;
    };
    const int edge = static_cast<int>(
        Qt::AlignVCenter | Qt::AlignAbsolute | (isMirrored ? Qt::AlignRight : Qt::AlignLeft));
    int y = layOut(width(), [&](const Entry& entry, const QRect& box) {
        const QRect mark = placed({ box.left(), box.top() + (kRow - kMark) / 2, kMark, kMark });
        if (m_colouring == PlaneScene::Colouring::Quarter) {
            paintQuarterGlyph(painter, mark, static_cast<palette::Quarter>(entry.number), theme);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colourOf(entry));
            painter.drawEllipse(mark);
        }
        painter.setPen(theme.ink);
        const QRect word = box.adjusted(kMark + kGap, 0, 0, 0);
        painter.drawText(
            placed(word), edge, fontMetrics().elidedText(entry.name, Qt::ElideRight, word.width()));
    });
    if (!m_showsDots) {
        paintRamp(painter, y, tr("few songs"), tr("many"), [&theme](double share) {
            return theme.tint(theme.secondaryInk, cellOpacity(share, false));
        });
        y += kRow;
    }
    if (m_trailTitle.isEmpty()) return;
    painter.setPen(theme.ink);
    painter.drawText(QRect(0, y + 4, width(), kRow), edge,
        fontMetrics().elidedText(tr("The way of “%1”").arg(m_trailTitle), Qt::ElideRight, width()));
    paintRamp(painter, y + 4 + kRow, tr("begins"), tr("ends"),
        [&](double share) { return timeColour(share, theme); });
}

template <class ColourAt>
void PlaneLegend::paintRamp(
    QPainter& painter, int y, const QString& begin, const QString& end, ColourAt colourAt) const
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const QString& first = isMirrored ? end : begin;
    const QString& last = isMirrored ? begin : end;
    const int left = fontMetrics().horizontalAdvance(first) + kGap;
    const int right = fontMetrics().horizontalAdvance(last) + kGap;
    const QRect bar(left, y + 5, std::min(width() - left - right, 160), 6);
    QLinearGradient ramp(bar.topLeft(), bar.topRight());
    for (int step = 0; step <= 8; ++step) {
        const double share = step / 8.0;
        ramp.setColorAt(share, colourAt(isMirrored ? 1.0 - share : share));
    }
    painter.fillRect(bar, ramp);
    painter.setPen(Theme::of(palette()).secondaryInk);
    const int edge = static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute);
    painter.drawText(QRect(0, y, left, 16), edge, first);
    painter.drawText(QRect(bar.right() + kGap, y, right, 16), edge, last);
}

} // namespace circumplex
