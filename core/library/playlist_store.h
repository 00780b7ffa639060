#pragma once

#include "core/base/result.h"
#include "core/types/playlist.h"

#include <span>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// Playlists and their tracks. Missing and offline tracks keep their place in them. One transaction
/// per verb; NotFound if a playlist or track does not exist.
class PlaylistStore {
public:
    explicit PlaylistStore(LibraryDatabase& library)
        : m_library(library)
    {
    }

    /// @param playlist  without id. @returns Refused: a smart playlist's query cannot be understood
    Result<PlaylistId> add(const Playlist& playlist);

    /// Changes name, definition and changedAt. @returns Refused as add()
    Result<void> update(const Playlist& playlist);

    Result<void> remove(PlaylistId playlist);

    /// By name.
    Result<std::vector<Playlist>> all() const;

    Result<Playlist> playlist(PlaylistId id) const;

    /// In order; a track may stand there more than once. Of a smart playlist: none.
    Result<std::vector<TrackId>> items(PlaylistId playlist) const;

    /// Those that hold a track as an item, by name. Smart ones hold none.
    Result<std::vector<Playlist>> holding(TrackId track) const;

    /// Replaces all items.
    Result<void> setItems(PlaylistId playlist, std::span<const TrackId> tracks);

    Result<void> append(PlaylistId playlist, std::span<const TrackId> tracks);

private:
    LibraryDatabase& m_library;
};

} // namespace circumplex
