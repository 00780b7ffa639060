#include "ui/curve/comment_dialog.h"

#include "ui/curve/time_box.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <cmath>

namespace circumplex {

namespace {

constexpr double kLength = 5.0; ///< of a stretch that was a moment; seconds

} // namespace

CommentDialog::CommentDialog(const TrackComment& comment, double trackSeconds, QWidget* parent)
    : QDialog(parent)
    , m_comment(comment)
    , m_start(new TimeBox(this))
    , m_end(new TimeBox(this))
    , m_hasEnd(new QCheckBox(tr("to"), this))
    , m_problem(new QLabel(this))
    , m_text(new QPlainTextEdit(QString::fromStdString(comment.text), this))
{
    const bool isNew = !comment.id;
    setWindowTitle(isNew ? tr("New comment") : tr("Comment"));
    auto* from = new QLabel(tr("From"), this);
    from->setBuddy(m_start);
    m_start->setAccessibleName(tr("Begin of the comment"));
    m_end->setAccessibleName(tr("End of the comment"));
    m_hasEnd->setToolTip(tr("The comment is about a stretch, not a moment"));
    for (TimeBox* box : { m_start, m_end })
        box->setRange(
            0.0, std::max(trackSeconds, comment.endSeconds.value_or(comment.startSeconds)));
    m_start->setValue(comment.startSeconds);
    m_end->setValue(comment.endSeconds.value_or(comment.startSeconds + kLength));
    m_hasEnd->setChecked(comment.endSeconds.has_value());
    auto* times = new QHBoxLayout;
    for (QWidget* part : std::initializer_list<QWidget*> { from, m_start, m_hasEnd, m_end })
        times->addWidget(part);
    times->addStretch(1);
    m_text->setAccessibleName(tr("Words of the comment"));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("What happens here?"));
    m_text->moveCursor(QTextCursor::End);
    m_problem->setProperty("secondary", true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setToolTip(tr("Ctrl+Enter"));
    m_save->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    auto* column = new QVBoxLayout(this);
    column->addLayout(times);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
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
    connect(m_text, &QPlainTextEdit::textChanged, this, &CommentDialog::check);
    connect(m_hasEnd, &QCheckBox::toggled, this, &CommentDialog::check);
    for (TimeBox* box : { m_start, m_end })
        connect(box, &QDoubleSpinBox::valueChanged, this, &CommentDialog::check);
    check();
    resize(460, 240);
    m_text->setFocus();
}

void CommentDialog::check()
{
    const bool isBackwards = m_hasEnd->isChecked() && m_end->value() <= m_start->value();
    m_end->setEnabled(m_hasEnd->isChecked());
    m_problem->setText(isBackwards ? tr("The end must be after the beginning.") : QString());
    m_save->setEnabled(!text().isEmpty() && !isBackwards);
}

QString CommentDialog::text() const
{
    return m_text->toPlainText().trimmed();
}

TrackComment CommentDialog::comment() const
{
    TrackComment changed = m_comment;
    changed.text = text().toStdString();
    // The boxes round to tenths: what was not touched stays as exact as it was.
    const auto pick = [](const TimeBox& box, double before) {
        return std::abs(box.value() - before) < 0.051 ? before : box.value();
    };
    changed.startSeconds = pick(*m_start, m_comment.startSeconds);
    if (m_hasEnd->isChecked())
        changed.endSeconds
            = m_comment.endSeconds ? pick(*m_end, *m_comment.endSeconds) : m_end->value();
    else
        changed.endSeconds.reset();
    return changed;
}

} // namespace circumplex
