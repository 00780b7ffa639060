#include "ui/models/model_comparison.h"

#include "ui/common/glossary.h"
#include "ui/models/model_card_text.h"
#include "ui/models/shown_model.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <optional>

namespace circumplex {

namespace {

/// Scores of one measure on one set; nullopt for a model that has none.
using Row = std::vector<std::optional<double>>;

/// What is measured on what, by keys of cards.
struct Measured {
    CardScore score; ///< its value counts for nothing
    Row row;
};

constexpr int kWidestTitle = 220;
constexpr double kShown = 5e-4; ///< closer scores look alike

bool canBeCompared(const Row& row)
{
    return std::ranges::count_if(row, [](const auto& score) { return score.has_value(); }) > 1;
}

/// nullopt: there is nothing to choose from
std::optional<double> bestOf(const Row& row, bool smallest)
{
    std::vector<double> scores;
    for (const auto& score : row)
        if (score) scores.push_back(*score);
    if (scores.size() < 2) return std::nullopt;
    const auto [least, most] = std::ranges::minmax(scores);
    if (most - least < kShown) return std::nullopt;
    return smallest ? least : most;
}

} // namespace

bool ModelComparison::isPossible(const std::vector<ShownModel>& models)
{
    return std::ranges::count_if(models, [](const ShownModel& shown) {
        return !cardScores(shown.model.card).empty();
    }) > 1;
}

ModelComparison::ModelComparison(const std::vector<ShownModel>& models, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Scores of the models"));
    resize(820, 460);
    std::vector<const ShownModel*> scored;
    for (const ShownModel& shown : models)
        if (!cardScores(shown.model.card).empty()) scored.push_back(&shown);
    std::vector<Measured> lines;
    for (std::size_t column = 0; column < scored.size(); ++column)
        for (const CardScore& score : cardScores(scored[column]->model.card)) {
            auto line = std::ranges::find_if(lines, [&](const Measured& other) {
                return other.score.set == score.set && other.score.target == score.target
                    && other.score.measure == score.measure;
            });
            if (line == lines.end())
                line = lines.insert(lines.end(), { score, Row(scored.size()) });
            line->row[column] = score.value;
        }

    // What can be compared stands first.
    std::ranges::stable_partition(
        lines, [](const Measured& line) { return canBeCompared(line.row); });

    auto* page = new QVBoxLayout(this);
    auto* hint = new QLabel(tr("Measured on music that the model has not heard while it was "
                               "trained. Compare within a row: other sets are other music."),
        this);
    hint->setWordWrap(true);
    hint->setProperty("secondary", true);
    page->addWidget(hint);
    auto* table = new QTableWidget(
        static_cast<int>(lines.size()), static_cast<int>(scored.size()) + 2, this);
    table->setAccessibleName(windowTitle());
    table->setEditTriggers(QTableWidget::NoEditTriggers);
    table->setSelectionBehavior(QTableWidget::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    QStringList heads { tr("Set"), tr("Measure") };
    for (const ShownModel* shown : scored)
        heads << shown->title();
    table->setHorizontalHeaderLabels(heads);
    for (int column = 0; column < table->columnCount(); ++column)
        table->horizontalHeaderItem(column)->setTextAlignment(
            (column < 2 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setMaximumSectionSize(kWidestTitle);
    table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    for (std::size_t column = 0; column < scored.size(); ++column)
        table->horizontalHeaderItem(static_cast<int>(column) + 2)
            ->setToolTip(wrappedTip({ scored[column]->title(),
                tr("Name: %1").arg(QString::fromStdString(scored[column]->model.label())) }));
    int line = 0;
    for (const auto& [score, row] : lines) {
        table->setItem(line, 0, new QTableWidgetItem(setName(score.set)));
        table->item(line, 0)->setToolTip(glossaryTip({ score.set }));
        table->setItem(line, 1, new QTableWidgetItem(measureName(score)));
        table->item(line, 1)->setToolTip(glossaryTip({ score.measure }));
        const auto best = bestOf(row, isError(score));
        for (std::size_t column = 0; column < row.size(); ++column) {
            auto* item = new QTableWidgetItem(
                row[column] ? QLocale().toString(*row[column], 'f', 3) : QStringLiteral("\u2013"));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (best && row[column] && std::abs(*row[column] - *best) < kShown) {
                QFont font = table->font();
                font.setWeight(QFont::DemiBold);
                item->setFont(font);
            }
            table->setItem(line, static_cast<int>(column) + 2, item);
        }
        ++line;
    }
    page->addWidget(table, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    page->addWidget(buttons);
}

} // namespace circumplex
