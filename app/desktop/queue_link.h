#pragma once

#include "core/services/play_queue.h"

#include <QObject>

#include <memory>

class QAction;

namespace circumplex {

class LibraryReader;
class MainWindow;
class MediaControl;
class Player;
class PlayerBar;
class TrackPage;
class TrackSession;
struct TrackView;

/// What is played after the song that is open, and before it: the list that it was opened from goes
/// on by itself, by buttons, by keys and over the bus. No page is shown by that.
class QueueLink : public QObject {
    Q_OBJECT

public:
    /// All must outlive this object. What the page opens must be handed to the player before this
    /// object is made.
    QueueLink(Player& player, PlayerBar& bar, TrackPage& page, TrackSession& session,
        QObject* parent = nullptr);

    /// Shows it on its page; it is not played.
    /// @param list  around it, in the order of the screen
    void open(TrackId track, const std::vector<TrackId>& list);
    /// Opens and plays.
    void play(TrackId track, const std::vector<TrackId>& list);

    void next();
    /// The song before, or after some seconds the beginning of this one.
    void previous();

    /// Commands of the playback menu. @param goesOn  from one song to the next by itself
    void addCommands(MainWindow& window, bool goesOn);
    bool goesOn() const;

    /// Lets a desktop's panel and keys do the same. Files that it opens are looked up in the
    /// library. @param control, reader  must outlive this object
    void follow(MediaControl& control, LibraryReader& reader);

Q_SIGNALS:
    void neighboursChanged(const circumplex::Neighbours& neighbours);
    /// To be opened, but not in the library.
    void fileWanted(const QString& file);

private:
    enum class Way { Shown, Played };

    void go(TrackId track, Way way);
    void passOver();
    void viewRead(const std::shared_ptr<const TrackView>& view);

    Player& m_player;
    TrackPage& m_page;
    TrackSession& m_session;
    PlayQueue m_queue;
    QAction* m_goesOn;
    bool m_mustPlay = false; ///< as soon as its sound is there
    bool m_cameByItself = false; ///< what cannot be played is passed over
};

} // namespace circumplex
