#include "ui/train/loss_plot.h"

#include "ui/common/theme.h"

#include <QAccessible>
#include <QKeyEvent>
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
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Error on songs that are held out, epoch by epoch"));
}

void LossPlot::clear()
{
    m_rounds.clear();
    m_cursor.reset();
    setAccessibleDescription({});
    update();
}

void LossPlot::add(int round, double loss, std::optional<double> oldLoss)
{
    if (m_rounds.empty() || m_rounds.back().number != round)
        m_rounds.push_back({ round, {}, oldLoss });
    m_rounds.back().losses.push_back(loss);
    m_rounds.back().oldLoss = oldLoss;
    if (m_cursor && *m_cursor >= m_rounds.back().losses.size()) m_cursor.reset(); // another round
    describe();
    update();
}

void LossPlot::describe()
{
    if (m_rounds.empty()) return;
    if (m_cursor) return setAccessibleDescription(cursorText());
    const std::vector<double>& losses = m_rounds.back().losses;
    const QString now = QLocale().toString(losses.back(), 'f', 3);
    const QString best = QLocale().toString(*std::ranges::min_element(losses), 'f', 3);
    const auto& old = m_rounds.back().oldLoss;
    setAccessibleDescription(old ? tr("now %1, at best %2, old model %3")
                                       .arg(now, best, QLocale().toString(*old, 'f', 3))
                                 : tr("now %1, at best %2").arg(now, best));
}

QString LossPlot::cursorText() const
{
    return tr("epoch %1: %2")
        .arg(QLocale().toString(static_cast<qulonglong>(*m_cursor + 1)),
            QLocale().toString(m_rounds.back().losses[*m_cursor], 'f', 4));
}

void LossPlot::keyPressEvent(QKeyEvent* event)
{
    const std::size_t count = m_rounds.empty() ? 0 : m_rounds.back().losses.size();
    const int key = event->key();
    const bool isMove
        = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home || key == Qt::Key_End;
    if (count == 0 || !isMove) return QWidget::keyPressEvent(event);
    const std::size_t last = count - 1;
    const std::size_t at = m_cursor.value_or(last);
    m_cursor = key == Qt::Key_Home        ? 0
        : key == Qt::Key_End || !m_cursor ? last
        : key == Qt::Key_Left             ? at - std::min<std::size_t>(at, 1)
                                          : std::min(at + 1, last);
    describe();
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

void LossPlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void LossPlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_cursor.reset();
    describe();
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
    painter.setLayoutDirection(Qt::LeftToRight); // as epochs go, in every language
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
        if (m_cursor) paintCursor(painter, area, line.at(static_cast<qsizetype>(*m_cursor)));
    }
    if (!hasFocus()) return;
    painter.setPen(QPen(theme.accent, 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void LossPlot::paintCursor(QPainter& painter, const QRectF& area, const QPointF& at) const
{
    const Theme& theme = Theme::of(palette());
    painter.setPen(QPen(theme.ink, 1.0));
    painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
    painter.setBrush(theme.paper);
    painter.setPen(QPen(theme.ink, 2.0));
    painter.drawEllipse(at, 4.0, 4.0);
    const QString text = cursorText();
    QRectF box(0, area.top(), fontMetrics().horizontalAdvance(text) + 12, 20);
    box.moveLeft(std::min(at.x() + 6, area.right() - box.width()));
    painter.setPen(QPen(theme.rule, 1.0));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(theme.ink);
    painter.setLayoutDirection(layoutDirection()); // a sentence, not a place on an axis
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace circumplex
