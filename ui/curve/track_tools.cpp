#include "ui/curve/track_tools.h"

#include "ui/common/elided_label.h"
#include "ui/common/mood_chips.h"
#include "ui/curve/track_text.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kCommentLetters = 48;

QToolButton* toolButton(
    const QString& text, const QString& name, const QKeySequence& key, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(key.isEmpty()
            ? name
            : QStringLiteral("%1 (%2)").arg(name, key.toString(QKeySequence::NativeText)));
    button->setMinimumSize(30, 30);
    return button;
}

} // namespace

TrackTools::TrackTools(QWidget* parent)
    : QWidget(parent)
    , m_loop(toolButton(
          tr("Loop selection"), tr("Repeat the selected stretch"), QKeySequence(Qt::Key_L), this))
    , m_comments(toolButton(tr("Comments"), tr("Write, change or remove comments"), {}, this))
    , m_moods(toolButton(tr("Moods"), tr("Choose whose moods have a lane"), {}, this))
    , m_selection(new ElidedLabel(this))
    , m_commentsMenu(new QMenu(m_comments))
    , m_moodsMenu(new QMenu(m_moods))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    m_loop->setCheckable(true);
    m_loop->setEnabled(false);
    m_comments->setPopupMode(QToolButton::InstantPopup);
    m_comments->setMenu(m_commentsMenu);
    m_moods->setPopupMode(QToolButton::InstantPopup);
    m_moods->setMenu(m_moodsMenu);
    auto* write = new QAction(tr("Write a comment here…"), this);
    m_commentsMenu->addAction(write);
    auto* smoothing = new QComboBox(this);
    smoothing->setAccessibleName(tr("Smoothing of the curves"));
    smoothing->setToolTip(smoothing->accessibleName());
    smoothing->setMinimumHeight(30);
    smoothing->addItem(tr("Not smoothed"), 0.0);
    for (const double seconds : { 5.0, 15.0, 60.0 })
        smoothing->addItem(tr("Mean over %1 s").arg(QLocale().toString(seconds)), seconds);
    auto* wider
        = toolButton(QStringLiteral("−"), tr("Zoom out"), QKeySequence(Qt::Key_Minus), this);
    auto* closer = toolButton(QStringLiteral("+"), tr("Zoom in"), QKeySequence(Qt::Key_Plus), this);
    auto* whole
        = toolButton(tr("Whole track"), tr("Show the whole track"), QKeySequence(Qt::Key_0), this);
    for (QWidget* widget :
        std::initializer_list<QWidget*> { m_loop, m_comments, m_moods, smoothing })
        row->addWidget(widget);
    row->addWidget(m_selection, 1);
    for (QWidget* widget : { wider, closer, whole })
        row->addWidget(widget);

    connect(m_loop, &QToolButton::toggled, this, &TrackTools::loopToggled);
    connect(write, &QAction::triggered, this, &TrackTools::commentClicked);
    connect(smoothing, &QComboBox::currentIndexChanged, this,
        [this, smoothing] { Q_EMIT smoothingChosen(smoothing->currentData().toDouble()); });
    connect(closer, &QToolButton::clicked, this, [this] { Q_EMIT zoomClicked(2.0); });
    connect(wider, &QToolButton::clicked, this, [this] { Q_EMIT zoomClicked(0.5); });
    connect(whole, &QToolButton::clicked, this, &TrackTools::wholeClicked);
}

void TrackTools::setView(
    const TrackView* view, const TrackView::Reading* main, const std::vector<int>& tags)
{
    setEnabled(view != nullptr);
    m_moodsMenu->clear();
    while (m_commentsMenu->actions().size() > 1)
        delete m_commentsMenu->actions().constLast();
    m_moods->setEnabled(view && main);
    if (!view) return;
    fillComments(*view);
    if (main) fillMoods(*main, tags);
}

void TrackTools::fillComments(const TrackView& view)
{
    if (!view.comments.empty()) m_commentsMenu->addSeparator();
    for (const TrackComment& comment : view.comments) {
        QString text = QString::fromStdString(comment.text).simplified();
        if (text.size() > kCommentLetters) text = text.first(kCommentLetters) + QChar(u'…');
        text.replace(u'&', QStringLiteral("&&"));
        auto* action = m_commentsMenu->addAction(
            QStringLiteral("%1   %2").arg(timeText(comment.startSeconds), text));
        connect(
            action, &QAction::triggered, this, [this, comment] { Q_EMIT commentChosen(comment); });
    }
}

void TrackTools::fillMoods(const TrackView::Reading& main, const std::vector<int>& tags)
{
    auto* strongest = m_moodsMenu->addAction(tr("The five strongest"));
    connect(strongest, &QAction::triggered, this, &TrackTools::strongestTagsChosen);
    m_moodsMenu->addSeparator();
    for (const MoodProbability& mood : main.stored.annotation.moods) {
        auto* action = m_moodsMenu->addAction(moodName(mood.tag));
        action->setCheckable(true);
        action->setChecked(std::ranges::find(tags, mood.tag) != tags.end());
        connect(action, &QAction::toggled, this,
            [this, tag = mood.tag](bool isOn) { Q_EMIT tagToggled(tag, isOn); });
    }
}

void TrackTools::setSelection(const std::optional<std::pair<double, double>>& stretch)
{
    m_loop->setEnabled(stretch.has_value());
    if (!stretch) m_loop->setChecked(false);
    m_selection->setText(stretch
            ? tr("%1 to %2, %3 s")
                  .arg(timeText(stretch->first, 1), timeText(stretch->second, 1),
                      numberText(stretch->second - stretch->first))
            : QString());
}

void TrackTools::toggleLoop()
{
    if (m_loop->isEnabled()) m_loop->toggle();
}

bool TrackTools::isLooping() const
{
    return m_loop->isChecked();
}

} // namespace circumplex
