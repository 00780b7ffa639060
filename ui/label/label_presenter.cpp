#include "ui/label/label_presenter.h"

#include "core/library/label_store.h"
#include "core/library/library_database.h"
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
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QUndoStack>

#include <algorithm>
#include <cmath>
#include <map>

namespace circumplex {

namespace {

constexpr std::size_t kSuggestions = 24;
constexpr std::size_t kMostOffered = 500; ///< songs of one sitting
constexpr double kSampleSeconds = 0.05;
constexpr int kStillMs = 1500; ///< without sound going on, before that is said
constexpr double kStillSeconds = 0.3; ///< of sound in that time are none
constexpr double kGlowSeconds = 3.0; ///< after the sound, in which a rating still moves

using Stage = LabelPage::Stage;

QString titleOf(const TrackView& view)
{
    const QString artist = QString::fromStdString(view.track.tags.artist);
    return artist.isEmpty() ? view.title() : QStringLiteral("%1 – %2").arg(view.title(), artist);
}

QString titleOf(const TrackRow& row)
{
    const QString title = row.title.empty()
        ? QFileInfo(QFile::decodeName(row.path.c_str())).completeBaseName()
        : QString::fromStdString(row.title);
    return row.artist.empty()
        ? title
        : QStringLiteral("%1 – %2").arg(title, QString::fromStdString(row.artist));
}

std::optional<EmotionPlace> modelPlace(const TrackView& view)
{
    if (view.readings.empty()) return std::nullopt;
    const Annotation& said = view.readings.front().stored.annotation;
    return EmotionPlace { static_cast<double>(said.valence), static_cast<double>(said.arousal) };
}

Result<std::vector<InterruptedRating>> readInterrupted(LibraryDatabase& library)
{
    const LabelStore labels(library);
    auto traces = labels.interruptedTraces();
    if (!traces) return tl::unexpected(traces.error());
    if (traces->empty()) return std::vector<InterruptedRating> {};
    const auto sessions = labels.sessions();
    if (!sessions) return tl::unexpected(sessions.error());
    std::map<std::pair<SessionId, TrackId>, InterruptedRating> ratings;
    for (Trace& trace : *traces) {
        InterruptedRating& rating = ratings[{ trace.session, trace.track }];
        if (!trace.samples.empty())
            rating.seconds
                = std::max(rating.seconds, static_cast<double>(trace.samples.back().seconds));
        rating.traces.push_back(std::move(trace));
    }
    std::vector<InterruptedRating> found;
    for (auto& [key, rating] : ratings) {
        const auto view = readTrackView(library, key.second);
        if (!view) continue;
        rating.title = titleOf(*view);
        const auto session = std::ranges::find(*sessions, key.first, &RatingSession::id);
        if (session != sessions->end()) rating.rater = QString::fromStdString(session->raterName);
        found.push_back(std::move(rating));
    }
    return found;
}

} // namespace

LabelPresenter::LabelPresenter(
    LabelPage& page, LibraryReader& reader, QUndoStack& undo, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_reader(reader)
    , m_undo(undo)
    , m_recorder(reader.file())
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
    connect(&setup, &SetupPanel::raterChanged, this, &LabelPresenter::refreshRater);
    connect(&setup, &SetupPanel::planEdited, this, &LabelPresenter::planChanged);
    connect(&setup, &SetupPanel::continueWanted, this, &LabelPresenter::resume);
    connect(&setup, &SetupPanel::discardWanted, this, [this](const InterruptedRating& rating) {
        m_recorder.discard(rating.traces);
        m_page.setup().setInterrupted({});
        QTimer::singleShot(300, this, &LabelPresenter::refreshSetup);
    });
    connect(&setup, &SetupPanel::practiceWanted, this, [this] {
        openGamepad();
        m_page.practice().prepare(m_page.setup().plan().instrument);
        m_page.setStage(Stage::Practice);
    });
    PracticePanel& practice = m_page.practice();
    connect(&practice, &PracticePanel::closed, this, [this] {
        m_page.setStage(Stage::Setup);
        refreshRater();
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
    connect(&listening.plane(), &RatingPlane::placed, this, &LabelPresenter::say);
    connect(&m_page.rating(), &RatingPanel::saveClicked, this, &LabelPresenter::saveRating);
    connect(&m_page.rating(), &RatingPanel::skipClicked, this, [this] { passOver({}); });
    connect(&m_page.summary(), &SummaryPanel::closed, this, [this] {
        m_page.setStage(Stage::Setup);
        refreshSetup();
    });
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
    connect(&m_recorder, &RatingRecorder::saved, this, &LabelPresenter::labelsChanged);
}

void LabelPresenter::offer(std::vector<TrackId> selected, std::vector<TrackId> found)
{
    m_selected = std::move(selected);
    m_found = std::move(found);
    for (std::vector<TrackId>* tracks : { &m_selected, &m_found })
        if (tracks->size() > kMostOffered) tracks->resize(kMostOffered);
    if (!m_isRunning) refreshSetup();
}

void LabelPresenter::refreshSetup()
{
    const auto showRows = [this](LabelPlan::Songs source) {
        return [this, source](const Result<std::vector<TrackRow>>& rows) {
            std::vector<LabelSong> songs;
            if (rows)
                for (const TrackRow& row : *rows)
                    songs.push_back({ .track = row.id, .title = titleOf(row) });
            m_page.setup().setSongs(source, songs);
        };
    };
    m_reader.rows(this, m_selected, showRows(LabelPlan::Songs::Selected));
    m_reader.rows(this, m_found, showRows(LabelPlan::Songs::Found));
    m_page.setup().setHasGamepad(GamepadReader::firstDevice().has_value());
    read<std::vector<InterruptedRating>>(
        readInterrupted, [this](const Result<std::vector<InterruptedRating>>& ratings) {
            if (ratings && !m_isRunning) m_page.setup().setInterrupted(*ratings);
        });
    read<std::vector<RatingSession>>(
        [](LibraryDatabase& library) { return LabelStore(library).sessions(); },
        [this](const Result<std::vector<RatingSession>>& sessions) {
            if (!sessions) return;
            QStringList names;
            for (const RatingSession& session : *sessions) {
                const QString name = QString::fromStdString(session.raterName);
                if (!names.contains(name)) names << name;
            }
            m_page.setup().setRaters(names);
        });
    refreshRater();
}

void LabelPresenter::refreshRater()
{
    const LabelPlan plan = m_page.setup().plan();
    const std::string rater = plan.rater.toStdString();
    const std::string instrument = sourceName(plan.instrument).toStdString();
    read<std::optional<LatencyTest>>(
        [rater, instrument](
            LibraryDatabase& library) { return LabelStore(library).latencyOf(rater, instrument); },
        [this, rater](const Result<std::optional<LatencyTest>>& test) {
            if (!test || rater != m_page.setup().plan().rater.toStdString()) return;
            m_latencySeconds = *test ? (*test)->latencySeconds : 0.0;
            m_page.setup().setLatency(*test);
        });
    m_reader.proposals(
        this, rater, kSuggestions, [this](const Result<std::vector<LabelProposal>>& proposals) {
            if (!proposals) return;
            std::vector<TrackId> tracks;
            std::map<TrackId, LabelProposal> reasons;
            for (const LabelProposal& proposal : *proposals) {
                tracks.push_back(proposal.track);
                reasons[proposal.track] = proposal;
            }
            m_reader.rows(this, tracks, [this, reasons](const Result<std::vector<TrackRow>>& rows) {
                std::vector<LabelSong> songs;
                if (rows)
                    for (const TrackRow& row : *rows)
                        songs.push_back({ .track = row.id,
                            .title = titleOf(row),
                            .reason = reasons.at(row.id) });
                m_page.setup().setSongs(LabelPlan::Songs::Suggested, songs);
            });
        });
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

void LabelPresenter::openGamepad()
{
    const auto device = GamepadReader::firstDevice();
    m_gamepad.reset();
    if (!device) return;
    m_gamepad = std::make_unique<GamepadReader>(*device);
    connect(m_gamepad.get(), &GamepadReader::moved, this, [this](double right, double up) {
        const EmotionPlace place { 5.0 + 4.0 * right, 5.0 + 4.0 * up };
        if (m_page.stage() == Stage::Practice)
            m_page.practice().plane().putPlace(place, RatingPlane::Source::Gamepad);
        else if (m_page.stage() == Stage::Listening)
            m_page.listening().plane().putPlace(place, RatingPlane::Source::Gamepad);
    });
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
                ? tr("“%1” was passed over: its file is gone.").arg(titleOf(*view))
                : tr("“%1” was passed over: the disk “%2” is not there.")
                      .arg(titleOf(*view), view->volume));
        return;
    }
    makePlayer();
    if (m_plan.isContinuous) openGamepad();
    ListeningPanel& panel = m_page.listening();
    panel.setSong(titleOf(*view), placeInSitting());
    panel.setHasPlane(m_plan.isContinuous);
    panel.plane().setAxes(m_plan.axes);
    panel.plane().setPlace(std::nullopt);
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
        m_resumed.reset();
    }
    hear(from);
}

void LabelPresenter::hear(double fromSeconds)
{
    m_song = Song::Playing;
    ListeningPanel& panel = m_page.listening();
    panel.setPaused(false);
    panel.plane().setLive(m_plan.isContinuous);
    panel.plane().setFocus(Qt::OtherFocusReason);
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
    m_page.listening().plane().setLive(false);
    m_page.listening().plane().setFocus(Qt::OtherFocusReason);
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
        panel.plane().setLive(false);
    } else if (state == Player::State::Failed && m_player->failure()) {
        panel.setProblem(tr("The song cannot be heard to its end. %1 Rate it as far as you heard "
                            "it, or pass over it.")
                             .arg(errorText(*m_player->failure())));
        panel.plane().setLive(false);
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
        text = tr("Find your way into the song: the first %1 seconds are marked and count less.")
                   .arg(QLocale().toString(qRound(m_plan.orientationSeconds)));
    else if (!m_hasGesture)
        text = m_plan.instrument == RatingPlane::Source::Keys
            ? tr("Press an arrow key to begin.")
            : tr("Move the ring over the plane to begin.");
    else if (m_plan.locus == EmotionLocus::Felt)
        text = tr("Keep the ring where you feel at this moment.");
    else
        text = tr("Keep the ring where the music is at this moment.");
    panel.setHint(text);
    panel.plane().setPale(m_song == Song::AfterGlow
        || (m_player && m_player->position() < m_plan.orientationSeconds));
}

void LabelPresenter::say(const EmotionPlace&)
{
    const bool isHeard = m_song == Song::Playing && m_player->state() == Player::State::Playing;
    if (!isHeard && m_song != Song::AfterGlow) return;
    if (!m_hasGesture) {
        m_recorder.beginGesture({ .track = m_view->track.id,
            .dimensions = m_plan.dimensions(),
            .latencySeconds = m_latencySeconds,
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
    const auto& place = m_page.listening().plane().place();
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
    m_page.listening().plane().setLive(false);
    if (m_player) m_player->close();
    if (std::exchange(m_hasGesture, false)) m_recorder.finishGesture(soundEndSeconds);
}

void LabelPresenter::startAgain()
{
    if (m_song == Song::None || m_song == Song::Over) return;
    m_glowTimer.stop();
    if (std::exchange(m_hasGesture, false)) m_recorder.discardGesture();
    m_lastSample = -1.0;
    m_page.listening().plane().setPlace(std::nullopt);
    m_page.listening().setProblem({});
    hear(0.0);
}

void LabelPresenter::askForRating()
{
    const std::optional<EmotionPlace> model = m_plan.isBlind ? std::nullopt : modelPlace(*m_view);
    m_page.setStage(Stage::Rating);
    m_page.rating().ask(titleOf(*m_view), placeInSitting(), m_plan.locus, model);
}

void LabelPresenter::saveRating()
{
    if (!m_view) return;
    SongRating song = m_page.rating().rating();
    const TrackId track = m_view->track.id;
    const QString title = titleOf(*m_view);
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
    m_gamepad.reset();
    m_page.summary().setOutcomes(m_outcomes, m_notes);
    m_page.setStage(Stage::Summary);
    Q_EMIT runningChanged();
}

} // namespace circumplex
