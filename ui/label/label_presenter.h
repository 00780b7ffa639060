#pragma once

#include "core/services/job_runner.h"
#include "core/services/rating_recorder.h"
#include "core/services/track_view.h"
#include "ui/label/hand_control.h"
#include "ui/label/label_page.h"
#include "ui/label/listening_presenter.h"
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

/// Leads through a sitting: song by song, and asks after each.
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
    void pause() { m_listening.pause(); }

    RatingRecorder& recorder() { return m_recorder; }
    /// nullptr before the first song.
    Player* player() { return m_listening.player(); }

Q_SIGNALS:
    /// A sitting began or ended.
    void runningChanged();
    void planChanged(); ///< worth remembering
    void labelsChanged(); ///< of the library

private:
    void connectPage();
    void connectRecorder();
    void start();
    void resume(const InterruptedRating& rating);
    void nextSong();
    void openSong(const std::shared_ptr<const TrackView>& view);
    void askForRating();
    void saveRating();
    void passOver(const QString& note);
    void finish();
    void showSelfAgreement();
    void showStatus();
    QString placeInSitting() const;

    LabelPage& m_page;
    LibraryReader& m_reader;
    QUndoStack& m_undo;
    RatingRecorder m_recorder;
    SetupPresenter m_setup;
    ListeningPresenter m_listening;
    HandControl m_hands;

    // Of the sitting:
    LabelPlan m_plan;
    bool m_isRunning = false;
    std::size_t m_at = 0; ///< the song, in m_plan.tracks
    std::vector<LabelOutcome> m_outcomes;
    QStringList m_notes;
    QElapsedTimer m_sinceStart;

    std::shared_ptr<const TrackView> m_view; ///< of the song
    std::optional<InterruptedRating> m_resumed;
    QTimer m_statusTimer;
    JobRunner m_jobs; // last: its jobs end before anything else does
};

} // namespace circumplex
