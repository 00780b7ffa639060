#include "ui/train/train_page.h"

#include "ui/common/heading.h"
#include "ui/common/reading_margins.h"
#include "ui/common/wheel_guard.h"
#include "ui/train/train_steps.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace circumplex {

namespace {

constexpr int kListWidth = 176;

} // namespace

TrainPage::TrainPage(QWidget* parent)
    : QWidget(parent)
    , m_message(new QLabel(this))
    , m_rollBack(new QPushButton(this))
    , m_list(new QListWidget(this))
    , m_steps(new QStackedWidget(this))
    , m_data(new TrainDataStep)
    , m_choice(new TrainChoiceStep)
    , m_run(new TrainRunStep)
    , m_verdict(new TrainVerdictStep)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(readingMargins(16, 12, 16, 12));
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(pageTitle(tr("Train"), this));
    head->addStretch();
    head->addWidget(m_rollBack);
    m_rollBack->hide();
    m_rollBack->setToolTip(tr("Takes the model that yours was made from into use again"));
    column->addLayout(head);
    auto* what = new QLabel(
        tr("Teaches the model how music feels to you, and tells honestly whether it worked."),
        this);
    what->setProperty("secondary", true);
    what->setWordWrap(true);
    column->addWidget(what);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    column->addWidget(m_message);

    auto* row = new QHBoxLayout;
    row->setSpacing(24);
    m_list->addItems({ tr("1 Data"), tr("2 What"), tr("3 Train"), tr("4 Verdict") });
    m_list->setAccessibleName(tr("Steps"));
    m_list->setProperty("steps", true);
    m_list->setFixedWidth(kListWidth);
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setSizeHint(QSize(0, 34));
    m_list->setFixedHeight(4 * 34 + 4);
    row->addWidget(m_list, 0, Qt::AlignTop);
    for (QWidget* step : std::initializer_list<QWidget*> { m_data, m_choice, m_run, m_verdict }) {
        auto* scroll = new QScrollArea(m_steps);
        scroll->setWidgetResizable(true);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // all of it wraps
        scroll->setWidget(step);
        step->layout()->setContentsMargins(readingMargins(0, 0, 12, 0));
        scroll->setAccessibleName(m_list->item(m_steps->count())->text());
        scroll->setFocusPolicy(Qt::NoFocus);
        m_steps->addWidget(scroll);
    }
    row->addWidget(m_steps, 1);
    column->addLayout(row, 1);
    for (const Step step : { Choice, Run, Verdict })
        setReachable(step, false);
    m_list->setCurrentRow(Data);
    guardWheel(*this);

    connect(m_list, &QListWidget::currentRowChanged, m_steps, &QStackedWidget::setCurrentIndex);
    connect(m_rollBack, &QPushButton::clicked, this, &TrainPage::rollBackWanted);
    connect(m_data, &TrainDataStep::ratersChosen, this, &TrainPage::planWanted);
    connect(m_data, &TrainDataStep::analysisWanted, this, &TrainPage::analysisWanted);
    connect(m_data, &TrainDataStep::nextWanted, this, [this] { showStep(Choice); });
    connect(m_data, &TrainDataStep::importWanted, this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Import labels"));
        if (!file.isEmpty()) Q_EMIT importWanted(file);
    });
    connect(m_data, &TrainDataStep::ratingWanted, this, &TrainPage::ratingWanted);
    connect(m_choice, &TrainChoiceStep::baseChosen, this, &TrainPage::planWanted);
    connect(m_choice, &TrainChoiceStep::startWanted, this, &TrainPage::startWanted);
    connect(m_run, &TrainRunStep::stopWanted, this, &TrainPage::stopWanted);
    connect(m_run, &TrainRunStep::resumeWanted, this, [this] { Q_EMIT startWanted(true); });
    const auto choose = [this](auto signal) {
        return [this, signal] {
            m_verdict->setBusy(true);
            Q_EMIT(this->*signal)();
        };
    };
    connect(m_verdict, &TrainVerdictStep::useWanted, this, choose(&TrainPage::useWanted));
    connect(m_verdict, &TrainVerdictStep::keepOldWanted, this, choose(&TrainPage::keepOldWanted));
    connect(m_verdict, &TrainVerdictStep::analysisWanted, this, &TrainPage::analysisWanted);
    connect(m_verdict, &TrainVerdictStep::trackOpened, this, &TrainPage::trackOpened);
}

void TrainPage::setCounting(const QString& sentence)
{
    m_data->setBusy(sentence);
    setReachable(Choice, false);
}

void TrainPage::setPlan(const TrainPlan& plan, bool isOfAll)
{
    m_data->setPlan(plan, isOfAll);
    m_secondsAtMost = plan.secondsAtMost.value_or(0.0);
    m_choice->setSeconds(m_secondsAtMost);
    setReachable(Choice, plan.isEnough());
}

void TrainPage::setProblem(const QString& sentence)
{
    m_data->setProblem(sentence);
    setReachable(Choice, false);
}

void TrainPage::setModels(
    const std::vector<TrainBase>& bases, const QString& base, const QString& parent, bool canResume)
{
    m_choice->setBases(bases, base);
    m_choice->setCanResume(canResume);
    m_rollBack->setText(tr("Back to %1", "a model").arg(parent));
    m_rollBack->setVisible(!parent.isEmpty());
}

void TrainPage::setMessage(const QString& sentence)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

void TrainPage::begin()
{
    m_run->begin(m_secondsAtMost);
    setMessage({});
    setReachable(Data, false); // what it learns from stands
    setReachable(Choice, false);
    setReachable(Verdict, false);
    setReachable(Run, true);
    showStep(Run);
}

void TrainPage::addEpoch(const TrainEpoch& epoch)
{
    m_run->add(epoch);
}

void TrainPage::endWithout(const QString& sentence, bool canResume)
{
    m_run->end(sentence, canResume);
    setReachable(Data, true);
    setReachable(Choice, m_data->isEnough());
}

void TrainPage::setVerdict(const TrainVerdict& verdict, const QString& model)
{
    m_verdict->setVerdict(verdict, model);
    setReachable(Data, true);
    setReachable(Choice, m_data->isEnough());
    setReachable(Run, false);
    setReachable(Verdict, true);
    showStep(Verdict);
}

void TrainPage::setChosen(const QString& sentence, bool isInUse)
{
    m_verdict->setDone(sentence, isInUse);
}

void TrainPage::setChoiceProblem(const QString& sentence)
{
    m_verdict->setProblem(sentence);
}

TrainPage::Step TrainPage::step() const
{
    return static_cast<Step>(m_steps->currentIndex());
}

QStringList TrainPage::chosenRaters() const
{
    return m_data->chosenRaters();
}

QStringList TrainPage::raterWeights() const
{
    return m_data->raterWeights();
}

QString TrainPage::base() const
{
    return m_choice->base();
}

bool TrainPage::adaptsEncoder() const
{
    return m_choice->adaptsEncoder();
}

bool TrainPage::isFromScratch() const
{
    return m_choice->isFromScratch();
}

void TrainPage::showStep(Step step)
{
    m_list->setCurrentRow(step);
}

void TrainPage::setReachable(Step step, bool isReachable)
{
    QListWidgetItem* item = m_list->item(step);
    item->setFlags(isReachable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
    // Counting again takes nobody away from where they are but from what is no longer possible.
    if (!isReachable && this->step() == step && step == Choice) showStep(Data);
}

} // namespace circumplex
