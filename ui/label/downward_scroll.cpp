#include "ui/label/downward_scroll.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kLeastHeight = 120;

} // namespace

DownwardScroll::DownwardScroll(QWidget* content, QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
}

QSize DownwardScroll::minimumSizeHint() const
{
    const int bar = verticalScrollBar()->sizeHint().width();
    const int content = std::max(widget()->minimumSizeHint().width(), widget()->minimumWidth());
    return { content + bar, kLeastHeight };
}

QSize DownwardScroll::sizeHint() const
{
    return { minimumSizeHint().width(), widget()->sizeHint().height() };
}

bool DownwardScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace circumplex
