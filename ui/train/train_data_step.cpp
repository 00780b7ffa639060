#include "ui/common/heading.h"
#include "ui/common/wheel_guard.h"
#include "ui/train/label_plane.h"
#include "ui/train/step_parts.h"
#include "ui/train/train_steps.h"
#include "ui/train/train_text.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace circumplex {

namespace {

constexpr double kLeastWeight = 0.1, kMostWeight = 10.0;

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
    guardWheel(*row);
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

} // namespace circumplex
