#include "core/library/track_order.h"

#include "core/library/strong_moods.h"

namespace circumplex {

namespace {

/// Columns "a, b, c" with the direction behind each.
std::string directed(std::initializer_list<const char*> columns, const std::string& direction)
{
    std::string text;
    for (const char* column : columns)
        text += (text.empty() ? "" : ", ") + std::string(column) + direction;
    return text;
}

TrackOrder byColumns(const std::string& index, const std::string& columns)
{
    return { .walks
        = { { "SELECT id FROM tracks INDEXED BY " + index + " ORDER BY " + columns, {} } },
        .isOfTracksAlone = true,
        .few = { "SELECT id FROM (SELECT value AS wanted FROM json_each(?)) CROSS JOIN tracks ON "
                 "id = wanted ORDER BY "
                + columns,
            {} } };
}

/// By a column that is NULL where nothing is known.
TrackOrder byNullable(
    const std::string& index, const std::string& column, const std::string& direction)
{
    const std::string order = column + direction + ", id" + direction;
    return { .walks = { { "SELECT id FROM tracks INDEXED BY " + index + " WHERE " + column
                     + " IS NOT NULL ORDER BY " + order,
                 {} } },
        .isOfTracksAlone = true,
        .few = { "SELECT id FROM (SELECT value AS wanted FROM json_each(?)) CROSS JOIN tracks ON "
                 "id = wanted ORDER BY "
                + column + " IS NULL, CASE WHEN " + column + " IS NULL THEN id END, " + order,
            {} } };
}

/// By columns of annotations a; ?1 is the model. The first is NULL without an annotation.
TrackOrder byAnnotation(std::initializer_list<const char*> columns, const std::string& direction,
    std::vector<SqlValue> values, TrackOrder::Walk walk)
{
    const std::string first = *columns.begin();
    const std::string few = "SELECT t.id FROM (SELECT value AS wanted FROM json_each(?"
        + std::to_string(values.size() + 1)
        + ")) CROSS JOIN tracks t ON t.id = wanted "
          "LEFT JOIN annotations a ON a.track_id = t.id AND a.model_id = ?1 ORDER BY "
        + first + " IS NULL, CASE WHEN " + first + " IS NULL THEN t.id END, "
        + directed(columns, direction) + ", t.id" + direction;
    return { .walks = { std::move(walk) }, .few = { few, std::move(values) } };
}

} // namespace

TrackOrder trackOrder(const TrackSort& sort, ModelId model)
{
    using Key = TrackSort::Key;
    const bool isDescending = sort.direction == TrackSort::Direction::Descending;
    const std::string direction = isDescending ? " DESC" : "";
    switch (sort.key) {
    case Key::Artist:
        return byColumns("tracks_by_artist",
            directed(
                { "artist_key", "album_key", "disc_number", "track_number", "title_key", "id" },
                direction));
    case Key::Album:
        return byColumns("tracks_by_album",
            directed({ "album_key", "disc_number", "track_number", "id" }, direction));
    case Key::Title:
        return byColumns("tracks_by_title", directed({ "title_key", "id" }, direction));
    case Key::Genre:
        return byColumns("tracks_by_genre", directed({ "genre_key", "id" }, direction));
    case Key::Path:
        return byColumns(
            "tracks_by_place", directed({ "volume_id", "path", "cue_index" }, direction));
    case Key::Year:
        return byNullable("tracks_by_year", "year", direction);
    case Key::Added:
        return byNullable("tracks_by_added", "added_at", direction);
    case Key::Duration:
        return byNullable("tracks_by_duration", "duration_seconds", direction);
    case Key::Valence:
        return byAnnotation({ "a.valence", "a.arousal" }, direction, { model.value },
            { "SELECT track_id FROM annotations INDEXED BY annotations_by_valence "
              "WHERE model_id = ? ORDER BY "
                    + directed({ "valence", "arousal", "track_id" }, direction),
                { model.value } });
    case Key::Arousal:
        return byAnnotation({ "a.arousal", "a.valence" }, direction, { model.value },
            { "SELECT track_id FROM annotations INDEXED BY annotations_by_arousal "
              "WHERE model_id = ? ORDER BY "
                    + directed({ "arousal", "valence", "track_id" }, direction),
                { model.value } });
    case Key::MusicalKey:
        return byAnnotation({ "a.key_tonic", "a.key_mode" }, direction, { model.value },
            { "SELECT track_id FROM annotations INDEXED BY annotations_by_key "
              "WHERE model_id = ? AND key_tonic IS NOT NULL ORDER BY "
                    + directed({ "key_tonic", "key_mode", "track_id" }, direction),
                { model.value } });
    case Key::Mood:
        break;
    }
    const std::vector<SqlValue> values { model.value, std::int64_t { sort.tag } };
    TrackOrder order = byAnnotation({ "mood(a.mood_probabilities, ?2)" }, direction, values,
        { "SELECT track_id FROM annotations WHERE model_id = ?1 ORDER BY "
                + directed({ "mood(mood_probabilities, ?2)", "track_id" }, direction),
            values });
    // The strongest stand in a table of their own, in this order; most lists need no others.
    if (isDescending) {
        order.walks.insert(order.walks.begin(),
            { R"(SELECT track_id FROM strong_moods
                 WHERE model_id = ? AND tag = ? AND probability >= ?
                 ORDER BY probability DESC, track_id DESC)",
                { model.value, std::int64_t { sort.tag }, kStrongMood } });
    }
    return order;
}

} // namespace circumplex
