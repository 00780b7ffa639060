#include "app/desktop/engine_link.h"

#include "ui/common/core_text.h"
#include "ui/common/error_text.h"
#include "ui/main_window/status_strip.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace circumplex {

namespace {

constexpr int kScanRefreshMs = 3000;

QString textOf(const std::string& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path));
}

} // namespace

EngineLink::EngineLink(StatusStrip& strip, std::filesystem::path library, QObject* parent)
    : QObject(parent)
    , m_strip(strip)
    , m_library(std::move(library))
{
    m_scanTimer.setInterval(kScanRefreshMs);
    connect(&m_scanTimer, &QTimer::timeout, this, &EngineLink::libraryChanged);
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
    if (m_client) m_client->setPace(settings.coresPercent / 100.0);
}

EngineClient& EngineLink::client()
{
    if (m_client) return *m_client;
    QStringList arguments { QStringLiteral("engine"), QStringLiteral("--watch"),
        QStringLiteral("--library"), textOf(m_library.string()), QStringLiteral("--hop"),
        QString::number(m_settings.curveHopSeconds), QStringLiteral("--window"),
        QString::number(m_settings.curveWindowSeconds), QStringLiteral("--cache"),
        QString::number(m_settings.cacheMegabytes / 1024.0) };
    if (m_settings.isGentle) arguments << QStringLiteral("--gentle");
    m_client = std::make_unique<EngineClient>(EngineClient::Setup {
        .program = QCoreApplication::applicationDirPath() + QStringLiteral("/circumplex-cli"),
        .arguments = arguments });
    listen();
    m_client->start();
    m_client->setPace(m_settings.coresPercent / 100.0);
    return *m_client;
}

void EngineLink::listen()
{
    connect(m_client.get(), &EngineClient::statusChanged, this,
        [this](const EngineStatus& status) { m_strip.setStatus(status); });
    connect(m_client.get(), &EngineClient::trackAnnotated, this,
        [this](const engine_event::Annotated& said) {
            if (!std::exchange(m_hasAnnotated, true)) Q_EMIT firstAnnotated();
            Q_EMIT trackAnnotated(said.track);
        });
    connect(
        m_client.get(), &EngineClient::trackFailed, this, [this](const engine_event::Failed& said) {
            m_strip.addFailure(
                QStringLiteral("%1: %2").arg(textOf(said.path), errorText(said.code, said.reason)));
        });
    connect(
        m_client.get(), &EngineClient::scanned, this, [this](const engine_event::Scanned& said) {
            m_scanTimer.stop();
            m_strip.setJob(tr("%1 songs new, %2 changed, %3 moved, %4 missing")
                               .arg(said.added)
                               .arg(said.updated)
                               .arg(said.moved)
                               .arg(said.missing));
            Q_EMIT libraryChanged();
            if (m_settings.isAutomatic) work();
        });
    connect(m_client.get(), &EngineClient::notice, this,
        [this](const QString& sentence) { m_strip.setJob(coreText(sentence)); });
    connect(
        m_client.get(), &EngineClient::refused, this, [this](const engine_event::Refused& said) {
            m_scanTimer.stop();
            m_strip.setJob({});
            m_strip.addFailure(errorText(said.code, said.reason));
        });
    // Not from within the client's own signal: it is gone afterwards.
    connect(m_client.get(), &EngineClient::lost, this, &EngineLink::stopped, Qt::QueuedConnection);
}

void EngineLink::stopped(const QString& reason)
{
    m_scanTimer.stop();
    m_client.reset();
    EngineStatus idle;
    idle.activity = EngineStatus::Activity::Idle;
    m_strip.setStatus(idle);
    m_strip.setJob({});
    m_strip.addFailure(coreText(reason));
}

void EngineLink::work()
{
    client().work({});
}

void EngineLink::scan(const QStringList& folders)
{
    std::vector<std::string> paths;
    for (const QString& folder : folders)
        paths.push_back(QFile::encodeName(folder).toStdString());
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

void EngineLink::restart()
{
    m_hasAnnotated = false;
    m_client.reset();
    if (m_settings.isAutomatic) work();
}

} // namespace circumplex
