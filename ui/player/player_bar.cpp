#include "ui/player/player_bar.h"

#include "ui/common/error_text.h"
#include "ui/common/heading.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/curve/track_text.h"
#include "ui/player/player_strip.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace circumplex {

/// Title over artist, cut to the room there is; leads to the track's page.
class TrackTitleButton : public QAbstractButton {
public:
    explicit TrackTitleButton(QWidget* parent)
        : QAbstractButton(parent)
    {
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        setMinimumWidth(120);
        setMaximumWidth(260);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    }

    void setLines(const QString& title, const QString& artist)
    {
        m_title = title;
        m_artist = artist;
        const QString both
            = artist.isEmpty() ? title : QStringLiteral("%1 – %2").arg(title, artist);
        setAccessibleName(PlayerBar::tr("Show %1").arg(both));
        setToolTip(both);
        update();
    }

    QSize sizeHint() const override { return { 230, 44 }; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor fill = theme.ink;
        fill.setAlphaF(underMouse() ? 0.04F : 0.0F);
        painter.setPen(hasFocus() ? QPen(theme.accent, 2.0) : QPen(Qt::NoPen));
        painter.setBrush(fill);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 5, -1, -5), 5, 5);
        const QRect inside = rect().adjusted(8, 9, -8, -9);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        const auto line = [&](const QString& text, const QFont& face, const QColor& colour,
                              Qt::Alignment edge) {
            painter.setFont(face);
            painter.setPen(colour);
            painter.drawText(inside, edge | Qt::AlignLeft,
                QFontMetrics(face).elidedText(text, Qt::ElideRight, inside.width()));
        };
        const QFont small = sized(font(), 0.9);
        if (m_artist.isEmpty()) return line(m_title, strong, theme.ink, Qt::AlignVCenter);
        line(m_title, strong, theme.ink, Qt::AlignTop);
        line(m_artist, small, theme.secondaryInk, Qt::AlignBottom);
    }

private:
    QString m_title, m_artist;
};

PlayerBar::PlayerBar(Player& player, QWidget* parent)
    : QWidget(parent)
    , m_player(player)
    , m_previous(new QToolButton(this))
    , m_play(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_title(new TrackTitleButton(this))
    , m_elapsed(new QLabel(this))
    , m_strip(new PlayerStrip(this))
    , m_length(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_repeat(new QToolButton(this))
    , m_speed(new QComboBox(this))
    , m_loudness(new QLabel(this))
    , m_volume(new QSlider(Qt::Horizontal, this))
{
    setFixedHeight(56);
    setAccessibleName(tr("Player"));
    m_elapsed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QLabel* time : { m_elapsed, m_length })
        time->setMinimumWidth(
            QFontMetrics(time->font()).horizontalAdvance(QStringLiteral("0:00:00")));
    m_problem->setProperty("secondary", true);
    m_problem->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_repeat->setCheckable(true);
    m_repeat->setFixedSize(36, 30);
    m_repeat->setIconSize({ 18, 18 });
    m_repeat->setAccessibleName(tr("Repeat the track"));
    m_repeat->setToolTip(m_repeat->accessibleName());
    m_speed->setMinimumHeight(30);
    m_speed->setAccessibleName(tr("Speed, with the pitch kept"));
    m_speed->setToolTip(m_speed->accessibleName());
    for (const int percent : { 50, 75, 90, 100, 110, 125, 150 })
        m_speed->addItem(tr("%1 % speed").arg(percent), percent / 100.0);
    m_loudness->setFixedSize(20, 20);
    m_volume->setRange(0, 100);
    m_volume->setFixedWidth(96);
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setToolTip(m_volume->accessibleName());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(makeSteps());
    row->addWidget(m_title);
    row->addWidget(m_elapsed);
    row->addWidget(m_strip, 1);
    row->addWidget(m_problem, 1);
    row->addWidget(m_length);
    row->addSpacing(8);
    row->addWidget(m_repeat);
    row->addWidget(m_speed);
    row->addSpacing(4);
    row->addWidget(m_loudness);
    row->addWidget(m_volume);

    connect(m_play, &QToolButton::clicked, &player, &Player::toggle);
    connect(m_title, &QAbstractButton::clicked, this, &PlayerBar::titleClicked);
    connect(m_strip, &PlayerStrip::seekRequested, &player, &Player::seek);
    connect(m_strip, &PlayerStrip::previewed, this,
        [this](double seconds) { m_elapsed->setText(timeText(seconds)); });
    connect(m_repeat, &QToolButton::toggled, &player, &Player::setRepeating);
    connect(m_speed, &QComboBox::activated, this,
        [this] { m_player.setSpeed(m_speed->currentData().toDouble()); });
    connect(m_volume, &QSlider::valueChanged, this,
        [this](int percent) { m_player.setVolume(percent / 100.0); });
    connect(&player, &Player::stateChanged, this, &PlayerBar::showState);
    connect(&player, &Player::settingsChanged, this, &PlayerBar::showSettings);
    connect(&player, &Player::positionChanged, this, &PlayerBar::showPosition);
    showSettings();
    showState();
    showIcons();
}

/// In the order of time, which is that of the picture on every such device, whichever way a
/// language is written.
QWidget* PlayerBar::makeSteps()
{
    auto* steps = new QWidget(this);
    steps->setLayoutDirection(Qt::LeftToRight);
    auto* row = new QHBoxLayout(steps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_play->setFixedSize(40, 36);
    m_play->setIconSize({ 20, 20 });
    for (QToolButton* step : { m_previous, m_next }) {
        step->setFixedSize(36, 30);
        step->setIconSize({ 18, 18 });
    }
    m_previous->setAccessibleName(tr("Previous song"));
    m_previous->setToolTip(tr("Previous song (Ctrl+Left)"));
    m_next->setAccessibleName(tr("Next song"));
    m_next->setToolTip(tr("Next song (Ctrl+Right)"));
    for (QToolButton* step : { m_previous, m_play, m_next })
        row->addWidget(step);
    connect(m_previous, &QToolButton::clicked, this, &PlayerBar::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &PlayerBar::nextWanted);
    return steps;
}

void PlayerBar::setNeighbours(const Neighbours& neighbours)
{
    m_neighbours = neighbours;
    showState();
}

void PlayerBar::setTrack(std::shared_ptr<const TrackView> view, const TrackView::Reading* reading)
{
    m_view = std::move(view);
    const double seconds = m_view ? m_view->durationSeconds() : 0.0;
    m_strip->setTrack(reading ? reading->stored.annotation.curve : EmotionCurve {}, seconds);
    if (m_view)
        m_title->setLines(m_view->title(), QString::fromStdString(m_view->track.tags.artist));
    m_length->setText(seconds > 0.0 ? timeText(seconds) : QString());
    showState();
}

QString PlayerBar::problem() const
{
    if (!m_view) return tr("Nothing is open. Open a song in the library to hear it.");
    if (m_view->sound == TrackView::Sound::FileGone) return tr("The file is gone.");
    if (m_view->sound == TrackView::Sound::VolumeOffline)
        return tr("“%1” is not connected.").arg(m_view->volume);
    if (m_player.state() == Player::State::NoDevice)
        return tr("There is no sound device to play on. Connect one to listen.");
    if (m_player.state() == Player::State::Failed && m_player.failure())
        return tr("Cannot be played. %1").arg(errorText(*m_player.failure()));
    return {};
}

void PlayerBar::showState()
{
    const auto state = m_player.state();
    const bool canPlay = state == Player::State::Paused || state == Player::State::Playing
        || state == Player::State::Failed;
    m_play->setAccessibleName(state == Player::State::Playing ? tr("Pause") : tr("Play"));
    m_play->setToolTip(tr("%1 (Space)").arg(m_play->accessibleName()));
    m_play->setEnabled(canPlay);
    m_previous->setEnabled(canPlay || m_neighbours.hasPrevious); // at least to the beginning
    m_next->setEnabled(m_neighbours.hasNext);
    for (QWidget* control : std::initializer_list<QWidget*> { m_repeat, m_speed, m_volume })
        control->setEnabled(canPlay);
    const QString sentence = problem();
    // Its words need the room more than what cannot be used.
    for (QWidget* control :
        std::initializer_list<QWidget*> { m_repeat, m_speed, m_loudness, m_volume })
        control->setVisible(canPlay || sentence.isEmpty());
    m_problem->setText(sentence);
    m_problem->setToolTip(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_strip->setVisible(sentence.isEmpty());
    for (QWidget* part : std::initializer_list<QWidget*> { m_title, m_elapsed, m_length })
        part->setVisible(m_view != nullptr);
    showIcons();
    showPosition(m_player.position());
}

void PlayerBar::showSettings()
{
    const QSignalBlocker blocker(m_volume);
    m_volume->setValue(static_cast<int>(std::lround(m_player.volume() * 100.0)));
    m_repeat->setChecked(m_player.isRepeating());
    int nearest = 0;
    for (int i = 1; i < m_speed->count(); ++i)
        if (std::abs(m_speed->itemData(i).toDouble() - m_player.speed())
            < std::abs(m_speed->itemData(nearest).toDouble() - m_player.speed()))
            nearest = i;
    m_speed->setCurrentIndex(nearest);
    showIcons();
}

void PlayerBar::showPosition(double seconds)
{
    m_strip->setPosition(seconds);
    if (!m_strip->isSliderDown()) m_elapsed->setText(timeText(seconds));
}

void PlayerBar::showIcons()
{
    const Theme& theme = Theme::of(palette());
    const bool isPlaying = m_player.state() == Player::State::Playing;
    m_previous->setIcon(lineIcon(IconShape::Previous, theme.secondaryInk));
    m_next->setIcon(lineIcon(IconShape::Next, theme.secondaryInk));
    m_play->setIcon(lineIcon(isPlaying ? IconShape::Pause : IconShape::Resume, theme.ink));
    m_repeat->setIcon(
        lineIcon(IconShape::Repeat, m_repeat->isChecked() ? theme.arousal : theme.secondaryInk));
    m_loudness->setPixmap(lineIcon(IconShape::Loudness, theme.secondaryInk)
                              .pixmap(m_loudness->size(), devicePixelRatioF()));
}

void PlayerBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) showIcons();
    QWidget::changeEvent(event);
}

void PlayerBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, 0, width(), 1), theme.rule);
}

} // namespace circumplex
