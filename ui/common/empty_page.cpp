#include "ui/common/empty_page.h"

#include "ui/common/heading.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

#include <cmath>

namespace circumplex {

namespace {

/// Two curves such as a track will have.
class CurvePicture : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return { 320, 96 }; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.rule, 1.0));
        painter.drawLine(0, height() / 2, width(), height() / 2);
        const auto draw = [&](const QColor& colour, double phase, double bend) {
            QPainterPath path;
            for (int x = 0; x <= width(); x += 4) {
                const double t = static_cast<double>(x) / width();
                const double level
                    = 0.32 * std::sin(6.0 * t + phase) + 0.12 * std::sin(17.0 * t + bend) * t;
                const QPointF point(x, height() * (0.5 - level));
                if (x == 0)
                    path.moveTo(point);
                else
                    path.lineTo(point);
            }
            painter.strokePath(path, QPen(colour, 2.0, Qt::SolidLine, Qt::RoundCap));
        };
        draw(theme.arousal, 2.6, 1.0);
        draw(theme.valence, 0.2, 2.0);
    }
};

} // namespace

EmptyPage::EmptyPage(Picture picture, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch(2);
    if (picture == Picture::Curves) {
        column->addWidget(new CurvePicture(this), 0, Qt::AlignHCenter);
        column->addSpacing(12);
    }
    QFont font = sized(m_title->font(), 1.5);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_title->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_title);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setProperty("secondary", true);
    m_sentence->setFixedWidth(520);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    m_buttons->setSpacing(8);
    m_buttons->setAlignment(Qt::AlignHCenter);
    column->addLayout(m_buttons);
    column->addStretch(3);
}

void EmptyPage::setSentence(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    // A wrapped label beside stretches is given too little height by the layout.
    m_sentence->setMinimumHeight(m_sentence->heightForWidth(m_sentence->width()));
}

QPushButton* EmptyPage::addButton(const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setProperty("primary", m_buttons->count() == 0);
    m_buttons->addWidget(button);
    return button;
}

} // namespace circumplex
