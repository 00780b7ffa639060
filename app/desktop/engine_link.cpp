#include "app/desktop/engine_link.h"

#include "core/services/path_text.h"
#include "ui/common/core_text.h"
#include "ui/common/error_text.h"
#include "ui/main_window/status_strip.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace circumplex {

namespace {

constexpr int kScanRefreshMs = 3000;
constexpr int kRenewalMs = 1000;

/// "3 songs new, 1 missing"
QString scanText(const engine_event::Scanned& scan)
{
    QStringList parts;
    if (scan.added > 0) parts << EngineLink::tr("%Ln song(s) new", nullptr, scan.added);
    if (scan.updated > 0) parts << EngineLink::tr("%Ln song(s) changed", nullptr, scan.updated);
    if (scan.moved > 0) parts << EngineLink::tr("%Ln song(s) moved", nullptr, scan.moved);
    if (scan.missing > 0) parts << EngineLink::tr("%Ln song(s) missing", nullptr, scan.missing);
    if (scan.failed > 0)
        parts << EngineLink::tr("%Ln file(s) could not be read", nullptr, scan.failed);
    return parts.isEmpty() ? EngineLink::tr("Nothing new was found.")
                           : QLocale().createSeparatedList(parts);
}

} // namespace

EngineLink::EngineLink(StatusStrip& strip, std::filesystem::path library, QObject* parent)
    : QObject(parent)
    , m_strip(strip)
    , m_library(std::move(library))
{
    m_scanTimer.setInterval(kScanRefreshMs);
    connect(&m_scanTimer, &QTimer::timeout, this, &EngineLink::libraryChanged);
    m_renewal.setSingleShot(true);
    m_renewal.setInterval(kRenewalMs);
    connect(&m_renewal, &QTimer::timeout, this, [this] {
        if (!m_client || m_arguments == arguments()) return;
        m_arguments = arguments();
        m_client->restart(m_arguments);
        m_strip.setJob(tr("From now on songs are analysed with the new settings."));
    });
    connect(&strip, &StatusStrip::pauseWanted, this, [this] {
        if (m_client) m_client->pause();
    });
    connect(&strip, &StatusStrip::resumeWanted, this, [this] {
        if (m_client) m_client->resume();
    });
}

EngineLink::~EngineLink() = default;

void EngineLink::setSettings(const Settings::Analysis& settings)
{
    m_settings = settings;
    if (!m_client) return;
    m_client->setPace(settings.coresPercent / 100.0);
    m_renewal.start();
}

QStringList EngineLink::arguments() const
{
    QStringList arguments { QStringLiteral("engine"), QStringLiteral("--watch"),
        QStringLiteral("--library"), textOf(m_library.string()), QStringLiteral("--hop"),
        QString::number(m_settings.curveHopSeconds), QStringLiteral("--window"),
        QString::number(m_settings.curveWindowSeconds), QStringLiteral("--cache"),
        QString::number(m_settings.cacheMegabytes / 1024.0) };
    if (m_settings.isGentle) arguments << QStringLiteral("--gentle");
    return arguments;
}

EngineClient& EngineLink::client()
{
    if (m_client) return *m_client;
    m_arguments = arguments();
    m_client = std::make_unique<EngineClient>(EngineClient::Setup {
        .program = QCoreApplication::applicationDirPath() + QStringLiteral("/circumplex-cli"),
        .arguments = m_arguments });
    listen();
    listenToFaults();
    m_client->start();
    m_client->setPace(m_settings.coresPercent / 100.0);
    return *m_client;
}

void EngineLink::listen()
{
    using Client = EngineClient;
    connect(m_client.get(), &Client::statusChanged, this,
        [this](const EngineStatus& status) { m_strip.setStatus(status); });
    connect(m_client.get(), &Client::rested, this, &EngineLink::rested);
    connect(
        m_client.get(), &Client::trackAnnotated, this, [this](const engine_event::Annotated& said) {
            m_strip.removeProblem(said.track);
            if (!std::exchange(m_hasAnnotated, true)) Q_EMIT firstAnnotated();
            Q_EMIT trackAnnotated(said.track);
        });
    connect(m_client.get(), &Client::trackFailed, this, [this](const engine_event::Failed& said) {
        noteFailure(said.track, said.path, said.code, said.reason);
        Q_EMIT trackFailed(said.track);
    });
    connect(m_client.get(), &Client::scanned, this, &EngineLink::scanned);
    connect(m_client.get(), &Client::noticed, this, &EngineLink::noticed);
}

void EngineLink::listenToFaults()
{
    using Client = EngineClient;
    connect(m_client.get(), &Client::refused, this, [this](const engine_event::Refused& said) {
        m_scanTimer.stop();
        m_strip.setJob({});
        m_strip.addProblem({ {}, errorText(said.code, said.reason) });
    });
    connect(m_client.get(), &Client::restarted, this, &EngineLink::restarted);
    // Not from within the client's own signal: it is gone afterwards.
    connect(m_client.get(), &Client::lost, this, &EngineLink::stopped, Qt::QueuedConnection);
}

void EngineLink::noteFailure(
    TrackId track, const std::string& path, const std::string& code, const std::string& reason)
{
    m_strip.addProblem({ track, textOf(path), code, reason });
}

void EngineLink::scanned(const engine_event::Scanned& scan)
{
    m_scanTimer.stop();
    const bool isNews = scan.added + scan.updated + scan.moved + scan.missing > 0;
    // What was seen by itself and changed nothing is nobody's concern.
    if (!isNews && !scan.isAsked) return;
    m_strip.setJob(scanText(scan));
    Q_EMIT libraryChanged();
    if (m_settings.isAutomatic) work();
}

void EngineLink::noticed(const engine_event::Notice& notice)
{
    const QString sentence = QString::fromStdString(notice.sentence);
    const QString text
        = notice.code.empty() ? coreSentence(sentence) : errorText(notice.code, notice.sentence);
    if (notice.path.empty())
        m_strip.setJob(text);
    else
        m_strip.addProblem({ {}, QStringLiteral("%1: %2").arg(textOf(notice.path), text) });
}

void EngineLink::restarted(const QString& reason)
{
    const QString text = tr("The analysis stopped and was started again; nothing is lost. %1")
                             .arg(coreSentence(reason));
    m_strip.setJob(text);
    m_strip.addProblem({ {}, text });
}

void EngineLink::stopped(const QString& reason)
{
    m_scanTimer.stop();
    m_client.reset();
    EngineStatus idle;
    idle.activity = EngineStatus::Activity::Idle;
    m_strip.setStatus(idle);
    m_strip.setJob({});
    m_strip.addProblem({ {}, coreSentence(reason) });
    Q_EMIT rested();
}

void EngineLink::work()
{
    client().work({});
}

void EngineLink::scan(const QStringList& folders)
{
    std::vector<std::string> paths;
    for (const QString& folder : folders)
        paths.push_back(toPath(folder));
    client().scan(paths);
    m_strip.setJob(folders.isEmpty()
            ? tr("Looking for new and changed files \u2026")
            : tr("Reading %1 \u2026").arg(QFileInfo(folders.constFirst()).fileName()));
    m_scanTimer.start();
}

void EngineLink::analyseFirst(const std::vector<TrackId>& tracks)
{
    client().prioritise(tracks, 1);
    client().work({});
}

void EngineLink::analyseAgain(const std::vector<TrackId>& tracks)
{
    if (tracks.empty()) return;
    client().again(tracks);
    Q_EMIT askedAgain(tracks);
}

void EngineLink::restart()
{
    m_hasAnnotated = false;
    m_client.reset();
    Q_EMIT rested();
    if (m_settings.isAutomatic) work();
}

} // namespace circumplex
