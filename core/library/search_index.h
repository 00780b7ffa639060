#pragma once

namespace SQLite {
class Database;
}

namespace circumplex {

/// The full-text index over the tracks' texts, which can always be made anew from them.

/// A glance: false if the index cannot even be asked. @throws SQLite::Exception  other trouble
bool searchIndexAnswers(SQLite::Database& connection);

/// Compares the whole index with the tracks (seconds at a million). Needs a connection that may
/// write. @throws SQLite::Exception  other trouble
bool searchIndexIsWhole(SQLite::Database& connection);

/// @throws SQLite::Exception
void rebuildSearchIndex(SQLite::Database& connection);

} // namespace circumplex
