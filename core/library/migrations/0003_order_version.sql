-- 0003: a number that moves on whenever the order of tracks may have changed.
--
-- Why: lists keep the order in memory (core/library/remembered_order.h) and must know when it is out of date,
-- also when another program changed the library. PRAGMA data_version moves with every annotation, which
-- changes no such order.

CREATE TABLE order_version (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    value INTEGER NOT NULL
) STRICT;
INSERT INTO order_version (id, value) VALUES (1, 0);

CREATE TRIGGER order_version_insert AFTER INSERT ON tracks BEGIN
    UPDATE order_version SET value = value + 1;
END;

CREATE TRIGGER order_version_delete AFTER DELETE ON tracks BEGIN
    UPDATE order_version SET value = value + 1;
END;

CREATE TRIGGER order_version_update
AFTER UPDATE OF volume_id, path, cue_index, artist_key, album_key, disc_number, track_number, title_key, genre_key,
    year, added_at, duration_seconds ON tracks BEGIN
    UPDATE order_version SET value = value + 1;
END;
