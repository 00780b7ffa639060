#include "core/services/engine_client.h"

#include <QStandardPaths>

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <utility>

namespace circumplex {

namespace {

constexpr int kMostDeathsWithoutTrack = 3;
constexpr int kFarewellMs = 3000;

} // namespace

EngineClient::EngineClient(Setup setup, QObject* parent)
    : QObject(parent)
    , m_setup(std::move(setup))
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // An interrupt typed at the terminal is for us: the engine ends when we say so, or are gone.
    m_process.setChildProcessModifier([] { setpgid(0, 0); });
    m_silence.setSingleShot(true);
    m_silence.setInterval(m_setup.patienceMs);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &EngineClient::readLines);
    connect(&m_process, &QProcess::finished, this, &EngineClient::engineEnded);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT lost(QStringLiteral("The engine %1 cannot be started: %2.")
                            .arg(m_setup.program, m_process.errorString()));
    });
    connect(&m_silence, &QTimer::timeout, this, [this] {
        m_wasSilent = true;
        m_process.kill();
    });
}

EngineClient::~EngineClient()
{
    m_isEnding = true;
    disconnect(&m_process, nullptr, this, nullptr);
    if (!isRunning()) return;
    say(engine_command::Quit {});
    m_process.closeWriteChannel();
    if (m_process.waitForFinished(kFarewellMs)) return;
    m_process.kill();
    m_process.waitForFinished();
}

void EngineClient::start()
{
    launch();
}

void EngineClient::launch()
{
    m_partialLine.clear();
    m_lastWords.reset();
    m_wasSilent = false;
    m_process.start(m_setup.program, m_setup.arguments);
    m_silence.start();
    for (const auto& loss : std::exchange(m_givenUp, {}))
        say(loss);
    if (!m_suspects.empty())
        say(engine_command::Alone { { m_suspects.begin(), m_suspects.end() } });
    if (m_pace < 1.0) say(engine_command::Pace { m_pace });
    if (m_isPaused) say(engine_command::Pause {});
    if (m_work) say(*m_work);
}

void EngineClient::say(const EngineCommand& command)
{
    if (isRunning()) m_process.write(encode(command));
}

void EngineClient::work(const engine_command::Work& wish)
{
    m_work = wish;
    say(wish);
}

void EngineClient::pause()
{
    m_isPaused = true;
    say(engine_command::Pause {});
}

void EngineClient::resume()
{
    m_isPaused = false;
    say(engine_command::Resume {});
}

void EngineClient::setPace(double share)
{
    m_pace = share;
    say(engine_command::Pace { share });
}

void EngineClient::cancel()
{
    m_work.reset();
    say(engine_command::Cancel {});
}

void EngineClient::prioritise(const std::vector<TrackId>& tracks, int priority)
{
    say(engine_command::Prioritise { tracks, priority });
}

void EngineClient::scan(const std::vector<std::string>& folders)
{
    say(engine_command::Scan { folders });
}

void EngineClient::readLines()
{
    m_silence.start();
    m_partialLine += m_process.readAllStandardOutput();
    for (qsizetype end = 0; (end = m_partialLine.indexOf('\n')) >= 0;) {
        const auto event = decodeEvent(m_partialLine.left(end));
        m_partialLine.remove(0, end + 1);
        if (event)
            hear(*event);
        else
            Q_EMIT notice(QStringLiteral("The engine said something that is not understood: %1")
                              .arg(QString::fromStdString(event.error().detail)));
    }
}

void EngineClient::hear(const EngineEvent& event)
{
    struct Hearing {
        EngineClient& client;

        void operator()(const engine_event::Started& started) const
        {
            client.m_inWork.insert(started.track);
        }
        void operator()(const engine_event::Annotated& done) const
        {
            client.m_inWork.erase(done.track);
            client.m_suspects.erase(done.track);
            client.m_deathsWithoutTrack = 0;
            Q_EMIT client.trackAnnotated(done);
        }
        void operator()(const engine_event::Failed& failed) const
        {
            client.m_inWork.erase(failed.track);
            client.m_suspects.erase(failed.track);
            client.m_deathsWithoutTrack = 0;
            Q_EMIT client.trackFailed(failed);
        }
        void operator()(const engine_event::Scanned& scan) const { Q_EMIT client.scanned(scan); }
        void operator()(const engine_event::Notice& notice) const
        {
            Q_EMIT client.notice(QString::fromStdString(notice.sentence));
        }
        void operator()(const engine_event::Status& status) const
        {
            if (status.status.activity != EngineStatus::Activity::Starting) client.noteBack();
            // What was cancelled is no longer in work.
            if (status.status.activity == EngineStatus::Activity::Ready) client.m_inWork.clear();
            Q_EMIT client.statusChanged(status.status);
        }
        void operator()(const engine_event::Dying& dying) const { client.m_lastWords = dying; }
        void operator()(const engine_event::Refused& refused) const
        {
            Q_EMIT client.refused(refused);
        }
    };
    std::visit(Hearing { *this }, event);
}

void EngineClient::noteBack()
{
    if (!m_sinceDeath.isValid()) return;
    m_longestRestartSeconds
        = std::max(m_longestRestartSeconds, static_cast<double>(m_sinceDeath.elapsed()) / 1000.0);
    m_sinceDeath.invalidate();
}

std::string EngineClient::reasonOfDeath() const
{
    if (m_lastWords) return m_lastWords->reason;
    if (m_wasSilent) return "the engine did not answer any more";
    if (m_process.exitStatus() == QProcess::CrashExit) {
        const int signal = m_process.exitCode();
        if (signal == SIGKILL)
            return "the engine was killed from outside, perhaps for want of memory";
        return std::string("the engine crashed (") + strsignal(signal) + ")";
    }
    return "the engine ended by itself with exit status " + std::to_string(m_process.exitCode());
}

void EngineClient::engineEnded()
{
    m_silence.stop();
    readLines();
    m_silence.stop();
    if (m_isEnding) return;
    const std::string reason = reasonOfDeath();
    m_sinceDeath.start();
    if (m_inWork.empty() && ++m_deathsWithoutTrack >= kMostDeathsWithoutTrack) {
        Q_EMIT lost(QStringLiteral("The engine died %1 times in a row: %2.")
                        .arg(m_deathsWithoutTrack)
                        .arg(QString::fromStdString(reason)));
        return;
    }
    sortOutSuspects(reason);
    ++m_restartCount;
    Q_EMIT restarted(QString::fromStdString(reason));
    launch();
}

/// A track that was alone in work twice, or that the engine itself names, is the reason.
void EngineClient::sortOutSuspects(const std::string& reason)
{
    const auto code = m_lastWords ? m_lastWords->code : ErrorCode::AnalysisCrashed;
    const bool isNamed = m_lastWords && m_lastWords->tracks.size() == 1;
    std::optional<TrackId> guilty;
    if (isNamed)
        guilty = m_lastWords->tracks.front();
    else if (m_inWork.size() == 1 && m_suspects.contains(*m_inWork.begin()))
        guilty = *m_inWork.begin();
    m_suspects.insert(m_inWork.begin(), m_inWork.end());
    m_inWork.clear();
    if (!guilty) return;
    m_suspects.erase(*guilty);
    m_givenUp.push_back({ *guilty, code, reason });
}

} // namespace circumplex
