#include "core/engine/library_scanner.h"

#include "core/engine/move_finder.h"
#include "core/engine/scan_plan.h"
#include "core/engine/scan_roots.h"
#include "core/engine/scan_writer.h"
#include "core/library/library_database.h"
#include "core/library/track_error_store.h"
#include "core/library/track_store.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>
#include <unordered_set>

namespace circumplex {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kProgressStep { 100 };
/// Files that fail again and again are left alone until they change.
constexpr int kMostTries = 3;

bool isGone(const fs::path& path)
{
    struct stat status;
    return ::lstat(path.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

bool isThere(const fs::path& path)
{
    struct stat status;
    return ::lstat(path.c_str(), &status) == 0;
}

int threadCountOf(const ScanOptions& options)
{
    constexpr int kMost = 4; // one disk does not get faster by more
    if (options.threadCount > 0) return options.threadCount;
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMost);
}

/// One run over some folders.
class Scan {
public:
    Scan(LibraryDatabase& library, const ScanOptions& options, std::stop_token stop,
        const LibraryScanner::OnProgress& progress)
        : m_options(options)
        , m_stop(std::move(stop))
        , m_onProgress(progress)
        , m_tracks(library)
        , m_errors(library)
        , m_roots(library, options.volumes, m_report)
        , m_writer(library, m_report)
    {
    }

    ScanRoots& roots() { return m_roots; }
    Result<ScanReport> run();

private:
    struct Waiting {
        std::size_t file, track; ///< indices into m_plan.toRead and its tracks
        SoundReading reading;
    };

    Result<std::vector<KnownFile>> knownIn(const WalkedFolder& walked, VolumeId volume) const;
    Result<std::unordered_set<TrackId>> tracksToRetry() const;
    Result<void> makePlan(std::vector<WalkedFolder>& walked);
    Result<void> readAll();
    Result<void> readFiles(
        const std::vector<std::size_t>& files, MoveFinder& finder, std::vector<std::size_t>* again);
    Result<void> take(std::size_t file, const SoundReading& reading, MoveFinder& finder);
    Result<void> settle(MoveFinder& finder);
    Result<void> markMissing(const std::vector<WalkedFolder>& walked);
    void report(); ///< if the last report was long enough ago
    void reportNow();

    const ScanOptions& m_options;
    std::stop_token m_stop;
    const LibraryScanner::OnProgress& m_onProgress;
    TrackStore m_tracks;
    TrackErrorStore m_errors;
    ScanReport m_report;
    ScanRoots m_roots;
    ScanPlan m_plan;
    std::vector<std::size_t> m_folderOfLost; ///< for each of m_plan.lost: index of its WalkedFolder
    std::vector<Waiting> m_waiting;
    std::unordered_set<TrackId> m_foundElsewhere;
    ScanProgress m_progress;
    Clock::time_point m_lastProgress;
    ScanWriter m_writer;
};

void Scan::reportNow()
{
    m_lastProgress = Clock::now();
    if (m_onProgress) m_onProgress(m_progress);
}

void Scan::report()
{
    if (Clock::now() - m_lastProgress >= kProgressStep) reportNow();
}

Result<std::unordered_set<TrackId>> Scan::tracksToRetry() const
{
    const auto errors = m_errors.all(TrackStage::Scan);
    if (!errors) return tl::unexpected(errors.error());
    std::unordered_set<TrackId> retry;
    for (const TrackError& error : *errors) {
        // Permissions and drives are mended without the file's time telling.
        const bool isPassing = error.failure.code == errorCodeName(ErrorCode::FileUnreadable);
        if (isPassing || error.tries < kMostTries) retry.insert(error.failure.track);
    }
    return retry;
}

Result<std::vector<KnownFile>> Scan::knownIn(const WalkedFolder& walked, VolumeId volume) const
{
    const bool isOneFile = walked.sounds.size() == 1 && walked.sounds.front().path == walked.folder;
    if (!isOneFile) return m_tracks.filesBelow(volume, walked.folder);
    auto known = m_tracks.filesBelow(volume, fs::path(walked.folder).parent_path().native());
    if (known)
        std::erase_if(
            *known, [&walked](const KnownFile& file) { return file.path != walked.folder; });
    return known;
}

Result<void> Scan::makePlan(std::vector<WalkedFolder>& walked)
{
    const auto retry = tracksToRetry();
    if (!retry) return tl::unexpected(retry.error());
    for (std::size_t i = 0; i < walked.size(); ++i) {
        WalkedFolder& folder = walked[i];
        const fs::path path = absolutePath(folder.volume, folder.folder);
        if (!folder.isThere) {
            m_report.offline.push_back(
                { path, "The folder is not there. Its tracks stay as they are." });
            continue;
        }
        const auto volume = m_roots.idOf(folder.volume);
        if (!volume) return tl::unexpected(volume.error());
        const auto known = knownIn(folder, *volume);
        if (!known) return tl::unexpected(known.error());
        const bool hasTracks = std::ranges::any_of(
            *known, [](const KnownFile& file) { return file.state == TrackState::Present; });
        if (!folder.hasEntries && hasTracks && !folder.isUnseen(folder.folder)) {
            m_report.offline.push_back({ path,
                "The folder is empty, as one is whose drive is not mounted. Its tracks stay as "
                "they are." });
            folder.unseen.push_back(folder.folder);
        }
        planFolder(folder, *volume, *known, *retry, m_plan);
        m_folderOfLost.resize(m_plan.lost.size(), i);
    }
    std::ranges::move(m_plan.failures, std::back_inserter(m_report.failures));
    return {};
}

Result<void> Scan::take(std::size_t index, const SoundReading& reading, MoveFinder& finder)
{
    const PlannedFile& file = m_plan.toRead[index];
    if (!reading.identity) {
        const Error& error = reading.identity.error();
        finder.finished(file);
        if (error.code == ErrorCode::Cancelled) return {};
        m_report.failures.push_back({ file.absolute, error });
        // Of a file that vanished or is being written nothing is known; the next scan sees to it.
        if (error.code == ErrorCode::FileMissing || error.code == ErrorCode::FileChanged) return {};
        for (const PlannedTrack& track : file.tracks)
            m_writer.failed(file, track, reading.stamp, error);
        return m_writer.flushIfDue();
    }
    if (!reading.tags) {
        if (reading.tags.error().code == ErrorCode::Cancelled) {
            finder.finished(file);
            return {};
        }
        m_report.failures.push_back({ file.absolute, reading.tags.error() });
    }
    for (std::size_t i = 0; i < file.tracks.size(); ++i) {
        const PlannedTrack& track = file.tracks[i];
        const auto answer = finder.identify(file, track, track.hash(*reading.identity),
            track.durationSeconds(*reading.identity), MoveFinder::Round::First);
        if (!answer) return tl::unexpected(answer.error());
        if (answer->kind == MoveFinder::Answer::Kind::AskLater)
            m_waiting.push_back({ index, i, reading });
        else if (answer->kind == MoveFinder::Answer::Kind::Moved)
            m_writer.moved(file, track, reading, *answer->from);
        else
            m_writer.found(file, track, reading, track.known);
    }
    finder.finished(file);
    return m_writer.flushIfDue();
}

/// @param again  takes the files that changed while they were read; nullptr: those fail
Result<void> Scan::readFiles(
    const std::vector<std::size_t>& files, MoveFinder& finder, std::vector<std::size_t>* again)
{
    std::vector<fs::path> paths;
    paths.reserve(files.size());
    for (const std::size_t file : files)
        paths.push_back(m_plan.toRead[file].absolute);
    ReadingPool pool(std::move(paths), m_options.reading, threadCountOf(m_options), m_stop);
    while (const auto reading = pool.next()) {
        const std::size_t file = files[reading->index];
        if (again && !reading->identity
            && reading->identity.error().code == ErrorCode::FileChanged) {
            again->push_back(file);
            continue;
        }
        if (auto taken = take(file, *reading, finder); !taken) return taken;
        ++m_progress.read;
        m_progress.file = m_plan.toRead[file].absolute;
        report();
    }
    return {};
}

/// What could not be told before every file was read: which of the files that were overwritten or
/// exchanged is which track. Written together, since they take each other's places.
Result<void> Scan::settle(MoveFinder& finder)
{
    std::vector<MoveFinder::Answer> answers;
    for (const Waiting& waiting : m_waiting) {
        const PlannedFile& file = m_plan.toRead[waiting.file];
        const PlannedTrack& track = file.tracks[waiting.track];
        const AudioIdentity& identity = *waiting.reading.identity;
        const auto answer = finder.identify(file, track, track.hash(identity),
            track.durationSeconds(identity), MoveFinder::Round::Last);
        if (!answer) return tl::unexpected(answer.error());
        answers.push_back(*answer);
    }
    // First those that leave a place, then those that may stay or begin there.
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const PlannedFile& file = m_plan.toRead[m_waiting[i].file];
        if (answers[i].from)
            m_writer.moved(
                file, file.tracks[m_waiting[i].track], m_waiting[i].reading, *answers[i].from);
    }
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i].from) continue;
        const PlannedFile& file = m_plan.toRead[m_waiting[i].file];
        const PlannedTrack& track = file.tracks[m_waiting[i].track];
        const bool hasLeft = track.known && finder.isTaken(*track.known);
        m_writer.found(file, track, m_waiting[i].reading, hasLeft ? std::nullopt : track.known);
    }
    return m_writer.flush();
}

Result<void> Scan::readAll()
{
    MoveFinder finder(m_tracks, m_roots.online(), m_plan);
    std::vector<std::size_t> files(m_plan.toRead.size());
    for (std::size_t i = 0; i < files.size(); ++i)
        files[i] = i;
    std::vector<std::size_t> again;
    if (auto read = readFiles(files, finder, &again); !read) return read;
    if (auto read = readFiles(again, finder, nullptr); !read) return read;
    if (auto written = m_writer.flush(); !written) return written;
    // Half of the files do not tell where the tracks of the other half are.
    if (m_stop.stop_requested()) return {};
    if (auto settled = settle(finder); !settled) return settled;
    for (const LostTrack& lost : m_plan.lost)
        if (finder.isTaken(lost.id)) m_foundElsewhere.insert(lost.id);
    return {};
}

/// The last look before a track is called missing: its volume and folder are still there, and the
/// file is not.
Result<void> Scan::markMissing(const std::vector<WalkedFolder>& walked)
{
    const VolumeTable now = VolumeTable::read(m_options.volumes);
    std::vector<bool> isStillThere;
    for (const WalkedFolder& folder : walked) {
        const Volume* volume = now.withIdentity(folder.volume.identity);
        isStillThere.push_back(volume && volume->mountPoint == folder.volume.mountPoint
            && isThere(absolutePath(folder.volume, folder.folder)));
    }
    std::vector<TrackId> missing;
    for (std::size_t i = 0; i < m_plan.lost.size(); ++i) {
        const LostTrack& lost = m_plan.lost[i];
        if (!isStillThere[m_folderOfLost[i]] || m_foundElsewhere.contains(lost.id)) continue;
        if (lost.isCutOut || isGone(absolutePath(m_roots.online().at(lost.volume), lost.path)))
            missing.push_back(lost.id);
    }
    if (auto written = m_writer.missing(missing); !written) return written;
    std::vector<ScanRoots::Root> scanned;
    for (std::size_t i = 0; i < m_roots.roots().size(); ++i)
        if (isStillThere[i]) scanned.push_back(m_roots.roots()[i]);
    return m_roots.noteScanned(scanned);
}

Result<ScanReport> Scan::run()
{
    std::vector<fs::path> paths;
    for (const ScanRoots::Root& root : m_roots.roots())
        paths.push_back(root.path);
    reportNow();
    WalkResult walk = walkFolders(m_roots.table(), paths, m_stop, [this](std::size_t found) {
        m_progress.found = found;
        report();
    });
    std::ranges::move(walk.failures, std::back_inserter(m_report.failures));
    if (auto planned = makePlan(walk.folders); !planned) return tl::unexpected(planned.error());
    m_progress.found = 0;
    for (const WalkedFolder& folder : walk.folders)
        m_progress.found += folder.sounds.size();
    m_progress.toRead = m_plan.toRead.size();
    reportNow();
    if (auto written = m_writer.unchanged(m_plan.unchanged); !written)
        return tl::unexpected(written.error());
    if (auto read = readAll(); !read) return tl::unexpected(read.error());
    m_report.wasStopped = m_stop.stop_requested();
    if (!m_report.wasStopped)
        if (auto marked = markMissing(walk.folders); !marked) return tl::unexpected(marked.error());
    reportNow();
    return std::move(m_report);
}

} // namespace

LibraryScanner::LibraryScanner(LibraryDatabase& library, ScanOptions options)
    : m_library(library)
    , m_options(std::move(options))
{
}

Result<ScanReport> LibraryScanner::scan(
    std::span<const fs::path> folders, std::stop_token stop, const OnProgress& progress)
{
    Scan scan(m_library, m_options, std::move(stop), progress);
    if (auto looked = scan.roots().lookAtVolumes(); !looked) return tl::unexpected(looked.error());
    for (const fs::path& folder : folders)
        if (auto watched = scan.roots().watch(folder); !watched)
            return tl::unexpected(watched.error());
    return scan.run();
}

Result<ScanReport> LibraryScanner::rescan(std::stop_token stop, const OnProgress& progress)
{
    Scan scan(m_library, m_options, std::move(stop), progress);
    if (auto looked = scan.roots().lookAtVolumes(); !looked) return tl::unexpected(looked.error());
    if (auto taken = scan.roots().takeWatched(); !taken) return tl::unexpected(taken.error());
    return scan.run();
}

} // namespace circumplex
