#include "core/library/search_leaves.h"

#include "core/library/strong_moods.h"

namespace circumplex {

namespace {

using Kind = SearchNode::Kind;

/// " AND column >= ? AND column <= ?", as far as the range has ends.
std::string within(
    const std::string& column, const NumberRange& range, std::vector<SqlValue>& values)
{
    std::string sql;
    if (range.lower) {
        sql += " AND " + column + (range.isLowerIncluded ? " >= ?" : " > ?");
        values.emplace_back(*range.lower);
    }
    if (range.upper) {
        sql += " AND " + column + (range.isUpperIncluded ? " <= ?" : " < ?");
        values.emplace_back(*range.upper);
    }
    return sql;
}

LeafQuery trackNumber(const SearchNode& node)
{
    LeafQuery leaf;
    const auto look = [&](const char* column) {
        leaf.sql = "SELECT id FROM tracks WHERE 1" + within(column, node.range, leaf.values);
        leaf.probeSql = leaf.sql + " AND id = ?";
    };
    switch (node.numberField) {
    case NumberField::Year:
        look("year");
        break;
    case NumberField::Duration:
        look("duration_seconds");
        break;
    case NumberField::Added:
        look("added_at");
        break;
    case NumberField::Track:
        look("track_number");
        leaf.isDear = true;
        break;
    default:
        look("disc_number");
        leaf.isDear = true;
        break;
    }
    return leaf;
}

LeafQuery shapes(const std::vector<const SearchNode*>& conditions, ModelId model)
{
    LeafQuery leaf { .values = { model.value }, .isDear = true };
    std::string where;
    for (const SearchNode* node : conditions)
        where += within("s." + node->shapeColumn, node->range, leaf.values);
    leaf.sql = "SELECT s.track_id FROM curve_shapes s WHERE s.model_id = ?" + where;
    leaf.probeSql = "SELECT a.track_id FROM annotations a "
                    "CROSS JOIN curve_shapes s ON s.annotation_id = a.id WHERE a.model_id = ?"
        + where + " AND a.track_id = ?";
    return leaf;
}

/// Valence and arousal conditions as one walk along one index.
LeafQuery emotionBox(const std::vector<const SearchNode*>& conditions, ModelId model)
{
    LeafQuery leaf { .values = { model.value } };
    std::string where;
    bool hasValence = false;
    for (const SearchNode* node : conditions) {
        const bool isValence = node->numberField == NumberField::Valence;
        hasValence = hasValence || isValence;
        where += within(isValence ? "valence" : "arousal", node->range, leaf.values);
    }
    leaf.sql = std::string("SELECT track_id FROM annotations INDEXED BY ")
        + (hasValence ? "annotations_by_valence" : "annotations_by_arousal") + " WHERE model_id = ?"
        + where;
    leaf.probeSql
        = "SELECT track_id FROM annotations WHERE model_id = ?" + where + " AND track_id = ?";
    return leaf;
}

LeafQuery mood(const SearchNode& node, ModelId model)
{
    // mood() stands twice if the range has two ends; its tag is the second parameter each time.
    LeafQuery leaf { .values = { model.value, std::int64_t { node.tag } }, .isDear = true };
    const std::string where
        = " WHERE model_id = ?1" + within("mood(mood_probabilities, ?2)", node.range, leaf.values);
    // Row after row: along an index every row would have to be looked up.
    leaf.sql = "SELECT track_id FROM annotations NOT INDEXED" + where;
    leaf.probeSql = "SELECT track_id FROM annotations" + where + " AND track_id = ?";
    if (!node.range.lower || *node.range.lower < kStrongMood) return leaf;
    leaf.isDear = false;
    std::vector<SqlValue> sameValues;
    leaf.sql = "SELECT track_id FROM strong_moods WHERE model_id = ?1 AND tag = ?2"
        + within("probability", node.range, sameValues);
    return leaf;
}

LeafQuery key(const SearchNode& node, ModelId model)
{
    LeafQuery leaf { .values = { model.value } };
    std::string where;
    if (!node.keyTonics.empty()) {
        where += " AND key_tonic IN (?, ?)";
        leaf.values.emplace_back(node.keyTonics.front());
        leaf.values.emplace_back(node.keyTonics.back());
    }
    if (!node.keyMode.empty()) {
        where += " AND key_mode = ?";
        leaf.values.emplace_back(node.keyMode);
    }
    leaf.sql = "SELECT track_id FROM annotations INDEXED BY annotations_by_key WHERE model_id = ?"
        + where;
    return leaf;
}

LeafQuery state(StateField field, ModelId model)
{
    switch (field) {
    case StateField::Coarse:
        return { R"(SELECT track_id FROM annotations INDEXED BY annotations_coarse
                    WHERE model_id = ? AND is_coarse = 1)",
            { model.value } };
    case StateField::Labelled:
        return { R"(SELECT track_id FROM ratings UNION ALL
                    SELECT track_id FROM tag_labels WHERE applies = 1 UNION ALL
                    SELECT track_id FROM traces)" };
    case StateField::Duplicate:
        return { R"(SELECT first_id FROM duplicate_pairs WHERE verdict <> 'different' UNION ALL
                    SELECT second_id FROM duplicate_pairs WHERE verdict <> 'different')" };
    default:
        break;
    }
    return {}; // made of several sets: see track_search.cpp
}

/// For paths, and for texts such as "!!!", which the full-text index does not hold.
LeafQuery literalText(const SearchNode& node)
{
    std::string pattern = "%";
    for (const char c : node.text) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    pattern += '%';
    const auto like = [](const char* columns) {
        return "SELECT id FROM tracks WHERE (" + std::string(columns) + " LIKE ?1 ESCAPE '\\')";
    };
    LeafQuery leaf { .values = { pattern } };
    switch (node.textField) {
    case TextField::Any:
        // One text to look into; the separator is no character that readable text has.
        leaf.sql = like("title || x'1F' || artist || x'1F' || album || x'1F' || genre");
        break;
    case TextField::Title:
        leaf.sql = like("title");
        break;
    case TextField::Artist:
        leaf.sql = like("artist");
        break;
    case TextField::Album:
        leaf.sql = like("album");
        break;
    case TextField::AlbumArtist:
        leaf.sql = like("album_artist");
        break;
    case TextField::Genre:
        leaf.sql = like("genre");
        break;
    case TextField::Path:
        // Along the index, which is smaller than the table.
        leaf.sql = "SELECT id FROM tracks INDEXED BY tracks_by_place "
                   "WHERE CAST(path AS TEXT) LIKE ?1 ESCAPE '\\'";
        leaf.probeSql
            = "SELECT id FROM tracks WHERE CAST(path AS TEXT) LIKE ?1 ESCAPE '\\' AND id = ?";
        leaf.isDear = true;
        return leaf;
    }
    leaf.probeSql = leaf.sql + " AND id = ?";
    leaf.isDear = true;
    return leaf;
}

/// False for text that FTS5's tokenizer finds no word in: ASCII and common typographic punctuation.
bool hasWord(const std::string& text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z')
            || (byte >= 'A' && byte <= 'Z'))
            return true;
        if (byte < 0x80) continue;
        const unsigned char next
            = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        const bool isLatinSign = byte == 0xC2; // U+0080..U+00BF
        const bool isPunctuation = (byte == 0xE2 && next >= 0x80 && next <= 0xAF) // U+2000..U+2BFF
            || (byte == 0xE3 && next == 0x80) // U+3000..U+303F
            || (byte == 0xEF && next == 0xBF); // U+FFFD and its neighbours
        if (!isLatinSign && !isPunctuation) return true;
        i += isLatinSign ? 1 : 2;
    }
    return false;
}

/// FTS5's notation of a text condition.
std::string fullTextPattern(const SearchNode& node)
{
    static constexpr const char* kColumns[] { "",
        "{title} : ", "{artist} : ", "{album} : ", "{album_artist} : ", "{genre} : " };
    std::string pattern = kColumns[static_cast<int>(node.textField)];
    pattern += '"';
    for (const char c : node.text) {
        if (c == '"') pattern += '"';
        pattern += c;
    }
    pattern += node.isPhrase ? "\"" : "\"*";
    return pattern;
}

} // namespace

LeafGroup leafGroup(const SearchNode& node)
{
    if (node.kind == Kind::Text && node.textField != TextField::Path && hasWord(node.text))
        return LeafGroup::FullText;
    if (node.kind != Kind::Number) return LeafGroup::None;
    if (node.numberField == NumberField::Shape) return LeafGroup::Shape;
    return node.numberField == NumberField::Valence || node.numberField == NumberField::Arousal
        ? LeafGroup::Emotion
        : LeafGroup::None;
}

LeafQuery groupQuery(
    LeafGroup group, const std::vector<const SearchNode*>& conditions, ModelId model)
{
    if (group == LeafGroup::Emotion) return emotionBox(conditions, model);
    if (group == LeafGroup::Shape) return shapes(conditions, model);
    std::string pattern;
    for (const SearchNode* node : conditions)
        pattern += (pattern.empty() ? "(" : " AND (") + fullTextPattern(*node) + ')';
    return { .sql = "SELECT rowid FROM tracks_fts WHERE tracks_fts MATCH ?",
        .values = { pattern } };
}

bool isComplementOfStrongMood(const SearchNode& node)
{
    return node.kind == Kind::Mood && !node.range.lower && node.range.upper
        && *node.range.upper >= kStrongMood;
}

LeafQuery moodAbove(const SearchNode& node, ModelId model)
{
    SearchNode above = node;
    above.range = { node.range.upper, std::nullopt, !node.range.isUpperIncluded, true };
    return mood(above, model);
}

LeafQuery leafQuery(const SearchNode& node, ModelId model)
{
    if (const LeafGroup group = leafGroup(node); group != LeafGroup::None)
        return groupQuery(group, { &node }, model);
    switch (node.kind) {
    case Kind::Text:
        return literalText(node);
    case Kind::Number:
        return trackNumber(node);
    case Kind::Mood:
        return mood(node, model);
    case Kind::StrongMood:
        return { .sql = R"(SELECT track_id FROM strong_moods
                           WHERE model_id = ? AND tag = ? AND place <= ?)",
            .values
            = { model.value, std::int64_t { node.tag }, std::int64_t { kStrongMoodPlaces } } };
    case Kind::Key:
        return key(node, model);
    case Kind::Label:
        return { .sql = R"(SELECT track_id FROM tag_labels
                           WHERE applies = 1 AND tag = ? COLLATE NOCASE)",
            .values = { node.text } };
    case Kind::Playlist:
        return { .sql = R"(SELECT i.track_id FROM playlists p
                           JOIN playlist_items i ON i.playlist_id = p.id
                           WHERE p.name = ? COLLATE NOCASE)",
            .values = { node.text } };
    default:
        break;
    }
    return state(node.state, model);
}

} // namespace circumplex
