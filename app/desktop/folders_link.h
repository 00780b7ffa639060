#pragma once

#include "core/services/watched_folders.h"

#include <QObject>

class QUndoStack;

namespace circumplex {

class SettingsPage;

/// Brings the list of folders on the settings page together with the library. Adding and removing
/// can be undone.
class FoldersLink : public QObject {
    Q_OBJECT

public:
    /// @param page, undoStack  must outlive this object
    FoldersLink(SettingsPage& page, QUndoStack& undoStack, std::filesystem::path library,
        QObject* parent = nullptr);

    void refresh();
    /// Watches these folders, which can be undone, and has them scanned.
    void watch(const QStringList& folders);

Q_SIGNALS:
    /// Watched folders, or such as are to be, are to be brought up to date.
    void scanWanted(const QStringList& folders);

private:
    void show(const Result<std::vector<WatchedPlace>>& places);

    void watchNew(const QString& folder);
    void unwatch(const QString& folder);

    SettingsPage& m_page;
    QUndoStack& m_undoStack;
    WatchedFolders m_folders;
    std::vector<WatchedPlace> m_places;
};

} // namespace circumplex
