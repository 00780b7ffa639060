#pragma once

#include "core/services/engine_client.h"
#include "core/services/settings.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <filesystem>
#include <memory>

namespace circumplex {

class StatusStrip;

/// The engine's process, which scans and analyses, and what the strip at the foot of the window
/// says of it. The process is started when there is something for it to do.
class EngineLink : public QObject {
    Q_OBJECT

public:
    /// @param strip  must outlive this object
    EngineLink(StatusStrip& strip, std::filesystem::path library, QObject* parent = nullptr);
    ~EngineLink() override;

    /// The pace is taken over at once; for all else that it is told at its start, the process is
    /// started anew a second after the last change, and goes on with its work.
    void setSettings(const Settings::Analysis& settings);

    /// Analyses what the model in use has not annotated.
    void work();
    /// Brings folders up to date, and then analyses what is new if that is wanted. None: all that
    /// are watched.
    void scan(const QStringList& folders);
    /// What failed among them is tried again.
    void analyseFirst(const std::vector<TrackId>& tracks);
    /// Whatever is known of them.
    void analyseAgain(const std::vector<TrackId>& tracks);

    /// Another model is in use: what runs ends, and what that one has not described is begun.
    void restart();

Q_SIGNALS:
    void trackAnnotated(TrackId track);
    void trackFailed(TrackId track);
    void askedAgain(const std::vector<TrackId>& tracks);
    /// Nothing is left of what was asked for: it is done, or nobody does it.
    void rested();
    /// Tracks have come, moved or gone.
    void libraryChanged();
    /// The library holds an annotation by a model that may be new to it.
    void firstAnnotated();

private:
    void noteFailure(
        TrackId track, const std::string& path, const std::string& code, const std::string& reason);
    EngineClient& client();
    QStringList arguments() const;
    void listen();
    void listenToFaults();
    void scanned(const engine_event::Scanned& scan);
    void noticed(const engine_event::Notice& notice);
    void restarted(const QString& reason);
    void stopped(const QString& reason);

    StatusStrip& m_strip;
    std::filesystem::path m_library;
    Settings::Analysis m_settings;
    std::unique_ptr<EngineClient> m_client;
    QStringList m_arguments; ///< that the process was started with
    QTimer m_renewal; ///< waits whether more settings change
    QTimer m_scanTimer; ///< shows what a long scan has found so far
    bool m_hasAnnotated = false;
};

} // namespace circumplex
