-- 0001: the first library.
--
-- Why it looks like this:
--  * A track is a row that scans never delete: what people made (labels, playlists) and what took hours to
--    compute hangs on its id. A file that moves keeps its row; one that vanishes is marked.
--  * Paths are the raw bytes of the file system (BLOB), relative to a volume: names need not be valid
--    UTF-8, and a volume may be mounted anywhere or be absent. path_text is for reading and searching.
--  * *_key columns are texts folded for sorting (case, accents), so that every offered order is a walk
--    along an index.
--  * What is large (curves, chords, fingerprints) stands in tables of its own, so that lists and searches
--    read little.
--  * Times ending in _at are seconds since 1970, UTC.

CREATE TABLE volumes (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL DEFAULT '',
    mount_point BLOB NOT NULL,
    is_online INTEGER NOT NULL DEFAULT 1 CHECK (is_online IN (0, 1)),
    last_seen_at INTEGER NOT NULL
) STRICT;

CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    volume_id INTEGER NOT NULL REFERENCES volumes (id),
    path BLOB NOT NULL,
    last_scanned_at INTEGER, -- NULL: never completely
    UNIQUE (volume_id, path)
) STRICT;

CREATE TABLE tracks (
    id INTEGER PRIMARY KEY,
    volume_id INTEGER NOT NULL REFERENCES volumes (id),
    path BLOB NOT NULL,
    cue_index INTEGER NOT NULL DEFAULT 0, -- 0: the whole file
    state INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1)), -- 0 present, 1 missing
    size_bytes INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    duration_seconds REAL, -- NULL: not known yet
    added_at INTEGER NOT NULL,
    scanned_at INTEGER NOT NULL,
    audio_hash BLOB CHECK (length(audio_hash) = 16), -- NULL: not computed yet
    cue_start_seconds REAL NOT NULL DEFAULT 0,
    cue_end_seconds REAL, -- NULL: the end of the file
    title TEXT NOT NULL DEFAULT '',
    artist TEXT NOT NULL DEFAULT '',
    album TEXT NOT NULL DEFAULT '',
    album_artist TEXT NOT NULL DEFAULT '',
    genre TEXT NOT NULL DEFAULT '',
    track_number INTEGER, -- NULL here and below: the file does not say
    disc_number INTEGER,
    year INTEGER,
    path_text TEXT NOT NULL,
    title_key TEXT NOT NULL DEFAULT '',
    artist_key TEXT NOT NULL DEFAULT '', -- of album_artist, where there is one, so that albums stay together
    album_key TEXT NOT NULL DEFAULT '',
    genre_key TEXT NOT NULL DEFAULT '',
    recording_mbid TEXT NOT NULL DEFAULT '',
    release_mbid TEXT NOT NULL DEFAULT '',
    artist_mbid TEXT NOT NULL DEFAULT '',
    cover_hash BLOB, -- NULL: no picture
    cover_source BLOB, -- NULL: no picture; 'embedded' or a path relative to the volume
    -- NULL: always the same sound. Set when a scan finds other audio, or an analysis heard other audio than the
    -- scan. Only narrows the search for stale annotations: whether one is stale, the hashes say.
    audio_changed_at INTEGER
) STRICT;

-- A place belongs to one present track; a missing track keeps its last place without claiming it.
CREATE UNIQUE INDEX tracks_by_place ON tracks (volume_id, path, cue_index, (CASE state WHEN 0 THEN 0 ELSE id END));
CREATE INDEX tracks_with_changed_audio ON tracks (id) WHERE audio_changed_at IS NOT NULL;
CREATE INDEX tracks_by_audio ON tracks (audio_hash) WHERE audio_hash IS NOT NULL;
CREATE INDEX tracks_by_artist ON tracks (artist_key, album_key, disc_number, track_number, title_key);
CREATE INDEX tracks_by_album ON tracks (album_key, disc_number, track_number);
CREATE INDEX tracks_by_title ON tracks (title_key);
CREATE INDEX tracks_by_genre ON tracks (genre_key);
CREATE INDEX tracks_by_year ON tracks (year);
CREATE INDEX tracks_by_added ON tracks (added_at);
CREATE INDEX tracks_by_duration ON tracks (duration_seconds);
CREATE INDEX tracks_missing ON tracks (id) WHERE state = 1;

CREATE VIRTUAL TABLE tracks_fts USING fts5 (
    title, artist, album, album_artist, genre, path_text,
    content = 'tracks', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

CREATE TRIGGER tracks_fts_insert AFTER INSERT ON tracks BEGIN
    INSERT INTO tracks_fts (rowid, title, artist, album, album_artist, genre, path_text)
    VALUES (new.id, new.title, new.artist, new.album, new.album_artist, new.genre, new.path_text);
END;

CREATE TRIGGER tracks_fts_delete AFTER DELETE ON tracks BEGIN
    INSERT INTO tracks_fts (tracks_fts, rowid, title, artist, album, album_artist, genre, path_text)
    VALUES ('delete', old.id, old.title, old.artist, old.album, old.album_artist, old.genre, old.path_text);
END;

CREATE TRIGGER tracks_fts_update AFTER UPDATE OF title, artist, album, album_artist, genre, path_text ON tracks
WHEN old.title <> new.title OR old.artist <> new.artist OR old.album <> new.album
    OR old.album_artist <> new.album_artist OR old.genre <> new.genre OR old.path_text <> new.path_text
BEGIN
    INSERT INTO tracks_fts (tracks_fts, rowid, title, artist, album, album_artist, genre, path_text)
    VALUES ('delete', old.id, old.title, old.artist, old.album, old.album_artist, old.genre, old.path_text);
    INSERT INTO tracks_fts (rowid, title, artist, album, album_artist, genre, path_text)
    VALUES (new.id, new.title, new.artist, new.album, new.album_artist, new.genre, new.path_text);
END;

CREATE TABLE fingerprints (
    track_id INTEGER PRIMARY KEY REFERENCES tracks (id) ON DELETE CASCADE,
    chromaprint BLOB NOT NULL -- compressed, as the library of that name makes it
) STRICT;

CREATE TABLE track_errors (
    track_id INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    stage TEXT NOT NULL CHECK (stage IN ('scan', 'analysis')),
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 1,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (track_id, stage)
) STRICT, WITHOUT ROWID;

-- Proposed, never merged silently.
CREATE TABLE duplicate_pairs (
    first_id INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    second_id INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason IN ('same-audio', 'similar-fingerprint')),
    similarity REAL NOT NULL,
    verdict TEXT NOT NULL DEFAULT 'open' CHECK (verdict IN ('open', 'same', 'different')),
    PRIMARY KEY (first_id, second_id),
    CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicate_pairs_by_second ON duplicate_pairs (second_id);

CREATE TABLE models (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    card_json TEXT NOT NULL,
    installed_at INTEGER NOT NULL
) STRICT;

-- What one model says of one track. Several models stand side by side.
CREATE TABLE annotations (
    id INTEGER PRIMARY KEY,
    track_id INTEGER NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
    is_coarse INTEGER NOT NULL CHECK (is_coarse IN (0, 1)), -- 1: a first value from a few windows
    audio_hash BLOB CHECK (length(audio_hash) = 16), -- of the audio analysed; NULL: it was not known
    mode TEXT NOT NULL CHECK (mode IN ('corrected', 'reference')),
    device TEXT NOT NULL,
    dtype TEXT NOT NULL CHECK (dtype IN ('float32', 'bfloat16', 'int8')),
    program_version TEXT NOT NULL,
    analysed_at INTEGER NOT NULL,
    duration_seconds REAL NOT NULL,
    valence REAL NOT NULL, -- this and all below: scale 1..9
    valence_lower REAL NOT NULL,
    valence_upper REAL NOT NULL,
    arousal REAL NOT NULL,
    arousal_lower REAL NOT NULL,
    arousal_upper REAL NOT NULL,
    key_tonic TEXT, -- NULL here and in the next two: nothing sounds that has a key
    key_mode TEXT CHECK (key_mode IN ('major', 'minor')),
    key_confidence REAL,
    published_key TEXT NOT NULL,
    mood_probabilities BLOB NOT NULL, -- 56 x float32, little-endian, in the order of the tag list
    warnings TEXT NOT NULL DEFAULT '', -- one a line
    UNIQUE (track_id, model_id)
) STRICT;
CREATE INDEX annotations_by_valence ON annotations (model_id, valence, arousal, track_id);
CREATE INDEX annotations_by_arousal ON annotations (model_id, arousal, valence, track_id);
CREATE INDEX annotations_by_key ON annotations (model_id, key_tonic, key_mode, track_id);
CREATE INDEX annotations_coarse ON annotations (model_id, track_id) WHERE is_coarse = 1;

-- The stronger moods of every annotation, so that "happy > 0.7" is a walk along one range of a table. The
-- exact values of all tags are in annotations.mood_probabilities. track_id refers to nothing: finding the rows
-- of a track would need a second index as large as the table. The writer of annotations, who knows the
-- probabilities, finds them by the key; the doctor looks for orphans.
CREATE TABLE strong_moods (
    model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
    tag INTEGER NOT NULL, -- index into the tag list
    probability REAL NOT NULL,
    track_id INTEGER NOT NULL,
    place INTEGER NOT NULL, -- 1: the strongest of its track
    PRIMARY KEY (model_id, tag, probability, track_id)
) STRICT, WITHOUT ROWID;

-- start + i * hop is the middle of point i's window, which is `window` long. How the blobs are packed is said in
-- core/library/curve_blob.h.
CREATE TABLE curves (
    annotation_id INTEGER PRIMARY KEY REFERENCES annotations (id) ON DELETE CASCADE,
    start_seconds REAL NOT NULL,
    hop_seconds REAL NOT NULL,
    window_seconds REAL NOT NULL,
    point_count INTEGER NOT NULL,
    emotion BLOB NOT NULL, -- valence, arousal, and lower and upper of each: six curves, one after the other
    tags BLOB NOT NULL, -- [point, tag]; empty: not kept
    chords BLOB NOT NULL -- start, end, class and confidence of each chord
) STRICT;

-- The shape of the curves, for searching: narrow, so that a look at every row is quick. track_id and model_id
-- repeat the annotation's. An annotation without curve points has no row. Levels are on the scale 1..9, peaks are
-- fractions of the track, slopes per minute, entropies bits.
CREATE TABLE curve_shapes (
    annotation_id INTEGER PRIMARY KEY REFERENCES annotations (id) ON DELETE CASCADE,
    track_id INTEGER NOT NULL,
    model_id INTEGER NOT NULL,
    valence_start REAL NOT NULL,
    valence_end REAL NOT NULL,
    valence_mean REAL NOT NULL,
    valence_range REAL NOT NULL,
    valence_slope REAL NOT NULL,
    valence_peak REAL NOT NULL,
    valence_turns REAL NOT NULL,
    valence_path REAL NOT NULL,
    valence_entropy REAL NOT NULL,
    arousal_start REAL NOT NULL,
    arousal_end REAL NOT NULL,
    arousal_mean REAL NOT NULL,
    arousal_range REAL NOT NULL,
    arousal_slope REAL NOT NULL,
    arousal_peak REAL NOT NULL,
    arousal_turns REAL NOT NULL,
    arousal_path REAL NOT NULL,
    arousal_entropy REAL NOT NULL
) STRICT;

-- What should be analysed before the rest. What is to be done at all follows from the tables above.
CREATE TABLE analysis_priorities (
    track_id INTEGER PRIMARY KEY REFERENCES tracks (id) ON DELETE CASCADE,
    priority INTEGER NOT NULL
) STRICT;
CREATE INDEX analysis_priorities_by_priority ON analysis_priorities (priority DESC, track_id);

-- What people say. Deleting a track that carries labels or stands in a playlist is refused.
CREATE TABLE raters (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE sessions (
    id INTEGER PRIMARY KEY,
    rater_id INTEGER NOT NULL REFERENCES raters (id),
    started_at INTEGER NOT NULL,
    instrument TEXT NOT NULL, -- "mouse 2-D", "import PATH", ...
    notes TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE ratings (
    track_id INTEGER NOT NULL REFERENCES tracks (id),
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    valence REAL, -- NULL here and below: not asked or not answered; scale 1..9
    arousal REAL,
    rated_at INTEGER NOT NULL,
    PRIMARY KEY (track_id, session_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ratings_by_session ON ratings (session_id);

CREATE TABLE tag_labels (
    track_id INTEGER NOT NULL REFERENCES tracks (id),
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    applies INTEGER NOT NULL CHECK (applies IN (0, 1)), -- 0: the rater says it does not
    labelled_at INTEGER NOT NULL,
    PRIMARY KEY (track_id, session_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_labels_by_session ON tag_labels (session_id);

CREATE TABLE traces (
    id INTEGER PRIMARY KEY,
    track_id INTEGER NOT NULL REFERENCES tracks (id),
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    dimension TEXT NOT NULL CHECK (dimension IN ('valence', 'arousal')),
    started_at INTEGER NOT NULL,
    latency_seconds REAL NOT NULL DEFAULT 0, -- of rater and instrument, not yet taken off the times
    is_complete INTEGER NOT NULL DEFAULT 0 CHECK (is_complete IN (0, 1))
) STRICT;
CREATE INDEX traces_by_track ON traces (track_id);
CREATE INDEX traces_by_session ON traces (session_id);

-- A gesture is stored piece by piece while it is made.
CREATE TABLE trace_pieces (
    trace_id INTEGER NOT NULL REFERENCES traces (id) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    samples BLOB NOT NULL, -- pairs of float32, little-endian: seconds into the track, value 1..9; never packed
    PRIMARY KEY (trace_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE playlists (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('manual', 'smart', 'arc')),
    definition TEXT NOT NULL DEFAULT '', -- the query of a smart playlist, the drawn arc as JSON
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE playlist_items (
    playlist_id INTEGER NOT NULL REFERENCES playlists (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, -- from 0
    track_id INTEGER NOT NULL REFERENCES tracks (id),
    PRIMARY KEY (playlist_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX playlist_items_by_track ON playlist_items (track_id);
