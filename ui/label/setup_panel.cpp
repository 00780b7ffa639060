#include "ui/label/setup_panel.h"

#include "ui/common/durations.h"
#include "ui/common/wheel_guard.h"
#include "ui/label/downward_scroll.h"
#include "ui/label/fader_row.h"
#include "ui/label/sitting_songs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace circumplex {

namespace {

constexpr double kFormWidth = 440.0; ///< with letters of 10 points

constexpr int kDeviceRole = Qt::UserRole + 1; ///< of the instrument

enum AxesChoice { Both, ValenceOnly, ArousalOnly, ValenceRelative, ArousalRelative, AfterOnly };

AxesChoice choiceOf(const LabelPlan& plan)
{
    if (!plan.isContinuous) return AfterOnly;
    const bool isRelative = plan.mode == TraceMode::Relative;
    switch (plan.axes) {
    case RatingPlane::Axes::Valence:
        return isRelative ? ValenceRelative : ValenceOnly;
    case RatingPlane::Axes::Arousal:
        return isRelative ? ArousalRelative : ArousalOnly;
    case RatingPlane::Axes::Both:
        break;
    }
    return Both;
}

RatingPlane::Axes axesOf(int choice)
{
    return choice == ValenceOnly || choice == ValenceRelative ? RatingPlane::Axes::Valence
        : choice == ArousalOnly || choice == ArousalRelative  ? RatingPlane::Axes::Arousal
                                                              : RatingPlane::Axes::Both;
}

QComboBox* addChoice(QFormLayout& form, const QString& label, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setMinimumHeight(30);
    box->setAccessibleName(label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    form.addRow(label, box);
    return box;
}

} // namespace

SetupPanel::SetupPanel(QWidget* parent)
    : QWidget(parent)
    , m_blind(new QCheckBox(tr("Hide what models say until a rating is saved"), this))
    , m_faders(new FaderRow(this))
    , m_latency(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_start(new QPushButton(tr("Start rating"), this))
    , m_practice(new QPushButton(tr("Practise and measure your lag"), this))
    , m_list(new SittingSongs(this))
    , m_interrupted(new QFrame(this))
    , m_interruptedText(new QLabel(m_interrupted))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);

    auto* cutShort = new QHBoxLayout(m_interrupted);
    m_interrupted->setProperty("card", true);
    cutShort->setContentsMargins(12, 8, 12, 8);
    m_interruptedText->setWordWrap(true);
    cutShort->addWidget(m_interruptedText, 1);
    auto* goOn = new QPushButton(tr("Continue it"), m_interrupted);
    auto* discard = new QPushButton(tr("Discard it"), m_interrupted);
    cutShort->addWidget(goOn);
    cutShort->addWidget(discard);
    m_interrupted->hide();
    column->addWidget(m_interrupted);
    connect(goOn, &QPushButton::clicked, this,
        [this] { Q_EMIT continueWanted(InterruptedRating(m_cutShort.front())); });
    connect(discard, &QPushButton::clicked, this,
        [this] { Q_EMIT discardWanted(InterruptedRating(m_cutShort.front())); });

    auto* row = new QHBoxLayout;
    row->setSpacing(32);
    auto* left = new QWidget(this);
    left->setFixedWidth(qRound(kFormWidth * font().pointSizeF() / 10.0));
    auto* form = new QFormLayout(left);
    m_form = form;
    form->setContentsMargins(0, 0, 8, 0); // the scroll bar's distance
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rater = addChoice(*form, tr("Who rates"), left);
    m_rater->setEditable(true);
    m_rater->setInsertPolicy(QComboBox::NoInsert);
    m_rater->lineEdit()->setPlaceholderText(tr("A name or a code"));
    m_rater->lineEdit()->setAccessibleName(tr("Who rates"));
    m_locus = addChoice(*form, tr("What is asked"), left);
    m_locus->addItem(tr("What the music expresses"), int(EmotionLocus::Perceived));
    m_locus->addItem(tr("What I feel"), int(EmotionLocus::Felt));
    m_axes = addChoice(*form, tr("While listening"), left);
    m_axes->addItem(tr("Valence and arousal at once"), Both);
    m_axes->addItem(tr("Valence only: unpleasant to pleasant"), ValenceOnly);
    m_axes->addItem(tr("Arousal only: calm to excited"), ArousalOnly);
    m_axes->addItem(tr("Valence without ends: only more or less"), ValenceRelative);
    m_axes->addItem(tr("Arousal without ends: only more or less"), ArousalRelative);
    const QString relative = tr("Say only where it is more and where less, on a line that goes on "
                                "as far as you like. People agree better so; but the numbers of "
                                "two songs, or two people, cannot be compared, and models learn "
                                "only from scales with ends.");
    for (const int choice : { ValenceRelative, ArousalRelative })
        m_axes->setItemData(m_axes->findData(choice), relative, Qt::ToolTipRole);
    m_axes->addItem(tr("Just listen, rate after the song"), AfterOnly);
    m_instrument = addChoice(*form, tr("With"), left);
    m_instrument->addItem(tr("Mouse or touch pad"), int(RatingPlane::Source::Mouse));
    m_instrument->addItem(tr("Arrow keys"), int(RatingPlane::Source::Keys));
    form->addRow(tr("Which fader"), m_faders);
    m_orientation = addChoice(*form, tr("Finding one's way"), left);
    for (const int seconds : { 0, 8, 15, 30 })
        m_orientation->addItem(seconds == 0
                ? tr("Count from the first second")
                : tr("Mark the first %1 seconds").arg(QLocale().toString(seconds)),
            seconds);
    m_orientation->setToolTip(tr("People need about 8 seconds before what they say of a new song "
                                 "settles. These seconds are kept, but not counted."));
    m_source = addChoice(*form, tr("Which songs"), left);
    m_source->addItem(QString(), int(LabelPlan::Songs::Suggested));
    m_source->addItem(QString(), int(LabelPlan::Songs::Selected));
    m_source->addItem(QString(), int(LabelPlan::Songs::Found));
    m_source->addItem(QString(), int(LabelPlan::Songs::Again));
    m_blind->setChecked(true);
    form->addRow(m_blind);
    m_latency->setWordWrap(true);
    m_latency->setProperty("secondary", true);
    form->addRow(m_latency);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_start->setProperty("primary", true);
    buttons->addWidget(m_start);
    buttons->addWidget(m_practice);
    buttons->addStretch(1);
    m_problem->setWordWrap(true);
    m_problem->hide();
    // On low windows the choices scroll; what starts the sitting stays in sight.
    auto* side = new QVBoxLayout;
    side->setSpacing(10);
    side->addWidget(new DownwardScroll(left, this));
    side->addLayout(buttons);
    side->addWidget(m_problem);
    side->addStretch(1);
    row->addLayout(side);

    row->addWidget(m_list, 1);
    column->addLayout(row, 1);

    connect(m_start, &QPushButton::clicked, this, &SetupPanel::startWanted);
    connect(m_practice, &QPushButton::clicked, this, &SetupPanel::practiceWanted);
    connect(m_rater, &QComboBox::currentTextChanged, this, [this] {
        updateButtons();
        Q_EMIT raterChanged();
    });
    connect(m_instrument, &QComboBox::currentIndexChanged, this, &SetupPanel::raterChanged);
    connect(m_source, &QComboBox::currentIndexChanged, this, &SetupPanel::showSongs);
    for (const QComboBox* box : { m_locus, m_axes, m_instrument, m_orientation })
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            updateButtons();
            Q_EMIT planEdited();
        });
    connect(m_instrument, &QComboBox::currentIndexChanged, this, [this] {
        m_wanted = static_cast<RatingPlane::Source>(m_instrument->currentData().toInt());
        m_wantedDevice = m_instrument->currentData(kDeviceRole).toString();
    });
    connect(m_faders, &FaderRow::chosen, this, [this] {
        updateButtons();
        Q_EMIT planEdited();
    });
    connect(m_blind, &QCheckBox::toggled, this, &SetupPanel::planEdited);
    setTabOrder(m_source, m_blind);
    setTabOrder(m_blind, m_start);
    setTabOrder(m_start, m_practice);
    guardWheel(*this);
    setSongs(LabelPlan::Songs::Suggested, {});
    setSongs(LabelPlan::Songs::Again, {});
    setSongs(LabelPlan::Songs::Selected, {});
    setSongs(LabelPlan::Songs::Found, {});
    setLatency({});
}

void SetupPanel::setPlan(const LabelPlan& plan)
{
    const QSignalBlocker quiet(this);
    m_rater->setCurrentText(plan.rater);
    m_locus->setCurrentIndex(m_locus->findData(int(plan.locus)));
    m_axes->setCurrentIndex(m_axes->findData(int(choiceOf(plan))));
    chooseInstrument(plan.instrument, plan.faders.device);
    m_wanted = plan.instrument;
    m_wantedDevice = plan.faders.device;
    m_faders->setFaders(plan.faders.valence, plan.faders.arousal);
    m_orientation->setCurrentIndex(
        std::max(0, m_orientation->findData(qRound(plan.orientationSeconds))));
    m_blind->setChecked(plan.isBlind);
    updateButtons();
}

LabelPlan SetupPanel::plan() const
{
    LabelPlan plan;
    plan.rater = m_rater->currentText().trimmed();
    plan.locus = static_cast<EmotionLocus>(m_locus->currentData().toInt());
    const int axes = m_axes->currentData().toInt();
    plan.isContinuous = axes != AfterOnly;
    plan.axes = axesOf(axes);
    if (axes == ValenceRelative || axes == ArousalRelative) plan.mode = TraceMode::Relative;
    plan.instrument = static_cast<RatingPlane::Source>(m_instrument->currentData().toInt());
    plan.faders = { m_instrument->currentData(kDeviceRole).toString(), m_faders->valence(),
        m_faders->arousal() };
    plan.isBlind = m_blind->isChecked();
    plan.orientationSeconds = m_orientation->currentData().toDouble();
    plan.songs = static_cast<LabelPlan::Songs>(m_source->currentData().toInt());
    for (const LabelSong& song : m_songs[m_source->currentData().toInt()])
        plan.tracks.push_back(song.track);
    return plan;
}

void SetupPanel::setRaters(const QStringList& names)
{
    const QSignalBlocker quiet(m_rater);
    const QString text = m_rater->currentText();
    m_rater->clear();
    m_rater->addItems(names);
    m_rater->setCurrentText(text);
}

void SetupPanel::setSongs(LabelPlan::Songs source, const std::vector<LabelSong>& songs)
{
    m_songs[int(source)] = songs;
    const QString count = QLocale().toString(static_cast<qlonglong>(songs.size()));
    const QString text = source == LabelPlan::Songs::Suggested
        ? tr("Suggested: these teach most (%1)").arg(count)
        : source == LabelPlan::Songs::Again
        ? tr("Rate again what you rated a week ago (%1)").arg(count)
        : source == LabelPlan::Songs::Selected ? tr("Selected in the library (%1)").arg(count)
                                               : tr("Found in the library (%1)").arg(count);
    m_source->setItemText(m_source->findData(int(source)), text);
    if (m_source->currentData().toInt() == int(source)) showSongs();
}

void SetupPanel::chooseSongs(LabelPlan::Songs source)
{
    m_source->setCurrentIndex(m_source->findData(int(source)));
}

void SetupPanel::showSongs()
{
    const int source = m_source->currentData().toInt();
    m_list->setSongs(static_cast<LabelPlan::Songs>(source), m_songs[source]);
    updateButtons();
}

void SetupPanel::setLatency(const std::optional<LatencyTest>& test)
{
    m_latency->setText(test
            ? tr("Lag of the hand: %1 s. It is kept with every rating made while listening.")
                  .arg(QLocale().toString(test->latencySeconds, 'f', 2))
            : tr("How far the hand lags behind the music was not measured yet for this person and "
                 "instrument. It takes half a minute."));
}

void SetupPanel::setDevices(bool hasGamepad, const QStringList& midi)
{
    // What goes takes the choice with it, but not the wish.
    const RatingPlane::Source wanted = m_wanted;
    const QString wantedDevice = m_wantedDevice;
    const auto isThere = [&](int at) {
        const auto source = static_cast<RatingPlane::Source>(m_instrument->itemData(at).toInt());
        return source == RatingPlane::Source::Gamepad ? hasGamepad
            : source == RatingPlane::Source::Fader
            ? midi.contains(m_instrument->itemData(at, kDeviceRole).toString())
            : true;
    };
    for (int at = m_instrument->count(); at-- > 0;)
        if (!isThere(at)) m_instrument->removeItem(at);
    if (hasGamepad && m_instrument->findData(int(RatingPlane::Source::Gamepad)) < 0)
        m_instrument->addItem(tr("Game pad"), int(RatingPlane::Source::Gamepad));
    for (const QString& name : midi) {
        if (m_instrument->findData(name, kDeviceRole) >= 0) continue;
        m_instrument->addItem(
            tr("Faders or knobs of %1 (MIDI)").arg(name), int(RatingPlane::Source::Fader));
        m_instrument->setItemData(m_instrument->count() - 1, name, kDeviceRole);
    }
    chooseInstrument(wanted, wantedDevice);
    m_wanted = wanted;
    m_wantedDevice = wantedDevice;
}

/// The mouse, if it is not plugged in.
void SetupPanel::chooseInstrument(RatingPlane::Source source, const QString& device)
{
    for (int at = 0; at < m_instrument->count(); ++at)
        if (m_instrument->itemData(at).toInt() == int(source)
            && (source != RatingPlane::Source::Fader
                || m_instrument->itemData(at, kDeviceRole).toString() == device))
            return m_instrument->setCurrentIndex(at);
    m_instrument->setCurrentIndex(0);
}

void SetupPanel::setInterrupted(const std::vector<InterruptedRating>& ratings)
{
    m_cutShort = ratings;
    m_interrupted->setVisible(!ratings.empty());
    if (ratings.empty()) return;
    const InterruptedRating& first = ratings.front();
    QString text = tr("The rating of “%1” by %2 was cut short at %3.")
                       .arg(first.title, first.rater, durationText(first.seconds));
    if (ratings.size() > 1)
        text += QLatin1Char(' ')
            + tr("%n more like it will be offered next.", nullptr,
                static_cast<int>(ratings.size() - 1));
    m_interruptedText->setText(text);
}

void SetupPanel::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void SetupPanel::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    updateButtons();
}

void SetupPanel::start()
{
    m_start->click();
}

void SetupPanel::updateButtons()
{
    const LabelPlan now = plan();
    const bool hasFaders = now.isContinuous && now.instrument == RatingPlane::Source::Fader;
    m_faders->setAxes(now.axes);
    m_faders->setVisible(hasFaders);
    m_form->labelForField(m_faders)->setVisible(hasFaders);
    m_orientation->setEnabled(now.isContinuous);
    const bool lacksFader = hasFaders && !m_faders->isComplete();
    m_practice->setEnabled(now.isContinuous && !now.rater.isEmpty() && !m_isBusy && !lacksFader);
    const QString lack = now.rater.isEmpty() ? tr("Say first who rates.")
        : now.tracks.empty()                 ? tr("There is no song to rate.")
        : lacksFader ? tr("Say first which fader is which: click, then move it.")
                     : QString();
    m_start->setEnabled(lack.isEmpty() && !m_isBusy);
    m_start->setToolTip(lack);
}

} // namespace circumplex
