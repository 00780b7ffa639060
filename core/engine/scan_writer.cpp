#include "core/engine/scan_writer.h"

#include "core/audio/input_file.h"
#include "core/library/library_database.h"
#include "core/library/track_error_store.h"
#include "core/library/track_store.h"

#include <algorithm>
#include <span>

namespace circumplex {

namespace {

constexpr std::size_t kBatchTracks = 200;
constexpr std::size_t kBatchIds = 20000;
constexpr std::chrono::seconds kLongestWait { 1 };
constexpr std::size_t kMostPictureBytes = std::size_t { 32 } << 20;

std::int64_t now()
{
    return std::chrono::duration_cast<std::chrono::seconds>(
        std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::string joined(const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& value : values) {
        if (!text.empty()) text += "; ";
        text += value;
    }
    return text;
}

std::optional<int> ifSaid(int number)
{
    return number > 0 ? std::optional(number) : std::nullopt;
}

TrackTags trackTags(const FileTags& file)
{
    TrackTags tags;
    tags.title = file.title;
    tags.artist = joined(file.artists);
    tags.album = file.album;
    tags.albumArtist = file.albumArtist;
    tags.genre = joined(file.genres);
    tags.trackNumber = ifSaid(file.trackNumber);
    tags.discNumber = ifSaid(file.discNumber);
    tags.year = ifSaid(file.year);
    tags.recordingMbid = file.recordingId;
    tags.releaseMbid = file.releaseId;
    tags.artistMbid = file.artistIds.empty() ? std::string() : file.artistIds.front();
    return tags;
}

/// What a sheet says of one track, and what the file says of them all.
TrackTags cutTags(const TrackTags& sheet, const TrackTags& file)
{
    const auto firstOf = [](const auto& a, const auto& b) {
        return a != std::remove_cvref_t<decltype(a)> {} ? a : b;
    };
    TrackTags tags = sheet;
    tags.artist = firstOf(sheet.artist, file.artist);
    tags.album = firstOf(sheet.album, file.album);
    tags.albumArtist = firstOf(sheet.albumArtist, file.albumArtist);
    tags.genre = firstOf(sheet.genre, file.genre);
    tags.discNumber = firstOf(sheet.discNumber, file.discNumber);
    tags.year = firstOf(sheet.year, file.year);
    tags.releaseMbid = file.releaseMbid;
    return tags;
}

/// Empty if it cannot be read or is too large.
std::vector<std::uint8_t> hashOfPicture(const std::filesystem::path& path)
{
    auto file = InputFile::open(path);
    if (!file) return {};
    std::vector<std::uint8_t> bytes;
    std::vector<std::uint8_t> block(1 << 16);
    for (;;) {
        const std::int64_t count = (*file)->read(std::as_writable_bytes(std::span(block)));
        if (count == 0) return pictureHash(bytes);
        if (count < 0 || bytes.size() > kMostPictureBytes) return {};
        bytes.insert(bytes.end(), block.begin(), block.begin() + count);
    }
}

} // namespace

ScanWriter::ScanWriter(LibraryDatabase& library, ScanReport& report)
    : m_library(library)
    , m_report(report)
{
}

Result<void> ScanWriter::unchanged(const std::vector<TrackId>& tracks)
{
    for (std::size_t begin = 0; begin < tracks.size(); begin += kBatchIds) {
        const std::size_t end = std::min(tracks.size(), begin + kBatchIds);
        m_batch.unchanged.assign(tracks.begin() + static_cast<std::ptrdiff_t>(begin),
            tracks.begin() + static_cast<std::ptrdiff_t>(end));
        if (auto written = flush(); !written) return written;
        m_report.unchanged += static_cast<int>(end - begin);
    }
    return {};
}

Result<void> ScanWriter::missing(const std::vector<TrackId>& tracks)
{
    m_batch.missing = tracks;
    return flush();
}

CoverArt ScanWriter::coverOf(const PlannedFile& file, const SoundReading& reading)
{
    CoverArt cover;
    if (reading.tags && reading.tags->cover) {
        cover.hash = reading.tags->cover->hash;
        cover.source = "embedded";
    } else if (!file.picture.empty()) {
        // Relative to the volume, as the file itself; the files of a folder come together.
        const std::string path
            = (file.absolute.parent_path() / std::filesystem::path(file.picture).filename())
                  .native();
        if (m_lastPicture.first != path) {
            m_lastPicture = { path, CoverArt {} };
            m_lastPicture.second.hash = hashOfPicture(path);
            if (!m_lastPicture.second.hash.empty()) m_lastPicture.second.source = file.picture;
        }
        cover = m_lastPicture.second;
    }
    return cover;
}

void ScanWriter::found(const PlannedFile& file, const PlannedTrack& track,
    const SoundReading& reading, std::optional<TrackId> id)
{
    ScannedTrack scanned;
    scanned.id = id;
    scanned.place = { file.volume, file.path, track.range };
    scanned.stamp = track.stamp(reading.stamp);
    scanned.audioHash = track.hash(*reading.identity);
    scanned.durationSeconds = track.durationSeconds(*reading.identity);
    // Of the file's beginning, not of a range.
    if (!track.range) scanned.fingerprint = reading.fingerprint;

    TrackTags tags;
    if (reading.tags) {
        tags = trackTags(*reading.tags);
    } else if (id) {
        // What was known is better than nothing.
        if (const auto before = TrackStore(m_library).track(*id)) tags = before->tags;
    }
    scanned.tags = track.range ? cutTags(track.sheetTags, tags) : std::move(tags);
    scanned.cover = coverOf(file, reading);

    m_batch.seen.push_back(std::move(scanned));
    m_tagErrors.push_back(reading.tags ? std::nullopt : std::optional<Error>(reading.tags.error()));
}

void ScanWriter::moved(
    const PlannedFile& file, const PlannedTrack& track, const SoundReading& reading, TrackId id)
{
    found(file, track, reading, id);
    ++m_moved;
}

void ScanWriter::failed(
    const PlannedFile& file, const PlannedTrack& track, const FileStamp& stamp, const Error& error)
{
    if (track.known) {
        m_batch.failures.push_back(
            { *track.known, TrackStage::Scan, errorCodeName(error.code), error.detail });
    } else {
        m_batch.unreadable.push_back({ { file.volume, file.path, track.range }, track.stamp(stamp),
            errorCodeName(error.code), error.detail });
    }
}

Result<void> ScanWriter::flushIfDue()
{
    const bool isMuch = m_batch.seen.size() + m_batch.unreadable.size() >= kBatchTracks;
    if (!isMuch && std::chrono::steady_clock::now() - m_lastFlush < kLongestWait) return {};
    return flush();
}

Result<void> ScanWriter::flush()
{
    m_lastFlush = std::chrono::steady_clock::now();
    m_batch.scannedAt = now();
    ScanOutcome outcome;
    auto written = m_library.inTransaction([&]() -> Result<void> {
        auto applied = TrackStore(m_library).apply(m_batch);
        if (!applied) return tl::unexpected(applied.error());
        outcome = std::move(*applied);
        TrackErrorStore errors(m_library);
        for (std::size_t i = 0; i < m_tagErrors.size(); ++i) {
            if (!m_tagErrors[i]) continue;
            const auto added
                = errors.add({ outcome.seen[i], TrackStage::Scan,
                                 errorCodeName(m_tagErrors[i]->code), m_tagErrors[i]->detail },
                    m_batch.scannedAt);
            if (!added) return tl::unexpected(added.error());
        }
        return {};
    });
    if (!written) return written;
    m_report.added += outcome.added;
    m_report.updated += outcome.updated - m_moved;
    m_report.moved += m_moved;
    m_report.missing += outcome.missing;
    m_batch = {};
    m_tagErrors.clear();
    m_moved = 0;
    return {};
}

} // namespace circumplex
