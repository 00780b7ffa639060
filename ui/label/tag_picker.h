#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QAbstractButton;
class QHBoxLayout;
class QLineEdit;

namespace circumplex {

/// Mood tags for a song: searched by name, or taken from the five whose words lie nearest to a
/// place on the plane. The digits take those.
class TagPicker : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 5;

    explicit TagPicker(QWidget* parent = nullptr);

    /// Suggests words near this place; nullopt: none.
    void setPlace(std::optional<double> valence, std::optional<double> arousal);
    void clear();
    const std::vector<int>& tags() const { return m_tags; } ///< indices into kMoodTags
    /// Takes what is written in the search box. @return whether something was written
    bool takeWritten();
    /// Goes to the next mood, those that are suggested first, then those that are chosen.
    void walk();
    /// Takes the mood that walk() is at, or gives it back.
    void takeWalked();

Q_SIGNALS:
    void walkedTo(QWidget* chip);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void add(int tag);
    void remove(int tag);
    void showTags();
    /// Puts a new chip behind the one before it in the order of the Tab key.
    void append(QHBoxLayout& row, QWidget* chip);
    bool takeSuggestion(int digit);

    QLineEdit* m_search;
    QWidget* m_lastChip = nullptr;
    QHBoxLayout *m_chosenRow, *m_suggestedRow;
    std::vector<int> m_tags, m_suggested;
    std::vector<QAbstractButton*> m_chips; ///< in the order of walk()
    std::size_t m_walked = 0; ///< in there, from 1; 0: nowhere
    std::optional<double> m_valence, m_arousal;
};

} // namespace circumplex
