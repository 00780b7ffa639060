#include "ui/train/loss_plot.h"

#include "ui/common/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace circumplex {

namespace {

constexpr int kLeft = 56, kTop = 10, kRight = 14, kBottom = 28;
constexpr std::size_t kLeastEpochs = 10; // the axis is so long from the start

} // namespace

LossPlot::LossPlot(QWidget* parent)
    : QWidget(parent)
{
    setMinimumSize(360, 180);
    setAccessibleName(tr("Error on songs that are held out, epoch by epoch"));
}

void LossPlot::clear()
{
    m_rounds.clear();
    setAccessibleDescription({});
    update();
}

void LossPlot::add(int round, double loss, std::optional<double> oldLoss)
{
    if (m_rounds.empty() || m_rounds.back().number != round)
        m_rounds.push_back({ round, {}, oldLoss });
    std::vector<double>& losses = m_rounds.back().losses;
    losses.push_back(loss);
    setAccessibleDescription(oldLoss
            ? tr("now %1, at best %2, old model %3")
                  .arg(QLocale().toString(loss, 'f', 3),
                      QLocale().toString(*std::ranges::min_element(losses), 'f', 3),
                      QLocale().toString(*oldLoss, 'f', 3))
            : tr("now %1, at best %2")
                  .arg(QLocale().toString(loss, 'f', 3),
                      QLocale().toString(*std::ranges::min_element(losses), 'f', 3)));
    update();
}

std::size_t LossPlot::pointCount() const
{
    std::size_t count = 0;
    for (const Round& round : m_rounds)
        count += round.losses.size();
    return count;
}

void LossPlot::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(kLeft, kTop, -kRight, -kBottom);
    double least = std::numeric_limits<double>::max(), most = 0.0;
    std::size_t longest = kLeastEpochs;
    for (const Round& round : m_rounds) {
        const auto [low, high] = std::ranges::minmax(round.losses);
        least = std::min(least, low);
        most = std::max(most, high);
        longest = std::max(longest, round.losses.size());
    }
    const double old = m_rounds.empty()
        ? std::numeric_limits<double>::quiet_NaN()
        : m_rounds.back().oldLoss.value_or(std::numeric_limits<double>::quiet_NaN());
    const bool hasOld = std::isfinite(old);
    if (hasOld) {
        least = std::min(least, old);
        most = std::max(most, old);
    }
    if (m_rounds.empty()) {
        least = 0.0;
        most = 1.0;
    }
    const double margin = std::max((most - least) * 0.08, 1e-4);
    const auto place = [&](std::size_t epoch, double loss) {
        return QPointF(area.left()
                + static_cast<double>(epoch) / static_cast<double>(longest - 1) * area.width(),
            area.bottom() - (loss - least + margin) / (most - least + 2 * margin) * area.height());
    };
    const QLocale locale;
    for (const double share : { 0.0, 0.5, 1.0 }) {
        const double loss = least + share * (most - least);
        const double y = place(0, loss).y();
        painter.setPen(QPen(theme.rule, 1.0));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        if (m_rounds.empty()) continue; // no scale yet
        painter.setPen(theme.secondaryInk);
        painter.drawText(QRectF(0, y - 10, kLeft - 8, 20), Qt::AlignRight | Qt::AlignVCenter,
            locale.toString(loss, 'f', 3));
    }
    painter.setPen(theme.secondaryInk);
    painter.drawText(QRectF(area.left(), area.bottom() + 6, area.width(), 20),
        Qt::AlignLeft | Qt::AlignTop, locale.toString(1));
    painter.drawText(QRectF(area.left(), area.bottom() + 6, area.width(), 20),
        Qt::AlignHCenter | Qt::AlignTop, tr("epoch"));
    painter.drawText(QRectF(area.left(), area.bottom() + 6, area.width(), 20),
        Qt::AlignRight | Qt::AlignTop, locale.toString(static_cast<qulonglong>(longest)));
    if (hasOld) {
        const double y = place(0, old).y();
        painter.setPen(QPen(theme.secondaryInk, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        const bool isHigh = y < area.center().y(); // then the words stand below
        painter.drawText(QRectF(area.left(), isHigh ? y + 2 : y - 20, area.width() - 4, 18),
            Qt::AlignRight | Qt::AlignVCenter, tr("old model"));
    }
    for (const Round& round : m_rounds) {
        const bool isCurrent = &round == &m_rounds.back();
        QPolygonF line;
        for (std::size_t epoch = 0; epoch < round.losses.size(); ++epoch)
            line << place(epoch, round.losses[epoch]);
        painter.setPen(
            isCurrent ? QPen(theme.accent, 2.0) : QPen(theme.tint(theme.secondaryInk, 0.35), 1.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
        if (!isCurrent) continue;
        const auto best = std::ranges::min_element(round.losses) - round.losses.begin();
        painter.setPen(QPen(theme.paper, 1.5));
        painter.setBrush(theme.accent);
        painter.drawEllipse(line.at(best), 5.0, 5.0);
    }
}

} // namespace circumplex
