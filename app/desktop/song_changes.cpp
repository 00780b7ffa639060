#include "app/desktop/song_changes.h"

#include "core/library/playlist_store.h"
#include "core/services/library_access.h"
#include "ui/common/error_text.h"
#include "ui/common/two_ways.h"
#include "ui/library/library_page.h"
#include "ui/library/playlist_dialog.h"

#include <QPointer>
#include <QUndoStack>

namespace circumplex {

SongChanges::SongChanges(
    LibraryPage& page, std::filesystem::path library, QUndoStack& undo, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_library(std::move(library))
    , m_undo(undo)
    , m_playlists(m_library)
    , m_remover(m_library)
    , m_jobs(*this, 1)
{
    connect(&page, &LibraryPage::removeWanted, this, &SongChanges::remove);
    connect(&page, &LibraryPage::bringBackWanted, this, &SongChanges::bringBack);
    connect(&m_remover, &TrackRemover::removed, this, [this](std::size_t count) {
        m_page.tell(tr("%Ln song(s) removed from the library; the files stay. Ctrl+Z takes it "
                       "back, and a search for is:removed shows what was removed.",
            nullptr, static_cast<int>(count)));
        Q_EMIT libraryChanged();
    });
    connect(&m_remover, &TrackRemover::broughtBack, this, [this](std::size_t count) {
        m_page.tell(tr("%Ln song(s) back in the library.", nullptr, static_cast<int>(count)));
        Q_EMIT libraryChanged();
    });
    connect(&m_remover, &TrackRemover::failed, this,
        [this](const Error& error) { m_page.setError(error); });
    connect(&page, &LibraryPage::playlistWanted, this, &SongChanges::askForPlaylist);
    connect(&m_playlists, &PlaylistWriter::added, this, [this](const QString& name) {
        m_page.tell(tr("Added. Search for playlist:\"%1\" to see the playlist.").arg(name));
    });
    connect(&m_playlists, &PlaylistWriter::removed, this, [this](const QString& name) {
        m_page.tell(tr("Taken out of the playlist \u201c%1\u201d again.").arg(name));
    });
    connect(&m_playlists, &PlaylistWriter::failed, this,
        [this](const Error& error) { m_page.setError(error); });
}

void SongChanges::remove(const std::vector<TrackId>& tracks)
{
    const QPointer<SongChanges> self(this);
    m_undo.push(new TwoWays(
        tr("remove %Ln song(s) from the library", nullptr, static_cast<int>(tracks.size())),
        [self, tracks] {
            if (self) self->m_remover.remove(tracks);
        },
        [self, tracks] {
            if (self) self->m_remover.bringBack(tracks);
        }));
}

void SongChanges::bringBack(const std::vector<TrackId>& tracks)
{
    const QPointer<SongChanges> self(this);
    m_undo.push(new TwoWays(
        tr("bring back %Ln song(s)", nullptr, static_cast<int>(tracks.size())),
        [self, tracks] {
            if (self) self->m_remover.bringBack(tracks);
        },
        [self, tracks] {
            if (self) self->m_remover.remove(tracks);
        }));
}

void SongChanges::askForPlaylist(const std::vector<TrackId>& tracks)
{
    readLibrary<std::vector<Playlist>>(
        m_jobs, m_library, [](LibraryDatabase& library) { return PlaylistStore(library).all(); },
        [this, tracks](const Result<std::vector<Playlist>>& playlists) {
            if (!playlists) return m_page.setError(playlists.error());
            QStringList names;
            for (const Playlist& playlist : *playlists)
                if (playlist.kind == PlaylistKind::Manual)
                    names << QString::fromStdString(playlist.name);
            auto* dialog
                = new PlaylistDialog(names, static_cast<int>(tracks.size()), m_page.window());
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this,
                [this, dialog, tracks] { addToPlaylist(dialog->name(), tracks); });
            dialog->open();
        });
}

void SongChanges::addToPlaylist(const QString& name, const std::vector<TrackId>& tracks)
{
    const auto addition = std::make_shared<PlaylistAddition>();
    addition->name = name.toStdString();
    addition->tracks = tracks;
    const QPointer<SongChanges> self(this);
    m_undo.push(new TwoWays(
        tr("add %Ln song(s) to \u201c%1\u201d", nullptr, static_cast<int>(tracks.size())).arg(name),
        [self, addition] {
            if (self) self->m_playlists.append(addition);
        },
        [self, addition] {
            if (self) self->m_playlists.takeBack(addition);
        }));
}

} // namespace circumplex
