#include "ui/curve/track_page.h"

#include "core/services/track_session.h"
#include "core/types/mood_tags.h"
#include "ui/curve/track_figure.h"
#include "ui/curve/track_text.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kMostTagLanes = 8;

QToolButton* menuButton(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMinimumHeight(30);
    return button;
}

QToolButton* toolButton(
    const QString& text, const QString& name, const QKeySequence& key, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(key.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, key.toString()));
    button->setShortcut(key);
    button->setMinimumSize(30, 30);
    return button;
}

} // namespace

TrackPage::TrackPage(TrackSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_header(new QWidget(this))
    , m_tools(new QWidget(this))
    , m_notice(new QWidget(this))
    , m_readout(new QLabel(this))
    , m_overview(new TrackOverview(this))
    , m_lanes(new TrackLanes(this))
{
    setAccessibleName(tr("Track"));
    buildHeader();
    buildTools();

    m_notice->setObjectName(QStringLiteral("notice"));
    m_noticeText = new QLabel(m_notice);
    m_noticeText->setWordWrap(true);
    m_noticeButton = new QPushButton(tr("Analyse"), m_notice);
    auto* noticeRow = new QHBoxLayout(m_notice);
    noticeRow->setContentsMargins(16, 4, 16, 4);
    noticeRow->addWidget(m_noticeText, 1);
    noticeRow->addWidget(m_noticeButton);

    m_readout->setContentsMargins(16, 0, 16, 0);
    m_readout->setFixedHeight(24);
    m_readout->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readout->setAccessibleName(tr("Values at the cursor"));
    m_readout->setFont(palette::font(13));
    m_readout->setMinimumWidth(0);
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_tools);
    column->addWidget(m_overview);
    column->addWidget(m_readout);
    column->addWidget(m_lanes, 1);
    m_overview->setScene(&m_lanes->scene());

    connect(m_noticeButton, &QPushButton::clicked, this,
        [this] { Q_EMIT analysisRequested(m_session.track()); });
    connect(m_lanes, &TrackLanes::readoutChanged, m_readout, &QLabel::setText);
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
        m_loop->setEnabled(stretch.has_value());
        if (!stretch) m_loop->setChecked(false);
        if (m_loop->isChecked()) Q_EMIT loopRequested(stretch->first, stretch->second);
    });
    connect(m_overview, &TrackOverview::timeRequested, m_lanes, &TrackLanes::setTime);

    connect(&session, &TrackSession::viewRead, this, &TrackPage::showView);
    connect(&session, &TrackSession::waveformGrew, this, &TrackPage::showWaveform);
    connect(&session, &TrackSession::samplesRead, this,
        [this](std::int64_t firstSample, const std::vector<float>& mono) {
            m_lanes->edit([&](TrackScene& scene) { scene.closeUp = { firstSample, mono }; });
        });
    connect(&session, &TrackSession::viewFailed, this, [this](const QString& reason) {
        m_failure = reason;
        showNotice();
    });
    connect(&session, &TrackSession::waveformFailed, this, [this](const QString& reason) {
        m_waveformFailure = reason;
        showNotice();
    });
    connect(&session, &TrackSession::commentFailed, this, [this](const QString& reason) {
        m_commentFailure = reason;
        showNotice();
    });
    showNotice();
}

void TrackPage::buildHeader()
{
    auto* back = new QToolButton(m_header);
    back->setText(tr("‹ Library"));
    back->setAccessibleName(tr("Back to the library"));
    back->setAutoRaise(true);
    back->setMinimumHeight(30);
    m_title = new QLabel(m_header);
    m_title->setFont(palette::font(20, QFont::DemiBold));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setTextFormat(Qt::PlainText);
    m_chips = new QLabel(m_header);
    m_chips->setFont(palette::font(12));
    m_chips->setAccessibleName(tr("Moods"));
    m_compare = menuButton(tr("Compare"), tr("Choose whose curves are drawn"), m_header);
    m_compareMenu = new QMenu(m_compare);
    m_compare->setMenu(m_compareMenu);
    m_export = toolButton(
        tr("Export…"), tr("Save this picture as SVG, PDF or PNG"), QKeySequence::Save, m_header);
    m_analyse = new QPushButton(tr("Analyse again"), m_header);
    m_analyse->setMinimumHeight(30);
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(16, 8, 16, 0);
    row->setSpacing(8);
    row->addWidget(back);
    row->addWidget(m_title, 1);
    row->addWidget(m_chips);
    row->addWidget(m_compare);
    row->addWidget(m_export);
    row->addWidget(m_analyse);
    connect(back, &QToolButton::clicked, this, &TrackPage::backRequested);
    connect(m_export, &QToolButton::clicked, this, &TrackPage::chooseFigureFile);
    connect(m_analyse, &QPushButton::clicked, this,
        [this] { Q_EMIT analysisRequested(m_session.track()); });
}

void TrackPage::buildTools()
{
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    m_loop = toolButton(
        tr("Loop selection"), tr("Repeat the selected stretch"), QKeySequence(Qt::Key_L), m_tools);
    m_loop->setCheckable(true);
    m_loop->setEnabled(false);
    m_comment
        = toolButton(tr("Comment…"), tr("Write a comment at the cursor, or over the selection"),
            QKeySequence(Qt::Key_C), m_tools);
    m_lanesButton = menuButton(tr("Moods"), tr("Choose whose moods have a lane"), m_tools);
    m_lanesMenu = new QMenu(m_lanesButton);
    m_lanesButton->setMenu(m_lanesMenu);
    auto* smoothing = new QComboBox(m_tools);
    smoothing->setAccessibleName(tr("Smoothing of the curves"));
    smoothing->setToolTip(smoothing->accessibleName());
    smoothing->setMinimumHeight(30);
    smoothing->addItem(tr("Not smoothed"), 0.0);
    for (const double seconds : { 5.0, 15.0, 60.0 })
        smoothing->addItem(tr("Mean over %1 s").arg(seconds), seconds);
    auto* closer = toolButton(QStringLiteral("+"), tr("Zoom in"), {}, m_tools);
    auto* wider = toolButton(QStringLiteral("−"), tr("Zoom out"), {}, m_tools);
    auto* whole = toolButton(tr("Whole track"), tr("Show the whole track"), {}, m_tools);
    for (QWidget* widget :
        std::initializer_list<QWidget*> { m_loop, m_comment, m_lanesButton, smoothing })
        row->addWidget(widget);
    row->addStretch(1);
    for (QWidget* widget : { wider, closer, whole })
        row->addWidget(widget);

    connect(m_loop, &QToolButton::toggled, this, [this](bool isOn) {
        const auto stretch = m_lanes->selection();
        if (isOn && stretch)
            Q_EMIT loopRequested(stretch->first, stretch->second);
        else
            Q_EMIT loopRequested(0.0, 0.0);
    });
    connect(m_comment, &QToolButton::clicked, this, &TrackPage::writeComment);
    connect(smoothing, &QComboBox::currentIndexChanged, this, [this, smoothing] {
        m_lanes->edit([&](TrackScene& scene) {
            scene.smoothingSeconds = smoothing->currentData().toDouble();
        });
        chooseAgain();
    });
    connect(closer, &QToolButton::clicked, this, [this] { m_lanes->zoom(2.0); });
    connect(wider, &QToolButton::clicked, this, [this] { m_lanes->zoom(0.5); });
    connect(whole, &QToolButton::clicked, this, [this] {
        TimeWindow time = m_lanes->scene().time;
        time.showAll();
        m_lanes->setTime(time);
    });
}

void TrackPage::open(TrackId track)
{
    m_view.reset();
    m_models.clear();
    m_tags.clear();
    m_failure.clear();
    m_waveformFailure.clear();
    m_commentFailure.clear();
    m_title->clear();
    m_chips->clear();
    m_lanes->select(std::nullopt);
    m_lanes->edit([](TrackScene& scene) {
        scene.view.reset();
        scene.waveform.reset();
        scene.closeUp = {};
        scene.isAnalysing = false;
        scene.choose({}, {});
    });
    m_overview->refresh();
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
    m_soundProblem = sentence;
    showNotice();
}

void TrackPage::showView(const std::shared_ptr<const TrackView>& view)
{
    const bool isFirst = !m_view;
    m_view = view;
    m_failure.clear();
    m_commentFailure.clear();
    if (m_models.empty() || m_models.size() > view->readings.size()) m_models.clear();
    if (m_models.empty() && !view->readings.empty()) m_models = { 0 };
    m_lanes->edit([&](TrackScene& scene) {
        scene.view = view;
        const double seconds = view->durationSeconds();
        if (scene.time.duration() != seconds) scene.time = TimeWindow(seconds);
    });
    if (isFirst) m_lanes->setCursor(0.0);
    const QString artist = QString::fromStdString(view->track.tags.artist);
    m_title->setText(
        artist.isEmpty() ? view->title() : QStringLiteral("%1 – %2").arg(view->title(), artist));
    m_title->setToolTip(m_title->text());
    QStringList moods;
    if (!view->readings.empty()) {
        const Annotation& said = view->readings.front().stored.annotation;
        moods.append(palette::quarterName(palette::quarterOf(
            static_cast<double>(said.valence), static_cast<double>(said.arousal))));
        for (std::size_t i = 0; i < std::min<std::size_t>(2, said.moods.size()); ++i)
            moods.append(moodText(said.moods[i].tag));
    }
    m_chips->setText(moods.join(QStringLiteral(" · ")));
    fillMenus();
    chooseAgain();
    showNotice();
    if (isFirst && view->sound == TrackView::Sound::There)
        Q_EMIT soundAvailable(view->path, view->soundOffsetSeconds(), view->durationSeconds());
}

void TrackPage::showWaveform(const std::shared_ptr<const WaveformPyramid>& waveform)
{
    m_lanes->edit([&](TrackScene& scene) {
        scene.waveform = waveform;
        // Neither a scan nor an analysis told how long it is: then the sound itself does.
        if (scene.time.duration() <= 0.0 && waveform->isComplete())
            scene.time = TimeWindow(waveform->seconds());
    });
    m_overview->refresh();
    showNotice();
}

void TrackPage::chooseAgain()
{
    m_lanes->edit([&](TrackScene& scene) { scene.choose(m_models, m_tags); });
    m_lanes->setToolTip({});
    setAccessibleDescription(summaryText(m_lanes->scene()));
    m_overview->refresh();
}

void TrackPage::fillMenus()
{
    m_compareMenu->clear();
    for (std::size_t i = 0; i < m_view->readings.size(); ++i) {
        const auto& reading = m_view->readings[i];
        auto* action = m_compareMenu->addAction(
            tr("%1, analysed %2")
                .arg(reading.model,
                    QLocale().toString(
                        QDateTime::fromSecsSinceEpoch(reading.stored.provenance.analysedAt).date(),
                        QLocale::ShortFormat)));
        action->setCheckable(true);
        action->setChecked(std::ranges::find(m_models, i) != m_models.end());
        connect(action, &QAction::toggled, this, [this, i](bool isOn) {
            std::erase(m_models, i);
            if (isOn) m_models.push_back(i);
            chooseAgain();
        });
    }
    if (!m_view->traces.empty()) {
        m_compareMenu->addSeparator();
        auto* action = m_compareMenu->addAction(tr("What people drew, and how far they are off"));
        action->setCheckable(true);
        action->setChecked(m_lanes->scene().showsTraces);
        connect(action, &QAction::toggled, this, [this](bool isOn) {
            m_lanes->edit([&](TrackScene& scene) { scene.showsTraces = isOn; });
        });
    }
    m_compare->setEnabled(!m_compareMenu->isEmpty());

    m_lanesMenu->clear();
    m_lanesButton->setEnabled(!m_view->readings.empty());
    if (m_view->readings.empty()) return;
    auto* strongest = m_lanesMenu->addAction(tr("The five strongest"));
    connect(strongest, &QAction::triggered, this, [this] {
        m_tags.clear();
        fillMenus();
        chooseAgain();
    });
    m_lanesMenu->addSeparator();
    for (const MoodProbability& mood : m_view->readings.front().stored.annotation.moods) {
        auto* action = m_lanesMenu->addAction(moodText(mood.tag));
        action->setCheckable(true);
        action->setChecked(std::ranges::find(m_tags, mood.tag) != m_tags.end());
        connect(action, &QAction::toggled, this, [this, tag = mood.tag](bool isOn) {
            std::erase(m_tags, tag);
            if (isOn) m_tags.push_back(tag);
            if (m_tags.size() > kMostTagLanes) m_tags.erase(m_tags.begin());
            chooseAgain();
        });
    }
}

/// One row at most: the worst that there is to say, and what to do about it.
void TrackPage::showNotice()
{
    QString text;
    bool offersAnalysis = false;
    const TrackScene& scene = m_lanes->scene();
    if (!m_failure.isEmpty()) {
        text = m_failure;
    } else if (!m_commentFailure.isEmpty()) {
        text = tr("The comment was not saved. %1").arg(m_commentFailure);
    } else if (!m_view) {
        text = m_session.track() ? QString()
                                 : tr("Choose a track in the library to see and hear it here.");
    } else if (m_view->sound == TrackView::Sound::VolumeOffline) {
        text = tr("“%1” is not connected. What is known about this track stays; connect it to "
                  "listen.")
                   .arg(m_view->volume);
    } else if (m_view->sound == TrackView::Sound::FileGone) {
        text = tr("The file is gone: %1. Scan the library if it was moved.")
                   .arg(QString::fromStdString(m_view->path.string()));
    } else if (!m_waveformFailure.isEmpty()) {
        text = tr("The sound cannot be read. %1").arg(m_waveformFailure);
    } else if (scene.isAnalysing) {
        text = tr("Being analysed; what is dotted comes soon.");
    } else if (m_view->readings.empty()) {
        offersAnalysis = true;
        text = m_view->analysisError
            ? tr("The analysis failed. %1")
                  .arg(QString::fromStdString(m_view->analysisError->failure.reason))
            : tr("Not analysed yet: no curves, moods, key or chords.");
    } else if (!m_soundProblem.isEmpty()) {
        text = m_soundProblem;
    } else if (!scene.waveform || !scene.waveform->isComplete()) {
        text = tr("Reading the waveform…");
    }
    m_noticeText->setText(text);
    m_noticeButton->setVisible(offersAnalysis);
    m_noticeButton->setText(m_view && m_view->analysisError ? tr("Try again") : tr("Analyse"));
    m_notice->setVisible(!text.isEmpty());
    const bool isOpen = m_view != nullptr;
    m_tools->setEnabled(isOpen);
    m_export->setEnabled(isOpen);
    m_analyse->setEnabled(isOpen && !scene.isAnalysing && m_view->sound == TrackView::Sound::There);
    m_analyse->setVisible(isOpen && !m_view->readings.empty());
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
    // Some more on either side, so that panning does not ask at every step.
    const std::int64_t from = std::max<std::int64_t>(first - count, 0);
    m_session.requestSamples(from, static_cast<int>(first + 2 * count - from));
}

void TrackPage::writeComment()
{
    const auto stretch = m_lanes->selection();
    const QString place = stretch
        ? tr("%1 to %2").arg(timeText(stretch->first, 1), timeText(stretch->second, 1))
        : timeText(m_lanes->cursor(), 1);
    bool isGiven = false;
    const QString text = QInputDialog::getMultiLineText(
        this, tr("Comment"), tr("Comment at %1:").arg(place), {}, &isGiven);
    if (!isGiven || text.trimmed().isEmpty()) return;
    TrackComment comment { .startSeconds = stretch ? stretch->first : m_lanes->cursor(),
        .text = text.trimmed().toStdString(),
        .writtenAt = QDateTime::currentSecsSinceEpoch() };
    if (stretch) comment.endSeconds = stretch->second;
    m_session.addComment(comment);
}

void TrackPage::chooseFigureFile()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save this picture"),
        m_view->title() + QStringLiteral(".svg"),
        tr("Drawing (*.svg);;Document (*.pdf);;Picture (*.png)"));
    if (file.isEmpty()) return;
    m_soundProblem = exportFigure(file);
    showNotice();
}

QString TrackPage::exportFigure(const QString& file) const
{
    return writeTrackFigure(file, m_lanes->scene());
}

} // namespace circumplex
