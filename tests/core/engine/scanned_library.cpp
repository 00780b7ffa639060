#include "tests/core/engine/scanned_library.h"

#include "core/library/folder_store.h"
#include "core/library/label_store.h"
#include "core/library/track_error_store.h"

#include <stdexcept>

namespace circumplex::test {

namespace {

template <class T> T orThrow(Result<T> result)
{
    if (!result) throw std::runtime_error(result.error().detail);
    return std::move(*result);
}

/// In 1..9, different for neighbours.
double valenceFor(TrackId track)
{
    return 1.0 + static_cast<double>(track.value % 8000) / 1000.0;
}

} // namespace

ScannedLibrary::ScannedLibrary()
    : m_folder(std::filesystem::canonical(m_temporary.path().toStdString()))
    , m_music(m_folder / "music")
{
    std::filesystem::create_directory(m_music);
    options.reading.tags.program
        = std::filesystem::path(CIRCUMPLEX_BUILD) / "bin" / "circumplex-tagreader";
    reopen();
}

ScannedLibrary::~ScannedLibrary()
{
    // QTemporaryDir cannot remove names that are not UTF-8.
    std::error_code ignored;
    std::filesystem::remove_all(m_music, ignored);
}

void ScannedLibrary::reopen()
{
    m_library.reset();
    m_library = std::make_unique<LibraryDatabase>(orThrow(LibraryDatabase::open(libraryFile())));
}

ScanReport ScannedLibrary::scan(const std::vector<std::filesystem::path>& folders)
{
    return orThrow(LibraryScanner(*m_library, options).scan(folders, {}));
}

ScanReport ScannedLibrary::rescan(std::stop_token stop, const LibraryScanner::OnProgress& progress)
{
    return orThrow(LibraryScanner(*m_library, options).rescan(std::move(stop), progress));
}

std::map<TrackId, Track> ScannedLibrary::all()
{
    std::map<TrackId, Track> tracks;
    TrackStore store(*m_library);
    for (const Volume& volume : orThrow(FolderStore(*m_library).volumes()))
        for (const KnownFile& file : orThrow(store.filesBelow(volume.id, {})))
            tracks.emplace(file.id, orThrow(store.track(file.id)));
    return tracks;
}

Track ScannedLibrary::at(const std::filesystem::path& path, int cueIndex)
{
    std::vector<Track> found;
    for (const Volume& volume : orThrow(FolderStore(*m_library).volumes()))
        for (const auto& [id, track] : all())
            if (track.place.volume == volume.id && track.state == TrackState::Present
                && absolutePath(volume, track.place.path) == path
                && (track.place.cue ? track.place.cue->index : 0) == cueIndex)
                found.push_back(track);
    if (found.size() != 1)
        throw std::runtime_error(std::to_string(found.size()) + " tracks at " + path.native());
    return found.front();
}

void ScannedLibrary::label(TrackId track)
{
    LabelStore labels(*m_library);
    const SessionId session
        = orThrow(labels.startSession({ .raterName = "rater", .instrument = "test" }));
    orThrow(
        labels.rate({ .track = track, .session = session, .valence = valenceFor(track) }).map([] {
            return 0;
        }));
}

bool ScannedLibrary::hasItsLabel(TrackId track)
{
    const TrackLabels labels = orThrow(LabelStore(*m_library).of(track));
    return labels.ratings.size() == 1 && labels.ratings.front().valence == valenceFor(track);
}

std::string ScannedLibrary::scanError(TrackId track)
{
    for (const TrackError& error : orThrow(TrackErrorStore(*m_library).of(track)))
        if (error.failure.stage == TrackStage::Scan) return error.failure.reason;
    return {};
}

} // namespace circumplex::test
