#pragma once

#include "core/library/search_query.h"

#include <QLineEdit>
#include <QTimer>

#include <optional>

class QCompleter;
class QStringListModel;

namespace circumplex {

/// One box for every question to the library, in the language of core/library/search_query.h.
/// Completes fields, moods and states; what cannot be understood is underlined where it stands.
class SearchBox : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchBox(QWidget* parent = nullptr);

    /// Of the text as it is; nullopt: cannot be understood, see error().
    const std::optional<SearchNode>& query() const { return m_query; }
    /// English; empty for a text that can be understood.
    const QueryError& error() const { return m_error; }

    /// What could stand where the cursor is, instead of the word there.
    QStringList completions() const;
    /// Whether they are on the screen.
    bool isCompleting() const;

Q_SIGNALS:
    /// The text has not changed for a moment, and can be understood.
    void queryChanged();
    /// The error is another one, or gone.
    void errorChanged();
    /// Down was pressed: on to what was found.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void understand();
    void underline();
    void complete();
    void insert(const QString& completion);
    /// First position of the word that ends at the cursor.
    qsizetype wordBegin() const;

    QCompleter* m_completer;
    QStringListModel* m_words;
    QTimer m_pause;
    std::optional<SearchNode> m_query { SearchNode {} };
    QueryError m_error;
};

} // namespace circumplex
