#include "ui/main_window/status_strip.h"

#include "ui/common/core_text.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr qsizetype kMostFailures = 1000;

QString deviceText(const QString& device)
{
    if (device == u"cpu") return StatusStrip::tr("processor");
    return device.startsWith(u"cuda") ? StatusStrip::tr("graphics card") : device;
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
        return StatusStrip::tr("Paused, %Ln song(s) left", nullptr,
            static_cast<int>(std::min<std::int64_t>(status.remaining, 1 << 30)));
    case Activity::Waiting:
        return coreText(status.waitingFor);
    case Activity::Idle:
        return status.done > 0 ? StatusStrip::tr("Every song is analysed") : QString();
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
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_job(new QLabel(this))
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
    row->addWidget(m_job);
    row->addWidget(m_errors);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_activity == EngineStatus::Activity::Paused)
            Q_EMIT resumeWanted();
        else
            Q_EMIT pauseWanted();
    });
    connect(m_errors, &QPushButton::clicked, this, &StatusStrip::showFailures);
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

void StatusStrip::addFailure(const QString& sentence)
{
    ++m_failureCount;
    if (m_failures.size() < kMostFailures) m_failures << sentence;
    m_errors->setText(tr("%Ln problem(s)", nullptr, m_failureCount));
    m_errors->show();
}

void StatusStrip::showFailures()
{
    QDialog dialog(window());
    dialog.setWindowTitle(tr("Problems"));
    dialog.resize(720, 400);
    auto* column = new QVBoxLayout(&dialog);
    auto* list = new QListWidget(&dialog);
    list->setAccessibleName(tr("Problems"));
    list->setWordWrap(true);
    list->addItems(m_failures);
    column->addWidget(list);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    auto* forget = buttons->addButton(tr("Clear the list"), QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    connect(forget, &QPushButton::clicked, &dialog, [this, &dialog] {
        m_failures.clear();
        m_failureCount = 0;
        m_errors->hide();
        dialog.reject();
    });
    column->addWidget(buttons);
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
