-- 0004: what a rating instrument knows besides the numbers.
--
-- Why: whether a rater said what the music expresses or what it made him feel, how sure he was and how well he
-- knew the piece decide which ratings may be put together. Of a continuous rating the first seconds, while the
-- rater was still finding out, and what came after the sound are marked, not cut off. The lag of a hand is
-- measured once for a rater and an instrument, and copied into every trace. A relative trace has no ends: it says
-- only where there is more and where less. Sittings that were imported keep what they were rated with.

ALTER TABLE sessions ADD COLUMN locus TEXT CHECK (locus IN ('perceived', 'felt')); -- NULL: not said
ALTER TABLE sessions ADD COLUMN original_instrument TEXT NOT NULL DEFAULT ''; -- of imports; '': not known

ALTER TABLE ratings ADD COLUMN confidence INTEGER CHECK (confidence BETWEEN 1 AND 3); -- NULL: not answered
ALTER TABLE ratings ADD COLUMN familiarity INTEGER CHECK (familiarity BETWEEN 1 AND 3); -- NULL: not answered

ALTER TABLE traces ADD COLUMN mode TEXT NOT NULL DEFAULT 'bounded' CHECK (mode IN ('bounded', 'relative'));
ALTER TABLE traces ADD COLUMN orientation_seconds REAL CHECK (orientation_seconds >= 0); -- NULL: not said
ALTER TABLE traces ADD COLUMN sound_end_seconds REAL; -- NULL: not heard to its end

CREATE TABLE latency_tests (
    id INTEGER PRIMARY KEY,
    rater_id INTEGER NOT NULL REFERENCES raters (id),
    instrument TEXT NOT NULL, -- "mouse", "keys", ...
    measured_at INTEGER NOT NULL,
    latency_seconds REAL NOT NULL CHECK (latency_seconds >= 0),
    correlation REAL NOT NULL -- of target and hand at that lag, -1..1
) STRICT;
CREATE INDEX latency_tests_by_rater ON latency_tests (rater_id, instrument, measured_at);
