#include "ui/curve/track_page.h"

#include "ui/common/empty_page.h"
#include "ui/curve/comment_dialog.h"
#include "ui/curve/track_figure.h"
#include "ui/curve/track_header.h"
#include "ui/curve/track_text.h"
#include "ui/curve/track_tools.h"

#include <QDateTime>
#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace circumplex {

namespace {

constexpr std::size_t kMostTagLanes = 8;

} // namespace

TrackPage::TrackPage(TrackSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_empty(new EmptyPage(EmptyPage::Picture::Curves, this))
    , m_header(new TrackHeader(this))
    , m_notice(new TrackNotice(this))
    , m_tools(new TrackTools(this))
    , m_overview(new TrackOverview(this))
    , m_lanes(new TrackLanes(this))
{
    setAccessibleName(tr("Track"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_empty->setSentence(tr("No track is open"),
        tr("Open one in the library, with a double click or Enter, to hear it and to see how it "
           "feels from moment to moment."));
    connect(m_empty->addButton(tr("Go to the library")), &QPushButton::clicked, this,
        &TrackPage::backRequested);
    column->addWidget(m_empty, 1);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_tools);
    column->addWidget(m_overview);
    column->addWidget(m_lanes, 1);
    m_overview->setScene(&m_lanes->scene());
    connectParts();
    connectSession();
    fillMenus();
    showNotice();
}

void TrackPage::connectParts()
{
    connect(m_notice, &TrackNotice::analyseClicked, this, &TrackPage::analyse);
    connect(m_header, &TrackHeader::analyseClicked, this, &TrackPage::analyse);
    connect(m_header, &TrackHeader::backClicked, this, &TrackPage::backRequested);
    connect(m_header, &TrackHeader::exportClicked, this, &TrackPage::chooseFigureFile);
    connect(m_header, &TrackHeader::modelToggled, this, &TrackPage::toggleModel);
    connect(m_header, &TrackHeader::raterToggled, this, [this](const QString& rater, bool isOn) {
        m_lanes->edit([&](TrackScene& scene) {
            if (isOn)
                scene.hiddenRaters.erase(rater);
            else
                scene.hiddenRaters.insert(rater);
        });
        fillMenus();
    });
    connect(m_tools, &TrackTools::loopToggled, this, [this](bool isOn) {
        const auto stretch = m_lanes->selection();
        if (isOn && stretch)
            Q_EMIT loopRequested(stretch->first, stretch->second);
        else
            Q_EMIT loopRequested(0.0, 0.0);
    });
    connect(m_tools, &TrackTools::commentClicked, this, &TrackPage::writeComment);
    connect(m_tools, &TrackTools::commentChosen, this, &TrackPage::editComment);
    connect(m_tools, &TrackTools::strongestTagsChosen, this, [this] {
        m_tags.clear();
        fillMenus();
        chooseAgain();
    });
    connect(m_tools, &TrackTools::tagToggled, this, [this](int tag, bool isOn) {
        std::erase(m_tags, tag);
        if (isOn) m_tags.push_back(tag);
        if (m_tags.size() > kMostTagLanes) m_tags.erase(m_tags.begin());
        chooseAgain();
    });
    connect(m_tools, &TrackTools::smoothingChosen, this, [this](double seconds) {
        m_lanes->edit([&](TrackScene& scene) { scene.smoothingSeconds = seconds; });
        chooseAgain();
    });
    connect(m_tools, &TrackTools::zoomClicked, m_lanes, &TrackLanes::zoom);
    connect(m_tools, &TrackTools::wholeClicked, m_lanes, &TrackLanes::showAll);
    connect(m_overview, &TrackOverview::timeRequested, m_lanes, &TrackLanes::setTime);
    connect(m_lanes, &TrackLanes::timeChanged, this, [this] {
        m_overview->update();
        askForCloseUp();
    });
    connect(m_lanes, &TrackLanes::seekRequested, this, [this](double seconds) {
        m_overview->setCursor(seconds);
        Q_EMIT seekRequested(seconds);
    });
    connect(m_lanes, &TrackLanes::selectionChanged, this, [this] {
        const auto stretch = m_lanes->selection();
        m_tools->setSelection(stretch);
        if (m_tools->isLooping()) Q_EMIT loopRequested(stretch->first, stretch->second);
    });
    connect(m_lanes, &TrackLanes::commentDoubleClicked, this, &TrackPage::editComment);
}

void TrackPage::connectSession()
{
    connect(&m_session, &TrackSession::viewRead, this, &TrackPage::showView);
    connect(&m_session, &TrackSession::waveformGrew, this, &TrackPage::showWaveform);
    connect(&m_session, &TrackSession::samplesRead, this,
        [this](std::int64_t firstSample, const std::vector<float>& mono) {
            m_lanes->edit([&](TrackScene& scene) { scene.closeUp = { firstSample, mono }; });
        });
    const auto tell = [this](QString TrackNotice::Problems::*place) {
        return [this, place](const QString& reason) {
            m_problems.*place = reason;
            showNotice();
        };
    };
    connect(&m_session, &TrackSession::waveformFailed, this, [this] {
        m_lanes->edit([](TrackScene& scene) { scene.isReadingSound = false; });
        m_overview->update();
    });
    connect(&m_session, &TrackSession::viewFailed, this, tell(&TrackNotice::Problems::view));
    connect(
        &m_session, &TrackSession::waveformFailed, this, tell(&TrackNotice::Problems::waveform));
    connect(&m_session, &TrackSession::commentFailed, this, tell(&TrackNotice::Problems::comment));
}

void TrackPage::open(TrackId track)
{
    m_view.reset();
    m_models.clear();
    m_tags.clear();
    m_asked = {};
    m_problems = { .sound = m_problems.sound };
    m_lanes->select(std::nullopt);
    m_lanes->edit([](TrackScene& scene) {
        scene.view.reset();
        scene.waveform.reset();
        scene.closeUp = {};
        scene.isAnalysing = false;
        scene.isReadingSound = true;
        scene.hiddenRaters.clear();
        scene.choose({}, {});
    });
    setCursor(0.0);
    m_overview->refresh();
    fillMenus();
    Q_EMIT opening();
    m_session.open(track);
    showNotice();
}

void TrackPage::setAnalysing(bool isAnalysing)
{
    m_lanes->edit([&](TrackScene& scene) { scene.isAnalysing = isAnalysing; });
    showNotice();
}

void TrackPage::setCursor(double seconds)
{
    m_lanes->setCursor(seconds);
    m_overview->setCursor(seconds);
}

void TrackPage::setSoundProblem(const QString& sentence)
{
    m_problems.sound = sentence;
    showNotice();
}

void TrackPage::showView(const std::shared_ptr<const TrackView>& view)
{
    const bool isFirst = !m_view;
    m_view = view;
    m_problems.view.clear();
    m_problems.comment.clear();
    dropMissingModels();
    m_lanes->edit([&](TrackScene& scene) {
        scene.view = view;
        scene.choose(shownReadings(), m_tags);
        const double seconds = view->durationSeconds();
        if (scene.time.duration() != seconds) scene.time = TimeWindow(seconds);
        if (view->sound != TrackView::Sound::There) scene.isReadingSound = false;
    });
    fillMenus();
    chooseAgain();
    showNotice();
    tellReading();
    askForCloseUp();
    if (isFirst && view->sound == TrackView::Sound::There)
        Q_EMIT soundAvailable(view->path, view->soundOffsetSeconds(), view->durationSeconds());
}

void TrackPage::showWaveform(const std::shared_ptr<const WaveformPyramid>& waveform)
{
    m_lanes->edit([&](TrackScene& scene) {
        scene.waveform = waveform;
        scene.isReadingSound = !waveform->isComplete();
        // Neither a scan nor an analysis told how long it is: then the sound itself does.
        if (scene.time.duration() <= 0.0 && waveform->isComplete())
            scene.time = TimeWindow(waveform->seconds());
    });
    m_overview->refresh();
    showNotice();
    askForCloseUp(); // a short track is seen closely from the start
}

/// Models are remembered by what they are: a place in a list means another one when the list is
/// read again.
std::vector<std::size_t> TrackPage::shownReadings() const
{
    std::vector<std::size_t> shown;
    if (!m_view || m_view->readings.empty()) return shown;
    for (const ChosenModel& model : m_models) {
        const auto place
            = std::ranges::find(m_view->readings, model.hash, &TrackView::Reading::hash);
        if (place != m_view->readings.end())
            shown.push_back(static_cast<std::size_t>(place - m_view->readings.begin()));
    }
    if (shown.empty()) shown.push_back(0);
    return shown;
}

void TrackPage::dropMissingModels()
{
    QStringList gone;
    std::erase_if(m_models, [&](const ChosenModel& model) {
        const bool isGone
            = std::ranges::find(m_view->readings, model.hash, &TrackView::Reading::hash)
            == m_view->readings.end();
        if (isGone) gone.append(model.name);
        return isGone;
    });
    if (gone.isEmpty()) return;
    m_problems.model = tr("What “%1” said of this track is not in the library any more.")
                           .arg(gone.join(QStringLiteral(", ")));
}

void TrackPage::toggleModel(std::size_t reading, bool isOn)
{
    std::vector<std::size_t> shown = shownReadings();
    std::erase(shown, reading);
    if (isOn) shown.push_back(reading);
    m_models.clear();
    // The model in use alone is what is shown to whoever never chose, too.
    if (shown != std::vector<std::size_t> { 0 })
        for (const std::size_t index : shown) {
            const TrackView::Reading& chosen = m_view->readings.at(index);
            m_models.push_back({ chosen.hash, chosen.model });
        }
    m_problems.model.clear();
    chooseAgain();
    fillMenus();
    showNotice();
    tellReading();
}

void TrackPage::tellReading()
{
    Q_EMIT readingShown(m_view, m_lanes->scene().mainReading());
}

void TrackPage::chooseAgain()
{
    m_lanes->edit([&](TrackScene& scene) { scene.choose(shownReadings(), m_tags); });
    setAccessibleDescription(summaryText(m_lanes->scene()));
    m_overview->setAccessibleDescription(accessibleDescription());
    m_overview->refresh();
}

void TrackPage::fillMenus()
{
    m_header->setView(m_lanes->scene(), shownReadings());
    m_tools->setView(m_view.get(), m_lanes->scene().mainReading(), m_tags);
}

void TrackPage::showNotice()
{
    const TrackScene& scene = m_lanes->scene();
    const bool isChosen = bool(m_session.track());
    m_empty->setVisible(!isChosen);
    for (QWidget* part : std::initializer_list<QWidget*> { m_header, m_tools, m_overview, m_lanes })
        part->setVisible(isChosen);
    m_notice->show(scene, m_problems);
    m_header->setAnalysable(
        m_view && !scene.isAnalysing && m_view->sound == TrackView::Sound::There);
}

void TrackPage::askForCloseUp()
{
    const TrackScene& scene = m_lanes->scene();
    if (!scene.waveform || !scene.view) return;
    const double rate = scene.waveform->sampleRateHz();
    const int width = TrackLayout(m_lanes->rect(), scene).plot.width();
    if (scene.time.span() * rate / width >= WaveformPyramid::kBaseSamples) return;
    const auto first
        = static_cast<std::int64_t>((scene.view->soundOffsetSeconds() + scene.time.begin()) * rate);
    const auto count = static_cast<std::int64_t>(scene.time.span() * rate) + 2;
    const auto held = scene.closeUp.firstSample;
    const auto heldEnd = held + static_cast<std::int64_t>(scene.closeUp.mono.size());
    if (first >= held && first + count <= heldEnd) return;
    if (first >= m_asked.first && first + count <= m_asked.second) return;
    // Some more on either side, so that panning does not ask at every step.
    const std::int64_t from = std::max<std::int64_t>(first - count, 0);
    m_asked = { from, first + 2 * count };
    m_session.requestSamples(from, static_cast<int>(m_asked.second - from));
}

void TrackPage::toggleLoop()
{
    // Without a selection, what is seen is meant.
    const TimeWindow& time = m_lanes->scene().time;
    if (!m_lanes->selection() && time.duration() > 0.0)
        m_lanes->select(TrackLanes::Stretch { time.begin(), time.end() });
    m_tools->toggleLoop();
}

void TrackPage::openCompare()
{
    m_header->openCompare();
}

void TrackPage::analyse()
{
    Q_EMIT analysisRequested(m_session.track());
}

void TrackPage::writeComment()
{
    if (!m_view) return;
    const auto stretch = m_lanes->selection();
    TrackComment comment { .track = m_view->track.id,
        .startSeconds = stretch ? stretch->first : m_lanes->cursor() };
    if (stretch) comment.endSeconds = stretch->second;
    editComment(comment);
}

void TrackPage::editComment(const TrackComment& comment)
{
    CommentDialog dialog(comment, m_lanes->scene().time.duration(), this);
    if (dialog.exec() != QDialog::Accepted) return;
    CommentChange change;
    if (comment.id) change.before = comment;
    if (!dialog.isRemoved()) {
        change.after = dialog.comment();
        change.after->writtenAt = QDateTime::currentSecsSinceEpoch();
        if (comment.id && change.after->text == comment.text
            && change.after->startSeconds == comment.startSeconds
            && change.after->endSeconds == comment.endSeconds)
            return;
    }
    Q_EMIT commentWanted(std::make_shared<CommentChange>(std::move(change)));
}

void TrackPage::chooseFigureFile()
{
    if (!m_view) return;
    QFileDialog dialog(this, tr("Save this picture"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters({ tr("Drawing (*.svg)"), tr("Document (*.pdf)"), tr("Picture (*.png)") });
    // A name without an ending gets that of the chosen kind.
    const auto follow = [&dialog](const QString& filter) {
        const auto dot = filter.lastIndexOf(u'.');
        dialog.setDefaultSuffix(filter.mid(dot + 1, 3));
    };
    connect(&dialog, &QFileDialog::filterSelected, &dialog, follow);
    follow(dialog.nameFilters().constFirst());
    dialog.selectFile(m_view->title());
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return;
    m_problems.figure = exportFigure(dialog.selectedFiles().constFirst());
    showNotice();
}

QString TrackPage::exportFigure(const QString& file) const
{
    return writeTrackFigure(file, m_lanes->scene());
}

} // namespace circumplex
