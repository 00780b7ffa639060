#include "ui/curve/comment_dialog.h"

#include "ui/curve/track_text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace circumplex {

CommentDialog::CommentDialog(const TrackComment& comment, QWidget* parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(QString::fromStdString(comment.text), this))
{
    const bool isNew = !comment.id;
    setWindowTitle(isNew ? tr("New comment") : tr("Comment"));
    const QString place = comment.endSeconds
        ? tr("From %1 to %2")
              .arg(timeText(comment.startSeconds, 1), timeText(*comment.endSeconds, 1))
        : tr("At %1").arg(timeText(comment.startSeconds, 1));
    auto* column = new QVBoxLayout(this);
    column->addWidget(new QLabel(place, this));
    m_text->setAccessibleName(tr("Comment, %1").arg(place));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("What happens here?"));
    m_text->moveCursor(QTextCursor::End);
    column->addWidget(m_text, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setToolTip(tr("Ctrl+Enter"));
    m_save->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    column->addWidget(buttons);
    if (!isNew) {
        auto* remove = buttons->addButton(tr("Remove"), QDialogButtonBox::DestructiveRole);
        connect(remove, &QPushButton::clicked, this, [this] {
            m_isRemoved = true;
            accept();
        });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const int key : { Qt::Key_Return, Qt::Key_Enter })
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, m_save,
            &QPushButton::click);
    const auto check = [this] { m_save->setEnabled(!text().isEmpty()); };
    connect(m_text, &QPlainTextEdit::textChanged, this, check);
    check();
    resize(420, 220);
    m_text->setFocus();
}

QString CommentDialog::text() const
{
    return m_text->toPlainText().trimmed();
}

} // namespace circumplex
