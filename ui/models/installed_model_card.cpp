#include "ui/models/installed_model_card.h"

#include "ui/common/bidi_text.h"
#include "ui/common/core_text.h"
#include "ui/common/glossary.h"
#include "ui/common/heading.h"
#include "ui/models/model_card_text.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace circumplex {

namespace {

QLabel* valueLabel(const CardLine& line, QWidget* parent)
{
    auto* label = new QLabel(inPageDirection(line.text), parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setToolTip(line.tip);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

QLabel* quietLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("secondary", true);
    return label;
}

QGridLayout* rowsIn(QWidget* parent)
{
    auto* grid = new QGridLayout(parent);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

InstalledModelCard::InstalledModelCard(const ShownModel& shown, QWidget* parent)
    : QFrame(parent)
    , m_shown(shown)
    , m_useStarter(new QPushButton(tr("Use the starter"), this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_more(new QPushButton(this))
    , m_message(new PanelMessage(this))
    , m_details(makeDetails())
{
    const InstalledModel& model = m_shown.model;
    setProperty("card", true);
    setProperty("current", shown.isInUse);
    setObjectName(shown.name());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(makeHead());

    auto* said = new QHBoxLayout;
    said->addWidget(m_message, 1);
    said->addWidget(m_useStarter, 0, Qt::AlignTop);
    column->addLayout(said);
    m_useStarter->setAccessibleName(m_useStarter->text());
    connect(m_useStarter, &QPushButton::clicked, this,
        [this] { Q_EMIT useWanted(QStringLiteral("starter")); });
    connect(m_message, &PanelMessage::tryAgainWanted, this,
        [this] { Q_EMIT verifyWanted(m_shown.name()); });
    m_message->tryAgainButton().setAccessibleName(
        tr("%1: %2", "what to do: model").arg(m_message->tryAgainButton().text(), shown.name()));

    if (QWidget* agreement = makeAgreement()) column->addWidget(agreement);
    auto* rows = new QWidget(this);
    auto* grid = rowsIn(rows);
    addRow(*grid, tr("Made of"), { { partsText(model.card) } });
    if (!model.hash.empty()) {
        auto* hash = new QHBoxLayout;
        auto* label
            = valueLabel({ isolated(QString::fromStdString(model.label())),
                             tr("The whole hash: %1").arg(QString::fromStdString(model.hash)) },
                rows);
        label->setWordWrap(false);
        hash->addWidget(label);
        hash->addWidget(m_copy);
        hash->addStretch();
        const int row = grid->rowCount();
        grid->addWidget(quietLabel(tr("Name and hash"), rows), row, 0, Qt::AlignLeading);
        grid->addLayout(hash, row, 1);
    }
    m_copy->setVisible(!model.hash.empty());
    m_copy->setProperty("flat", true);
    m_copy->setToolTip(tr("Copies the name with the whole hash"));
    m_copy->setAccessibleName(
        tr("%1: %2", "what to do: model").arg(tr("Copy name and hash"), shown.name()));
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            QString::fromStdString(m_shown.model.name + "@" + m_shown.model.hash));
    });
    if (shown.bytes > 0)
        addRow(*grid, tr("Size"),
            { { QLocale().formattedDataSize(shown.bytes, 1, QLocale::DataSizeSIFormat) } });
    column->addWidget(rows);

    m_more->setCheckable(true);
    m_more->setVisible(!m_details->layout()->isEmpty());
    column->addWidget(m_more, 0, Qt::AlignLeading);
    column->addWidget(m_details);
    connect(m_more, &QPushButton::toggled, this, &InstalledModelCard::showDetails);
    showDetails(false);
    setMessage({});
}

QPushButton* InstalledModelCard::makeButton(const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setAccessibleName(tr("%1: %2", "what to do: model").arg(text, m_shown.name()));
    return button;
}

QLayout* InstalledModelCard::makeHead()
{
    auto* head = new QHBoxLayout;
    auto* title = sectionTitle(inPageDirection(m_shown.title()), this);
    title->setWordWrap(true);
    title->setTextFormat(Qt::PlainText);
    head->addWidget(title, 1);
    QStringList states;
    if (m_shown.isInUse) states << tr("in use");
    if (m_shown.model.isShipped) states << tr("came with the program");
    if (!states.isEmpty())
        head->addWidget(quietLabel(states.join(QStringLiteral(" \u00b7 ")), this));
    head->addSpacing(8);
    const QString name = m_shown.name();
    if (!m_shown.isInUse) {
        m_use = makeButton(tr("Use"));
        head->addWidget(m_use);
        connect(m_use, &QPushButton::clicked, this, [this, name] { Q_EMIT useWanted(name); });
    }
    m_verify = makeButton(tr("Verify"));
    m_verify->setToolTip(tr("Compares every file with what was installed"));
    head->addWidget(m_verify);
    connect(m_verify, &QPushButton::clicked, this, [this, name] { Q_EMIT verifyWanted(name); });
    if (!m_shown.model.isShipped) {
        m_remove = makeButton(tr("Remove"));
        head->addWidget(m_remove);
        connect(m_remove, &QPushButton::clicked, this, &InstalledModelCard::askToRemove);
    }
    return head;
}

/// What people want to know first, in large digits.
QWidget* InstalledModelCard::makeAgreement()
{
    const auto agreement = cardAgreement(m_shown.model.card);
    if (!agreement) return nullptr;
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const QString tip = glossaryTip({ QStringLiteral("ccc"), agreement->set });
    const auto add = [&](const QString& name, double value) {
        auto* number = pageTitle(QLocale().toString(value, 'f', 2), box);
        number->setAccessibleName(
            tr("%1: %2", "what, and what is said of it").arg(name, number->text()));
        row->addWidget(quietLabel(name, box), 0, Qt::AlignBottom);
        row->addWidget(number, 0, Qt::AlignBottom);
        row->addSpacing(16);
    };
    add(tr("Valence"), agreement->valence);
    add(tr("Arousal"), agreement->arousal);
    auto* what = quietLabel(
        inPageDirection(
            tr("agreement with people on %1; 1 is perfect").arg(setName(agreement->set))),
        box);
    what->setWordWrap(true);
    row->addWidget(what, 1, Qt::AlignBottom);
    for (QLabel* label : box->findChildren<QLabel*>())
        label->setToolTip(tip);
    return box;
}

QWidget* InstalledModelCard::makeDetails()
{
    auto* details = new QWidget(this);
    auto* grid = rowsIn(details);
    const QJsonObject& card = m_shown.model.card;
    addRow(*grid, tr("Held-out scores"), scoreLines(card));
    addRow(*grid, tr("Learned from"), dataLines(card));
    addRow(*grid, tr("Limits"), limitLines(card));
    addRow(*grid, tr("Licences"), licenceLines(card));
    return details;
}

/// A grid, not a form: a form gives lines that wrap the height they had at another width.
void InstalledModelCard::addRow(
    QGridLayout& grid, const QString& name, const std::vector<CardLine>& lines)
{
    bool isFirst = true;
    for (const CardLine& line : lines) {
        if (line.text.isEmpty()) continue;
        const int row = grid.rowCount();
        if (std::exchange(isFirst, false))
            grid.addWidget(quietLabel(name, this), row, 0, Qt::AlignLeading | Qt::AlignTop);
        grid.addWidget(valueLabel(line, this), row, 1);
    }
}

void InstalledModelCard::setMessage(const ModelsMessage& message)
{
    m_said = message;
    ModelsMessage shown = message;
    if (!m_shown.model.problem.empty() && message.kind != ModelsMessage::Kind::Busy
        && !message.isLasting)
        shown = { tr("It cannot be used: %1")
                      .arg(coreText(QString::fromStdString(m_shown.model.problem))),
            ModelsMessage::Kind::Failed };
    m_message->setMessage(shown);
    updateButtons();
}

void InstalledModelCard::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    updateButtons();
}

void InstalledModelCard::updateButtons()
{
    const bool isBroken = !m_shown.model.problem.empty();
    const bool isDoubtful
        = isBroken || (m_said.kind == ModelsMessage::Kind::Failed && m_said.isLasting);
    if (m_use) {
        m_use->setEnabled(!isDoubtful && !m_isBusy);
        m_use->setToolTip(isBroken
                ? wrappedTip({ tr("It cannot be used: %1")
                                   .arg(coreText(QString::fromStdString(m_shown.model.problem))) })
                : isDoubtful ? tr("Its files are not those that were installed")
                             : QString());
    }
    m_verify->setEnabled(!m_isBusy);
    if (m_remove) m_remove->setEnabled(!m_isBusy);
    m_message->tryAgainButton().setEnabled(!m_isBusy);
    m_useStarter->setVisible(isDoubtful && m_shown.isInUse && !m_shown.model.isShipped);
    m_useStarter->setEnabled(!m_isBusy);
}

void InstalledModelCard::askToRemove()
{
    QMessageBox box(QMessageBox::Question, tr("Remove a model"),
        tr("Delete the files of \u201c%1\u201d?").arg(isolated(m_shown.title())),
        QMessageBox::NoButton, this);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(
        tr("They are in %1. What it said of your songs stays in the library.")
            .arg(isolated(QString::fromStdString(m_shown.model.folder.string()))));
    QPushButton* remove = box.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    QPushButton* keep = box.addButton(tr("Keep"), QMessageBox::RejectRole);
    box.setDefaultButton(keep);
    box.setEscapeButton(keep);
    box.exec();
    if (box.clickedButton() == remove) Q_EMIT removeWanted(m_shown.name());
}

void InstalledModelCard::showDetails(bool isShown)
{
    m_details->setVisible(isShown);
    m_more->setText(isShown ? tr("Hide the details") : tr("Details \u2026"));
    m_more->setAccessibleName(
        tr("%1: %2", "what to do: model").arg(m_more->text(), m_shown.name()));
    Q_EMIT detailsToggled(isShown);
}

void InstalledModelCard::setDetailsShown(bool isShown)
{
    m_more->setChecked(isShown);
}

bool InstalledModelCard::areDetailsShown() const
{
    return m_more->isChecked();
}

QList<QWidget*> InstalledModelCard::tabOrder() const
{
    QList<QWidget*> order;
    for (QWidget* widget : std::initializer_list<QWidget*> { m_use, m_verify, m_remove,
             &m_message->tryAgainButton(), m_useStarter, m_copy, m_more })
        if (widget) order << widget;
    return order;
}

} // namespace circumplex
