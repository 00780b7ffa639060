#pragma once

#include "core/services/job_runner.h"
#include "core/services/player.h"
#include "core/services/rating_recorder.h"
#include "core/services/track_view.h"
#include "ui/label/hand_control.h"
#include "ui/label/label_page.h"
#include "ui/label/setup_presenter.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class QUndoStack;

namespace circumplex {

class LibraryReader;

/// Leads through a sitting: plays its songs, hands what a person says to the recorder, and asks
/// after each song.
class LabelPresenter : public QObject {
    Q_OBJECT

public:
    /// All must outlive this object.
    /// @param devices  in which game pads and MIDI devices lie
    LabelPresenter(LabelPage& page, LibraryReader& reader, QUndoStack& undo,
        QObject* parent = nullptr, const std::filesystem::path& devices = "/");
    ~LabelPresenter() override;

    /// Looks anew at what could be rated; nothing while a sitting runs.
    /// @param selected, found  in the library, in its order
    void offer(std::vector<TrackId> selected, std::vector<TrackId> found);

    bool isRunning() const { return m_isRunning; }
    void pause();

    RatingRecorder& recorder() { return m_recorder; }
    /// nullptr before the first song.
    Player* player() { return m_player.get(); }

Q_SIGNALS:
    /// A sitting began or ended.
    void runningChanged();
    void planChanged(); ///< worth remembering
    void labelsChanged(); ///< of the library

private:
    template <class T, class Work, class Done> void read(Work work, Done done);
    void connectPage();
    void connectRecorder();
    void start();
    void resume(const InterruptedRating& rating);
    void makePlayer();
    void nextSong();
    void openSong(const std::shared_ptr<const TrackView>& view);
    void hear(double fromSeconds);
    void say();
    void sample(double seconds);
    void songEnded();
    void afterGlow();
    void endGesture(std::optional<double> soundEndSeconds);
    void startAgain();
    void askForRating();
    void saveRating();
    void passOver(const QString& note);
    void finish();
    void showSelfAgreement();
    void showPlayerState();
    void watchSound();
    void showHint();
    QString beginHint() const;
    void showStatus();
    QString placeInSitting() const;

    LabelPage& m_page;
    LibraryReader& m_reader;
    QUndoStack& m_undo;
    RatingRecorder m_recorder;
    std::unique_ptr<Player> m_player;
    SetupPresenter m_setup;
    HandControl m_hands;

    // Of the sitting:
    LabelPlan m_plan;
    bool m_isRunning = false;
    std::size_t m_at = 0; ///< the song, in m_plan.tracks
    std::vector<LabelOutcome> m_outcomes;
    QStringList m_notes;
    QElapsedTimer m_sinceStart;

    // Of the song:
    enum class Song { None, Playing, Paused, AfterGlow, Over } m_song = Song::None;
    std::shared_ptr<const TrackView> m_view;
    std::optional<InterruptedRating> m_resumed;
    bool m_hasGesture = false;
    bool m_hasNoDevice = false;
    double m_lastSample = -1.0;
    QTimer m_glowTimer, m_statusTimer, m_soundTimer;
    double m_heardTo = 0.0; ///< when the sound was last looked at
    bool m_standsStill = false;
    QElapsedTimer m_sinceEnd;
    double m_soundEnd = 0.0;
    JobRunner m_jobs; // last: its jobs end before anything else does
};

} // namespace circumplex
