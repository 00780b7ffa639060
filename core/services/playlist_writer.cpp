#include "core/services/playlist_writer.h"

#include "core/library/library_database.h"
#include "core/library/playlist_store.h"

#include <QDateTime>

#include <algorithm>

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

Result<void> appendTo(LibraryDatabase& library, PlaylistAddition& addition)
{
    PlaylistStore store(library);
    const auto all = store.all();
    if (!all) return tl::unexpected(all.error());
    const auto found = std::ranges::find_if(*all, [&](const Playlist& playlist) {
        return playlist.kind == PlaylistKind::Manual && playlist.name == addition.name;
    });
    addition.isNew = found == all->end();
    if (addition.isNew) {
        const auto id = write(library, { .name = addition.name, .tracks = addition.tracks });
        if (!id) return tl::unexpected(id.error());
        addition.playlist = *id;
        return {};
    }
    addition.playlist = found->id;
    const auto items = store.items(found->id);
    if (!items) return tl::unexpected(items.error());
    addition.at = items->size();
    return store.append(found->id, addition.tracks);
}

Result<void> takeFrom(LibraryDatabase& library, const PlaylistAddition& addition)
{
    PlaylistStore store(library);
    auto items = store.items(addition.playlist);
    if (!items) return tl::unexpected(items.error());
    const auto begin = std::ranges::search(*items, addition.tracks).begin();
    const bool isThere = addition.at + addition.tracks.size() <= items->size()
        && std::equal(addition.tracks.begin(), addition.tracks.end(),
            items->begin() + static_cast<std::ptrdiff_t>(addition.at));
    const auto first = isThere ? items->begin() + static_cast<std::ptrdiff_t>(addition.at) : begin;
    if (first == items->end()) return {}; // somebody else has taken them out
    items->erase(first, first + static_cast<std::ptrdiff_t>(addition.tracks.size()));
    if (addition.isNew && items->empty()) return store.remove(addition.playlist);
    return store.setItems(addition.playlist, *items);
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

void PlaylistWriter::start(Work work, void (PlaylistWriter::*done)(const QString&))
{
    m_runner.start(
        [file = m_library, work = std::move(work)](const std::stop_token&) -> Result<QString> {
            auto library = LibraryDatabase::open(file, { .fullCheckBytes = 0 });
            if (!library) return tl::unexpected(library.error());
            return work(*library);
        },
        [this, done](const Result<QString>& name) {
            if (name)
                Q_EMIT(this->*done)(*name);
            else
                Q_EMIT failed(name.error());
        });
}

void PlaylistWriter::add(std::shared_ptr<NewPlaylist> playlist)
{
    start(
        [playlist](LibraryDatabase& library) -> Result<QString> {
            const auto id = write(library, *playlist);
            if (!id) return tl::unexpected(id.error());
            playlist->id = *id;
            return QString::fromStdString(playlist->name);
        },
        &PlaylistWriter::added);
}

void PlaylistWriter::remove(std::shared_ptr<NewPlaylist> playlist)
{
    start(
        [playlist](LibraryDatabase& library) -> Result<QString> {
            if (auto done = PlaylistStore(library).remove(playlist->id); !done)
                return tl::unexpected(done.error());
            return QString::fromStdString(playlist->name);
        },
        &PlaylistWriter::removed);
}

void PlaylistWriter::append(std::shared_ptr<PlaylistAddition> addition)
{
    start(
        [addition](LibraryDatabase& library) -> Result<QString> {
            if (auto done = appendTo(library, *addition); !done)
                return tl::unexpected(done.error());
            return QString::fromStdString(addition->name);
        },
        &PlaylistWriter::added);
}

void PlaylistWriter::takeBack(std::shared_ptr<PlaylistAddition> addition)
{
    start(
        [addition](LibraryDatabase& library) -> Result<QString> {
            if (auto done = takeFrom(library, *addition); !done)
                return tl::unexpected(done.error());
            return QString::fromStdString(addition->name);
        },
        &PlaylistWriter::removed);
}

} // namespace circumplex
