-- A rotated inbox address works until then.
ALTER TABLE addresses ADD COLUMN ends_at TEXT;
CREATE INDEX addresses_ending ON addresses (ends_at) WHERE ends_at IS NOT NULL;

-- Which receipts leave, whether a letter leaves the evening before an interview, and in which language drafts are written (NULL: theirs).
ALTER TABLE users ADD COLUMN receipts TEXT NOT NULL DEFAULT 'always' CHECK (receipts IN ('always', 'when-needed'));
ALTER TABLE users ADD COLUMN evening INTEGER NOT NULL DEFAULT 1 CHECK (evening IN (0, 1));
ALTER TABLE users ADD COLUMN language TEXT;
-- Names the calendar feed's link; NULL: there is none.
ALTER TABLE users ADD COLUMN calendar_key TEXT;

-- Which of the originals in a mail the person has spoken about, as JSON: one mail may hold several questions.
ALTER TABLE inbound_messages ADD COLUMN answered TEXT NOT NULL DEFAULT '[]';

-- What waits for the person's word, by person.
CREATE INDEX inbound_messages_of_user ON inbound_messages (user_id, received_at);

-- New kinds of touchpoints and tokens: SQLite changes a CHECK only by a new table.
CREATE TABLE touchpoints_new (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('message-read', 'person-wrote', 'follow-up-done', 'follow-up-skipped', 'follow-up-snoozed', 'fact-said', 'message-corrected', 'merged', 'split', 'added', 'closed', 'reopened', 'replied', 'no-show', 'noted', 'good-thing-said', 'interview-said', 'contact-said', 'deadline-said', 'undone')),
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
CREATE INDEX touchpoints_of_opportunity ON touchpoints (opportunity_id);
CREATE UNIQUE INDEX touchpoints_by_original ON touchpoints (user_id, original_key) WHERE original_key IS NOT NULL;

CREATE TABLE tokens_new (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL CHECK (purpose IN ('obey', 'forget', 'delete-me', 'sign-up', 'add-address', 'sign-in', 'session')),
  -- What it is about, as JSON: ids of the inbound message or of opportunities, or an address.
  about TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  -- A second use breaks the CHECK, and with it the whole batch that it stands in.
  uses INTEGER NOT NULL DEFAULT 0 CHECK (uses IN (0, 1))
) STRICT;
INSERT INTO tokens_new SELECT * FROM tokens;
DROP TABLE tokens;
ALTER TABLE tokens_new RENAME TO tokens;
CREATE INDEX tokens_by_expiry ON tokens (expires_at);
CREATE INDEX tokens_of_user ON tokens (user_id);
