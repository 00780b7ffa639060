#pragma once

#include "core/engine/library_scanner.h"
#include "core/library/library_database.h"
#include "core/library/track_store.h"

#include <QTemporaryDir>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace circumplex::test {

/// A library in a folder of its own, and a folder of music to scan. Throws where a scan as a whole
/// fails, so that tests read straight.
class ScannedLibrary {
public:
    ScannedLibrary();
    ~ScannedLibrary(); ///< removes it all

    std::filesystem::path libraryFile() const { return m_folder / "library.circumplex"; }
    const std::filesystem::path& music() const { return m_music; }
    LibraryDatabase& database() { return *m_library; }
    TrackStore tracks() { return TrackStore(*m_library); }

    /// Opens the library file anew.
    void reopen();
    void close() { m_library.reset(); }

    ScanOptions options; ///< of the scans to come

    ScanReport scan(const std::vector<std::filesystem::path>& folders);
    ScanReport scan() { return scan({ m_music }); }
    ScanReport rescan(std::stop_token stop = {}, const LibraryScanner::OnProgress& progress = {});

    /// Every track, by its id, of every volume.
    std::map<TrackId, Track> all();

    /// The present track of a file. Throws unless there is exactly one.
    Track at(const std::filesystem::path& path, int cueIndex = 0);
    TrackId idAt(const std::filesystem::path& path) { return at(path).id; }

    /// Gives a track a rating of its own, and says whether it still carries it and nothing else.
    void label(TrackId track);
    bool hasItsLabel(TrackId track);

    /// The text of its scan error; empty: none.
    std::string scanError(TrackId track);

private:
    QTemporaryDir m_temporary;
    std::filesystem::path m_folder;
    std::filesystem::path m_music;
    std::unique_ptr<LibraryDatabase> m_library;
};

} // namespace circumplex::test
