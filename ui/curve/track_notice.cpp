#include "ui/curve/track_notice.h"

#include "ui/common/error_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace circumplex {

namespace {

QString sentenceOf(const TrackScene& scene, const TrackNotice::Problems& problems)
{
    const TrackView* view = scene.view.get();
    if (!problems.view.isEmpty()) return problems.view;
    if (!problems.comment.isEmpty())
        return TrackNotice::tr("The comment was not saved. %1").arg(problems.comment);
    if (!problems.figure.isEmpty())
        return TrackNotice::tr("The picture was not saved. %1").arg(problems.figure);
    if (!view) return {};
    if (!problems.model.isEmpty()) return problems.model;
    if (view->sound == TrackView::Sound::VolumeOffline)
        return TrackNotice::tr("“%1” is not connected. What is known about this track stays; "
                               "connect it to listen.")
            .arg(view->volume);
    if (view->sound == TrackView::Sound::FileGone)
        return TrackNotice::tr("The file is gone: %1. Scan the library if it was moved.")
            .arg(QString::fromStdString(view->path.string()));
    if (!problems.waveform.isEmpty())
        return TrackNotice::tr("The sound cannot be read. %1").arg(problems.waveform);
    if (scene.isAnalysing) return TrackNotice::tr("Being analysed; what is dotted comes soon.");
    if (view->readings.empty())
        return view->analysisError
            ? TrackNotice::tr("The analysis failed. %1")
                  .arg(errorText(
                      view->analysisError->failure.code, view->analysisError->failure.reason))
            : TrackNotice::tr("Not analysed yet: no curves, moods, key or chords.");
    if (!problems.sound.isEmpty()) return problems.sound;
    return {};
}

} // namespace

TrackNotice::TrackNotice(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("notice"));
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 16, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &TrackNotice::analyseClicked);
}

void TrackNotice::show(const TrackScene& scene, const Problems& problems)
{
    const QString text = sentenceOf(scene, problems);
    const TrackView* view = scene.view.get();
    m_text->setText(text);
    m_button->setText(view && view->analysisError ? tr("Try again") : tr("Analyse"));
    m_button->setVisible(view && view->readings.empty() && !scene.isAnalysing
        && view->sound == TrackView::Sound::There);
    setVisible(!text.isEmpty());
}

} // namespace circumplex
