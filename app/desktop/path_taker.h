#pragma once

#include "core/services/watched_folders.h"

#include <QObject>
#include <QStringList>

namespace circumplex {

class MainWindow;
class ModelsPage;

/// What becomes of files and folders that are dropped on the window or handed over at the start:
/// folders are scanned, weight files go to the page Models, where every file is taken for one. The
/// folder of a sound file is scanned when it is watched already, else after a question: who drops
/// one song may not want all that lies beside it.
class PathTaker : public QObject {
    Q_OBJECT

public:
    /// @param window, models  must outlive this object
    PathTaker(MainWindow& window, ModelsPage& models, std::filesystem::path library,
        QObject* parent = nullptr);

    void take(const QStringList& paths);

Q_SIGNALS:
    /// Folders to be watched, and scanned.
    void foldersGiven(const QStringList& folders);

private:
    void takeSounds(const QStringList& files);
    void ask(const QString& file, const QString& folder);

    MainWindow& m_window;
    ModelsPage& m_models;
    WatchedFolders m_folders;
};

} // namespace circumplex
