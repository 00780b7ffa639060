#pragma once

#include "core/services/engine_lines.h"

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <map>
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

    /// Repeated to every engine that is started after this one.
    void work(const engine_command::Work& wish);
    void pause();
    void resume();
    void setPace(double share);

    /// Said once.
    void cancel();
    void prioritise(const std::vector<TrackId>& tracks, int priority);
    void scan(const std::vector<std::string>& folders);

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
    void notice(const QString& sentence);
    void refused(const circumplex::engine_event::Refused& command);
    /// The engine died and is started again. @param reason  English
    void restarted(const QString& reason);
    /// The engine cannot be kept alive; nothing more is done. @param reason  English
    void lost(const QString& reason);

private:
    void launch();
    void say(const EngineCommand& command);
    void readLines();
    void hear(const EngineEvent& event);
    void engineEnded();
    void noteBack();
    std::string reasonOfDeath() const;
    void sortOutSuspects(const std::string& reason);

    Setup m_setup;
    QProcess m_process;
    QByteArray m_partialLine;
    QTimer m_silence;
    QElapsedTimer m_sinceDeath; ///< invalid: the engine is at work

    std::optional<engine_command::Work> m_work;
    bool m_isPaused = false;
    double m_pace = 1.0;

    std::set<TrackId> m_inWork; ///< started, and neither annotated nor failed
    std::set<TrackId> m_suspects; ///< were in work when an engine died
    std::optional<engine_event::Dying> m_lastWords;
    std::vector<engine_command::GiveUp> m_givenUp; ///< to be told to the next engine
    bool m_wasSilent = false;
    bool m_isEnding = false;
    int m_restartCount = 0;
    double m_longestRestartSeconds = 0.0;
    int m_deathsWithoutTrack = 0; ///< in a row
};

} // namespace circumplex
