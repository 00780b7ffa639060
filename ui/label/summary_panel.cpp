#include "ui/label/summary_panel.h"

#include "ui/common/glossary.h"
#include "ui/common/heading.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace circumplex {

SummaryPanel::SummaryPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_notes(new QLabel(this))
    , m_selves(new QLabel(this))
    , m_table(new QTableWidget(0, 5, this))
    , m_close(new QPushButton(tr("Choose the next songs"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    setSectionFont(*m_title);
    column->addWidget(m_title);
    m_notes->setWordWrap(true);
    column->addWidget(m_notes);
    m_selves->setWordWrap(true);
    m_selves->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_selves->setToolTip(glossaryTip({ QStringLiteral("ccc"), QStringLiteral("icc") }));
    column->addWidget(m_selves);
    m_table->setHorizontalHeaderLabels({ tr("Song"), tr("Valence: you"), tr("Valence: model"),
        tr("Arousal: you"), tr("Arousal: model") });
    m_table->setAccessibleName(tr("What you said, beside the model"));
    m_table->setEditTriggers(QTableWidget::NoEditTriggers);
    m_table->setSelectionBehavior(QTableWidget::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int at = 0; at < m_table->columnCount(); ++at)
        m_table->horizontalHeaderItem(at)->setTextAlignment(
            (at == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    column->addWidget(m_table, 1);
    column->addStretch(0); // where there is no table
    m_close->setProperty("primary", true);
    column->addWidget(m_close, 0, Qt::AlignLeft);
    connect(m_close, &QPushButton::clicked, this, &SummaryPanel::closed);
}

namespace {

QString coefficient(const std::optional<double>& value)
{
    return value ? QLocale().toString(*value, 'f', 2) : QStringLiteral("–");
}

} // namespace

void SummaryPanel::setSelfAgreement(const std::vector<SelfAgreement>& selves)
{
    QStringList lines;
    for (const SelfAgreement& self : selves) {
        const bool isValence = self.dimension == TraceDimension::Valence;
        if (self.trackCount > 0)
            lines << (isValence ? tr("Valence of %n song(s): %1 points apart on average, CCC %2, "
                                     "ICC %3.",
                          nullptr, static_cast<int>(self.trackCount))
                                : tr("Arousal of %n song(s): %1 points apart on average, CCC %2, "
                                     "ICC %3.",
                                    nullptr, static_cast<int>(self.trackCount)))
                         .arg(QLocale().toString(self.meanDifference, 'f', 1),
                             coefficient(self.concordance.value), coefficient(self.icc.value));
        if (self.traceCount > 0)
            lines << (isValence ? tr("Valence while listening, %n song(s): CCC %1.", nullptr,
                          static_cast<int>(self.traceCount))
                                : tr("Arousal while listening, %n song(s): CCC %1.", nullptr,
                                    static_cast<int>(self.traceCount)))
                         .arg(coefficient(self.overTime));
        else if (self.courseTraceCount > 0)
            lines << (isValence ? tr("Course of valence, %n song(s): CCC %1.", nullptr,
                          static_cast<int>(self.courseTraceCount))
                                : tr("Course of arousal, %n song(s): CCC %1.", nullptr,
                                    static_cast<int>(self.courseTraceCount)))
                         .arg(coefficient(self.course));
    }
    if (!lines.isEmpty())
        lines.prepend(tr("You against yourself, the first time against the second (1 would be the "
                         "same again):"));
    m_selves->setText(lines.join(QLatin1Char('\n')));
    m_selves->setVisible(!lines.isEmpty());
}

void SummaryPanel::setOutcomes(const std::vector<LabelOutcome>& outcomes, const QStringList& notes)
{
    std::vector<const LabelOutcome*> rated;
    for (const LabelOutcome& outcome : outcomes)
        if (!outcome.isTakenBack) rated.push_back(&outcome);
    m_title->setText(rated.empty()
            ? tr("The sitting is over. Nothing was rated.")
            : tr("%n song(s) rated, all saved.", nullptr, static_cast<int>(rated.size())));
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
    setSelfAgreement({});
    m_table->setRowCount(static_cast<int>(rated.size()));
    m_table->setVisible(!rated.empty());
    const auto number = [](const std::optional<double>& value) {
        auto* item = new QTableWidgetItem(
            value ? QLocale().toString(*value, 'f', 1) : QStringLiteral("\u2013"));
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        return item;
    };
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const LabelOutcome& outcome = *rated[static_cast<std::size_t>(row)];
        const auto model = [&](double EmotionPlace::*part) {
            return outcome.model ? std::optional(*outcome.model.*part) : std::nullopt;
        };
        m_table->setItem(row, 0, new QTableWidgetItem(outcome.title));
        m_table->setItem(row, 1, number(outcome.valence));
        m_table->setItem(row, 2, number(model(&EmotionPlace::valence)));
        m_table->setItem(row, 3, number(outcome.arousal));
        m_table->setItem(row, 4, number(model(&EmotionPlace::arousal)));
    }
    m_close->setFocus(Qt::OtherFocusReason);
}

} // namespace circumplex
