#include "core/library/library_maker.h"

#include "core/library/annotation_rows.h"
#include "core/library/curve_blob.h"
#include "core/library/database_access.h"
#include "core/library/folder_store.h"
#include "core/library/invented_music.h"
#include "core/library/model_store.h"
#include "core/library/search_index.h"
#include "core/library/sort_key.h"
#include "core/library/strong_moods.h"

#include <algorithm>
#include <tuple>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kFirstAdded = 1'600'000'000; ///< September 2020

/// A row of strong_moods; kept until the end because the table is filled fastest in its own order.
struct MoodRow {
    std::int64_t model = 0;
    std::int64_t track = 0;
    StrongMood mood {};

    auto order() const { return std::tuple(model, mood.tag, mood.probability, track); }
};

class Maker {
public:
    Maker(SQLite::Database& connection, const SyntheticLibrary& wanted,
        const VolumeId (&volumes)[2], const ModelId (&models)[2])
        : m_connection(connection)
        , m_wanted(wanted)
        , m_volumes { volumes[0], volumes[1] }
        , m_models { models[0], models[1] }
        , m_music(wanted.seed)
        , m_annotations(connection)
        , m_track(connection, R"(
            INSERT INTO tracks (id, volume_id, path, state, size_bytes, modified_ns,
                duration_seconds, added_at, scanned_at, audio_hash, title, artist, album, genre,
                track_number, disc_number, year, path_text, title_key, artist_key, album_key,
                genre_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?8, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
                ?19, ?20, ?21))")
        , m_failure(connection, R"(
            INSERT INTO track_errors (track_id, stage, code, reason, last_at)
            VALUES (?, 'analysis', 'audio-damaged', 'No sample could be decoded.', ?))")
        , m_rating(connection, R"(
            INSERT INTO ratings (track_id, session_id, valence, arousal, rated_at)
            VALUES (?, 1, ?, ?, ?))")
    {
    }

    void addTrack(std::int64_t id)
    {
        const InventedMusic::Piece piece = m_music.next();
        const AudioHash hash = insertTrack(id, piece);
        const double fate = m_music.chance();
        if (fate < m_wanted.annotatedShare)
            annotate(id, m_models[0], piece, hash);
        else if (fate < m_wanted.annotatedShare + 0.02)
            annotate(id, m_models[1], piece, hash);
        else if (fate > 0.998)
            noteFailed(id);
        if (m_music.chance() < 0.01) rate(id);
    }

    void fillStrongMoods()
    {
        std::sort(m_moods.begin(), m_moods.end(),
            [](const MoodRow& a, const MoodRow& b) { return a.order() < b.order(); });
        SQLite::Statement insert(m_connection, R"(
            INSERT INTO strong_moods (model_id, tag, probability, track_id, place)
            VALUES (?, ?, ?, ?, ?))");
        for (const MoodRow& row : m_moods) {
            insert.bind(1, row.model);
            insert.bind(2, row.mood.tag);
            insert.bind(3, static_cast<double>(row.mood.probability));
            insert.bind(4, row.track);
            insert.bind(5, row.mood.place);
            execOnce(insert);
        }
    }

    void addPlaylists()
    {
        SQLite::Statement list(m_connection, R"(
            INSERT INTO playlists (id, name, kind, created_at, changed_at)
            VALUES (?, ?, 'manual', ?3, ?3))");
        SQLite::Statement item(m_connection, R"(
            INSERT INTO playlist_items (playlist_id, position, track_id) VALUES (?, ?, ?))");
        for (int playlist = 1; playlist <= 20; ++playlist) {
            list.bind(1, playlist);
            list.bind(2, "List " + std::to_string(playlist));
            list.bind(3, kFirstAdded);
            execOnce(list);
            for (int position = 0; position < 100; ++position) {
                item.bind(1, playlist);
                item.bind(2, position);
                item.bind(3,
                    1
                        + static_cast<std::int64_t>(
                            m_music.number() % static_cast<std::uint64_t>(m_wanted.tracks)));
                execOnce(item);
            }
        }
    }

private:
    AudioHash insertTrack(std::int64_t id, const InventedMusic::Piece& piece)
    {
        AudioHash hash {};
        for (std::size_t i = 0; i < hash.size(); i += 8) {
            const std::uint64_t bits = m_music.number();
            std::copy_n(reinterpret_cast<const std::uint8_t*>(&bits), 8, hash.data() + i);
        }
        m_track.bind(1, id);
        m_track.bind(2, m_volumes[m_music.chance() < 0.95 ? 0 : 1].value);
        // Invented names repeat; a number keeps places apart.
        const std::string path
            = piece.path.substr(0, piece.path.size() - 5) + ' ' + std::to_string(id) + ".flac";
        bindBytes(m_track, 3, path);
        m_track.bind(4, m_music.chance() < 0.005 ? 1 : 0);
        m_track.bind(5, static_cast<std::int64_t>(piece.durationSeconds * 110'000.0));
        m_track.bind(6, (kFirstAdded + id) * 1'000'000'000);
        m_track.bind(7, piece.durationSeconds);
        m_track.bind(8, kFirstAdded + static_cast<std::int64_t>(m_music.chance() * 1500.0) * kDay);
        bindBytes(m_track, 9, hash.data(), hash.size());
        m_track.bind(10, piece.tags.title);
        m_track.bind(11, piece.tags.artist);
        m_track.bind(12, piece.tags.album);
        m_track.bind(13, piece.tags.genre);
        bindOptional(m_track, 14, piece.tags.trackNumber);
        bindOptional(m_track, 15, piece.tags.discNumber);
        bindOptional(m_track, 16, piece.tags.year);
        m_track.bind(17, path);
        m_track.bind(18, sortKey(piece.tags.title));
        m_track.bind(19, sortKey(piece.tags.artist));
        m_track.bind(20, sortKey(piece.tags.album));
        m_track.bind(21, sortKey(piece.tags.genre));
        execOnce(m_track);
        return hash;
    }

    void annotate(
        std::int64_t id, ModelId model, const InventedMusic::Piece& piece, const AudioHash& hash)
    {
        StoredAnnotation stored { .track = { id }, .model = model };
        stored.annotation = m_music.feel(piece, m_wanted.curveHopSeconds);
        stored.provenance = { .device = "cpu",
            .programVersion = "0.1.0",
            .analysedAt = kFirstAdded + 1500 * kDay,
            .audioHash = hash,
            .isCoarse = m_music.chance() < 0.01 };
        m_annotations.write(stored, AnnotationWriter::Moods::Leave);
        for (const StrongMood& mood : strongMoods(probabilitiesByTag(stored.annotation)))
            m_moods.push_back({ model.value, id, mood });
    }

    void noteFailed(std::int64_t id)
    {
        m_failure.bind(1, id);
        m_failure.bind(2, kFirstAdded);
        execOnce(m_failure);
    }

    void rate(std::int64_t id)
    {
        m_rating.bind(1, id);
        m_rating.bind(2, 1.0 + 8.0 * m_music.chance());
        m_rating.bind(3, 1.0 + 8.0 * m_music.chance());
        m_rating.bind(4, kFirstAdded);
        execOnce(m_rating);
    }

    SQLite::Database& m_connection;
    SyntheticLibrary m_wanted;
    VolumeId m_volumes[2];
    ModelId m_models[2];
    InventedMusic m_music;
    AnnotationWriter m_annotations;
    SQLite::Statement m_track, m_failure, m_rating;
    std::vector<MoodRow> m_moods;
};

/// Indexes and triggers of the tables that are filled, which are faster made at the end.
std::vector<std::string> takeAwayIndexes(SQLite::Database& connection)
{
    std::vector<std::string> sql, names;
    SQLite::Statement query(connection, R"(
        SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL
        AND type IN ('index', 'trigger') AND tbl_name IN ('tracks', 'annotations'))");
    while (query.executeStep()) {
        names.push_back(query.getColumn(0).getString() + " " + query.getColumn(1).getString());
        sql.push_back(query.getColumn(2).getString());
    }
    query.reset();
    for (const std::string& name : names)
        connection.exec("DROP " + name);
    return sql;
}

Result<void> fill(LibraryDatabase& library, const SyntheticLibrary& wanted,
    const std::stop_token& stop, const std::function<void(std::int64_t)>& progress)
{
    FolderStore folders(library);
    ModelStore models(library);
    const auto here = folders.volumeSeen({ .identity = "uuid:music", .mountPoint = "/" });
    const auto away
        = folders.volumeSeen({ .identity = "uuid:stick", .mountPoint = "/media/stick" });
    const auto newest = models.add({ .name = "invented", .hash = "2222", .cardJson = "{}" });
    const auto older = models.add({ .name = "invented, older", .hash = "1111", .cardJson = "{}" });
    if (!here) return tl::unexpected(here.error());
    if (!away) return tl::unexpected(away.error());
    if (!newest) return tl::unexpected(newest.error());
    if (!older) return tl::unexpected(older.error());
    if (auto gone = folders.volumeGone(*away); !gone) return gone;

    return reading(library, [&](SQLite::Database& connection) -> Result<void> {
        // The file is thrown away unless it is completed.
        connection.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        UnitOfWork unit(connection);
        const std::vector<std::string> indexes = takeAwayIndexes(connection);
        connection.exec(R"(INSERT INTO raters (id, name) VALUES (1, 'An invented rater');
            INSERT INTO sessions (id, rater_id, started_at, instrument) VALUES (1, 1, 0, 'none'))");
        Maker maker(connection, wanted, { *here, *away }, { *newest, *older });
        for (std::int64_t id = 1; id <= wanted.tracks; ++id) {
            maker.addTrack(id);
            if (id % 1000 != 0) continue;
            if (stop.stop_requested())
                return tl::unexpected(Error { ErrorCode::Cancelled, "It was stopped." });
            progress(id);
        }
        maker.fillStrongMoods();
        maker.addPlaylists();
        for (const std::string& sql : indexes)
            connection.exec(sql);
        rebuildSearchIndex(connection);
        unit.commit();
        return {};
    });
}

} // namespace

Result<void> makeLibrary(const fs::path& file, const SyntheticLibrary& wanted, std::stop_token stop,
    const std::function<void(std::int64_t)>& progress)
{
    if (fs::exists(file))
        return tl::unexpected(Error { ErrorCode::Refused,
            "'" + file.string() + "' exists already. Choose another name or delete it." });
    if (wanted.tracks < 1)
        return tl::unexpected(
            Error { ErrorCode::Refused, "A library must have at least one track." });
    const fs::path making = file.string() + ".making";
    std::error_code ignored;
    fs::remove(making, ignored);
    Result<void> filled;
    {
        LibraryOptions options;
        options.journal = LibraryOptions::Journal::Truncate;
        auto library = LibraryDatabase::open(making, options);
        if (!library) return tl::unexpected(library.error());
        filled = fill(*library, wanted, stop, progress);
    }
    std::error_code problem;
    if (filled) fs::rename(making, file, problem);
    if (problem)
        filled = tl::unexpected(Error { ErrorCode::FileUnreadable,
            "'" + file.string() + "' cannot be written: " + problem.message() + "." });
    if (!filled) fs::remove(making, ignored);
    return filled;
}

} // namespace circumplex
