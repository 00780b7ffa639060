#include "ui/label/label_page.h"

#include "ui/common/heading.h"
#include "ui/label/listening_panel.h"
#include "ui/label/practice_panel.h"
#include "ui/label/rating_panel.h"
#include "ui/label/setup_panel.h"
#include "ui/label/summary_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>

namespace circumplex {

LabelPage::LabelPage(QWidget* parent)
    : QWidget(parent)
    , m_status(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_setup(new SetupPanel)
    , m_practice(new PracticePanel)
    , m_listening(new ListeningPanel)
    , m_rating(new RatingPanel)
    , m_summary(new SummaryPanel)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(pageTitle(tr("Label"), this));
    m_status->setProperty("secondary", true);
    head->addWidget(m_status);
    head->addStretch(1);
    column->addLayout(head);
    for (QWidget* page : { static_cast<QWidget*>(m_setup), static_cast<QWidget*>(m_practice),
             static_cast<QWidget*>(m_listening), static_cast<QWidget*>(m_rating),
             static_cast<QWidget*>(m_summary) })
        m_pages->addWidget(page);
    column->addWidget(m_pages, 1);
    setStatus({});
}

void LabelPage::setStage(Stage stage)
{
    m_pages->setCurrentIndex(static_cast<int>(stage));
    Q_EMIT stageChanged();
}

LabelPage::Stage LabelPage::stage() const
{
    return static_cast<Stage>(m_pages->currentIndex());
}

void LabelPage::setStatus(const QString& text)
{
    const QString shown = text.isEmpty()
        ? tr("Say how songs feel, while you listen and after. Personal models learn from it.")
        : text;
    if (m_status->text() != shown) m_status->setText(shown);
}

bool LabelPage::event(QEvent* event)
{
    // Space belongs to the sitting, not to the player of the whole window.
    if (event->type() == QEvent::ShortcutOverride && stage() != Stage::Setup) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void LabelPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && stage() == Stage::Listening && !event->isAutoRepeat())
        Q_EMIT spacePressed();
    else
        QWidget::keyPressEvent(event);
}

void LabelPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT shown();
}

void LabelPage::hideEvent(QHideEvent* event)
{
    Q_EMIT left();
    QWidget::hideEvent(event);
}

} // namespace circumplex
