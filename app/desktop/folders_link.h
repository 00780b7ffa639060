#pragma once

#include "core/services/watched_folders.h"

#include <QObject>

class QUndoStack;

namespace circumplex {

class SettingsPage;

/// Brings the list of folders on the settings page together with the library. Removing can be
/// undone.
class FoldersLink : public QObject {
    Q_OBJECT

public:
    /// @param page, undoStack  must outlive this object
    FoldersLink(SettingsPage& page, QUndoStack& undoStack, std::filesystem::path library,
        QObject* parent = nullptr);

    void refresh();

private:
    void show(const Result<std::vector<WatchedPlace>>& places);

    SettingsPage& m_page;
    WatchedFolders m_folders;
    std::vector<WatchedPlace> m_places;
};

} // namespace circumplex
