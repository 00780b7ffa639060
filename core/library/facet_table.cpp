#include "core/library/facet_table.h"

#include "core/library/database_access.h"
#include "core/library/strong_moods.h"
#include "core/library/track_texts.h"

#include <chrono>
#include <cstring>
#include <memory>

namespace circumplex {

namespace {

static_assert(kMoodTags.size() < 255);

constexpr std::int64_t kRowsPerLook = 1 << 14;
/// Moods are read anew at most for this share of the time.
constexpr std::int64_t kRest = 20;

struct Stopped { };

/// The album's artist stands for all of its tracks, as in artist_key.
constexpr const char* kArtistName
    = "SELECT CASE WHEN album_artist <> '' THEN album_artist ELSE artist END, "
      "instr(artist, album_artist) = 0 FROM tracks WHERE id = ?";
constexpr const char* kGenreName = "SELECT genre, 0 FROM tracks WHERE id = ?";

std::int64_t nowMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Calls visit(statement) for every row. Not through SQLiteCpp, whose columns count references:
/// there are millions of rows. @throws SQLite::Exception, Stopped
template <class Visit>
void eachRow(SQLite::Database& connection, const char* sql, const std::stop_token& stop,
    std::initializer_list<std::int64_t> parameters, Visit visit)
{
    sqlite3_stmt* statement = nullptr;
    connection.check(sqlite3_prepare_v2(connection.getHandle(), sql, -1, &statement, nullptr));
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> owner(statement, &sqlite3_finalize);
    int place = 0;
    for (const std::int64_t parameter : parameters)
        connection.check(sqlite3_bind_int64(statement, ++place, parameter));
    int result = SQLITE_ROW;
    for (std::int64_t row = 0; (result = sqlite3_step(statement)) == SQLITE_ROW; ++row) {
        if (row % kRowsPerLook == 0 && stop.stop_requested()) throw Stopped {};
        visit(statement);
    }
    if (result != SQLITE_DONE) throw SQLite::Exception(connection.getHandle(), result);
}

std::size_t idAt(sqlite3_stmt* statement, int column)
{
    return static_cast<std::size_t>(sqlite3_column_int64(statement, column));
}

} // namespace

void FacetTable::readNames(LibraryDatabase& library, const std::stop_token& stop)
{
    SQLite::Database& connection = library.connection();
    const std::int64_t version
        = connection.execAndGet("SELECT value FROM order_version").getInt64();
    if (version == m_orderVersion) return;
    const auto size = static_cast<std::size_t>(
        connection.execAndGet("SELECT coalesce(max(id), 0) + 1 FROM tracks").getInt64());
    const auto readColumn = [&](const char* sql) {
        Column column { std::vector<std::uint32_t>(size), { TrackId {} } };
        const std::string none = sortKey({}); // of a track without a value
        std::string last = none;
        std::uint32_t value = 0;
        eachRow(connection, sql, stop, {}, [&](sqlite3_stmt* statement) {
            const auto* key = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
            const auto length = static_cast<std::size_t>(sqlite3_column_bytes(statement, 0));
            const std::size_t id = idAt(statement, 1);
            if (id >= size) return;
            if (last.size() != length || std::memcmp(last.data(), key, length) != 0) {
                last.assign(key, length);
                value = 0;
                if (length > 0 && last != none) {
                    column.examples.push_back({ static_cast<std::int64_t>(id) });
                    value = static_cast<std::uint32_t>(column.examples.size() - 1);
                }
            }
            column.values[id] = value;
        });
        return column;
    };
    Column artists = readColumn(
        "SELECT artist_key, id FROM tracks INDEXED BY tracks_by_artist ORDER BY artist_key");
    Column genres = readColumn(
        "SELECT genre_key, id FROM tracks INDEXED BY tracks_by_genre ORDER BY genre_key");
    std::vector<std::int16_t> years(size);
    eachRow(connection,
        "SELECT year, id FROM tracks INDEXED BY tracks_by_year WHERE year BETWEEN 1 AND 9999", stop,
        {}, [&](sqlite3_stmt* statement) {
            const std::size_t id = idAt(statement, 1);
            if (id < size) years[id] = static_cast<std::int16_t>(sqlite3_column_int(statement, 0));
        });
    m_artists = std::move(artists);
    m_genres = std::move(genres);
    m_years = std::move(years);
    m_orderVersion = version;
}

void FacetTable::readMoods(LibraryDatabase& library, ModelId model, const std::stop_token& stop)
{
    SQLite::Database& connection = library.connection();
    const std::int64_t version = connection.execAndGet("PRAGMA data_version").getInt64();
    const auto isOf = [&](const Moods& moods) {
        return moods.model == model && moods.tags.size() == m_years.size();
    };
    const std::int64_t begin = nowMs();
    if (isOf(m_moods)
        && (version == m_moods.dataVersion || begin - m_moodsReadAt < kRest * m_moodsTook))
        return;
    if (!isOf(m_moodsInWork) || m_moodsInWork.dataVersion != version)
        m_moodsInWork = { model, version, 0, decltype(Moods::tags)(m_years.size()) };
    static_assert(kPlaces == kStrongMoodPlaces);
    for (int& tag = m_moodsInWork.tagsRead; tag < static_cast<int>(kMoodTags.size()); ++tag)
        eachRow(connection,
            "SELECT track_id, place FROM strong_moods WHERE model_id = ?1 AND tag = ?2 "
            "AND place <= 5",
            stop, { model.value, tag }, [&](sqlite3_stmt* statement) {
                const std::size_t id = idAt(statement, 0);
                const auto place = idAt(statement, 1) - 1;
                if (id < m_moodsInWork.tags.size() && place < kPlaces)
                    m_moodsInWork.tags[id][place] = static_cast<std::uint8_t>(tag + 1);
            });
    m_moods = std::exchange(m_moodsInWork, {});
    m_moodsReadAt = nowMs();
    m_moodsTook = m_moodsReadAt - begin;
}

std::vector<FacetCount> FacetTable::largest(LibraryDatabase& library, const Column& column,
    const std::vector<std::uint32_t>& counts, std::size_t most, const char* nameSql)
{
    std::vector<std::uint32_t> values;
    for (std::uint32_t value = 1; value < counts.size(); ++value)
        if (counts[value] > 0) values.push_back(value);
    const auto isLarger = [&](std::uint32_t a, std::uint32_t b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b; // then by name
    };
    const std::size_t shown = std::min(most, values.size());
    std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(shown),
        values.end(), isLarger);
    values.resize(shown);
    SQLite::Statement query(library.connection(), nameSql);
    std::vector<FacetCount> largest;
    for (const std::uint32_t value : values) {
        query.bind(1, column.examples[value].value);
        if (query.executeStep())
            largest.push_back({ query.getColumn(0).getString(), counts[value],
                query.getColumn(1).getInt() != 0 });
        query.reset();
    }
    return largest;
}

Result<TrackFacets> FacetTable::count(LibraryDatabase& library, ModelId model, const IdSet& tracks,
    std::size_t most, bool withMoods, const std::stop_token& stop)
{
    try {
        return reading(library, [&](SQLite::Database&) {
            readNames(library, stop);
            if (withMoods) readMoods(library, model, stop);
            std::vector<std::uint32_t> artists(m_artists.examples.size());
            std::vector<std::uint32_t> genres(m_genres.examples.size());
            std::vector<std::int64_t> years(10'000);
            std::array<std::int64_t, 256> moods {};
            for (const TrackId id : tracks.ids()) {
                const auto at = static_cast<std::size_t>(id.value);
                if (at >= m_years.size()) continue; // added this moment
                ++artists[m_artists.values[at]];
                ++genres[m_genres.values[at]];
                ++years[static_cast<std::size_t>(m_years[at])];
                if (!withMoods) continue;
                for (const std::uint8_t mood : m_moods.tags[at])
                    ++moods[mood];
            }
            TrackFacets facets;
            facets.artists = largest(library, m_artists, artists, most, kArtistName);
            facets.genres = largest(library, m_genres, genres, most, kGenreName);
            const auto isThere = [](std::uint32_t count) { return count > 0; };
            facets.artistCount = static_cast<std::size_t>(
                std::count_if(artists.begin() + 1, artists.end(), isThere));
            facets.genreCount = static_cast<std::size_t>(
                std::count_if(genres.begin() + 1, genres.end(), isThere));
            for (std::size_t year = 1; year < years.size(); ++year)
                if (years[year] > 0) facets.years.emplace_back(static_cast<int>(year), years[year]);
            std::copy_n(moods.begin() + 1, facets.moods.size(), facets.moods.begin());
            return facets;
        });
    } catch (const Stopped&) {
        return tl::unexpected(Error { ErrorCode::Cancelled, "counting was stopped" });
    }
}

} // namespace circumplex
