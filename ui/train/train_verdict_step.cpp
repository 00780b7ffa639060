#include "ui/common/glossary.h"
#include "ui/common/heading.h"
#include "ui/train/train_steps.h"
#include "ui/train/train_text.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QStyle>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace circumplex {

namespace {

constexpr int kTrackRole = Qt::UserRole;

QString scoreText(const std::optional<double>& score)
{
    if (!score) return QStringLiteral("\u2013");
    const bool isZero = std::abs(*score) < 0.005; // not "-0.00"
    QString text = QLocale().toString(isZero ? 0.0 : *score, 'f', 2);
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

/// What people reach for each other. An explained share below nothing says only that they use the
/// scale differently, not by how much.
QString ceilingText(const TrainVerdict::Score& score)
{
    if (score.measure == u"r2" && score.ceiling && *score.ceiling < 0.0)
        return TrainVerdictStep::tr("below %1").arg(QLocale().toString(0));
    return scoreText(score.ceiling);
}

} // namespace

TrainVerdictStep::TrainVerdictStep(QWidget* parent)
    : QWidget(parent)
    , m_headline(pageTitle({}, this))
    , m_lines(new QLabel(this))
    , m_table(new QTableWidget(this))
    , m_rightHead(sectionTitle(tr("Now nearer to you"), this))
    , m_wrongHead(sectionTitle(tr("Now further from you"), this))
    , m_right(new QListWidget(this))
    , m_wrong(new QListWidget(this))
    , m_examplesHint(new QLabel(tr("Double click or Enter opens a song."), this))
    , m_state(new QLabel(this))
    , m_use(new QPushButton(tr("Use it"), this))
    , m_keep(new QPushButton(tr("Keep the old"), this))
    , m_analyse(new QPushButton(tr("Describe my songs with it"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (QLabel* label : { m_headline, m_lines, m_state, m_examplesHint }) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    column->addWidget(m_headline);
    column->addWidget(m_lines);
    auto* row = new QHBoxLayout;
    row->addWidget(m_use);
    row->addWidget(m_keep);
    row->addWidget(m_analyse);
    row->addWidget(m_state, 1);
    column->addLayout(row);
    column->addSpacing(8);

    m_table->setAccessibleName(tr("Scores on songs that were held out"));
    m_table->setEditTriggers(QTableWidget::NoEditTriggers);
    m_table->setSelectionBehavior(QTableWidget::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->setMinimumHeight(150);
    column->addWidget(sectionTitle(m_table->accessibleName(), this));
    auto* hint = new QLabel(tr("More is better, but for the error. Guessing gives a CCC and "
                               "R\u00b2 of 0 and a ROC-AUC of "
                               "0.5. The interval holds the new score in 95 of 100 such tests. "
                               "\"People agree\" is what "
                               "people reach for each other."),
        this);
    hint->setWordWrap(true);
    hint->setToolTip(glossaryTip({ QStringLiteral("ccc"), QStringLiteral("r2"),
        QStringLiteral("rmse"), QStringLiteral("roc_auc"), QStringLiteral("pr_auc") }));
    for (QLabel* label : { hint, m_examplesHint })
        label->setProperty("secondary", true);
    column->addWidget(hint);
    column->addWidget(m_table, 2);

    auto* lists = new QHBoxLayout;
    lists->setSpacing(16);
    const auto add = [&](QLabel* head, QListWidget* list) {
        auto* half = new QVBoxLayout;
        half->addWidget(head);
        list->setAccessibleName(head->text());
        list->setMinimumHeight(96);
        list->setWordWrap(true);
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        half->addWidget(list);
        lists->addLayout(half, 1);
        connect(list, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
            Q_EMIT trackOpened({ item->data(kTrackRole).toLongLong() });
        });
    };
    add(m_rightHead, m_right);
    add(m_wrongHead, m_wrong);
    column->addLayout(lists, 1);
    column->addWidget(m_examplesHint);
    m_analyse->hide();
    m_analyse->setToolTip(tr("Needs no hearing: what the model heard is kept"));
    connect(m_use, &QPushButton::clicked, this, &TrainVerdictStep::useWanted);
    connect(m_keep, &QPushButton::clicked, this, &TrainVerdictStep::keepOldWanted);
    connect(m_analyse, &QPushButton::clicked, this, &TrainVerdictStep::analysisWanted);
}

void TrainVerdictStep::setVerdict(const TrainVerdict& verdict, const QString& model)
{
    m_headline->setText(verdictHeadline(verdict));
    m_lines->setText(verdictLines(verdict).join(QLatin1Char('\n')));
    m_lines->setVisible(!m_lines->text().isEmpty());
    m_state->setText(
        tr("The new model is called %1. The old one stays in use until you choose.").arg(model));
    // What is advised is the main one.
    const bool isBetter = verdict.overall == u"better";
    for (QPushButton* button : { m_use, m_keep }) {
        button->setProperty("primary", (button == m_use) == isBetter);
        button->style()->unpolish(button); // looks come from properties once
        button->style()->polish(button);
        button->show();
    }
    m_analyse->hide();
    setBusy(false);
    fillTable(verdict);
    fillExamples(*m_right, verdict.nowRight);
    fillExamples(*m_wrong, verdict.nowWrong);
    (isBetter ? m_use : m_keep)->setFocus();
}

void TrainVerdictStep::setDone(const QString& sentence, bool isInUse)
{
    m_state->setText(sentence);
    m_use->hide();
    m_keep->hide();
    m_analyse->setVisible(isInUse);
    if (isInUse) m_analyse->setFocus();
}

void TrainVerdictStep::setBusy(bool isBusy)
{
    m_use->setEnabled(!isBusy);
    m_keep->setEnabled(!isBusy);
}

void TrainVerdictStep::setProblem(const QString& sentence)
{
    m_state->setText(sentence);
    setBusy(false);
}

void TrainVerdictStep::fillTable(const TrainVerdict& verdict)
{
    const QStringList heads { tr("What"), tr("Songs"), tr("Measure"), tr("Old"), tr("New"),
        tr("Interval"), tr("People agree"), tr("Verdict") };
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
    m_table->setRowCount(0);
    for (const auto& target : verdict.targets)
        for (std::size_t i = 0; i < target.scores.size(); ++i) {
            const auto& score = target.scores[i];
            const QStringList cells { i == 0 ? targetName(target.name) : QString(),
                i == 0 ? QLocale().toString(target.tracks) : QString(), glossaryName(score.measure),
                scoreText(score.base), scoreText(score.personal),
                score.lower && score.upper
                    ? tr("%1 to %2").arg(scoreText(score.lower), scoreText(score.upper))
                    : QStringLiteral("\u2013"),
                ceilingText(score), i == 0 ? judgementText(target.judgement) : QString() };
            const int row = m_table->rowCount();
            m_table->insertRow(row);
            for (int column = 0; column < m_table->columnCount(); ++column) {
                auto* item = new QTableWidgetItem(cells[column]);
                const bool isNumber = column == 1 || (column >= 3 && column <= 6);
                const Qt::Alignment side
                    = (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
                item->setTextAlignment(side);
                if (column >= 2) item->setToolTip(glossaryTip({ score.measure }));
                if (column == 0 || column == 7) {
                    QFont font = m_table->font();
                    font.setWeight(QFont::DemiBold);
                    item->setFont(font);
                }
                m_table->setItem(row, column, item);
                m_table->horizontalHeaderItem(column)->setTextAlignment(side);
            }
        }
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void TrainVerdictStep::fillExamples(
    QListWidget& list, const std::vector<TrainVerdict::Example>& examples)
{
    list.clear();
    for (const auto& example : examples) {
        auto* item = new QListWidgetItem(
            tr("%1 \u2013 %2", "a song, what was said of it")
                .arg(QFileInfo(example.path).completeBaseName(), exampleText(example)),
            &list);
        item->setData(kTrackRole, static_cast<qlonglong>(example.track.value));
        item->setToolTip(example.path);
    }
    (&list == m_right ? m_rightHead : m_wrongHead)->setVisible(!examples.empty());
    list.setVisible(!examples.empty());
    m_examplesHint->setVisible(m_right->count() + m_wrong->count() > 0);
}

} // namespace circumplex
