#include "core/services/track_session.h"

#include "core/library/comment_store.h"
#include "core/library/library_database.h"
#include "core/services/library_access.h"

namespace circumplex {

namespace {

using View = std::shared_ptr<const TrackView>;
using Waveform = std::shared_ptr<const WaveformPyramid>;

QString sentence(const Error& error)
{
    return QString::fromStdString(error.detail);
}

} // namespace

TrackSession::TrackSession(
    std::filesystem::path library, std::filesystem::path waveforms, QObject* parent)
    : QObject(parent)
    , m_library(std::move(library))
    , m_waveforms(std::move(waveforms))
    , m_reading(*this, 1)
    , m_drawing(*this, 1)
    , m_sampling(*this, 1)
    , m_writing(*this, 1)
{
}

TrackSession::~TrackSession()
{
    m_writing.finish();
}

void TrackSession::setModel(std::string hash)
{
    m_model = std::move(hash);
    if (m_track) reload();
}

void TrackSession::open(TrackId track)
{
    for (JobRunner* runner : { &m_reading, &m_drawing, &m_sampling })
        runner->cancelAll();
    m_track = track;
    m_view.reset();
    m_waveformPath.clear();
    reload();
}

void TrackSession::reload()
{
    readLibrary<View>(
        m_reading, m_library,
        [track = m_track, model = m_model](LibraryDatabase& library) -> Result<View> {
            auto view = readTrackView(library, track, model);
            if (!view) return tl::unexpected(view.error());
            return std::make_shared<const TrackView>(std::move(*view));
        },
        [this](const Result<View>& view) {
            if (!view) {
                Q_EMIT viewFailed(sentence(view.error()));
                return;
            }
            m_view = *view;
            Q_EMIT viewRead(*view);
            readWaveformOf(**view);
        });
}

void TrackSession::readWaveformOf(const TrackView& view)
{
    if (view.sound != TrackView::Sound::There || view.path == m_waveformPath) return;
    m_waveformPath = view.path;
    m_drawing.start(
        [this, path = view.path, cache = m_waveforms](std::stop_token stop) {
            const auto grew = [this, stop](Waveform waveform) {
                QMetaObject::invokeMethod(
                    this,
                    [this, stop, waveform] {
                        if (!stop.stop_requested()) Q_EMIT waveformGrew(waveform);
                    },
                    Qt::QueuedConnection);
            };
            return readWaveform(path, cache, stop, grew);
        },
        [this](const auto& waveform) {
            if (waveform) {
                Q_EMIT waveformGrew(*waveform);
                return;
            }
            m_waveformPath.clear();
            Q_EMIT waveformFailed(sentence(waveform.error()));
        });
}

void TrackSession::requestSamples(std::int64_t firstSample, int count)
{
    if (!m_view || m_view->sound != TrackView::Sound::There) return;
    m_sampling.cancelAll();
    m_sampling.start(
        [path = m_view->path, firstSample, count](std::stop_token stop) {
            return readSamples(path, firstSample, static_cast<std::size_t>(count), stop);
        },
        [this, firstSample](const auto& samples) {
            // The waveform's own reading says what is wrong with a file.
            if (samples) Q_EMIT samplesRead(firstSample, *samples);
        });
}

void TrackSession::makeChange(std::shared_ptr<CommentChange> change)
{
    writeComment(std::move(change), Way::Forth);
}

void TrackSession::takeBack(std::shared_ptr<CommentChange> change)
{
    writeComment(std::move(change), Way::Back);
}

void TrackSession::writeComment(std::shared_ptr<CommentChange> change, Way way)
{
    m_writing.start(
        [file = m_library, change, way](std::stop_token) -> Result<TrackId> {
            auto library = openChecked(file, LibraryOptions::Access::ReadWrite);
            if (!library) return tl::unexpected(library.error());
            CommentStore comments(*library);
            const bool isForth = way == Way::Forth;
            const std::optional<TrackComment>& from = isForth ? change->before : change->after;
            std::optional<TrackComment>& to = isForth ? change->after : change->before;
            if (!to) {
                if (auto done = comments.remove(from->id); !done)
                    return tl::unexpected(done.error());
                return from->track;
            }
            if (from) {
                if (auto done = comments.change(*to); !done) return tl::unexpected(done.error());
                return to->track;
            }
            const auto added = comments.add(*to);
            if (!added) return tl::unexpected(added.error());
            to->id = *added;
            return to->track;
        },
        [this](const Result<TrackId>& track) {
            if (!track)
                Q_EMIT commentFailed(sentence(track.error()));
            else if (*track == m_track)
                reload();
        });
}

} // namespace circumplex
