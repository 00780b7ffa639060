#include "ui/plane/track_hover_card.h"

#include "ui/common/sparkline_painter.h"
#include "ui/common/theme.h"

#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace circumplex {

TrackHoverCard::TrackHoverCard(QWidget* parent)
    : QWidget(parent, Qt::ToolTip)
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFixedSize(232, 116);
}

void TrackHoverCard::showAt(const QPoint& globalPlace, const TrackRow& row, const Sparkline& curve)
{
    m_row = row;
    m_curve = curve;
    move(globalPlace + QPoint(16, 16));
    update();
    show();
}

void TrackHoverCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setPen(theme.rule);
    painter.setBrush(theme.panel);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const QRect inside = rect().adjusted(12, 8, -12, -8);
    const auto line = [&](int top, const QString& text, const QColor& colour) {
        painter.setPen(colour);
        painter.drawText(QRect(inside.left(), inside.top() + top, inside.width(), 18),
            static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute
                | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
            fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
    };
    const QString title = m_row.title.empty()
        ? QFileInfo(QString::fromStdString(m_row.path)).completeBaseName()
        : QString::fromStdString(m_row.title);
    line(0, title, theme.ink);
    line(18, QString::fromStdString(m_row.artist), theme.secondaryInk);
    if (m_row.valence && m_row.arousal)
        line(36,
            tr("V %1   A %2", "valence and arousal")
                .arg(QLocale().toString(*m_row.valence, 'f', 1),
                    QLocale().toString(*m_row.arousal, 'f', 1)),
            theme.secondaryInk);
    paintSparkline(painter, QRectF(inside).adjusted(0, 60, 0, 0), m_curve, theme);
}

} // namespace circumplex
