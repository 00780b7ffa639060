#include "core/services/track_remover.h"

#include "core/library/library_database.h"
#include "core/library/track_store.h"

#include <QDateTime>

namespace circumplex {

TrackRemover::TrackRemover(std::filesystem::path library, QObject* parent)
    : QObject(parent)
    , m_library(std::move(library))
    , m_runner(*this, 1)
{
}

TrackRemover::~TrackRemover()
{
    m_runner.finish();
}

void TrackRemover::remove(std::vector<TrackId> tracks)
{
    start(std::move(tracks), true);
}

void TrackRemover::bringBack(std::vector<TrackId> tracks)
{
    start(std::move(tracks), false);
}

void TrackRemover::start(std::vector<TrackId> tracks, bool isRemoving)
{
    m_runner.start(
        [file = m_library, tracks = std::move(tracks), isRemoving](
            const std::stop_token&) -> Result<std::size_t> {
            auto library = LibraryDatabase::open(file, { .fullCheckBytes = 0 });
            if (!library) return tl::unexpected(library.error());
            TrackStore store(*library);
            const auto done = isRemoving ? store.remove(tracks, QDateTime::currentSecsSinceEpoch())
                                         : store.bringBack(tracks);
            if (!done) return tl::unexpected(done.error());
            return tracks.size();
        },
        [this, isRemoving](const Result<std::size_t>& count) {
            if (!count)
                Q_EMIT failed(count.error());
            else if (isRemoving)
                Q_EMIT removed(*count);
            else
                Q_EMIT broughtBack(*count);
        });
}

} // namespace circumplex
