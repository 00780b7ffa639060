#include "ui/label/listening_presenter.h"

#include "core/services/rating_recorder.h"
#include "core/services/track_view.h"
#include "ui/common/error_text.h"
#include "ui/label/listening_panel.h"
#include "ui/label/relative_plot.h"
#include "ui/label/setup_presenter.h"

#include <QLocale>

#include <cmath>
#include <utility>

namespace circumplex {

namespace {

constexpr double kSampleSeconds = 0.05;
constexpr int kStillMs = 1500; ///< without sound going on, before that is said
constexpr double kStillSeconds = 0.3; ///< of sound in that time are none
constexpr double kGlowSeconds = 3.0; ///< after the sound, in which a rating still moves

} // namespace

ListeningPresenter::ListeningPresenter(
    ListeningPanel& panel, RatingRecorder& recorder, const SetupPresenter& setup, QObject* parent)
    : QObject(parent)
    , m_panel(panel)
    , m_recorder(recorder)
    , m_setup(setup)
{
    m_glowTimer.setInterval(50);
    connect(&m_glowTimer, &QTimer::timeout, this, &ListeningPresenter::afterGlow);
    m_soundTimer.setInterval(kStillMs);
    connect(&m_soundTimer, &QTimer::timeout, this, &ListeningPresenter::watchSound);
    connect(&panel, &ListeningPanel::pauseClicked, this, &ListeningPresenter::togglePause);
    connect(&panel, &ListeningPanel::againClicked, this, &ListeningPresenter::startAgain);
    connect(&panel, &ListeningPanel::placed, this, &ListeningPresenter::say);
}

ListeningPresenter::~ListeningPresenter() = default;

void ListeningPresenter::makePlayer()
{
    if (m_player) return;
    m_player = std::make_unique<Player>();
    connect(m_player.get(), &Player::stateChanged, this, &ListeningPresenter::showPlayerState);
    connect(m_player.get(), &Player::positionChanged, this, [this](double seconds) {
        if (m_song != Song::Playing && m_song != Song::Paused) return;
        m_panel.setProgress(seconds, m_player->seconds());
        showHint();
        if (m_song == Song::Playing && m_player->state() == Player::State::Playing) sample(seconds);
    });
    connect(m_player.get(), &Player::ended, this, &ListeningPresenter::songEnded);
}

void ListeningPresenter::open(std::shared_ptr<const TrackView> song, const LabelPlan& plan,
    const QString& place, const std::optional<InterruptedRating>& resumed)
{
    makePlayer();
    m_view = std::move(song);
    m_plan = plan;
    m_panel.setSong(songTitle(*m_view), place);
    m_panel.setSurface(!m_plan.isContinuous      ? ListeningPanel::Surface::None
            : m_plan.mode == TraceMode::Relative ? ListeningPanel::Surface::Relative
                                                 : ListeningPanel::Surface::Plane);
    m_panel.plane().setAxes(m_plan.axes);
    m_panel.relative().setDimension(m_plan.dimensions().front());
    m_panel.clear();
    m_panel.setCanStartAgain(true);
    m_panel.setProblem({});
    m_panel.setProgress(0.0, m_view->durationSeconds());
    m_lastSample = -1.0;
    m_player->open(m_view->path, m_view->soundOffsetSeconds(), m_view->durationSeconds());
    double from = 0.0;
    if (resumed) {
        m_recorder.continueGesture(resumed->traces);
        m_hasGesture = true;
        from = resumed->seconds;
        m_lastSample = from;
        const auto& samples = resumed->traces.front().samples;
        if (m_plan.mode == TraceMode::Relative && !samples.empty())
            m_panel.relative().restart(static_cast<double>(samples.back().value));
    }
    hear(from);
}

void ListeningPresenter::hear(double fromSeconds)
{
    m_song = Song::Playing;
    m_panel.setPaused(false);
    m_panel.setLive(m_plan.isContinuous);
    m_panel.focusSurface();
    m_standsStill = false;
    m_heardTo = -1.0;
    m_soundTimer.start();
    if (m_player->position() != fromSeconds) m_player->seek(fromSeconds);
    m_player->play();
    showPlayerState();
    showHint();
}

void ListeningPresenter::pause()
{
    if (m_song != Song::Playing) return;
    m_song = Song::Paused;
    m_player->pause();
    m_panel.setPaused(true);
    m_panel.setLive(false);
    m_panel.focusSurface();
    showHint();
}

void ListeningPresenter::togglePause()
{
    if (m_song == Song::Playing)
        pause();
    else if (m_song == Song::Paused)
        hear(m_player->position());
}

void ListeningPresenter::showPlayerState()
{
    const Player::State state = m_player->state();
    const bool hadNoDevice = std::exchange(m_hasNoDevice, state == Player::State::NoDevice);
    if (m_song != Song::Playing) return;
    if (state == Player::State::NoDevice) {
        m_panel.setProblem(tr("There is no sound device, so the song cannot be heard, and what is "
                              "not heard is not rated. Connect one and the song goes on by itself, "
                              "or end the sitting: everything so far is saved."));
        m_panel.setLive(false);
    } else if (state == Player::State::Failed && m_player->failure()) {
        m_panel.setProblem(tr("The song cannot be heard to its end. %1 Rate it as far as you heard "
                              "it, or pass over it.")
                               .arg(errorText(*m_player->failure())));
        m_panel.setLive(false);
    } else if (hadNoDevice && state == Player::State::Paused) {
        m_panel.setProblem({});
        hear(m_player->position());
    }
}

/// A sound server that died says nothing of it: the position stays where it is.
void ListeningPresenter::watchSound()
{
    if (m_song != Song::Playing || m_player->state() != Player::State::Playing) return;
    const double now = m_player->position();
    // Asked while nothing plays, it still trembles.
    const bool standsStill = std::abs(now - std::exchange(m_heardTo, now)) < kStillSeconds;
    if (std::exchange(m_standsStill, standsStill) == standsStill) return;
    m_panel.setProblem(standsStill
            ? tr("The sound stands still, and what is not heard is not rated. It goes on by "
                 "itself when the sound does; or end the sitting: everything so far is saved.")
            : QString());
}

void ListeningPresenter::showHint()
{
    QString text;
    if (m_song == Song::Paused)
        text = tr("Paused. Everything so far is saved.");
    else if (m_song == Song::AfterGlow)
        text = tr("The song is over. Stay with it a moment longer.");
    else if (!m_plan.isContinuous)
        text = QString();
    else if (m_player->position() < m_plan.orientationSeconds)
        text = tr("Find your way into the song: the first %1 seconds are kept, but not counted.")
                   .arg(QLocale().toString(qRound(m_plan.orientationSeconds)));
    else if (!m_hasGesture)
        text = beginHint();
    else if (m_plan.mode == TraceMode::Relative)
        text = tr("Up when it grows, down when it shrinks, as far as you like.");
    else if (m_plan.locus == EmotionLocus::Felt)
        text = tr("Keep the ring where you feel at this moment.");
    else
        text = tr("Keep the ring where the music is at this moment.");
    m_panel.setHint(text);
    m_panel.setPale(m_song == Song::AfterGlow
        || (m_player && m_player->position() < m_plan.orientationSeconds));
}

QString ListeningPresenter::beginHint() const
{
    const bool isRelative = m_plan.mode == TraceMode::Relative;
    switch (m_plan.instrument) {
    case RatingPlane::Source::Keys:
        return isRelative ? tr("Press the arrow up or down to begin.")
                          : tr("Press an arrow key to begin.");
    case RatingPlane::Source::Gamepad:
        return isRelative ? tr("Push the stick up or down to begin. It moves the line for as long "
                               "as it is pushed.")
                          : tr("Move the stick to begin.");
    case RatingPlane::Source::Fader:
        return tr("Move the fader to begin.");
    case RatingPlane::Source::Mouse:
        break;
    }
    return isRelative ? tr("Turn the wheel, or hold the button and move up or down, to begin.")
                      : tr("Move the ring over the plane to begin.");
}

void ListeningPresenter::say()
{
    const bool isHeard = m_song == Song::Playing && m_player->state() == Player::State::Playing;
    if (!isHeard && m_song != Song::AfterGlow) return;
    if (!m_hasGesture) {
        m_recorder.beginGesture({ .track = m_view->track.id,
            .dimensions = m_plan.dimensions(),
            .mode = m_plan.mode,
            .latencySeconds = m_setup.latencySeconds(),
            .orientationSeconds = m_plan.orientationSeconds });
        m_hasGesture = true;
    }
    sample(m_song == Song::AfterGlow
            ? m_soundEnd + static_cast<double>(m_sinceEnd.elapsed()) / 1000.0
            : m_player->position());
}

/// A ring at rest is an answer, too: it is kept as often as one that moves.
void ListeningPresenter::sample(double seconds)
{
    const auto place = m_panel.place();
    if (!m_hasGesture || !place || m_standsStill || seconds < m_lastSample + kSampleSeconds) return;
    m_lastSample = seconds;
    m_recorder.add(seconds, place->valence, place->arousal);
}

void ListeningPresenter::songEnded()
{
    if (m_song != Song::Playing) return;
    m_soundEnd = m_player->position();
    if (!m_hasGesture) {
        end(m_soundEnd);
        Q_EMIT over();
        return;
    }
    m_song = Song::AfterGlow;
    m_sinceEnd.start();
    m_glowTimer.start();
    showHint();
}

void ListeningPresenter::afterGlow()
{
    const double since = static_cast<double>(m_sinceEnd.elapsed()) / 1000.0;
    sample(m_soundEnd + since);
    if (since < kGlowSeconds) return;
    end(m_soundEnd);
    Q_EMIT over();
}

void ListeningPresenter::finish()
{
    if (m_song == Song::None) return;
    end(m_song == Song::AfterGlow ? std::optional(m_soundEnd) : std::nullopt);
}

void ListeningPresenter::end(std::optional<double> soundEndSeconds)
{
    close();
    if (std::exchange(m_hasGesture, false)) m_recorder.finishGesture(soundEndSeconds);
}

void ListeningPresenter::discard()
{
    close();
    if (std::exchange(m_hasGesture, false)) m_recorder.discardGesture();
}

void ListeningPresenter::close()
{
    m_glowTimer.stop();
    m_soundTimer.stop();
    m_song = Song::None;
    m_panel.setLive(false);
    if (m_player) m_player->close();
}

void ListeningPresenter::startAgain()
{
    if (m_song == Song::None) return;
    m_glowTimer.stop();
    if (std::exchange(m_hasGesture, false)) m_recorder.discardGesture();
    m_lastSample = -1.0;
    m_panel.clear();
    m_panel.setProblem({});
    hear(0.0);
}

} // namespace circumplex
