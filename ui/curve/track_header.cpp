#include "ui/curve/track_header.h"

#include "ui/common/elided_label.h"
#include "ui/common/palette.h"
#include "ui/curve/mood_row.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kTitleWidth = 240;

} // namespace

TrackHeader::TrackHeader(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_moods(new MoodRow(this))
    , m_compare(new QToolButton(this))
    , m_export(new QToolButton(this))
    , m_analyse(new QPushButton(tr("Analyse again"), this))
    , m_menu(new QMenu(m_compare))
{
    auto* back = new QToolButton(this);
    back->setText(tr("‹ Library"));
    back->setAccessibleName(tr("Back to the library"));
    back->setAutoRaise(true);
    m_title->setFont(palette::font(20, QFont::DemiBold));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(kTitleWidth); // chips give way to it
    m_compare->setText(tr("Compare"));
    m_compare->setAccessibleName(tr("Choose whose curves are drawn"));
    m_compare->setPopupMode(QToolButton::InstantPopup);
    m_compare->setMenu(m_menu);
    m_export->setText(tr("Export…"));
    m_export->setAccessibleName(tr("Save this picture as SVG, PDF or PNG"));
    m_export->setToolTip(QStringLiteral("%1 (%2)").arg(m_export->accessibleName(),
        QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 0);
    row->setSpacing(8);
    row->addWidget(back);
    row->addWidget(m_title, 1);
    row->addWidget(m_moods);
    row->addSpacing(8);
    row->addWidget(m_compare);
    row->addWidget(m_export);
    row->addWidget(m_analyse);
    for (QWidget* control :
        std::initializer_list<QWidget*> { back, m_compare, m_export, m_analyse })
        control->setMinimumHeight(30);
    // As they stand, from the left.
    setTabOrder(back, m_compare);
    setTabOrder(m_compare, m_export);
    setTabOrder(m_export, m_analyse);
    connect(back, &QToolButton::clicked, this, &TrackHeader::backClicked);
    connect(m_export, &QToolButton::clicked, this, &TrackHeader::exportClicked);
    connect(m_analyse, &QPushButton::clicked, this, &TrackHeader::analyseClicked);
}

void TrackHeader::setView(const TrackScene& scene, const std::vector<std::size_t>& models)
{
    const TrackView* view = scene.view.get();
    m_export->setEnabled(view != nullptr);
    m_analyse->setVisible(view && !view->readings.empty());
    const bool isShown = view && !models.empty();
    m_moods->setAnnotation(
        isShown ? &view->readings.at(models.front()).stored.annotation : nullptr);
    m_menu->clear();
    if (!view) {
        m_title->clear();
    } else {
        const QString artist = QString::fromStdString(view->track.tags.artist);
        m_title->setText(artist.isEmpty() ? view->title()
                                          : QStringLiteral("%1 – %2").arg(view->title(), artist));
        fillMenu(scene, models);
    }
    m_compare->setEnabled(!m_menu->isEmpty());
    m_compare->setToolTip(
        m_menu->isEmpty() ? tr(
            "There is nothing to compare: one model at most has analysed this track, and nobody "
            "drew how it feels.")
                          : m_compare->accessibleName());
}

void TrackHeader::openCompare()
{
    m_compare->showMenu();
}

void TrackHeader::fillMenu(const TrackScene& scene, const std::vector<std::size_t>& models)
{
    const TrackView& view = *scene.view;
    const auto dateOf = [](const TrackView::Reading& reading) {
        return QLocale().toString(
            QDateTime::fromSecsSinceEpoch(reading.stored.provenance.analysedAt).date(),
            QLocale::ShortFormat);
    };
    // A model alone has nothing to be compared with.
    for (std::size_t i = 0; view.readings.size() > 1 && i < view.readings.size(); ++i) {
        const auto& reading = view.readings[i];
        auto* action = m_menu->addAction(tr("%1, analysed %2").arg(reading.model, dateOf(reading)));
        action->setCheckable(true);
        const bool isShown = std::ranges::find(models, i) != models.end();
        action->setChecked(isShown);
        // At least one stays.
        action->setEnabled(!isShown || models.size() > 1);
        connect(action, &QAction::toggled, this,
            [this, i](bool isOn) { Q_EMIT modelToggled(i, isOn); });
    }
    const QStringList raters = scene.raters();
    if (!raters.isEmpty() && !m_menu->isEmpty()) m_menu->addSeparator();
    for (const QString& rater : raters) {
        auto* action = m_menu->addAction(tr("%1, who drew it").arg(raterName(rater)));
        action->setCheckable(true);
        action->setChecked(!scene.hiddenRaters.contains(rater));
        connect(action, &QAction::toggled, this,
            [this, rater](bool isOn) { Q_EMIT raterToggled(rater, isOn); });
    }
}

void TrackHeader::setAnalysable(bool isAnalysable)
{
    m_analyse->setEnabled(isAnalysable);
}

} // namespace circumplex
