#pragma once

#include "core/types/comment.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace circumplex {

/// Asks for a comment's words, new or changed; a comment that is there can be removed.
class CommentDialog : public QDialog {
    Q_OBJECT

public:
    /// @param comment  without id: a new one
    CommentDialog(const TrackComment& comment, QWidget* parent);

    QString text() const;
    bool isRemoved() const { return m_isRemoved; }

private:
    QPlainTextEdit* m_text;
    QPushButton* m_save;
    bool m_isRemoved = false;
};

} // namespace circumplex
