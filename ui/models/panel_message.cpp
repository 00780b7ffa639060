#include "ui/models/panel_message.h"

#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace circumplex {

namespace {

/// In the colour of the words beside it, whatever the theme.
class ProblemMark : public QWidget {
public:
    explicit ProblemMark(QWidget* parent)
        : QWidget(parent)
    {
        setFixedSize(18, 18);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        lineIcon(IconShape::Problem, palette().color(QPalette::WindowText)).paint(&painter, rect());
    }
};

} // namespace

PanelMessage::PanelMessage(QWidget* parent)
    : QWidget(parent)
    , m_mark(new ProblemMark(this))
    , m_sentence(new QLabel(this))
    , m_again(new QPushButton(tr("Try again"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_mark);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_again, 0, Qt::AlignTop);
    m_mark->setAccessibleName(tr("Problem"));
    connect(m_again, &QPushButton::clicked, this, &PanelMessage::tryAgainWanted);
    setMessage({});
}

void PanelMessage::setMessage(const ModelsMessage& message)
{
    const bool hasFailed = message.kind == ModelsMessage::Kind::Failed;
    m_mark->setVisible(hasFailed);
    m_again->setVisible(hasFailed && message.canTryAgain);
    m_sentence->setText(message.sentence);
    m_sentence->setAccessibleName(
        hasFailed ? tr("Problem: %1").arg(message.sentence) : message.sentence);
    setVisible(!message.sentence.isEmpty());
}

} // namespace circumplex
