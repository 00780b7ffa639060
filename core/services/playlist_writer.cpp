#include "core/services/playlist_writer.h"

#include "core/library/library_database.h"
#include "core/library/playlist_store.h"

#include <QDateTime>

namespace circumplex {

namespace {

Result<PlaylistId> write(LibraryDatabase& library, const NewPlaylist& playlist)
{
    PlaylistStore store(library);
    const std::int64_t now = QDateTime::currentSecsSinceEpoch();
    const auto id = store.add({ .name = playlist.name, .createdAt = now, .changedAt = now });
    if (!id) return id;
    if (const auto put = store.setItems(*id, playlist.tracks); !put) {
        // An empty one is not what was asked for.
        (void)store.remove(*id);
        return tl::unexpected(put.error());
    }
    return id;
}

} // namespace

PlaylistWriter::PlaylistWriter(std::filesystem::path library, QObject* parent)
    : QObject(parent)
    , m_library(std::move(library))
    , m_runner(*this, 1)
{
}

PlaylistWriter::~PlaylistWriter()
{
    m_runner.finish();
}

void PlaylistWriter::add(std::shared_ptr<NewPlaylist> playlist)
{
    m_runner.start(
        [file = m_library, playlist](const std::stop_token&) -> Result<QString> {
            auto library = LibraryDatabase::open(file, { .fullCheckBytes = 0 });
            if (!library) return tl::unexpected(library.error());
            const auto id = write(*library, *playlist);
            if (!id) return tl::unexpected(id.error());
            playlist->id = *id;
            return QString::fromStdString(playlist->name);
        },
        [this](const Result<QString>& name) {
            if (name)
                Q_EMIT added(*name);
            else
                Q_EMIT failed(name.error());
        });
}

void PlaylistWriter::remove(std::shared_ptr<NewPlaylist> playlist)
{
    m_runner.start(
        [file = m_library, playlist](const std::stop_token&) -> Result<QString> {
            auto library = LibraryDatabase::open(file, { .fullCheckBytes = 0 });
            if (!library) return tl::unexpected(library.error());
            if (auto done = PlaylistStore(*library).remove(playlist->id); !done)
                return tl::unexpected(done.error());
            return QString::fromStdString(playlist->name);
        },
        [this](const Result<QString>& name) {
            if (name)
                Q_EMIT removed(*name);
            else
                Q_EMIT failed(name.error());
        });
}

} // namespace circumplex
