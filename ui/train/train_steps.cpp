#include "ui/train/train_steps.h"

#include "ui/common/heading.h"
#include "ui/common/reading_margins.h"
#include "ui/train/label_plane.h"
#include "ui/train/loss_plot.h"
#include "ui/train/train_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr double kLeastWeight = 0.1, kMostWeight = 10.0;

QLabel* textLabel(QWidget* parent, bool isSecondary = false)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (isSecondary) label->setProperty("secondary", true);
    return label;
}

QPushButton* mainButton(const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setProperty("primary", true);
    return button;
}

QLabel* bigSentence(QWidget* parent)
{
    QLabel* label = pageTitle({}, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

TrainDataStep::TrainDataStep(QWidget* parent)
    : QWidget(parent)
    , m_sentence(bigSentence(this))
    , m_planeBox(new QWidget(this))
    , m_plane(new LabelPlane(m_planeBox))
    , m_lines(textLabel(this))
    , m_raterBox(new QWidget(this))
    , m_raterColumn(new QVBoxLayout(m_raterBox))
    , m_next(mainButton(tr("Next: what to train"), this))
    , m_missing(textLabel(this, true))
    , m_rate(new QPushButton(tr("Rate songs"), this))
    , m_import(new QPushButton(tr("Import labels \u2026"), this))
    , m_analyse(new QPushButton(tr("Analyse the songs"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_sentence);
    auto* row = new QHBoxLayout;
    row->setSpacing(24);
    auto* plane = new QVBoxLayout(m_planeBox);
    plane->setContentsMargins(0, 0, 0, 0);
    plane->addWidget(m_plane);
    auto* caption = textLabel(m_planeBox, true);
    caption->setText(tr("Labelled songs by feeling; dashed: few so far"));
    caption->setFixedWidth(m_plane->width());
    plane->addWidget(caption);
    row->addWidget(m_planeBox, 0, Qt::AlignTop);
    auto* side = new QVBoxLayout;
    side->setSpacing(8);
    side->addWidget(m_lines);
    m_raterColumn->setContentsMargins(0, 8, 0, 0);
    side->addWidget(m_raterBox);
    m_raterBox->hide();
    side->setAlignment(Qt::AlignTop);
    row->addLayout(side, 1);
    column->addLayout(row);
    auto* next = new QHBoxLayout;
    next->addWidget(m_next);
    next->addWidget(m_missing, 1);
    column->addLayout(next);
    auto* more = new QHBoxLayout;
    more->addWidget(m_rate);
    more->addWidget(m_import);
    more->addWidget(m_analyse);
    more->addStretch();
    column->addLayout(more);
    column->addStretch();
    m_analyse->hide();
    m_import->setToolTip(tr("Ratings as a table (CSV), or files of DEAM, PMEmo, MTG-Jamendo, "
                            "CARMA, DARMA, Label Studio and JAMS"));
    connect(m_next, &QPushButton::clicked, this, &TrainDataStep::nextWanted);
    m_rate->setToolTip(tr("Opens the page Label"));
    connect(m_rate, &QPushButton::clicked, this, &TrainDataStep::ratingWanted);
    connect(m_import, &QPushButton::clicked, this, &TrainDataStep::importWanted);
    connect(m_analyse, &QPushButton::clicked, this, &TrainDataStep::analysisWanted);
    updateNext({});
}

void TrainDataStep::setPlan(const TrainPlan& plan, bool isOfAll)
{
    m_sentence->setText(enoughText(plan));
    m_lines->setText(labelLines(plan).join(QLatin1Char('\n')));
    m_plane->setTracks(plan.quarters);
    m_planeBox->setVisible(plan.labelledTracks > 0);
    m_lines->setVisible(plan.labelledTracks > 0);
    m_analyse->setVisible(plan.notHeard > 0);
    m_import->setEnabled(true);
    m_raterBox->setEnabled(true);
    m_isEnough = plan.isEnough();
    updateNext(missingText(plan));
    if (!isOfAll) return;

    const bool isNew = !std::ranges::equal(
        plan.raters, m_raterNames, {}, [](const auto& rater) { return rater.name; });
    if (isNew) {
        while (QLayoutItem* item = m_raterColumn->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        m_raters.clear();
        m_weights.clear();
        m_raterNames.clear();
        m_raterColumn->addWidget(sectionTitle(tr("Whose labels count"), m_raterBox));
    }
    for (std::size_t i = 0; i < plan.raters.size(); ++i) {
        const TrainPlan::Rater& rater = plan.raters[i];
        if (isNew) {
            addRater(rater);
        }
        QString name = rater.name;
        m_raters[i]->setText(tr("%1: %Ln song(s)", "of a rater", rater.tracks)
                                 .arg(name.replace(QLatin1Char('&'), QStringLiteral("&&"))));
    }
    m_raterBox->setVisible(!plan.raters.empty());
}

void TrainDataStep::addRater(const TrainPlan::Rater& rater)
{
    auto* row = new QWidget(m_raterBox);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto* chosen = new QCheckBox(row);
    chosen->setChecked(true);
    line->addWidget(chosen);
    auto* weight = new QDoubleSpinBox(row);
    weight->setRange(kLeastWeight, kMostWeight);
    weight->setSingleStep(0.5);
    weight->setDecimals(1);
    weight->setValue(rater.weight);
    weight->setKeyboardTracking(false);
    weight->setPrefix(tr("weight "));
    weight->setAccessibleName(tr("Weight of %1").arg(rater.name));
    weight->setToolTip(tr("How much these labels count beside those of others"));
    line->addWidget(weight);
    line->addStretch();
    m_raterColumn->addWidget(row);
    m_raters.push_back(chosen);
    m_weights.push_back(weight);
    m_raterNames.push_back(rater.name);
    connect(chosen, &QCheckBox::toggled, this, [this, weight](bool isChosen) {
        weight->setEnabled(isChosen);
        if (std::ranges::any_of(m_raters, &QCheckBox::isChecked)) {
            Q_EMIT ratersChosen();
            return;
        }
        m_isEnough = false;
        updateNext(tr("choose at least one rater"));
    });
    connect(weight, &QDoubleSpinBox::valueChanged, this, &TrainDataStep::ratersChosen);
}

void TrainDataStep::setBusy(const QString& sentence)
{
    m_sentence->setText(sentence);
    m_isEnough = false;
    m_import->setEnabled(false);
    updateNext({});
}

void TrainDataStep::setProblem(const QString& sentence)
{
    setBusy(sentence);
    m_planeBox->hide();
    m_lines->hide();
    m_import->setEnabled(true);
}

QStringList TrainDataStep::chosenRaters() const
{
    QStringList chosen;
    for (std::size_t i = 0; i < m_raters.size(); ++i)
        if (m_raters[i]->isChecked()) chosen << m_raterNames[i];
    return static_cast<std::size_t>(chosen.size()) == m_raters.size() ? QStringList() : chosen;
}

QStringList TrainDataStep::raterWeights() const
{
    QStringList weights;
    for (std::size_t i = 0; i < m_weights.size(); ++i)
        if (m_raters[i]->isChecked() && m_weights[i]->value() != 1.0)
            weights << m_raterNames[i] + QLatin1Char('=')
                    + QString::number(m_weights[i]->value(), 'f', 1);
    return weights;
}

void TrainDataStep::updateNext(const QString& missing)
{
    m_next->setEnabled(m_isEnough);
    m_missing->setText(missing);
    m_next->setAccessibleDescription(missing);
}

TrainChoiceStep::TrainChoiceStep(QWidget* parent)
    : QWidget(parent)
    , m_bases(new QComboBox(this))
    , m_adapt(new QRadioButton(tr("Keep the model and adapt it to me"), this))
    , m_anew(new QRadioButton(tr("Train its last layers anew"), this))
    , m_encoder(new QCheckBox(tr("Let it learn to hear, too"), this))
    , m_encoderHint(textLabel(this, true))
    , m_time(textLabel(this))
    , m_start(mainButton(tr("Start"), this))
    , m_resume(new QPushButton(tr("Go on where it stopped"), this))
    , m_resumeHint(textLabel(this, true))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    QLabel* head = bigSentence(this);
    head->setText(tr("What should learn?"));
    column->addWidget(head);
    auto* start = new QHBoxLayout;
    auto* starts = new QLabel(tr("It &starts from"), this);
    starts->setBuddy(m_bases);
    start->addWidget(starts);
    m_bases->setAccessibleName(tr("Model that it starts from"));
    m_bases->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    start->addWidget(m_bases);
    auto* stays = new QLabel(tr("which stays as it is"), this);
    stays->setProperty("secondary", true);
    start->addWidget(stays);
    start->addStretch();
    column->addLayout(start);
    column->addSpacing(8);
    const auto add = [&](QAbstractButton* button, QLabel* label, const QString& hint) {
        column->addWidget(button);
        label->setText(hint);
        label->setContentsMargins(readingMargins(24, 0, 0, 8));
        column->addWidget(label);
        button->setAccessibleDescription(hint);
    };
    add(m_adapt, textLabel(this, true),
        tr("It starts with what the model knows of other people. Best for up to some hundred "
           "songs."));
    add(m_anew, textLabel(this, true),
        tr("It forgets what other people said, and knows only what you rated. Needs many songs."));
    m_adapt->setChecked(true);
    add(m_encoder, m_encoderHint,
        tr("The network that hears is adapted as well (LoRA), from the sound of your songs. Takes "
           "far longer; if it does not help, it is left out."));
    column->addWidget(m_time);
    auto* row = new QHBoxLayout;
    row->addWidget(m_start);
    row->addWidget(m_resume);
    row->addStretch();
    column->addLayout(row);
    m_resumeHint->setText(tr("A training was interrupted. With the same labels and the same choice "
                             "it goes on; otherwise it begins anew."));
    column->addWidget(m_resumeHint);
    column->addStretch();
    setCanResume(false);
    connect(m_bases, &QComboBox::activated, this, [this] {
        updateBase();
        Q_EMIT baseChosen();
    });
    connect(m_encoder, &QCheckBox::clicked, this, &TrainChoiceStep::baseChosen);
    connect(m_start, &QPushButton::clicked, this, [this] { Q_EMIT startWanted(false); });
    connect(m_resume, &QPushButton::clicked, this, [this] { Q_EMIT startWanted(true); });
}

void TrainChoiceStep::setBases(const std::vector<TrainBase>& bases, const QString& base)
{
    m_known = bases;
    m_bases->clear();
    for (const TrainBase& known : bases)
        m_bases->addItem(known.title, known.name);
    m_bases->setCurrentIndex(m_bases->findData(base));
    updateBase();
}

void TrainChoiceStep::updateBase()
{
    const auto known = std::ranges::find(m_known, base(), &TrainBase::name);
    const bool can = known != m_known.end() && known->canAdapt;
    m_encoder->setVisible(can);
    m_encoderHint->setVisible(can);
    if (!can) m_encoder->setChecked(false);
}

QString TrainChoiceStep::base() const
{
    return m_bases->currentData().toString();
}

void TrainChoiceStep::setSeconds(double atMost)
{
    m_time->setText(tr("It takes at most %1. You can go on using the program meanwhile.")
                        .arg(roughTime(atMost)));
}

void TrainChoiceStep::setCanResume(bool can)
{
    m_resume->setVisible(can);
    m_resumeHint->setVisible(can);
}

bool TrainChoiceStep::isFromScratch() const
{
    return m_anew->isChecked();
}

bool TrainChoiceStep::adaptsEncoder() const
{
    return m_encoder->isChecked();
}

TrainRunStep::TrainRunStep(QWidget* parent)
    : QWidget(parent)
    , m_state(bigSentence(this))
    , m_left(textLabel(this))
    , m_plot(new LossPlot(this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_stopHint(textLabel(this, true))
    , m_resume(mainButton(tr("Go on"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_state);
    column->addWidget(m_left);
    column->addSpacing(8);
    column->addWidget(sectionTitle(m_plot->accessibleName(), this));
    auto* hint = textLabel(this, true);
    hint->setText(
        tr("Lower is better. Each round holds other songs out to be tested on; pale lines "
           "are rounds that are done, the dot is the best epoch, the dashed line the old model. "
           "The last round learns "
           "from all songs and has no line."));
    column->addWidget(hint);
    m_plot->setFixedHeight(240);
    column->addWidget(m_plot);
    auto* row = new QHBoxLayout;
    row->addWidget(m_stop);
    row->addWidget(m_stopHint, 1);
    row->addWidget(m_resume);
    row->addStretch();
    column->addLayout(row);
    column->addStretch();
    m_stopHint->setText(tr("Stopping keeps what is done so far; it can go on later."));
    m_stop->setAccessibleDescription(m_stopHint->text());
    m_resume->hide();
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        m_state->setText(tr("Stopping \u2026"));
        Q_EMIT stopWanted();
    });
    connect(m_resume, &QPushButton::clicked, this, &TrainRunStep::resumeWanted);
}

void TrainRunStep::begin(double secondsAtMost)
{
    m_secondsAtMost = secondsAtMost;
    m_firstFit = -1;
    m_time.start();
    m_plot->clear();
    m_state->setText(tr("Reading what the model heard \u2026"));
    m_left->setText(tr("at most %1").arg(roughTime(secondsAtMost)));
    m_stop->setEnabled(true);
    m_stop->show();
    m_stopHint->show();
    m_resume->hide();
}

void TrainRunStep::add(const TrainEpoch& epoch)
{
    if (m_firstFit < 0) {
        m_firstFit = epoch.fit;
        m_time.restart();
    }
    if (epoch.heldOutLoss) m_plot->add(epoch.fit, *epoch.heldOutLoss, epoch.oldLoss);
    if (m_stop->isEnabled())
        m_state->setText(tr("Round %1 of %2, epoch %3")
                             .arg(QLocale().toString(epoch.fit + 1), QLocale().toString(epoch.fits),
                                 QLocale().toString(epoch.epoch)));
    m_left->setText(tr("about %1 left").arg(roughTime(secondsLeft(epoch))));
}

double TrainRunStep::secondsLeft(const TrainEpoch& epoch) const
{
    const double within
        = epoch.epochsAtMost > 0 ? static_cast<double>(epoch.epoch) / epoch.epochsAtMost : 0.0;
    const double left = (epoch.fits - epoch.fit - std::min(within, 1.0)) / epoch.fits;
    // Rounds end before their last epoch as a rule: those that are done tell more than the plan.
    const int done = epoch.fit - m_firstFit;
    const double perRound = done > 0 ? static_cast<double>(m_time.elapsed()) / 1000.0 / done
                                     : m_secondsAtMost / epoch.fits;
    return perRound * left * epoch.fits;
}

void TrainRunStep::end(const QString& sentence, bool canResume)
{
    m_state->setText(sentence);
    m_left->setText(
        canResume ? tr("What is done so far is kept, also when the program ends.") : QString());
    m_stop->hide();
    m_stopHint->hide();
    m_resume->setVisible(canResume);
    if (canResume) m_resume->setFocus();
}

} // namespace circumplex
