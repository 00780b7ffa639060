#include "ui/train/train_steps.h"

#include "ui/common/heading.h"
#include "ui/common/reading_margins.h"
#include "ui/train/loss_plot.h"
#include "ui/train/step_parts.h"
#include "ui/train/train_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace circumplex {

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
