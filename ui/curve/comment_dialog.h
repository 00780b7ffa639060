#pragma once

#include "core/types/comment.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace circumplex {

class TimeBox;

/// Asks for a comment's words and place, new or changed; a comment that is there can be removed.
class CommentDialog : public QDialog {
    Q_OBJECT

public:
    /// @param comment  without id: a new one
    /// @param trackSeconds  length of the track
    CommentDialog(const TrackComment& comment, double trackSeconds, QWidget* parent);

    /// With the words and times that were chosen.
    TrackComment comment() const;
    bool isRemoved() const { return m_isRemoved; }

private:
    void check();
    QString text() const;

    TrackComment m_comment;
    TimeBox *m_start, *m_end;
    QCheckBox* m_hasEnd;
    QLabel* m_problem;
    QPlainTextEdit* m_text;
    QPushButton* m_save;
    bool m_isRemoved = false;
};

} // namespace circumplex
