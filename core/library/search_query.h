#pragma once

#include "core/types/id.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The one query language of the search box, smart playlists and the command line.
///
///   query     = or
///   or        = and { "or" and }
///   and       = unary { [ "and" ] unary }
///   unary     = ( "not" | "-" ) unary | "(" or ")" | term
///   term      = words | field ":" value | field ( ">" | ">=" | "<" | "<=" | "=" ) number
///
/// An empty query finds everything. `and`, `or`, `not`, fields and moods may be in any case.
///
/// words       beethoven            a word that begins so, in title, artist, album, genre, the last
///                                  two folders or the file's name;
///             "moonlight sonata"   these whole words one after the other. Case and accents do not
///                                  matter.
/// text        title: artist: album: albumartist: genre:
///             artist:"miles davis"  genre:jazz
/// paths       path:music/bach      anywhere in the whole path, ending included
/// numbers     valence arousal      1..9
///             year track disc
///             duration             seconds, or minutes:seconds: duration>5:00
///             happy, sad, ...      each of the 56 moods: its probability, 0..1: happy>0.7
///             valence.start .end .mean .range .slope .peak .turns .path .entropy, and so for
///                                  arousal: the curve's shape (core/library/curve_descriptors.h):
///                                  arousal.start<4 arousal.peak>0.6
///             `:` and `=` with one number find what rounds to it (valence:6 is 5.5..6.5, year:1977
///             is that year). Ranges have both ends included: valence:6..8, year:1970..1979,
///             valence:6.. , valence:..4
/// moods       mood:happy           happy is among the five strongest moods of the track
/// key         key:D  key:minor  key:"Eb minor"
/// dates       added>2024-01-31  added:2024  added:2024-01  added:2023..2024-06   (UTC)
/// states      is:annotated is:unannotated is:stale is:coarse is:offline is:missing is:labelled
///             is:duplicate is:failed
///             (stale: by another model only, or of audio that has changed since)
/// labels      tag:calm             a rater gave this tag
/// playlists   playlist:"Sunday morning"
///
/// Annotations are those of the current model; a track without one fulfils no condition on them,
/// and so every `not` of one.
namespace circumplex {

enum class TextField { Any, Title, Artist, Album, AlbumArtist, Genre, Path };

enum class NumberField {
    Year,
    Track,
    Disc,
    Duration,
    Added,
    Valence,
    Arousal,
    Shape, ///< a curve descriptor, see SearchNode::shapeColumn
};

enum class StateField {
    Annotated,
    Unannotated,
    Stale,
    Coarse,
    Offline,
    Missing,
    Labelled,
    Duplicate,
    Failed,
    Removed, ///< taken out of the library; every other search passes over them
};

/// Numbers between two ends; without one it is open there.
struct NumberRange {
    std::optional<double> lower {}, upper {};
    bool isLowerIncluded = true;
    bool isUpperIncluded = true;
};

/// One condition, or several that are combined. Which members hold something follows from `kind`.
struct SearchNode {
    enum class Kind {
        Everything,
        And, ///< children: two or more
        Or, ///< children: two or more
        Not, ///< children: one
        Text, ///< textField, text, isPhrase
        Number, ///< numberField, range; shapeColumn for Shape
        Mood, ///< tag, range
        StrongMood, ///< tag
        Key, ///< keyTonics (any; empty: each), keyMode ("" : each)
        State, ///< state
        Label, ///< text
        Playlist, ///< text
    };

    Kind kind = Kind::Everything;
    std::vector<SearchNode> children {};
    TextField textField = TextField::Any;
    std::string text {}; ///< UTF-8, without control characters
    bool isPhrase = false; ///< whole words, not beginnings
    NumberField numberField = NumberField::Year;
    std::string shapeColumn {}; ///< "valence_slope": a column name, from a fixed list
    NumberRange range {};
    int tag = 0; ///< index into kMoodTags
    std::vector<std::string> keyTonics {}; ///< all spellings of one tonic
    std::string keyMode {}; ///< "major", "minor" or empty
    StateField state = StateField::Annotated;
};

/// What cannot be understood, and where: bytes of the query.
struct QueryError {
    std::size_t offset = 0;
    std::size_t length = 0; ///< 0: at the end of the query
    std::string sentence {}; ///< English, with what to write instead
};

inline constexpr std::size_t kLongestQuery = 32 * 1024; ///< bytes
inline constexpr int kDeepestQuery = 64; ///< parentheses and nots within each other
inline constexpr int kMostTerms = 200;

tl::expected<SearchNode, QueryError> parseSearch(std::string_view query);

} // namespace circumplex
