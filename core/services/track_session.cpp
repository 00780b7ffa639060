#include "core/services/track_session.h"

#include "core/library/comment_store.h"
#include "core/library/library_database.h"

#include <exception>
#include <functional>

namespace circumplex {

namespace {

QString sentence(const Error& error)
{
    return QString::fromStdString(error.detail);
}

Result<LibraryDatabase> openLibrary(
    const std::filesystem::path& file, LibraryOptions::Access access)
{
    // The program checked the whole file when it started.
    return LibraryDatabase::open(file, { .access = access, .fullCheckBytes = 0 });
}

} // namespace

TrackSession::TrackSession(
    std::filesystem::path library, std::filesystem::path waveforms, QObject* parent)
    : QObject(parent)
    , m_library(std::move(library))
    , m_waveforms(std::move(waveforms))
{
    // The waveform of a long recording must not keep the rest waiting.
    m_pool.setMaxThreadCount(3);
}

TrackSession::~TrackSession()
{
    m_stop.request_stop();
    m_samplesStop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

/// Runs work(stop) on a thread. It returns a function to be called here, unless stopped meanwhile.
template <class Work> void TrackSession::start(std::stop_token stop, Work work)
{
    m_pool.start([this, stop, work = std::move(work)] {
        if (stop.stop_requested()) return;
        std::function<void()> done;
        try {
            done = work(stop);
        } catch (const std::exception& exception) {
            done = [this, reason = QString::fromUtf8(exception.what())] {
                Q_EMIT viewFailed(reason);
            };
        }
        QMetaObject::invokeMethod(
            this,
            [stop, done = std::move(done)] {
                if (!stop.stop_requested()) done();
            },
            Qt::QueuedConnection);
    });
}

void TrackSession::open(TrackId track)
{
    m_stop.request_stop();
    m_samplesStop.request_stop();
    m_stop = {};
    m_track = track;
    m_view.reset();
    m_waveformPath.clear();
    reload();
}

void TrackSession::reload()
{
    start(m_stop.get_token(),
        [this, file = m_library, track = m_track](std::stop_token) -> std::function<void()> {
            auto library = openLibrary(file, LibraryOptions::Access::ReadOnly);
            auto view = library ? readTrackView(*library, track)
                                : Result<TrackView>(tl::unexpected(library.error()));
            if (!view)
                return [this, reason = sentence(view.error())] { Q_EMIT viewFailed(reason); };
            return [this, read = std::make_shared<const TrackView>(std::move(*view))] {
                m_view = read;
                Q_EMIT viewRead(read);
                readWaveformOf(*read);
            };
        });
}

void TrackSession::readWaveformOf(const TrackView& view)
{
    if (view.sound != TrackView::Sound::There || view.path == m_waveformPath) return;
    m_waveformPath = view.path;
    start(m_stop.get_token(),
        [this, path = view.path, cache = m_waveforms](
            std::stop_token stop) -> std::function<void()> {
            const auto grew = [this, stop](std::shared_ptr<const WaveformPyramid> waveform) {
                QMetaObject::invokeMethod(
                    this,
                    [this, stop, waveform] {
                        if (!stop.stop_requested()) Q_EMIT waveformGrew(waveform);
                    },
                    Qt::QueuedConnection);
            };
            auto waveform = readWaveform(path, cache, stop, grew);
            if (!waveform)
                return [this, reason = sentence(waveform.error())] {
                    m_waveformPath.clear();
                    Q_EMIT waveformFailed(reason);
                };
            return [this, read = std::move(*waveform)] { Q_EMIT waveformGrew(read); };
        });
}

void TrackSession::requestSamples(std::int64_t firstSample, int count)
{
    if (!m_view || m_view->sound != TrackView::Sound::There) return;
    m_samplesStop.request_stop();
    m_samplesStop = {};
    start(m_samplesStop.get_token(),
        [this, path = m_view->path, firstSample, count](
            std::stop_token stop) -> std::function<void()> {
            auto samples = readSamples(path, firstSample, static_cast<std::size_t>(count), stop);
            // The waveform's own reading says what is wrong with the file.
            if (!samples) return [] {};
            return [this, firstSample, mono = std::move(*samples)] {
                Q_EMIT samplesRead(firstSample, mono);
            };
        });
}

template <class Change> void TrackSession::changeComments(Change change)
{
    start(m_stop.get_token(),
        [this, file = m_library, change = std::move(change)](
            std::stop_token) -> std::function<void()> {
            auto library = openLibrary(file, LibraryOptions::Access::ReadWrite);
            Result<void> done = library ? change(*library) : tl::unexpected(library.error());
            if (!done)
                return [this, reason = sentence(done.error())] { Q_EMIT commentFailed(reason); };
            return [this] { reload(); };
        });
}

void TrackSession::addComment(const TrackComment& comment)
{
    changeComments([comment, track = m_track](LibraryDatabase& library) -> Result<void> {
        TrackComment full = comment;
        full.track = track;
        const auto added = CommentStore(library).add(full);
        if (!added) return tl::unexpected(added.error());
        return {};
    });
}

void TrackSession::removeComment(CommentId comment)
{
    changeComments(
        [comment](LibraryDatabase& library) { return CommentStore(library).remove(comment); });
}

} // namespace circumplex
