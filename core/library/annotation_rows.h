#pragma once

#include "core/base/result.h"
#include "core/types/stored_annotation.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace SQLite {
class Database;
class Statement;
}

namespace circumplex {

/// Annotations as rows of several tables, as steps of larger transactions.

/// @returns Refused: a value is not a number, or curves have unequal lengths
Result<void> checkAnnotation(const Annotation& annotation);

/// Inserts annotations with their curves and strong moods; holds its statements, so that thousands
/// can be written quickly.
class AnnotationWriter {
public:
    enum class Moods {
        Insert,
        Leave, ///< the caller fills strong_moods, in an order that is faster for many
    };

    /// @throws SQLite::Exception
    explicit AnnotationWriter(SQLite::Database& connection);
    ~AnnotationWriter();

    /// The track must have no annotation by this model. @throws SQLite::Exception
    void write(const StoredAnnotation& stored, Moods moods = Moods::Insert);

private:
    struct Statements;
    SQLite::Database& m_connection;
    std::unique_ptr<Statements> m_statements;
};

/// @returns nullopt: there is none; DatabaseDamaged: its curves cannot be unpacked
/// @throws SQLite::Exception
Result<std::optional<StoredAnnotation>> readAnnotation(
    SQLite::Database& connection, const std::filesystem::path& file, TrackId track, ModelId model);

/// From seven columns on `first`: is_coarse, audio_hash, mode, device, dtype, program_version,
/// analysed_at. @throws SQLite::Exception
Provenance provenanceAt(SQLite::Statement& row, int first);

/// The probabilities in the order of the tag list.
std::vector<float> probabilitiesByTag(const Annotation& annotation);

} // namespace circumplex
