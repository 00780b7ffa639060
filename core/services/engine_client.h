#pragma once

#include "core/services/engine_lines.h"

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace circumplex {

/// Starts the engine's process, speaks its lines and starts it anew when it dies: what a file, a
/// driver or a lack of memory takes down is never the program that asked.
///
/// When the engine dies, the tracks that were in work are done again, each with nothing else in
/// work; the one that kills the engine a second time is given up, with the reason, and all others
/// go on. An engine that says nothing for long is killed. One that dies over and over without a
/// track in work is not started again.
///
/// What was done and what failed is counted over all engines, from when there was nothing left to
/// do.
///
/// Lives on one thread with an event loop.
class EngineClient : public QObject {
    Q_OBJECT

public:
    struct Setup {
        QString program; ///< circumplex-cli
        QStringList arguments; ///< "engine", "--library", ...
        int patienceMs = 30'000; ///< without any line from the engine
    };

    explicit EngineClient(Setup setup, QObject* parent = nullptr);

    /// Asks the engine to end; kills it after three seconds.
    ~EngineClient() override;

    void start();

    /// Ends the engine and starts it with other arguments, which goes on with what this one did not
    /// finish. Returns at once.
    void restart(const QStringList& arguments);

    /// Repeated to every engine that is started after this one.
    void work(const engine_command::Work& wish);
    void again(const std::vector<TrackId>& tracks); ///< what has been answered is not repeated
    void scan(const std::vector<std::string>& folders); ///< until it is done
    void pause();
    void resume();
    void setPace(double share);

    /// Said once.
    void cancel();
    void prioritise(const std::vector<TrackId>& tracks, int priority);

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    int restartCount() const { return m_restartCount; }
    /// Longest time from the death of an engine until the next one was at work.
    double longestRestartSeconds() const { return m_longestRestartSeconds; }
    qint64 processId() const { return m_process.processId(); }

Q_SIGNALS:
    void statusChanged(const circumplex::EngineStatus& status);
    void trackAnnotated(const circumplex::engine_event::Annotated& track);
    void trackFailed(const circumplex::engine_event::Failed& track);
    void scanned(const circumplex::engine_event::Scanned& scan);
    void noticed(const circumplex::engine_event::Notice& notice);
    void refused(const circumplex::engine_event::Refused& command);
    /// The engine has nothing to do, and knows of everything that it was asked for.
    void rested();
    /// The engine died and is started again. @param reason  an English sentence
    void restarted(const QString& reason);
    /// The engine cannot be kept alive; nothing more is done. @param reason  English sentences
    void lost(const QString& reason);

private:
    void launch();
    void say(const EngineCommand& command);
    void readLines();
    void hear(const EngineEvent& event);
    void engineEnded();
    void hear(EngineStatus status);
    void noteEnd(TrackId track);
    void noteTry(TrackId track);
    void noteBack();
    void beginCount();
    std::string reasonOfDeath() const;
    void sortOutSuspects(const std::string& reason);

    Setup m_setup;
    QProcess m_process;
    QByteArray m_partialLine;
    QTimer m_silence;
    QElapsedTimer m_sinceDeath; ///< invalid: the engine is at work

    std::optional<engine_command::Work> m_work;
    std::vector<TrackId> m_again; ///< asked for, and not answered
    std::deque<engine_command::Scan> m_scans; ///< asked for, and not done
    std::vector<engine_command::Prioritise> m_priorities; ///< said while no engine listened
    bool m_isPaused = false;
    double m_pace = 1.0;

    std::set<TrackId> m_inWork; ///< started, and neither annotated nor failed
    std::set<TrackId> m_suspects; ///< were in work when an engine died
    std::optional<engine_event::Dying> m_lastWords;
    std::vector<engine_command::GiveUp> m_givenUp; ///< to be told to the next engine
    bool m_wasSilent = false;
    bool m_isEnding = false;
    bool m_isRenewing = false; ///< it ends since it was told to, and is started again
    QTimer m_farewell; ///< how long it may take to end
    std::int64_t m_said = 0; ///< commands to this engine
    std::int64_t m_done = 0, m_failed = 0; ///< since there was nothing to do
    bool m_isAtRest = true;
    int m_restartCount = 0;
    double m_longestRestartSeconds = 0.0;
    int m_deathsWithoutTrack = 0; ///< in a row
};

} // namespace circumplex
