#include "ui/main_window/nav_rail.h"

#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace circumplex {

namespace {

constexpr int kWide = 176;
constexpr int kNarrow = 56;

class RailButton : public QAbstractButton {
public:
    RailButton(const QString& name, IconShape shape, QWidget* parent)
        : QAbstractButton(parent)
        , m_shape(shape)
    {
        setText(name);
        setAccessibleName(name);
        setCheckable(true);
        setFocusPolicy(Qt::ClickFocus); // but for the page that is shown
        setAttribute(Qt::WA_Hover);
        setFixedHeight(36);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF body = QRectF(rect()).adjusted(8, 1, -8, -1);
        painter.setPen(hasFocus() ? QPen(theme.accent, 2.0) : QPen(Qt::NoPen));
        QColor fill = theme.ink;
        fill.setAlphaF(isChecked() ? 0.1F : underMouse() ? 0.05F : 0.0F);
        painter.setBrush(fill);
        painter.drawRoundedRect(body, 6, 6);
        const QColor colour = isChecked() ? theme.ink : theme.secondaryInk;
        lineIcon(m_shape, colour)
            .paint(&painter,
                QStyle::visualRect(
                    layoutDirection(), rect(), QRect(18, (height() - 20) / 2, 20, 20)));
        if (width() < kWide) return;
        QFont font = painter.font();
        if (isChecked()) font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(colour);
        const QRect word = rect().adjusted(48, 0, -8, 0);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), word),
            static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute
                | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
            fontMetrics().elidedText(text(), Qt::ElideRight, word.width()));
    }

private:
    IconShape m_shape;
};

} // namespace

NavRail::NavRail(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_column->setContentsMargins(0, 12, 0, 12);
    m_column->setSpacing(2);
    m_column->addStretch();
    setFixedWidth(kWide);
    // Screen readers toggle what can be checked, and click nothing.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int page, bool isChosen) {
        if (isChosen) Q_EMIT pageChosen(page);
    });
}

int NavRail::addPage(const QString& name, IconShape icon)
{
    const int page = static_cast<int>(m_group->buttons().size());
    auto* button = new RailButton(name, icon, this);
    m_group->addButton(button, page);
    m_column->insertWidget(page, button);
    return page;
}

void NavRail::setCurrent(int page)
{
    const QSignalBlocker quiet(m_group);
    QAbstractButton* current = m_group->button(page);
    const bool hasFocus = isAncestorOf(focusWidget());
    current->setChecked(true);
    // Tab stops at the page that is shown, arrows go to the others.
    for (QAbstractButton* button : m_group->buttons())
        button->setFocusPolicy(button == current ? Qt::StrongFocus : Qt::ClickFocus);
    if (hasFocus) current->setFocus();
}

void NavRail::setNarrow(bool isNarrow)
{
    setFixedWidth(isNarrow ? kNarrow : kWide);
    for (QAbstractButton* button : m_group->buttons())
        button->setToolTip(isNarrow ? button->text() : QString());
}

void NavRail::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(
        QStyle::visualRect(layoutDirection(), rect(), QRect(width() - 1, 0, 1, height())),
        theme.rule);
}

} // namespace circumplex
