#include "ui/label/label_presenter.h"

#include "core/library/label_store.h"
#include "core/library/library_database.h"
#include "core/services/label_set.h"
#include "core/services/library_reader.h"
#include "ui/common/durations.h"
#include "ui/common/error_text.h"
#include "ui/common/two_ways.h"
#include "ui/label/listening_panel.h"
#include "ui/label/practice_panel.h"
#include "ui/label/rating_panel.h"
#include "ui/label/setup_panel.h"
#include "ui/label/summary_panel.h"

#include <QDateTime>
#include <QLocale>
#include <QPointer>
#include <QUndoStack>

#include <algorithm>
#include <cmath>
#include <set>

namespace circumplex {

namespace {

constexpr double kSampleSeconds = 0.05;
constexpr int kStillMs = 1500; ///< without sound going on, before that is said
constexpr double kStillSeconds = 0.3; ///< of sound in that time are none
constexpr double kGlowSeconds = 3.0; ///< after the sound, in which a rating still moves

using Stage = LabelPage::Stage;

std::optional<EmotionPlace> modelPlace(const TrackView& view)
{
    if (view.readings.empty()) return std::nullopt;
    const Annotation& said = view.readings.front().stored.annotation;
    return EmotionPlace { static_cast<double>(said.valence), static_cast<double>(said.arousal) };
}

} // namespace

LabelPresenter::LabelPresenter(LabelPage& page, LibraryReader& reader, QUndoStack& undo,
    QObject* parent, const std::filesystem::path& devices)
    : QObject(parent)
    , m_page(page)
    , m_reader(reader)
    , m_undo(undo)
    , m_recorder(reader.file())
    , m_setup(page.setup(), reader)
    , m_hands(page, devices)
    , m_jobs(*this, 1)
{
    m_glowTimer.setInterval(50);
    connect(&m_glowTimer, &QTimer::timeout, this, &LabelPresenter::afterGlow);
    m_statusTimer.setInterval(1000);
    connect(&m_statusTimer, &QTimer::timeout, this, &LabelPresenter::showStatus);
    m_soundTimer.setInterval(kStillMs);
    connect(&m_soundTimer, &QTimer::timeout, this, &LabelPresenter::watchSound);
    connectPage();
    connectRecorder();
}

LabelPresenter::~LabelPresenter() = default;

template <class T, class Work, class Done> void LabelPresenter::read(Work work, Done done)
{
    m_jobs.start(
        [file = m_reader.file(), work](const std::stop_token&) -> Result<T> {
            auto library = LibraryDatabase::open(
                file, { .access = LibraryOptions::Access::ReadOnly, .fullCheckBytes = 0 });
            if (!library) return tl::unexpected(library.error());
            return work(*library);
        },
        done);
}

void LabelPresenter::connectPage()
{
    SetupPanel& setup = m_page.setup();
    connect(&setup, &SetupPanel::startWanted, this, &LabelPresenter::start);
    connect(&setup, &SetupPanel::planEdited, this, &LabelPresenter::planChanged);
    connect(&setup, &SetupPanel::continueWanted, this, &LabelPresenter::resume);
    connect(&setup, &SetupPanel::discardWanted, this, [this](const InterruptedRating& rating) {
        m_recorder.discard(rating.traces);
        m_page.setup().setInterrupted({});
        QTimer::singleShot(300, &m_setup, &SetupPresenter::refresh);
    });
    connect(&setup, &SetupPanel::practiceWanted, this, [this] {
        const LabelPlan plan = m_page.setup().plan();
        m_page.practice().prepare(plan.instrument, plan.axes);
        m_page.setStage(Stage::Practice);
    });
    PracticePanel& practice = m_page.practice();
    connect(&practice, &PracticePanel::closed, this, [this] {
        m_page.setStage(Stage::Setup);
        m_setup.refreshRater();
    });
    connect(&practice, &PracticePanel::measured, this, [this](double seconds, double likeness) {
        const LabelPlan plan = m_page.setup().plan();
        m_recorder.addLatencyTest({ .raterName = plan.rater.toStdString(),
            .instrument = sourceName(plan.instrument).toStdString(),
            .measuredAt = QDateTime::currentSecsSinceEpoch(),
            .latencySeconds = seconds,
            .correlation = likeness });
    });
    ListeningPanel& listening = m_page.listening();
    const auto togglePause = [this] {
        if (m_song == Song::Playing)
            pause();
        else if (m_song == Song::Paused)
            hear(m_player->position());
    };
    connect(&listening, &ListeningPanel::pauseClicked, this, togglePause);
    connect(&m_page, &LabelPage::spacePressed, this, togglePause);
    connect(&m_page, &LabelPage::left, this, &LabelPresenter::pause);
    connect(&listening, &ListeningPanel::againClicked, this, &LabelPresenter::startAgain);
    connect(&listening, &ListeningPanel::rateClicked, this, [this] {
        if (m_song == Song::None) return;
        endGesture(m_song == Song::AfterGlow ? std::optional(m_soundEnd) : std::nullopt);
        askForRating();
    });
    connect(&listening, &ListeningPanel::skipClicked, this, [this] { passOver({}); });
    connect(&listening, &ListeningPanel::endClicked, this, &LabelPresenter::finish);
    connect(&listening, &ListeningPanel::placed, this, &LabelPresenter::say);
    connect(&m_page.rating(), &RatingPanel::saveClicked, this, &LabelPresenter::saveRating);
    connect(&m_page.rating(), &RatingPanel::skipClicked, this, [this] { passOver({}); });
    connect(&m_page.summary(), &SummaryPanel::closed, this, [this] {
        m_page.setStage(Stage::Setup);
        m_setup.refresh();
    });
    connect(&m_hands, &HandControl::lost, this, [this] {
        if (!m_isRunning) return;
        pause();
        m_page.listening().setProblem(tr("What you rate with was unplugged. Everything so far is "
                                         "saved; plug it in again and go on."));
    });
    connect(&m_hands, &HandControl::found, this, [this] { m_page.listening().setProblem({}); });
}

void LabelPresenter::connectRecorder()
{
    connect(&m_recorder, &RatingRecorder::sittingStarted, this, [this] {
        m_page.setup().setBusy(false);
        m_isRunning = true;
        m_sinceStart.start();
        m_statusTimer.start();
        showStatus();
        Q_EMIT planChanged();
        Q_EMIT runningChanged();
        nextSong();
    });
    connect(&m_recorder, &RatingRecorder::failed, this, [this](const Error& error) {
        if (!m_isRunning) {
            // Nothing was said yet: better to know now than after a song.
            m_recorder.abandon();
            m_page.setup().setBusy(false);
            m_page.setup().setProblem(tr("Ratings cannot be kept here. %1").arg(errorText(error)));
            return;
        }
        const QString sentence
            = tr("What you say cannot be written at the moment. It is kept in memory and tried "
                 "again every two seconds; do not close the program. %1")
                  .arg(errorText(error));
        m_page.listening().setProblem(sentence);
        m_page.rating().setProblem(sentence);
    });
    connect(&m_recorder, &RatingRecorder::recovered, this, [this] {
        m_page.listening().setProblem({});
        m_page.rating().setProblem({});
    });
    connect(&m_recorder, &RatingRecorder::saved, this, [this] {
        if (m_page.stage() == Stage::Summary) showSelfAgreement(); // the last was still on its way
        Q_EMIT labelsChanged();
    });
}

void LabelPresenter::offer(std::vector<TrackId> selected, std::vector<TrackId> found)
{
    m_setup.setLibrary(std::move(selected), std::move(found));
    if (!m_isRunning) m_setup.refresh();
}

void LabelPresenter::start()
{
    m_plan = m_page.setup().plan();
    m_at = 0;
    m_outcomes.clear();
    m_notes.clear();
    m_resumed.reset();
    m_page.setup().setProblem({});
    m_page.setup().setBusy(true);
    m_recorder.startSitting({ .raterName = m_plan.rater.toStdString(),
        .startedAt = QDateTime::currentSecsSinceEpoch(),
        .instrument = m_plan.instrumentName().toStdString(),
        .locus = m_plan.locus });
}

void LabelPresenter::resume(const InterruptedRating& rating)
{
    m_plan = m_page.setup().plan();
    m_plan.rater = rating.rater;
    m_plan.isContinuous = true;
    m_plan.mode = rating.traces.front().mode;
    const bool hasBoth = rating.traces.size() > 1;
    m_plan.axes = hasBoth                                            ? RatingPlane::Axes::Both
        : rating.traces.front().dimension == TraceDimension::Valence ? RatingPlane::Axes::Valence
                                                                     : RatingPlane::Axes::Arousal;
    m_plan.tracks = { rating.traces.front().track };
    m_at = 0;
    m_outcomes.clear();
    m_notes.clear();
    m_resumed = rating;
    m_isRunning = true;
    m_sinceStart.start();
    m_statusTimer.start();
    showStatus();
    Q_EMIT runningChanged();
    nextSong();
}

void LabelPresenter::makePlayer()
{
    if (m_player) return;
    m_player = std::make_unique<Player>();
    connect(m_player.get(), &Player::stateChanged, this, &LabelPresenter::showPlayerState);
    connect(m_player.get(), &Player::positionChanged, this, [this](double seconds) {
        if (m_song != Song::Playing && m_song != Song::Paused) return;
        m_page.listening().setProgress(seconds, m_player->seconds());
        showHint();
        if (m_song == Song::Playing && m_player->state() == Player::State::Playing) sample(seconds);
    });
    connect(m_player.get(), &Player::ended, this, &LabelPresenter::songEnded);
}

QString LabelPresenter::placeInSitting() const
{
    return tr("Song %1 of %2")
        .arg(QLocale().toString(static_cast<qlonglong>(m_at + 1)),
            QLocale().toString(static_cast<qlonglong>(m_plan.tracks.size())));
}

void LabelPresenter::nextSong()
{
    m_song = Song::None;
    m_view.reset();
    m_hasGesture = false;
    if (m_at >= m_plan.tracks.size()) return finish();
    const TrackId track = m_plan.tracks[m_at];
    read<std::shared_ptr<const TrackView>>(
        [track](LibraryDatabase& library) -> Result<std::shared_ptr<const TrackView>> {
            auto view = readTrackView(library, track);
            if (!view) return tl::unexpected(view.error());
            return std::make_shared<const TrackView>(std::move(*view));
        },
        [this](const Result<std::shared_ptr<const TrackView>>& view) {
            if (!m_isRunning) return;
            if (!view)
                passOver(tr("A song was passed over. %1").arg(errorText(view.error())));
            else
                openSong(*view);
        });
}

void LabelPresenter::openSong(const std::shared_ptr<const TrackView>& view)
{
    m_view = view;
    if (view->sound != TrackView::Sound::There) {
        passOver(view->sound == TrackView::Sound::FileGone
                ? tr("“%1” was passed over: its file is gone.").arg(songTitle(*view))
                : tr("“%1” was passed over: the disk “%2” is not there.")
                      .arg(songTitle(*view), view->volume));
        return;
    }
    makePlayer();
    ListeningPanel& panel = m_page.listening();
    panel.setSong(songTitle(*view), placeInSitting());
    panel.setSurface(!m_plan.isContinuous        ? ListeningPanel::Surface::None
            : m_plan.mode == TraceMode::Relative ? ListeningPanel::Surface::Relative
                                                 : ListeningPanel::Surface::Plane);
    panel.plane().setAxes(m_plan.axes);
    panel.relative().setDimension(m_plan.dimensions().front());
    panel.clear();
    panel.setCanStartAgain(true);
    panel.setProblem({});
    panel.setProgress(0.0, view->durationSeconds());
    m_page.setStage(Stage::Listening);
    m_lastSample = -1.0;
    m_player->open(view->path, view->soundOffsetSeconds(), view->durationSeconds());
    double from = 0.0;
    if (m_resumed) {
        m_recorder.continueGesture(m_resumed->traces);
        m_hasGesture = true;
        from = m_resumed->seconds;
        m_lastSample = from;
        const auto& samples = m_resumed->traces.front().samples;
        if (m_plan.mode == TraceMode::Relative && !samples.empty())
            panel.relative().restart(static_cast<double>(samples.back().value));
        m_resumed.reset();
    }
    hear(from);
}

void LabelPresenter::hear(double fromSeconds)
{
    m_song = Song::Playing;
    ListeningPanel& panel = m_page.listening();
    panel.setPaused(false);
    panel.setLive(m_plan.isContinuous);
    panel.focusSurface();
    m_standsStill = false;
    m_heardTo = -1.0;
    m_soundTimer.start();
    if (m_player->position() != fromSeconds) m_player->seek(fromSeconds);
    m_player->play();
    showPlayerState();
    showHint();
}

void LabelPresenter::pause()
{
    if (m_song != Song::Playing) return;
    m_song = Song::Paused;
    m_player->pause();
    m_page.listening().setPaused(true);
    m_page.listening().setLive(false);
    m_page.listening().focusSurface();
    showHint();
}

void LabelPresenter::showPlayerState()
{
    const Player::State state = m_player->state();
    const bool hadNoDevice = std::exchange(m_hasNoDevice, state == Player::State::NoDevice);
    if (m_song != Song::Playing) return;
    ListeningPanel& panel = m_page.listening();
    if (state == Player::State::NoDevice) {
        panel.setProblem(tr("There is no sound device, so the song cannot be heard, and what is "
                            "not heard is not rated. Connect one and the song goes on by itself, "
                            "or end the sitting: everything so far is saved."));
        panel.setLive(false);
    } else if (state == Player::State::Failed && m_player->failure()) {
        panel.setProblem(tr("The song cannot be heard to its end. %1 Rate it as far as you heard "
                            "it, or pass over it.")
                             .arg(errorText(*m_player->failure())));
        panel.setLive(false);
    } else if (hadNoDevice && state == Player::State::Paused) {
        panel.setProblem({});
        hear(m_player->position());
    }
}

void LabelPresenter::showStatus()
{
    m_page.setStatus(
        tr("Sitting of %1, %2")
            .arg(m_plan.rater, durationText(static_cast<double>(m_sinceStart.elapsed()) / 1000.0)));
}

/// A sound server that died says nothing of it: the position stays where it is.
void LabelPresenter::watchSound()
{
    if (m_song != Song::Playing || m_player->state() != Player::State::Playing) return;
    const double now = m_player->position();
    // Asked while nothing plays, it still trembles.
    const bool standsStill = std::abs(now - std::exchange(m_heardTo, now)) < kStillSeconds;
    if (std::exchange(m_standsStill, standsStill) == standsStill) return;
    m_page.listening().setProblem(standsStill
            ? tr("The sound stands still, and what is not heard is not rated. It goes on by "
                 "itself when the sound does; or end the sitting: everything so far is saved.")
            : QString());
}

void LabelPresenter::showHint()
{
    ListeningPanel& panel = m_page.listening();
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
    panel.setHint(text);
    panel.setPale(m_song == Song::AfterGlow
        || (m_player && m_player->position() < m_plan.orientationSeconds));
}

QString LabelPresenter::beginHint() const
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

void LabelPresenter::say()
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
void LabelPresenter::sample(double seconds)
{
    const auto place = m_page.listening().place();
    if (!m_hasGesture || !place || m_standsStill || seconds < m_lastSample + kSampleSeconds) return;
    m_lastSample = seconds;
    m_recorder.add(seconds, place->valence, place->arousal);
}

void LabelPresenter::songEnded()
{
    if (m_song != Song::Playing) return;
    m_soundEnd = m_player->position();
    if (!m_hasGesture) {
        endGesture(m_soundEnd);
        return askForRating();
    }
    m_song = Song::AfterGlow;
    m_sinceEnd.start();
    m_glowTimer.start();
    showHint();
}

void LabelPresenter::afterGlow()
{
    const double since = static_cast<double>(m_sinceEnd.elapsed()) / 1000.0;
    sample(m_soundEnd + since);
    if (since < kGlowSeconds) return;
    endGesture(m_soundEnd);
    askForRating();
}

void LabelPresenter::endGesture(std::optional<double> soundEndSeconds)
{
    m_glowTimer.stop();
    m_song = Song::Over;
    m_page.listening().setLive(false);
    if (m_player) m_player->close();
    if (std::exchange(m_hasGesture, false)) m_recorder.finishGesture(soundEndSeconds);
}

void LabelPresenter::startAgain()
{
    if (m_song == Song::None || m_song == Song::Over) return;
    m_glowTimer.stop();
    if (std::exchange(m_hasGesture, false)) m_recorder.discardGesture();
    m_lastSample = -1.0;
    m_page.listening().clear();
    m_page.listening().setProblem({});
    hear(0.0);
}

void LabelPresenter::askForRating()
{
    const std::optional<EmotionPlace> model = m_plan.isBlind ? std::nullopt : modelPlace(*m_view);
    m_page.setStage(Stage::Rating);
    m_page.rating().ask(songTitle(*m_view), placeInSitting(), m_plan.locus, model);
}

void LabelPresenter::saveRating()
{
    if (!m_view) return;
    SongRating song = m_page.rating().rating();
    const TrackId track = m_view->track.id;
    const QString title = songTitle(*m_view);
    song.rating.track = track;
    for (TagLabel& tag : song.tags)
        tag.track = track;
    m_outcomes.push_back({ .track = track,
        .title = title,
        .valence = song.rating.valence,
        .arousal = song.rating.arousal,
        .model = modelPlace(*m_view) });
    const QPointer<LabelPresenter> self(this);
    const auto taken = std::make_shared<std::shared_ptr<TrackLabels>>();
    const auto mark = [](LabelPresenter& presenter, TrackId of, bool isTakenBack) {
        for (LabelOutcome& outcome : presenter.m_outcomes)
            if (outcome.track == of) outcome.isTakenBack = isTakenBack;
        if (!presenter.m_isRunning) return;
        if (isTakenBack)
            presenter.m_plan.tracks.push_back(of); // to be rated again
        else if (presenter.m_plan.tracks.size() > presenter.m_at + 1
            && presenter.m_plan.tracks.back() == of)
            presenter.m_plan.tracks.pop_back();
    };
    m_undo.push(new TwoWays(
        tr("rate “%1”").arg(title),
        [self, song, taken, track, mark] {
            if (!self) return;
            if (*taken) {
                self->m_recorder.putBack(*taken);
                mark(*self, track, false);
            } else {
                self->m_recorder.save(song);
            }
        },
        [self, taken, track, mark] {
            if (!self) return;
            *taken = self->m_recorder.takeBack(track);
            mark(*self, track, true);
        }));
    ++m_at;
    nextSong();
}

void LabelPresenter::passOver(const QString& note)
{
    m_glowTimer.stop();
    if (std::exchange(m_hasGesture, false)) m_recorder.discardGesture();
    if (m_player) m_player->close();
    if (!note.isEmpty()) m_notes << note;
    ++m_at;
    nextSong();
}

void LabelPresenter::finish()
{
    if (!m_isRunning) return;
    if (m_song != Song::None && m_song != Song::Over)
        endGesture(m_song == Song::AfterGlow ? std::optional(m_soundEnd) : std::nullopt);
    m_song = Song::None;
    m_isRunning = false;
    m_soundTimer.stop();
    m_statusTimer.stop();
    m_page.setStatus({});
    m_page.summary().setOutcomes(m_outcomes, m_notes);
    m_page.setStage(Stage::Summary);
    showSelfAgreement();
    Q_EMIT runningChanged();
}

/// Of this sitting's songs.
void LabelPresenter::showSelfAgreement()
{
    std::set<TrackId> tracks;
    for (const LabelOutcome& outcome : m_outcomes)
        if (!outcome.isTakenBack) tracks.insert(outcome.track);
    if (tracks.empty()) return;
    read<std::vector<SelfAgreement>>(
        [tracks, rater = m_plan.rater.toStdString()](
            LibraryDatabase& library) -> Result<std::vector<SelfAgreement>> {
            const auto labels = readLabels(library, { rater });
            if (!labels) return tl::unexpected(labels.error());
            return selfAgreementOf(*labels, tracks);
        },
        [this](const Result<std::vector<SelfAgreement>>& selves) {
            if (selves) m_page.summary().setSelfAgreement(*selves);
        });
}

} // namespace circumplex
