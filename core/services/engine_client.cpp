#include "core/services/engine_client.h"

#include <QStandardPaths>

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <iterator>
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
    m_farewell.setSingleShot(true);
    m_farewell.setInterval(kFarewellMs);
    connect(&m_farewell, &QTimer::timeout, &m_process, &QProcess::kill);
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

void EngineClient::restart(const QStringList& arguments)
{
    m_setup.arguments = arguments;
    if (m_isRenewing) return;
    if (!isRunning()) return launch();
    say(engine_command::Quit {});
    m_process.closeWriteChannel();
    m_isRenewing = true;
    m_farewell.start();
}

void EngineClient::launch()
{
    m_partialLine.clear();
    m_lastWords.reset();
    m_wasSilent = false;
    m_said = 0;
    m_process.start(m_setup.program, m_setup.arguments);
    m_silence.start();
    for (const auto& loss : std::exchange(m_givenUp, {}))
        say(loss);
    if (!m_suspects.empty())
        say(engine_command::Alone { { m_suspects.begin(), m_suspects.end() } });
    if (m_pace < 1.0) say(engine_command::Pace { m_pace });
    if (m_isPaused) say(engine_command::Pause {});
    for (const auto& priority : std::exchange(m_priorities, {}))
        say(priority);
    for (const auto& scan : m_scans)
        say(scan);
    engine_command::Again rest;
    std::ranges::copy_if(m_again, std::back_inserter(rest.tracks),
        [this](TrackId track) { return !m_suspects.contains(track); });
    if (!rest.tracks.empty()) say(rest);
    if (m_work) say(*m_work);
}

void EngineClient::say(const EngineCommand& command)
{
    if (!isRunning() || m_isRenewing) return; // it is told by launch()
    m_process.write(encode(command));
    ++m_said;
}

void EngineClient::beginCount()
{
    if (std::exchange(m_isAtRest, false)) m_done = m_failed = 0;
}

void EngineClient::work(const engine_command::Work& wish)
{
    beginCount();
    m_work = wish;
    say(wish);
}

void EngineClient::again(const std::vector<TrackId>& tracks)
{
    beginCount();
    for (const TrackId track : tracks)
        if (std::ranges::find(m_again, track) == m_again.end()) m_again.push_back(track);
    say(engine_command::Again { tracks });
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
    m_again.clear();
    m_suspects.clear();
    say(engine_command::Cancel {});
}

void EngineClient::prioritise(const std::vector<TrackId>& tracks, int priority)
{
    const engine_command::Prioritise wish { tracks, priority };
    if (m_isRenewing)
        m_priorities.push_back(wish);
    else
        say(wish);
}

void EngineClient::scan(const std::vector<std::string>& folders)
{
    m_scans.push_back({ folders });
    say(m_scans.back());
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
            Q_EMIT noticed(
                { "The engine said something that is not understood: " + event.error().detail });
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
            client.noteEnd(done.track);
            if (!done.isCoarse) {
                ++client.m_done;
                std::erase(client.m_again, done.track);
            }
            Q_EMIT client.trackAnnotated(done);
        }
        void operator()(const engine_event::Failed& failed) const
        {
            client.noteEnd(failed.track);
            client.noteTry(failed.track);
            ++client.m_failed;
            std::erase(client.m_again, failed.track);
            Q_EMIT client.trackFailed(failed);
        }
        void operator()(const engine_event::Scanned& scan) const
        {
            if (scan.isAsked && !client.m_scans.empty()) client.m_scans.pop_front();
            Q_EMIT client.scanned(scan);
        }
        void operator()(const engine_event::Notice& notice) const { Q_EMIT client.noticed(notice); }
        void operator()(const engine_event::Status& status) const { client.hear(status.status); }
        void operator()(const engine_event::Dying& dying) const { client.m_lastWords = dying; }
        void operator()(const engine_event::Refused& refused) const
        {
            Q_EMIT client.refused(refused);
        }
    };
    std::visit(Hearing { *this }, event);
}

void EngineClient::hear(EngineStatus status)
{
    using Activity = EngineStatus::Activity;
    if (status.activity != Activity::Starting) noteBack();
    // What was cancelled is no longer in work.
    if (status.activity == Activity::Ready) m_inWork.clear();
    status.done = m_done;
    status.failed = m_failed;
    Q_EMIT statusChanged(status);
    const bool rests = status.activity == Activity::Ready || status.activity == Activity::Idle;
    if (!rests || status.commands < m_said || m_isRenewing) return;
    m_isAtRest = true;
    m_again.clear(); // what is left of them is gone from the library, or from its disk
    Q_EMIT rested();
}

void EngineClient::noteEnd(TrackId track)
{
    m_inWork.erase(track);
    m_suspects.erase(track);
    m_deathsWithoutTrack = 0;
}

/// An engine that is started later would try what failed once more, and a track that takes engines
/// down without end.
void EngineClient::noteTry(TrackId track)
{
    if (m_work && m_work->includesFailed) m_work->without.push_back(track);
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
    if (m_wasSilent) return "The engine did not answer any more.";
    if (m_process.exitStatus() == QProcess::CrashExit) {
        const int signal = m_process.exitCode();
        if (signal == SIGKILL)
            return "The engine was killed from outside, perhaps for want of memory.";
        return std::string("The engine crashed (") + strsignal(signal) + ").";
    }
    return "The engine ended by itself with exit status " + std::to_string(m_process.exitCode())
        + '.';
}

void EngineClient::engineEnded()
{
    m_silence.stop();
    readLines();
    m_silence.stop();
    if (m_isEnding) return;
    m_farewell.stop();
    if (std::exchange(m_isRenewing, false)) {
        m_inWork.clear();
        launch();
        return;
    }
    const std::string reason = reasonOfDeath();
    m_sinceDeath.start();
    if (m_inWork.empty() && ++m_deathsWithoutTrack >= kMostDeathsWithoutTrack) {
        Q_EMIT lost(QStringLiteral("The engine died %1 times in a row. %2")
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
    std::erase(m_again, *guilty);
    noteTry(*guilty);
    m_givenUp.push_back({ *guilty, code, reason });
}

} // namespace circumplex
