#include "ui/label/tag_picker.h"

#include "core/types/mood_tags.h"
#include "ui/common/mood_chips.h"
#include "ui/common/mood_names.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace circumplex {

namespace {

QStringList allNames()
{
    QStringList names;
    for (int tag = 0; tag < static_cast<int>(kMoodTags.size()); ++tag)
        names << moodName(tag);
    return names;
}

void empty(QHBoxLayout& row)
{
    while (QLayoutItem* item = row.takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

TagPicker::TagPicker(QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_chosenRow(new QHBoxLayout)
    , m_suggestedRow(new QHBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_search->setAccessibleName(tr("Search a mood"));
    m_search->setMaximumWidth(260);
    m_search->installEventFilter(this);
    auto* completer = new QCompleter(allNames(), m_search);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_search->setCompleter(completer);
    // Queued: the completer writes its text after it said so.
    connect(
        completer, qOverload<const QString&>(&QCompleter::activated), this,
        [this] { takeWritten(); }, Qt::QueuedConnection);
    column->addWidget(m_search);
    m_chosenRow->setSpacing(4);
    column->addLayout(m_chosenRow);
    m_suggestedRow->setSpacing(4);
    column->addLayout(m_suggestedRow);
    showTags();
}

void TagPicker::setPlace(std::optional<double> valence, std::optional<double> arousal)
{
    m_valence = valence;
    m_arousal = arousal;
    showTags();
}

void TagPicker::clear()
{
    m_tags.clear();
    m_search->clear();
    m_valence.reset();
    m_arousal.reset();
    showTags();
}

void TagPicker::add(int tag)
{
    if (m_tags.size() >= kMost || std::ranges::find(m_tags, tag) != m_tags.end()) return;
    m_tags.push_back(tag);
    showTags();
}

void TagPicker::remove(int tag)
{
    std::erase(m_tags, tag);
    showTags();
}

bool TagPicker::takeWritten()
{
    const QString text = m_search->text().trimmed();
    if (text.isEmpty()) return false;
    const QStringList names = allNames();
    auto found = std::ranges::find_if(
        names, [&](const QString& name) { return name.compare(text, Qt::CaseInsensitive) == 0; });
    if (found == names.end())
        found = std::ranges::find_if(
            names, [&](const QString& name) { return name.startsWith(text, Qt::CaseInsensitive); });
    if (found != names.end()) add(static_cast<int>(found - names.begin()));
    m_search->clear();
    return true;
}

void TagPicker::walk()
{
    if (m_chips.empty()) return;
    m_walked = m_walked % m_chips.size() + 1;
    m_chips[m_walked - 1]->setFocus(Qt::TabFocusReason);
    Q_EMIT walkedTo(m_chips[m_walked - 1]);
}

void TagPicker::takeWalked()
{
    if (m_walked > 0) m_chips[m_walked - 1]->click();
}

bool TagPicker::takeSuggestion(int digit)
{
    if (digit < 1 || digit > static_cast<int>(m_suggested.size())) return false;
    add(m_suggested[static_cast<std::size_t>(digit - 1)]);
    return true;
}

void TagPicker::append(QHBoxLayout& row, QWidget* chip)
{
    row.addWidget(chip);
    setTabOrder(m_lastChip, chip);
    m_lastChip = chip;
}

void TagPicker::showTags()
{
    std::vector<int> nearest(kMoodTags.size());
    std::iota(nearest.begin(), nearest.end(), 0);
    std::erase_if(nearest, [&](int tag) { return std::ranges::find(m_tags, tag) != m_tags.end(); });
    const auto distance = [&](int tag) {
        const MoodPlace place = moodPlace(tag);
        return std::hypot(m_valence ? place.valence - *m_valence : 0.0,
            m_arousal ? place.arousal - *m_arousal : 0.0);
    };
    std::ranges::stable_sort(nearest, {}, distance);
    nearest.resize(m_valence || m_arousal ? std::min(kMost, nearest.size()) : 0);
    m_suggested = nearest;

    m_lastChip = m_search;
    m_walked = 0;
    m_chips.clear();
    empty(*m_chosenRow);
    empty(*m_suggestedRow);
    for (const int tag : m_tags) {
        auto* chip = new QToolButton(this);
        chip->setText(QStringLiteral("%1  ×").arg(moodName(tag)));
        chip->setCheckable(true);
        chip->setChecked(true);
        chip->setProperty("answer", true);
        chip->setAccessibleName(tr("Remove the mood %1").arg(moodName(tag)));
        connect(chip, &QToolButton::clicked, this, [this, tag] { remove(tag); });
        append(*m_chosenRow, chip);
        m_chips.push_back(chip);
    }
    m_chosenRow->addStretch(1);
    m_search->setPlaceholderText(m_suggested.empty() || m_tags.size() >= kMost
            ? tr("Search a mood …")
            : tr("Search a mood, or a digit"));
    if (m_suggested.empty() || m_tags.size() >= kMost) return;
    for (std::size_t i = 0; i < m_suggested.size(); ++i) {
        const int tag = m_suggested[i];
        auto* chip = new QToolButton(this);
        chip->setText(QStringLiteral("%1  %2").arg(i + 1).arg(moodName(tag)));
        chip->setProperty("answer", true);
        chip->setAccessibleName(tr("Add the mood %1").arg(moodName(tag)));
        connect(chip, &QToolButton::clicked, this, [this, tag] { add(tag); });
        append(*m_suggestedRow, chip);
        m_chips.insert(m_chips.begin() + static_cast<std::ptrdiff_t>(i), chip);
    }
    m_suggestedRow->addStretch(1);
}

bool TagPicker::eventFilter(QObject* watched, QEvent* event)
{
    // No mood has a digit in its name.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int digit = key->key() - Qt::Key_0;
        if (digit >= 0 && digit <= 9 && key->modifiers() == Qt::NoModifier) {
            takeSuggestion(digit);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TagPicker::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() != Qt::NoModifier || !takeSuggestion(event->key() - Qt::Key_0))
        QWidget::keyPressEvent(event);
}

} // namespace circumplex
