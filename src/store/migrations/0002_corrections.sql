-- What a person taught about a sender: when mail of `sender` (an address, or a domain of its own) reads `was`, it is `value`.
CREATE TABLE corrections (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  sender TEXT NOT NULL,
  fact TEXT NOT NULL CHECK (fact IN ('kind', 'company', 'role')),
  -- '' stands for: nothing was read.
  was TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (user_id, sender, fact, was)
) STRICT;

-- 0: merged into another, or its mails turned out to be about none. Its touchpoints stay where they were recorded.
ALTER TABLE opportunities ADD COLUMN live INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1));

-- New kinds of touchpoints: SQLite changes a CHECK only by a new table.
CREATE TABLE touchpoints_new (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('message-read', 'person-wrote', 'follow-up-done', 'follow-up-skipped', 'follow-up-snoozed', 'fact-said', 'message-corrected', 'merged', 'split')),
  happened_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  inbound_id TEXT,
  message_id TEXT,
  original_key TEXT,
  event TEXT NOT NULL,
  PRIMARY KEY (user_id, seq)
) STRICT;
INSERT INTO touchpoints_new SELECT * FROM touchpoints;
DROP TABLE touchpoints;
ALTER TABLE touchpoints_new RENAME TO touchpoints;
CREATE INDEX touchpoints_by_message ON touchpoints (user_id, message_id) WHERE message_id IS NOT NULL;
CREATE UNIQUE INDEX touchpoints_by_original ON touchpoints (user_id, original_key) WHERE original_key IS NOT NULL;
