#include "ui/label/listening_panel.h"

#include "ui/common/durations.h"
#include "ui/common/elided_label.h"
#include "ui/common/heading.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace circumplex {

ListeningPanel::ListeningPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_place(new QLabel(this))
    , m_time(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_padHint(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_plane(new RatingPlane(this))
    , m_relative(new RelativePlot(this))
    , m_listen(new QLabel(tr("Listen. You rate the song when it is over."), this))
    , m_pause(new QPushButton(this))
    , m_again(new QPushButton(tr("Start again"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    setSectionFont(*m_title);
    head->addWidget(m_title, 1);
    m_place->setProperty("secondary", true);
    head->addWidget(m_place);
    m_time->setProperty("secondary", true);
    head->addWidget(m_time);
    column->addLayout(head);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("How much of the song has been heard"));
    column->addWidget(m_progress);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(m_plane, 1);
    m_relative->hide();
    column->addWidget(m_relative, 1);
    connect(m_plane, &RatingPlane::placed, this, &ListeningPanel::placed);
    connect(m_relative, &RelativePlot::moved, this, &ListeningPanel::placed);
    m_listen->setAlignment(Qt::AlignCenter);
    m_listen->hide();
    column->addWidget(m_listen, 1);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setProperty("secondary", true);
    m_hint->setMinimumHeight(36);
    column->addWidget(m_hint);
    m_padHint->setAlignment(Qt::AlignCenter);
    m_padHint->setWordWrap(true);
    m_padHint->setProperty("secondary", true);
    m_padHint->hide();
    column->addWidget(m_padHint);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    const auto add = [&](QPushButton* button, void (ListeningPanel::*clicked)()) {
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, clicked);
    };
    m_pause->setProperty("primary", true);
    add(m_pause, &ListeningPanel::pauseClicked);
    m_again->setToolTip(tr("Forget what you drew over this song and hear it from the beginning"));
    add(m_again, &ListeningPanel::againClicked);
    add(new QPushButton(tr("Rate it now"), this), &ListeningPanel::rateClicked);
    add(new QPushButton(tr("Pass over"), this), &ListeningPanel::skipClicked);
    add(new QPushButton(tr("End the sitting"), this), &ListeningPanel::endClicked);
    buttons->addStretch(1);
    column->addLayout(buttons);
    setPaused(false);
}

void ListeningPanel::setSong(const QString& title, const QString& place)
{
    m_title->setText(title);
    m_place->setText(place);
}

void ListeningPanel::setProgress(double seconds, double ofSeconds)
{
    m_progress->setValue(ofSeconds > 0.0 ? qRound(1000.0 * seconds / ofSeconds) : 0);
    const QString text = ofSeconds > 0.0
        ? tr("%1 of %2").arg(durationText(seconds), durationText(ofSeconds))
        : durationText(seconds);
    if (m_time->text() != text) m_time->setText(text);
}

void ListeningPanel::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    m_pause->setText(isPaused ? tr("Go on (Space)") : tr("Pause (Space)"));
    showPadHint();
}

void ListeningPanel::setHint(const QString& sentence)
{
    if (m_hint->text() != sentence) m_hint->setText(sentence);
}

void ListeningPanel::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void ListeningPanel::setCanStartAgain(bool can)
{
    m_again->setEnabled(can);
}

void ListeningPanel::setHasPad(bool hasPad)
{
    m_hasPad = hasPad;
    showPadHint();
}

void ListeningPanel::showPadHint()
{
    m_padHint->setVisible(m_hasPad);
    m_padHint->setText(m_isPaused
            ? tr("Game pad: button 1 goes on, 4 rates the song now, 3 starts it again, 2 passes it "
                 "over, 7 ends the sitting.")
            : tr("Game pad: button 1 pauses, 4 rates the song now."));
}

void ListeningPanel::setSurface(Surface surface)
{
    m_surface = surface;
    m_plane->setVisible(surface == Surface::Plane);
    m_relative->setVisible(surface == Surface::Relative);
    m_listen->setVisible(surface == Surface::None);
}

void ListeningPanel::setLive(bool isLive)
{
    m_plane->setLive(isLive && m_surface == Surface::Plane);
    m_relative->setLive(isLive && m_surface == Surface::Relative);
}

void ListeningPanel::setPale(bool isPale)
{
    m_plane->setPale(isPale);
    m_relative->setPale(isPale);
}

void ListeningPanel::focusSurface()
{
    if (m_surface == Surface::Relative)
        m_relative->setFocus(Qt::OtherFocusReason);
    else
        m_plane->setFocus(Qt::OtherFocusReason);
}

void ListeningPanel::clear()
{
    m_plane->setPlace(std::nullopt);
    m_relative->restart();
}

std::optional<EmotionPlace> ListeningPanel::place() const
{
    if (m_surface != Surface::Relative) return m_plane->place();
    const auto& value = m_relative->value();
    return value ? std::optional(EmotionPlace { *value, *value }) : std::nullopt;
}

} // namespace circumplex
