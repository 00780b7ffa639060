#include "ui/main_window/status_strip.h"

#include "ui/common/core_text.h"
#include "ui/common/elided_label.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace circumplex {

namespace {

constexpr std::size_t kMostProblems = 1000; ///< older ones are forgotten

int asInt(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, 1 << 30));
}

QString deviceText(const QString& device)
{
    if (device == u"cpu") return StatusStrip::tr("processor");
    return device.startsWith(u"cuda") ? StatusStrip::tr("graphics card") : device;
}

/// What came of the work that is over; empty: there was none.
QString outcomeText(const EngineStatus& status)
{
    if (status.done == 0 && status.failed == 0) return {};
    const QString done = StatusStrip::tr("%Ln song(s) analysed", nullptr, asInt(status.done));
    if (status.failed == 0) return done;
    return StatusStrip::tr("%1, %2", "5 songs analysed, 2 could not be")
        .arg(done, StatusStrip::tr("%Ln could not be", "songs analysed", asInt(status.failed)));
}

QString activityText(const EngineStatus& status)
{
    using Activity = EngineStatus::Activity;
    switch (status.activity) {
    case Activity::Starting:
        return StatusStrip::tr("Getting the model ready \u2026");
    case Activity::Ready:
        return {};
    case Activity::Working:
        break;
    case Activity::Paused:
        return StatusStrip::tr("Paused, %Ln song(s) left", nullptr, asInt(status.remaining));
    case Activity::Waiting:
        return coreText(status.waitingFor);
    case Activity::Idle:
        return outcomeText(status);
    }
    QString text = StatusStrip::tr("Analysing on the %1: %2 of %3 songs")
                       .arg(deviceText(status.device),
                           QLocale().toString(static_cast<qlonglong>(status.done)),
                           QLocale().toString(static_cast<qlonglong>(
                               status.done + status.failed + status.remaining)));
    if (status.etaSeconds) text += QStringLiteral(" \u00b7 ") + timeLeftText(*status.etaSeconds);
    return text;
}

} // namespace

QString timeLeftText(double seconds)
{
    const double minutes = seconds / 60.0;
    if (minutes < 1.0) return StatusStrip::tr("less than a minute left");
    if (minutes < 90.0)
        return StatusStrip::tr(
            "about %Ln minute(s) left", nullptr, static_cast<int>(std::lround(minutes)));
    if (minutes < 36.0 * 60.0)
        return StatusStrip::tr(
            "about %Ln hour(s) left", nullptr, static_cast<int>(std::lround(minutes / 60.0)));
    return StatusStrip::tr(
        "about %Ln day(s) left", nullptr, static_cast<int>(std::lround(minutes / 1440.0)));
}

StatusStrip::StatusStrip(QWidget* parent)
    : QWidget(parent)
    , m_pause(new QPushButton(this))
    , m_text(new ElidedLabel(this))
    , m_progress(new QProgressBar(this))
    , m_job(new ElidedLabel(this))
    , m_errors(new QPushButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 2, 16, 2);
    row->setSpacing(10);
    setFixedHeight(34);
    m_pause->setProperty("flat", true);
    m_pause->setIconSize({ 16, 16 });
    m_pause->hide();
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the analysis"));
    m_progress->hide();
    m_text->setProperty("secondary", true);
    m_job->setProperty("secondary", true);
    m_errors->setProperty("flat", true);
    m_errors->hide();
    row->addWidget(m_pause);
    row->addWidget(m_progress);
    row->addWidget(m_text);
    row->addStretch(1);
    // Two lines of text that share the room: each gives way, none is wider than it needs to be.
    for (ElidedLabel* text : { m_text, m_job })
        text->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    row->addWidget(m_job);
    row->addWidget(m_errors);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_activity == EngineStatus::Activity::Paused)
            Q_EMIT resumeWanted();
        else
            Q_EMIT pauseWanted();
    });
    connect(m_errors, &QPushButton::clicked, this, &StatusStrip::showProblems);
}

void StatusStrip::setStatus(const EngineStatus& status)
{
    using Activity = EngineStatus::Activity;
    m_activity = status.activity;
    m_text->setText(activityText(status));
    QStringList details;
    if (!status.model.isEmpty()) details << tr("Model %1, %2").arg(status.model, status.dtype);
    if (status.soundPerSecond > 0.0)
        details << tr("%1 seconds of music in a second")
                       .arg(QLocale().toString(status.soundPerSecond, 'f', 1));
    m_text->setToolTip(details.join(QLatin1Char('\n')));
    const bool isUnderWay
        = status.activity == Activity::Working || status.activity == Activity::Paused;
    const auto all = static_cast<double>(status.done + status.failed + status.remaining);
    m_progress->setVisible(isUnderWay && all > 0.0);
    if (all > 0.0)
        m_progress->setValue(
            qRound(1000.0 * static_cast<double>(status.done + status.failed) / all));
    m_pause->setVisible(isUnderWay);
    const bool isPaused = status.activity == Activity::Paused;
    m_pause->setIcon(lineIcon(
        isPaused ? IconShape::Resume : IconShape::Pause, Theme::of(palette()).secondaryInk));
    m_pause->setToolTip(isPaused ? tr("Go on with the analysis") : tr("Pause the analysis"));
    m_pause->setAccessibleName(m_pause->toolTip());
}

void StatusStrip::setJob(const QString& sentence)
{
    m_job->setText(sentence);
}

void StatusStrip::addProblem(const Problem& problem)
{
    const auto isSaid = [&](const Problem& other) {
        return other.sentence == problem.sentence && other.code == problem.code
            && other.reason == problem.reason;
    };
    if (!problem.track && std::ranges::any_of(m_problems, isSaid)) return;
    std::erase_if(m_problems, [&](const Problem& other) {
        return isSaid(other) || (problem.track && other.track == problem.track);
    });
    if (m_problems.size() >= kMostProblems) m_problems.erase(m_problems.begin());
    m_problems.push_back(problem);
    countProblems();
}

void StatusStrip::addEarlierProblems(std::vector<Problem> problems)
{
    std::unordered_set<TrackId> listed;
    for (const Problem& problem : m_problems)
        listed.insert(problem.track);
    std::erase_if(problems, [&](const Problem& problem) { return listed.contains(problem.track); });
    problems.insert(problems.end(), m_problems.begin(), m_problems.end());
    if (problems.size() > kMostProblems)
        problems.erase(problems.begin(), problems.end() - std::ptrdiff_t { kMostProblems });
    m_problems = std::move(problems);
    countProblems();
}

void StatusStrip::removeProblem(TrackId track)
{
    if (std::erase_if(m_problems, [&](const Problem& other) { return other.track == track; }) > 0)
        countProblems();
}

void StatusStrip::countProblems()
{
    m_errors->setText(tr("%Ln problem(s)", nullptr, static_cast<int>(m_problems.size())));
    m_errors->setVisible(!m_problems.empty());
}

void StatusStrip::showProblems()
{
    ProblemDialog dialog(m_problems, window());
    connect(&dialog, &ProblemDialog::tryAgainWanted, this, &StatusStrip::tryAgainWanted);
    connect(&dialog, &ProblemDialog::showWanted, this, &StatusStrip::showWanted);
    connect(&dialog, &ProblemDialog::clearWanted, this, [this] {
        m_problems.clear();
        countProblems();
    });
    dialog.exec();
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, 0, width(), 1), theme.rule);
}

} // namespace circumplex
