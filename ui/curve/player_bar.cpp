#include "ui/curve/player_bar.h"

#include "ui/common/palette.h"
#include "ui/curve/track_page.h"
#include "ui/curve/track_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

namespace circumplex {

PlayerBar::PlayerBar(Player& player, TrackPage& page, QWidget* parent)
    : QWidget(parent)
    , m_player(player)
    , m_page(page)
    , m_play(new QToolButton(this))
    , m_time(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_speed(new QComboBox(this))
    , m_volume(new QSlider(Qt::Horizontal, this))
{
    setFixedHeight(56);
    setAccessibleName(tr("Player"));
    m_play->setMinimumSize(72, 30);
    m_time->setFont(palette::font(13));
    m_time->setAccessibleName(tr("Position"));
    m_problem->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_speed->setMinimumHeight(30);
    m_speed->setAccessibleName(tr("Speed, with the pitch kept"));
    m_speed->setToolTip(m_speed->accessibleName());
    for (const int percent : { 50, 75, 90, 100, 110, 125, 150 })
        m_speed->addItem(tr("%1 % speed").arg(percent), percent / 100.0);
    m_speed->setCurrentIndex(3);
    m_volume->setRange(0, 100);
    m_volume->setValue(100);
    m_volume->setFixedWidth(120);
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setToolTip(m_volume->accessibleName());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(m_play);
    row->addWidget(m_time);
    row->addWidget(m_problem, 1);
    row->addWidget(m_speed);
    row->addWidget(new QLabel(tr("Volume"), this));
    row->addWidget(m_volume);

    connect(m_play, &QToolButton::clicked, &player, &Player::toggle);
    connect(m_speed, &QComboBox::currentIndexChanged, this,
        [this] { m_player.setSpeed(m_speed->currentData().toDouble()); });
    connect(m_volume, &QSlider::valueChanged, this,
        [this](int percent) { m_player.setVolume(percent / 100.0); });
    connect(&player, &Player::stateChanged, this, &PlayerBar::showState);
    connect(&player, &Player::positionChanged, this, &PlayerBar::showPosition);
    connect(&page, &TrackPage::playRequested, &player, &Player::toggle);
    connect(&page, &TrackPage::seekRequested, &player, &Player::seek);
    connect(&page, &TrackPage::loopRequested, this, [this](double begin, double end) {
        m_player.setLoop(begin < end ? std::optional(std::pair(begin, end)) : std::nullopt);
    });
    connect(&page, &TrackPage::opening, &player, &Player::close);
    connect(&page, &TrackPage::soundAvailable, this,
        [this](const std::filesystem::path& path, double offset, double seconds) {
            m_seconds = seconds;
            m_player.open(path, offset, seconds);
        });
    showState();
}

void PlayerBar::showState()
{
    const auto state = m_player.state();
    const bool canPlay = state == Player::State::Paused || state == Player::State::Playing
        || state == Player::State::Failed;
    m_play->setText(state == Player::State::Playing ? tr("Pause") : tr("Play"));
    m_play->setAccessibleName(m_play->text());
    m_play->setEnabled(canPlay);
    m_speed->setEnabled(canPlay);
    m_volume->setEnabled(canPlay);
    QString problem;
    if (state == Player::State::NoDevice)
        problem = tr("There is no sound device to play on. Connect one to listen.");
    else if (state == Player::State::Failed && m_player.failure())
        problem
            = tr("Cannot be played. %1").arg(QString::fromStdString(m_player.failure()->detail));
    m_problem->setText(problem);
    m_problem->setToolTip(problem);
    showPosition(m_player.position());
}

void PlayerBar::showPosition(double seconds)
{
    if (m_player.state() == Player::State::Empty) {
        m_time->clear();
        return;
    }
    m_time->setText(QStringLiteral("%1 / %2").arg(timeText(seconds), timeText(m_seconds)));
    m_page.setCursor(seconds);
}

} // namespace circumplex
