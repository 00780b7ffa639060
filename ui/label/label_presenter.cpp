#include "ui/label/label_presenter.h"

#include "core/services/label_set.h"
#include "core/services/library_access.h"
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
#include <set>

namespace circumplex {

namespace {

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
    , m_listening(page.listening(), m_recorder, m_setup)
    , m_hands(page, devices)
    , m_jobs(*this, 1)
{
    m_statusTimer.setInterval(1000);
    connect(&m_statusTimer, &QTimer::timeout, this, &LabelPresenter::showStatus);
    connectPage();
    connectRecorder();
}

LabelPresenter::~LabelPresenter() = default;

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
    connect(&m_page, &LabelPage::spacePressed, &m_listening, &ListeningPresenter::togglePause);
    connect(&m_page, &LabelPage::left, &m_listening, &ListeningPresenter::pause);
    connect(&m_listening, &ListeningPresenter::over, this, &LabelPresenter::askForRating);
    connect(&listening, &ListeningPanel::rateClicked, this, [this] {
        if (!m_listening.isOn()) return;
        m_listening.finish();
        askForRating();
    });
    connect(&listening, &ListeningPanel::skipClicked, this, [this] { passOver({}); });
    connect(&listening, &ListeningPanel::endClicked, this, &LabelPresenter::finish);
    connect(&m_page.rating(), &RatingPanel::saveClicked, this, &LabelPresenter::saveRating);
    connect(&m_page.rating(), &RatingPanel::skipClicked, this, [this] { passOver({}); });
    connect(&m_page.summary(), &SummaryPanel::closed, this, [this] {
        m_page.setStage(Stage::Setup);
        m_setup.refresh();
    });
    connect(&m_hands, &HandControl::lost, this, [this] {
        if (!m_isRunning) return;
        m_listening.pause();
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

QString LabelPresenter::placeInSitting() const
{
    return tr("Song %1 of %2")
        .arg(QLocale().toString(static_cast<qlonglong>(m_at + 1)),
            QLocale().toString(static_cast<qlonglong>(m_plan.tracks.size())));
}

void LabelPresenter::nextSong()
{
    m_view.reset();
    if (m_at >= m_plan.tracks.size()) return finish();
    const TrackId track = m_plan.tracks[m_at];
    readLibrary<std::shared_ptr<const TrackView>>(
        m_jobs, m_reader.file(),
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
    m_page.setStage(Stage::Listening);
    m_listening.open(view, m_plan, placeInSitting(), std::exchange(m_resumed, {}));
}

void LabelPresenter::showStatus()
{
    m_page.setStatus(
        tr("Sitting of %1, %2")
            .arg(m_plan.rater, durationText(static_cast<double>(m_sinceStart.elapsed()) / 1000.0)));
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
    m_listening.discard();
    if (!note.isEmpty()) m_notes << note;
    ++m_at;
    nextSong();
}

void LabelPresenter::finish()
{
    if (!m_isRunning) return;
    m_listening.finish();
    m_isRunning = false;
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
    readLibrary<std::vector<SelfAgreement>>(
        m_jobs, m_reader.file(),
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
