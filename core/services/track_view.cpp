#include "core/services/track_view.h"

#include "core/library/annotation_store.h"
#include "core/library/comment_store.h"
#include "core/library/folder_store.h"
#include "core/library/label_store.h"
#include "core/library/model_store.h"
#include "core/library/track_error_store.h"
#include "core/library/track_store.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <system_error>

namespace circumplex {

namespace {

constexpr qsizetype kHashLetters = 8;

Result<void> readPlace(LibraryDatabase& library, TrackView& view)
{
    const auto volumes = FolderStore(library).volumes();
    if (!volumes) return tl::unexpected(volumes.error());
    const auto volume = std::ranges::find(*volumes, view.track.place.volume, &Volume::id);
    if (volume == volumes->end())
        return tl::unexpected(
            Error { ErrorCode::NotFound, "The track's volume is not in the library." });
    view.path = std::filesystem::path(volume->mountPoint) / view.track.place.path;
    view.volume = QString::fromStdString(volume->label);
    if (view.volume.isEmpty()) view.volume = QFile::decodeName(volume->mountPoint.c_str());
    // What is on the disk now counts, not what the last scan saw.
    std::error_code error;
    if (std::filesystem::exists(view.path, error))
        view.sound = TrackView::Sound::There;
    else
        view.sound
            = volume->isOnline ? TrackView::Sound::FileGone : TrackView::Sound::VolumeOffline;
    return {};
}

Result<void> readReadings(LibraryDatabase& library, TrackView& view, const std::string& modelHash)
{
    const auto inUse = ModelStore(library).inUse(modelHash);
    if (!inUse) return tl::unexpected(inUse.error());
    const AnnotationStore annotations(library);
    const auto models = annotations.modelsOf(view.track.id);
    if (!models) return tl::unexpected(models.error());
    QStringList names, hashes;
    for (const ModelId id : *models) {
        auto stored = annotations.find(view.track.id, id);
        if (!stored) return tl::unexpected(std::move(stored.error()));
        const auto model = ModelStore(library).model(id);
        if (!model) return tl::unexpected(model.error());
        if (!*stored) continue;
        view.readings.push_back(
            { QString::fromStdString(model->name), std::move(**stored), model->hash });
        names.append(view.readings.back().model);
        hashes.append(QString::fromStdString(model->hash).left(kHashLetters));
    }
    // Two models may share a name; their hashes differ.
    for (qsizetype i = 0; i < names.size(); ++i)
        if (names.count(names[i]) > 1)
            view.readings[static_cast<std::size_t>(i)].model
                = QStringLiteral("%1 (%2)").arg(names[i], hashes[i]);
    std::ranges::stable_sort(view.readings, [&](const auto& a, const auto& b) {
        const bool isFirst = a.stored.model == *inUse;
        if (isFirst != (b.stored.model == *inUse)) return isFirst;
        return a.stored.provenance.analysedAt > b.stored.provenance.analysedAt;
    });
    return {};
}

Result<void> readTraces(LibraryDatabase& library, TrackView& view)
{
    const LabelStore labels(library);
    auto all = labels.of(view.track.id);
    if (!all) return tl::unexpected(std::move(all.error()));
    if (all->traces.empty()) return {};
    const auto sessions = labels.sessions();
    if (!sessions) return tl::unexpected(sessions.error());
    for (Trace& trace : all->traces) {
        // A relative one has no place on the scale that curves are drawn on.
        if (trace.samples.empty() || trace.mode == TraceMode::Relative) continue;
        const auto session = std::ranges::find(*sessions, trace.session, &RatingSession::id);
        const QString rater
            = session == sessions->end() ? QString() : QString::fromStdString(session->raterName);
        view.traces.push_back({ rater, std::move(trace) });
    }
    return {};
}

} // namespace

double TrackView::soundOffsetSeconds() const
{
    return track.place.cue ? track.place.cue->startSeconds : 0.0;
}

double TrackView::durationSeconds() const
{
    if (!readings.empty()) return readings.front().stored.annotation.durationSeconds;
    return track.durationSeconds.value_or(0.0);
}

QString TrackView::title() const
{
    if (!track.tags.title.empty()) return QString::fromStdString(track.tags.title);
    return QFileInfo(QFile::decodeName(track.place.path.c_str())).completeBaseName();
}

Result<TrackView> readTrackView(
    LibraryDatabase& library, TrackId track, const std::string& modelHash)
{
    auto row = TrackStore(library).track(track);
    if (!row) return tl::unexpected(std::move(row.error()));
    TrackView view { .track = std::move(*row) };
    if (auto done = readReadings(library, view, modelHash); !done)
        return tl::unexpected(std::move(done.error()));
    for (const auto& read : { &readPlace, &readTraces })
        if (auto done = read(library, view); !done) return tl::unexpected(std::move(done.error()));
    auto comments = CommentStore(library).of(track);
    if (!comments) return tl::unexpected(std::move(comments.error()));
    view.comments = std::move(*comments);
    auto errors = TrackErrorStore(library).of(track);
    if (!errors) return tl::unexpected(std::move(errors.error()));
    for (TrackError& error : *errors)
        if (error.failure.stage == TrackStage::Analysis) view.analysisError = std::move(error);
    return view;
}

} // namespace circumplex
