#include "app/desktop/folders_link.h"

#include "core/services/path_text.h"
#include "ui/common/bidi_text.h"
#include "ui/common/error_text.h"
#include "ui/common/two_ways.h"
#include "ui/settings/settings_page.h"

#include <QFile>
#include <QPointer>
#include <QUndoStack>

#include <algorithm>

namespace circumplex {

namespace {

} // namespace

FoldersLink::FoldersLink(
    SettingsPage& page, QUndoStack& undoStack, std::filesystem::path library, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_undoStack(undoStack)
    , m_folders(std::move(library))
{
    connect(&page, &SettingsPage::removeFolderWanted, this, [this](int row) {
        if (row < 0 || static_cast<std::size_t>(row) >= m_places.size()) return;
        const WatchedPlace place = m_places[static_cast<std::size_t>(row)];
        const QPointer<FoldersLink> self(this);
        const auto answer = [self](const auto& places) {
            if (self) self->show(places);
        };
        m_undoStack.push(new TwoWays(
            tr("stop watching %1").arg(isolated(textOf(place.path))),
            [self, place, answer] {
                if (self) self->m_folders.remove(place.folder, answer);
            },
            [self, place, answer] {
                if (self) self->m_folders.restore(place.folder, answer);
            }));
    });
}

void FoldersLink::refresh()
{
    m_folders.list([this](const auto& places) { show(places); });
}

void FoldersLink::watch(const QStringList& folders)
{
    m_folders.list([self = QPointer(this), folders](const auto& places) {
        if (!self) return;
        QStringList known;
        for (const QString& folder : folders) {
            const bool isKnown = places && std::ranges::any_of(*places, [&](const auto& place) {
                return textOf(place.path) == folder;
            });
            if (isKnown)
                known << folder;
            else
                self->watchNew(folder);
        }
        if (!known.isEmpty()) Q_EMIT self->scanWanted(known);
    });
}

void FoldersLink::watchNew(const QString& folder)
{
    const QPointer<FoldersLink> self(this);
    m_undoStack.push(new TwoWays(
        tr("watch %1").arg(isolated(folder)),
        [self, folder] {
            if (self) Q_EMIT self->scanWanted({ folder });
        },
        [self, folder] {
            if (self) self->unwatch(folder);
        }));
}

void FoldersLink::unwatch(const QString& folder)
{
    m_folders.list([self = QPointer(this), folder](const auto& places) {
        if (!self || !places) return;
        for (const WatchedPlace& place : *places)
            if (textOf(place.path) == folder)
                self->m_folders.remove(place.folder, [self](const auto& left) {
                    if (self) self->show(left);
                });
    });
}

void FoldersLink::show(const Result<std::vector<WatchedPlace>>& places)
{
    if (!places) {
        m_page.setFoldersError(errorText(places.error()));
        return;
    }
    m_places = *places;
    QStringList lines;
    for (const WatchedPlace& place : m_places)
        lines << (place.isOnline ? isolated(textOf(place.path))
                                 : tr("%1 (disk away)").arg(isolated(textOf(place.path))));
    m_page.setFolders(lines);
}

} // namespace circumplex
