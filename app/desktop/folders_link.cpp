#include "app/desktop/folders_link.h"

#include "ui/common/error_text.h"
#include "ui/common/two_ways.h"
#include "ui/settings/settings_page.h"

#include <QFile>
#include <QPointer>
#include <QUndoStack>

namespace circumplex {

namespace {

QString textOf(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

} // namespace

FoldersLink::FoldersLink(
    SettingsPage& page, QUndoStack& undoStack, std::filesystem::path library, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_folders(std::move(library))
{
    connect(&page, &SettingsPage::removeFolderWanted, this, [this, &undoStack](int row) {
        if (row < 0 || static_cast<std::size_t>(row) >= m_places.size()) return;
        const WatchedPlace place = m_places[static_cast<std::size_t>(row)];
        const QPointer<FoldersLink> self(this);
        const auto answer = [self](const auto& places) {
            if (self) self->show(places);
        };
        undoStack.push(new TwoWays(
            tr("stop watching %1").arg(textOf(place.path)),
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

void FoldersLink::show(const Result<std::vector<WatchedPlace>>& places)
{
    if (!places) {
        m_page.setFoldersError(errorText(places.error()));
        return;
    }
    m_places = *places;
    QStringList lines;
    for (const WatchedPlace& place : m_places)
        lines << (place.isOnline ? textOf(place.path)
                                 : tr("%1 (disk away)").arg(textOf(place.path)));
    m_page.setFolders(lines);
}

} // namespace circumplex
