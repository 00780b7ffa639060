#include "ui/player/player_presenter.h"

#include "core/services/player.h"
#include "ui/curve/track_page.h"
#include "ui/player/player_bar.h"

namespace circumplex {

PlayerPresenter::PlayerPresenter(Player& player, PlayerBar& bar, TrackPage& page, QObject* parent)
    : QObject(parent)
{
    connect(&page, &TrackPage::opening, this, [&player, &bar] {
        player.close();
        bar.setTrack(nullptr, nullptr);
    });
    connect(&page, &TrackPage::readingShown, &bar, &PlayerBar::setTrack);
    connect(&page, &TrackPage::soundAvailable, &player, &Player::open);
    connect(&page, &TrackPage::seekRequested, &player, &Player::seek);
    connect(&page, &TrackPage::loopRequested, &player, [&player](double begin, double end) {
        player.setLoop(begin < end ? std::optional(std::pair(begin, end)) : std::nullopt);
    });
    connect(&player, &Player::positionChanged, &page, [&player, &page](double seconds) {
        if (player.state() != Player::State::Empty) page.setCursor(seconds);
    });
}

} // namespace circumplex
