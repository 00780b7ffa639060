#include "ui/models/models_page.h"

#include "ui/common/bidi_text.h"
#include "ui/common/heading.h"
#include "ui/common/reading_margins.h"
#include "ui/models/installed_model_card.h"
#include "ui/models/model_comparison.h"
#include "ui/models/model_download_panel.h"
#include "ui/models/model_import_panel.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShowEvent>
#include <QTimer>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kScrollMargin = 12;

QString place(const char* latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

ModelsPage::ModelsPage(QWidget* parent)
    : QWidget(parent)
    , m_compare(new QPushButton(tr("Compare scores \u2026"), this))
    , m_cardArea(new QWidget)
    , m_scroll(new QScrollArea(this))
    , m_message(new PanelMessage(this))
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
    m_message->setContentsMargins(readingMargins(0, 0, 16, 0));
    column->addWidget(m_message);

    auto* inside = new QWidget;
    auto* list = new QVBoxLayout(inside);
    list->setContentsMargins(readingMargins(0, 0, 16, 16));
    list->setSpacing(12);
    m_cardColumn = new QVBoxLayout(m_cardArea);
    m_cardColumn->setContentsMargins(0, 0, 0, 0);
    m_cardColumn->setSpacing(12);
    list->addWidget(m_cardArea);
    list->addWidget(m_download);
    list->addWidget(m_import);
    list->addStretch();
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(inside);
    m_scroll->setFocusPolicy(Qt::NoFocus); // what is in it has the focus and brings it along
    m_scroll->setAccessibleName(tr("Installed models"));
    column->addWidget(m_scroll, 1);
    connect(m_import, &ModelImportPanel::importWanted, this, &ModelsPage::importWanted);
    connect(m_download, &ModelDownloadPanel::fetchWanted, this, &ModelsPage::fetchWanted);
    connect(m_download, &ModelDownloadPanel::stopWanted, this, &ModelsPage::stopWanted);
    updateTabOrder();
}

void ModelsPage::setModels(const std::vector<ShownModel>& models)
{
    const bool isSame = std::ranges::equal(
        m_models, models, [](const ShownModel& a, const ShownModel& b) { return a.looksLike(b); });
    if (!isSame || models.empty()) {
        // Messages of models that are gone go along.
        for (const ShownModel& old : m_models)
            if (std::ranges::none_of(
                    models, [&](const auto& shown) { return shown.model.name == old.model.name; })
                && old.name() != m_awaited)
                m_said.remove(old.name());
        m_models = models;
        makeCards();
    }
    m_compare->setVisible(ModelComparison::isPossible(models));
    // Whoever has it needs no offer of it.
    m_download->setVisible(std::ranges::none_of(models,
        [](const ShownModel& shown) { return shown.model.name == ModelDownloadPanel::kName; }));
    if (InstalledModelCard* card = m_awaited.isEmpty() ? nullptr : cardOf(m_awaited)) {
        m_awaited.clear();
        scrollTo(*card);
    }
}

void ModelsPage::makeCards()
{
    const QString focused = focusedButton();
    const int position = m_scroll->verticalScrollBar()->value();
    for (InstalledModelCard* card : m_cards)
        delete card;
    m_cards.clear();
    for (const ShownModel& shown : m_models) {
        auto* card = new InstalledModelCard(shown, m_cardArea);
        const QString name = shown.name();
        connect(card, &InstalledModelCard::useWanted, this, &ModelsPage::useWanted);
        connect(card, &InstalledModelCard::verifyWanted, this, &ModelsPage::verifyWanted);
        connect(card, &InstalledModelCard::removeWanted, this, &ModelsPage::removeWanted);
        card->setDetailsShown(m_detailed.contains(name));
        connect(card, &InstalledModelCard::detailsToggled, this, [this, name](bool isShown) {
            if (isShown)
                m_detailed.insert(name);
            else
                m_detailed.remove(name);
        });
        card->setBusy(m_isBusy);
        card->setMessage(m_said.value(name).message);
        m_cardColumn->addWidget(card);
        if (isVisible())
            card->show(); // at once, so that it has its room before the list is scrolled
        m_cards.push_back(card);
    }
    updateTabOrder();
    focusButton(focused.isEmpty() ? m_focused : focused);
    // The list was shorter for a moment.
    m_scroll->widget()->layout()->activate();
    m_scroll->verticalScrollBar()->setValue(position);
    QTimer::singleShot(0, m_scroll->verticalScrollBar(), [this, position] {
        if (m_awaited.isEmpty()) m_scroll->verticalScrollBar()->setValue(position);
    });
}

InstalledModelCard* ModelsPage::cardOf(const QString& name) const
{
    const auto found = std::ranges::find_if(
        m_cards, [&](const InstalledModelCard* card) { return card->shown().name() == name; });
    return found == m_cards.end() ? nullptr : *found;
}

void ModelsPage::setMessage(const QString& where, const ModelsMessage& message)
{
    m_said[where] = { message, isVisible() };
    sayAt(where, message);
    const bool isOfModel = !where.isEmpty() && !where.startsWith(u':');
    if (isOfModel && !cardOf(where)) m_awaited = where;
}

void ModelsPage::sayAt(const QString& where, const ModelsMessage& message)
{
    if (where == place(kTopPlace))
        m_message->setMessage(message);
    else if (where == place(kDownloadPlace))
        m_download->message().setMessage(message);
    else if (where == place(kImportPlace))
        m_import->message().setMessage(message);
    else if (InstalledModelCard* card = cardOf(where))
        card->setMessage(message);
}

void ModelsPage::setBusy(bool isBusy)
{
    if (isBusy && !m_isBusy) m_focused = focusedButton();
    m_isBusy = isBusy;
    for (InstalledModelCard* card : m_cards)
        card->setBusy(isBusy);
    m_import->setBusy(isBusy);
    if (!isBusy) {
        focusButton(m_focused);
        m_focused.clear();
    }
}

QString ModelsPage::focusedButton() const
{
    const QWidget* focused = QApplication::focusWidget();
    return focused && isAncestorOf(focused) ? focused->accessibleName() : QString();
}

void ModelsPage::focusButton(const QString& name)
{
    const QWidget* focused = QApplication::focusWidget();
    if (name.isEmpty() || (focused && !isAncestorOf(focused))) return;
    for (QPushButton* button : findChildren<QPushButton*>())
        if (button->accessibleName() == name && button->isEnabled()) {
            button->setFocus();
            return;
        }
}

QStringList ModelsPage::takeFiles(const QStringList& files)
{
    QStringList taken, unknown;
    for (const QString& file : files)
        (m_import->take(file) ? taken : unknown) << file;
    const auto names = [](const QStringList& paths) {
        QStringList named;
        for (const QString& path : paths)
            named << isolated(QFileInfo(path).fileName());
        return named.join(tr(", ", "between names of files"));
    };
    QStringList sentences;
    if (!taken.isEmpty()) {
        const int missing = m_import->missingFiles();
        sentences << (missing > 0 ? tr("%1 taken; %Ln file(s) are still missing.", nullptr, missing)
                                  : tr("%1 taken; all three files are there."))
                         .arg(names(taken));
    }
    if (!unknown.isEmpty())
        sentences << (unknown.size() == 1
                ? tr("%1 is none of the three files that a model is made of.")
                : tr("%1 are none of the three files that a model is made of."))
                         .arg(names(unknown));
    if (sentences.isEmpty()) return unknown;
    setMessage(place(kImportPlace),
        { sentences.join(QLatin1Char(' ')),
            unknown.isEmpty() ? ModelsMessage::Kind::Done : ModelsMessage::Kind::Failed });
    m_said[place(kImportPlace)].wasSeen = false; // the page may only now be coming
    m_awaited.clear();
    m_import->next().setFocus(Qt::OtherFocusReason);
    scrollTo(*m_import);
    return unknown;
}

bool ModelsPage::isModelFile(const QString& file)
{
    return ModelImportPanel::fieldOf(file) >= 0;
}

void ModelsPage::scrollTo(QWidget& widget)
{
    const QPointer<QWidget> wanted(&widget);
    const auto scroll = [this, wanted] {
        if (wanted) m_scroll->ensureWidgetVisible(wanted, 0, kScrollMargin);
    };
    QTimer::singleShot(0, this, [this, scroll] { // messages and cards take their room first
        m_scroll->widget()->layout()->activate();
        QTimer::singleShot(0, this, scroll);
    });
}

void ModelsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (event->spontaneous()) return;
    for (auto at = m_said.begin(); at != m_said.end();) {
        const bool isOver = at->wasSeen && !at->message.isLasting
            && at->message.kind != ModelsMessage::Kind::Busy;
        at->wasSeen = true;
        if (isOver) {
            sayAt(at.key(), {});
            at = m_said.erase(at);
        } else {
            ++at;
        }
    }
}

void ModelsPage::updateTabOrder()
{
    QList<QWidget*> order { m_compare, &m_message->tryAgainButton() };
    for (const InstalledModelCard* card : m_cards)
        order << card->tabOrder();
    order << m_download->tabOrder() << m_import->tabOrder();
    for (qsizetype at = 1; at < order.size(); ++at)
        setTabOrder(order[at - 1], order[at]);
}

} // namespace circumplex
