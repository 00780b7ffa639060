#include "ui/label/practice_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace circumplex {

PracticePanel::PracticePanel(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_plane(new RatingPlane(this))
    , m_begin(new QPushButton(this))
    , m_close(new QPushButton(tr("Back"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(40);
    column->addWidget(m_text);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("How much of the practice is over"));
    column->addWidget(m_progress);
    column->addWidget(m_plane, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    m_begin->setProperty("primary", true);
    buttons->addWidget(m_begin);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    column->addLayout(buttons);
    m_timer.setInterval(16);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PracticePanel::follow);
    connect(m_begin, &QPushButton::clicked, this, &PracticePanel::begin);
    connect(m_close, &QPushButton::clicked, this, &PracticePanel::closed);
}

void PracticePanel::prepare(RatingPlane::Source source, RatingPlane::Axes axes)
{
    m_timer.stop();
    const QString how = source == RatingPlane::Source::Keys ? tr("with the arrow keys")
        : source == RatingPlane::Source::Gamepad
        ? tr("with the stick of the game pad; button 1 begins, button 2 goes back")
        : source == RatingPlane::Source::Fader ? tr("with the faders")
                                               : tr("with the pointer");
    m_text->setText(tr("A dot will wander over the plane for %1 seconds. Keep the ring around it, "
                       "%2, as well as you can. It always runs ahead a little: how far is what is "
                       "measured.")
                        .arg(QLocale().toString(qRound(latency_task::kSeconds)), how));
    m_progress->setValue(0);
    m_plane->setAxes(axes);
    m_plane->setLive(false);
    m_plane->setPlace(std::nullopt);
    m_plane->setTarget(latency_task::targetAt(0.0));
    m_begin->setText(tr("Begin"));
    m_begin->setEnabled(true);
    m_begin->setFocus(Qt::OtherFocusReason);
}

void PracticePanel::begin()
{
    m_hand.clear();
    m_plane->setPlace(std::nullopt);
    m_plane->setLive(true);
    m_plane->setFocus(Qt::OtherFocusReason);
    m_begin->setEnabled(false);
    m_clock.start();
    m_timer.start();
}

void PracticePanel::follow()
{
    const double seconds = static_cast<double>(m_clock.nsecsElapsed()) * 1e-9;
    if (m_plane->place()) m_hand.push_back({ seconds, *m_plane->place() });
    m_progress->setValue(qRound(1000.0 * seconds / latency_task::kSeconds));
    m_plane->setTarget(latency_task::targetAt(seconds));
    if (seconds >= latency_task::kSeconds) end();
}

void PracticePanel::end()
{
    m_timer.stop();
    m_plane->setLive(false);
    m_begin->setText(tr("Again"));
    m_begin->setEnabled(true);
    m_close->setFocus(Qt::OtherFocusReason);
    const auto latency = latency_task::latencyOf(m_hand);
    if (!latency) {
        m_text->setText(tr("The ring did not follow the dot closely enough for a measurement. "
                           "Nothing was kept; try it again."));
        return;
    }
    m_text->setText(
        tr("Your hand is %1 s behind. This is kept with every rating you make while listening, so "
           "that it can be taken off.")
            .arg(QLocale().toString(latency->seconds, 'f', 2)));
    Q_EMIT measured(latency->seconds, latency->correlation);
}

void PracticePanel::hideEvent(QHideEvent* event)
{
    m_timer.stop();
    m_plane->setLive(false);
    m_begin->setEnabled(true);
    QWidget::hideEvent(event);
}

} // namespace circumplex
