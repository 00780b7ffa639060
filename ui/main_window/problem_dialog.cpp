#include "ui/main_window/problem_dialog.h"

#include "ui/common/bidi_text.h"
#include "ui/common/error_text.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace circumplex {

QString Problem::text() const
{
    return code.empty() ? sentence
                        : QStringLiteral("%1: %2").arg(isolated(sentence), errorText(code, reason));
}

ProblemDialog::ProblemDialog(std::vector<Problem> problems, QWidget* parent)
    : QDialog(parent)
    , m_problems(std::move(problems))
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Problems"));
    resize(720, 400);
    m_list->setAccessibleName(tr("Problems"));
    m_list->setWordWrap(true);
    m_list->setSpacing(3);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    for (const Problem& problem : m_problems)
        m_list->addItem(problem.text());
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_list);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    auto* again = buttons->addButton(tr("Try again"), QDialogButtonBox::ActionRole);
    again->setToolTip(tr("Analyse every song of this list once more"));
    again->setEnabled(std::ranges::any_of(
        m_problems, [](const Problem& problem) { return bool(problem.track); }));
    m_show = buttons->addButton(tr("Show"), QDialogButtonBox::ActionRole);
    m_show->setToolTip(tr("Open the chosen song"));
    auto* copies = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copies->setToolTip(tr("Copy what is chosen, or all, as text"));
    auto* forget = buttons->addButton(tr("Clear the list"), QDialogButtonBox::ActionRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(again, &QPushButton::clicked, this, [this] {
        std::vector<TrackId> tracks;
        for (const Problem& problem : m_problems)
            if (problem.track) tracks.push_back(problem.track);
        Q_EMIT tryAgainWanted(tracks);
        accept();
    });
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const Problem* problem = chosen()) Q_EMIT showWanted(problem->track);
        accept();
    });
    connect(m_list, &QListWidget::itemActivated, m_show, &QPushButton::click);
    connect(copies, &QPushButton::clicked, this, &ProblemDialog::copy);
    connect(forget, &QPushButton::clicked, this, [this] {
        Q_EMIT clearWanted();
        reject();
    });
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ProblemDialog::chooseButtons);
    if (m_list->count() > 0) m_list->setCurrentRow(0);
    chooseButtons();
}

/// The one problem with a song that is chosen.
const Problem* ProblemDialog::chosen() const
{
    const int row = m_list->currentRow();
    if (m_list->selectedItems().size() != 1 || row < 0) return nullptr;
    const Problem& problem = m_problems.at(static_cast<std::size_t>(row));
    return problem.track ? &problem : nullptr;
}

void ProblemDialog::copy() const
{
    QStringList lines;
    const bool isPart = m_list->selectedItems().size() > 1;
    for (int row = 0; row < m_list->count(); ++row)
        if (!isPart || m_list->item(row)->isSelected()) lines << m_list->item(row)->text();
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void ProblemDialog::chooseButtons()
{
    m_show->setEnabled(chosen() != nullptr);
}

} // namespace circumplex
