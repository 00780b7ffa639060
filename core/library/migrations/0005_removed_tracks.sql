-- 0005: songs that a person took out of the library.
--
-- Why: a row is not deleted, since taking it back must bring back everything that is known of the song, and a scan
-- that finds its file again must not. The mark stands beside `state`: a removed song's file may be there or not.

ALTER TABLE tracks ADD COLUMN removed_at INTEGER; -- NULL: it is in the library
CREATE INDEX tracks_removed ON tracks (id) WHERE removed_at IS NOT NULL;
