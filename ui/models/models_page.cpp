#include "ui/models/models_page.h"

#include "ui/common/heading.h"
#include "ui/common/reading_margins.h"
#include "ui/models/model_card_text.h"
#include "ui/models/model_comparison.h"
#include "ui/models/model_download_panel.h"
#include "ui/models/model_import_panel.h"

#include <QApplication>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace circumplex {

namespace {

QLabel* valueLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

/// A grid, not a form: a form gives lines that wrap the height they had at another width.
void addRow(QGridLayout& grid, const QString& name, const QStringList& lines)
{
    if (lines.isEmpty() || lines.join(QString()).isEmpty()) return;
    auto* label = new QLabel(name);
    label->setProperty("secondary", true);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0, Qt::AlignLeading | Qt::AlignTop);
    grid.addWidget(valueLabel(lines.join(QLatin1Char('\n'))), row, 1);
}

} // namespace

ModelsPage::ModelsPage(QWidget* parent)
    : QWidget(parent)
    , m_compare(new QPushButton(tr("Compare scores \u2026"), this))
    , m_cardArea(new QWidget)
    , m_message(new QLabel(this))
    , m_download(new ModelDownloadPanel(this))
    , m_import(new ModelImportPanel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(readingMargins(16, 12, 0, 0));
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(readingMargins(0, 0, 16, 0));
    head->addWidget(pageTitle(tr("Models"), this));
    head->addStretch();
    head->addWidget(m_compare);
    m_compare->hide();
    connect(m_compare, &QPushButton::clicked, this, [this] {
        ModelComparison comparison(m_models, this);
        comparison.exec();
    });
    column->addLayout(head);
    auto* what = new QLabel(tr("A model is what listens. Every result remembers which one made it; "
                               "changing the model deletes nothing."),
        this);
    what->setProperty("secondary", true);
    what->setWordWrap(true);
    what->setContentsMargins(readingMargins(0, 0, 16, 0));
    column->addWidget(what);
    m_message->setWordWrap(true);
    m_message->setContentsMargins(readingMargins(0, 0, 16, 0));
    m_message->hide();
    column->addWidget(m_message);

    auto* inside = new QWidget;
    auto* list = new QVBoxLayout(inside);
    list->setContentsMargins(readingMargins(0, 0, 16, 16));
    list->setSpacing(12);
    m_cards = new QVBoxLayout(m_cardArea);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(12);
    list->addWidget(m_cardArea);
    list->addWidget(m_download);
    list->addWidget(m_import);
    list->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->setAccessibleName(tr("Installed models"));
    column->addWidget(scroll, 1);
    connect(m_import, &ModelImportPanel::importWanted, this, &ModelsPage::importWanted);
    connect(m_download, &ModelDownloadPanel::fetchWanted, this, &ModelsPage::fetchWanted);
    connect(m_download, &ModelDownloadPanel::stopWanted, this, &ModelsPage::stopWanted);
}

void ModelsPage::setModels(const std::vector<ShownModel>& models)
{
    while (QLayoutItem* item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_models = models;
    for (const ShownModel& shown : models)
        m_cards->addWidget(makeCard(shown));
    for (QPushButton* button : m_cardArea->findChildren<QPushButton*>())
        if (!m_focused.isEmpty() && button->accessibleName() == m_focused) button->setFocus();
    m_focused.clear();
    m_compare->setVisible(ModelComparison::isPossible(models));
    // Whoever has it needs no offer of it.
    m_download->setVisible(std::ranges::none_of(models,
        [](const ShownModel& shown) { return shown.model.name == ModelDownloadPanel::kName; }));
}

void ModelsPage::setMessage(const QString& sentence, bool isBusy)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
    const QWidget* focused = QApplication::focusWidget();
    if (isBusy && !m_isBusy && focused && isAncestorOf(focused))
        m_focused = focused->accessibleName();
    m_isBusy = isBusy;
    m_cardArea->setEnabled(!isBusy);
    m_import->setBusy(isBusy);
    m_download->setBusy(isBusy);
}

void ModelsPage::takeFiles(const QStringList& files)
{
    for (const QString& file : files)
        m_import->take(file);
}

bool ModelsPage::isModelFile(const QString& file)
{
    return ModelImportPanel::fieldOf(file) >= 0;
}

QWidget* ModelsPage::makeCard(const ShownModel& shown)
{
    const InstalledModel& model = shown.model;
    const QString name = QString::fromStdString(model.name);
    auto* card = new QFrame(m_cardArea);
    card->setProperty("card", true);
    card->setProperty("current", shown.isInUse);
    card->setObjectName(name);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);

    auto* head = new QHBoxLayout;
    head->addWidget(
        sectionTitle(model.title.empty() ? name : QString::fromStdString(model.title), card));
    auto* state = new QLabel(shown.isInUse ? tr("in use")
            : model.isShipped              ? tr("came with the program")
                                           : QString(),
        card);
    state->setProperty("secondary", true);
    head->addWidget(state);
    head->addStretch();
    const auto addButton = [&](const QString& text, auto signal) {
        auto* button = new QPushButton(text, card);
        button->setAccessibleName(tr("%1: %2", "what to do: model").arg(text, name));
        connect(button, &QPushButton::clicked, this, [this, name, signal] {
            Q_EMIT(this->*signal)(name);
        });
        head->addWidget(button);
    };
    if (!shown.isInUse && model.problem.empty()) addButton(tr("Use"), &ModelsPage::useWanted);
    addButton(tr("Verify"), &ModelsPage::verifyWanted);
    if (!model.isShipped) {
        auto* remove = new QPushButton(tr("Remove"), card);
        remove->setAccessibleName(tr("%1: %2", "what to do: model").arg(remove->text(), name));
        connect(remove, &QPushButton::clicked, this, [this, name] {
            const auto answer = QMessageBox::question(this, tr("Remove a model"),
                tr("Delete the files of %1? What it said of your songs stays in the library.")
                    .arg(name));
            if (answer == QMessageBox::Yes) Q_EMIT removeWanted(name);
        });
        head->addWidget(remove);
    }
    column->addLayout(head);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    addRow(*grid, tr("Problem"), { QString::fromStdString(model.problem) });
    addRow(*grid, tr("Encoder"), { encoderText(model.card) });
    addRow(*grid, tr("Held-out scores"), scoreLines(model.card));
    addRow(*grid, tr("Learned from"), dataLines(model.card));
    addRow(*grid, tr("Limits"), limitLines(model.card));
    addRow(*grid, tr("Licences"), licenceLines(model.card));
    if (!model.hash.empty())
        addRow(*grid, tr("Name and hash"), { QString::fromStdString(model.label()) });
    if (shown.bytes > 0)
        addRow(*grid, tr("Size"),
            { QLocale().formattedDataSize(shown.bytes, 1, QLocale::DataSizeSIFormat) });
    column->addLayout(grid);
    return card;
}

} // namespace circumplex
