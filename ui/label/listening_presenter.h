#pragma once

#include "core/services/player.h"
#include "ui/label/label_plan.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace circumplex {

class ListeningPanel;
class RatingRecorder;
class SetupPresenter;

/// Plays a song of a sitting and hands what a person says meanwhile to the recorder: to its end,
/// and a moment longer.
class ListeningPresenter : public QObject {
    Q_OBJECT

public:
    /// All must outlive this object. @param setup  knows the lag of the hand
    ListeningPresenter(ListeningPanel& panel, RatingRecorder& recorder, const SetupPresenter& setup,
        QObject* parent = nullptr);
    ~ListeningPresenter() override;

    /// @param place    of the song in the sitting, in words
    /// @param resumed  what was said of it before the program ended, to go on with
    void open(std::shared_ptr<const TrackView> song, const LabelPlan& plan, const QString& place,
        const std::optional<InterruptedRating>& resumed);

    /// A song is open and not over.
    bool isOn() const { return m_song != Song::None; }
    void pause();
    void togglePause();

    /// Ends the song here, and keeps what was said of it.
    void finish();
    /// Ends the song, and forgets what was said of it.
    void discard();

    /// nullptr before the first song.
    Player* player() { return m_player.get(); }

Q_SIGNALS:
    /// Song and after-glow have ended by themselves.
    void over();

private:
    void makePlayer();
    void hear(double fromSeconds);
    void say();
    void sample(double seconds);
    void songEnded();
    void afterGlow();
    void end(std::optional<double> soundEndSeconds);
    void close();
    void startAgain();
    void showPlayerState();
    void watchSound();
    void showHint();
    QString beginHint() const;

    ListeningPanel& m_panel;
    RatingRecorder& m_recorder;
    const SetupPresenter& m_setup;
    std::unique_ptr<Player> m_player;
    LabelPlan m_plan;
    enum class Song { None, Playing, Paused, AfterGlow } m_song = Song::None;
    std::shared_ptr<const TrackView> m_view;
    bool m_hasGesture = false;
    bool m_hasNoDevice = false;
    double m_lastSample = -1.0;
    QTimer m_glowTimer, m_soundTimer;
    double m_heardTo = 0.0; ///< when the sound was last looked at
    bool m_standsStill = false;
    QElapsedTimer m_sinceEnd;
    double m_soundEnd = 0.0;
};

} // namespace circumplex
