-- 0002: what people write beside the music.
--
-- A comment stands at a moment or over a stretch of one track. It is made by hand, so deleting its track is
-- refused, as with labels.

CREATE TABLE track_comments (
    id INTEGER PRIMARY KEY,
    track_id INTEGER NOT NULL REFERENCES tracks (id),
    start_seconds REAL NOT NULL CHECK (start_seconds >= 0),
    end_seconds REAL CHECK (end_seconds > start_seconds), -- NULL: a moment
    text TEXT NOT NULL,
    written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX track_comments_by_track ON track_comments (track_id, start_seconds);
