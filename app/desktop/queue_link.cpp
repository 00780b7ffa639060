#include "app/desktop/queue_link.h"

#include "core/services/library_reader.h"
#include "core/services/media_control.h"
#include "core/services/path_text.h"
#include "core/services/player.h"
#include "core/services/track_session.h"
#include "ui/curve/track_page.h"
#include "ui/main_window/main_window.h"
#include "ui/player/player_bar.h"

#include <QAction>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace circumplex {

namespace {

constexpr double kBeginningSeconds = 3.0; ///< until then "previous" is the song before

} // namespace

QueueLink::QueueLink(
    Player& player, PlayerBar& bar, TrackPage& page, TrackSession& session, QObject* parent)
    : QObject(parent)
    , m_player(player)
    , m_page(page)
    , m_session(session)
    , m_goesOn(new QAction(tr("Go on with the next song"), this))
{
    m_goesOn->setCheckable(true);
    m_goesOn->setChecked(true);
    connect(&bar, &PlayerBar::nextWanted, this, &QueueLink::next);
    connect(&bar, &PlayerBar::previousWanted, this, &QueueLink::previous);
    connect(this, &QueueLink::neighboursChanged, &bar, &PlayerBar::setNeighbours);
    connect(&page, &TrackPage::soundAvailable, this, [this] {
        if (std::exchange(m_mustPlay, false)) m_player.play();
    });
    // Queued: other receivers are to hear of one track before the next is opened.
    connect(&session, &TrackSession::viewRead, this, &QueueLink::viewRead, Qt::QueuedConnection);
    connect(&session, &TrackSession::viewFailed, this, &QueueLink::passOver, Qt::QueuedConnection);
    connect(&player, &Player::ended, this, [this] {
        if (!goesOn()) return;
        const auto track = m_queue.moveNext();
        if (!track) return;
        m_cameByItself = true;
        go(*track, Way::Played);
    });
    connect(
        &player, &Player::stateChanged, this,
        [this] {
            if (m_player.state() == Player::State::Failed) passOver();
        },
        Qt::QueuedConnection);
}

void QueueLink::open(TrackId track, const std::vector<TrackId>& list)
{
    m_queue.open(track, list);
    m_cameByItself = false;
    go(track, Way::Shown);
}

void QueueLink::play(TrackId track, const std::vector<TrackId>& list)
{
    m_queue.open(track, list);
    m_cameByItself = false;
    go(track, Way::Played);
}

void QueueLink::go(TrackId track, Way way)
{
    m_mustPlay = way == Way::Played;
    m_page.open(track);
    Q_EMIT neighboursChanged(m_queue.neighbours());
}

void QueueLink::next()
{
    const bool isPlaying = m_mustPlay || m_player.state() == Player::State::Playing;
    const auto track = m_queue.moveNext();
    if (!track) return;
    m_cameByItself = false;
    go(*track, isPlaying ? Way::Played : Way::Shown);
}

void QueueLink::previous()
{
    const bool isPlaying = m_mustPlay || m_player.state() == Player::State::Playing;
    if (m_player.position() > kBeginningSeconds || !m_queue.neighbours().hasPrevious)
        return m_player.seek(0.0);
    m_cameByItself = false;
    go(*m_queue.movePrevious(), isPlaying ? Way::Played : Way::Shown);
}

/// What came by itself and cannot be played does not end the music.
void QueueLink::passOver()
{
    if (!m_cameByItself) return;
    m_mustPlay = false;
    if (const auto track = m_queue.moveNext()) go(*track, Way::Played);
}

void QueueLink::viewRead(const std::shared_ptr<const TrackView>& view)
{
    // With sound it is played by now, or there was no wish to.
    if (m_mustPlay && view->track.id == m_session.track()) passOver();
}

void QueueLink::addCommands(MainWindow& window, bool goesOn)
{
    QMenu* menu = window.playbackMenu();
    QAction* next = window.addCommand(menu, tr("Next song"), {});
    next->setShortcuts({ QKeySequence(Qt::CTRL | Qt::Key_Right), QKeySequence(Qt::Key_MediaNext) });
    connect(next, &QAction::triggered, this, &QueueLink::next);
    QAction* previous = window.addCommand(menu, tr("Previous song"), {});
    previous->setShortcuts(
        { QKeySequence(Qt::CTRL | Qt::Key_Left), QKeySequence(Qt::Key_MediaPrevious) });
    connect(previous, &QAction::triggered, this, &QueueLink::previous);
    QAction* goOn = window.addCommand(menu, m_goesOn->text(), {});
    goOn->setCheckable(true);
    goOn->setChecked(goesOn);
    delete std::exchange(m_goesOn, goOn);
}

bool QueueLink::goesOn() const
{
    return m_goesOn->isChecked();
}

void QueueLink::follow(MediaControl& control, LibraryReader& reader)
{
    connect(this, &QueueLink::neighboursChanged, &control, &MediaControl::setNeighbours);
    connect(&control, &MediaControl::nextWanted, this, &QueueLink::next);
    connect(&control, &MediaControl::previousWanted, this, &QueueLink::previous);
    connect(&control, &MediaControl::openWanted, this, [this, &reader](const QString& file) {
        const QString real = QFileInfo(file).canonicalFilePath();
        if (real.isEmpty()) return;
        reader.trackAt(
            this, toPath(real), [this, real](const Result<std::optional<TrackId>>& found) {
                if (found && *found)
                    play(**found, {});
                else
                    Q_EMIT fileWanted(real);
            });
    });
}

} // namespace circumplex
