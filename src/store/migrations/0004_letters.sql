-- When the next digest is due; `next_wake_at` is the earliest of it and every other letter by the clock.
ALTER TABLE users ADD COLUMN next_digest_at TEXT NOT NULL DEFAULT '';
UPDATE users SET next_digest_at = next_wake_at;
-- Digests and reminders rest; receipts go on.
ALTER TABLE users ADD COLUMN paused_at TEXT;
-- 1: a week without anything still gets one line.
ALTER TABLE users ADD COLUMN empty_digest INTEGER NOT NULL DEFAULT 0 CHECK (empty_digest IN (0, 1));

-- When the person confirmed on a page that an unproven reply was theirs.
ALTER TABLE inbound_messages ADD COLUMN confirmed_at TEXT;
-- What belongs to an opportunity or a person goes with it: without these every deletion would read whole tables.
CREATE INDEX contacts_of_user ON contacts (user_id);
-- The mail that taught it: an undone correction is forgotten.
ALTER TABLE corrections ADD COLUMN inbound_id TEXT;

-- Set while it waits for the receipt that it shares with others.
ALTER TABLE inbound_messages ADD COLUMN receipt_due_at TEXT;
CREATE INDEX inbound_messages_without_receipt ON inbound_messages (user_id, receipt_due_at) WHERE receipt_due_at IS NOT NULL;

-- New kinds of touchpoints and letters: SQLite changes a CHECK only by a new table.
CREATE TABLE touchpoints_new (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('message-read', 'person-wrote', 'follow-up-done', 'follow-up-skipped', 'follow-up-snoozed', 'fact-said', 'message-corrected', 'merged', 'split', 'added', 'closed', 'reopened', 'replied', 'no-show', 'noted', 'good-thing-said', 'interview-said', 'undone')),
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

CREATE TABLE outbox_new (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  letter_key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'question', 'digest', 'evening', 'morning', 'deadline', 'answer', 'problem', 'verification', 'welcome', 'sign-in', 'paused')),
  to_address TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT,
  html TEXT,
  -- Files that go with it, as JSON: [{"name", "type", "text"}].
  attachments TEXT NOT NULL DEFAULT '[]',
  in_reply_to TEXT,
  items TEXT NOT NULL DEFAULT '[]',
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unknown')),
  attempts INTEGER NOT NULL DEFAULT 0,
  first_attempt_at TEXT,
  -- 1 when nobody knows whether the last attempt left.
  unanswered INTEGER NOT NULL DEFAULT 0 CHECK (unanswered IN (0, 1)),
  not_before TEXT NOT NULL,
  lease TEXT,
  lease_until TEXT,
  provider_id TEXT,
  -- The Message-ID that the provider gave it, once it says so.
  message_id TEXT,
  reason TEXT,
  created_at TEXT NOT NULL,
  sent_at TEXT,
  UNIQUE (user_id, letter_key)
) STRICT;
INSERT INTO outbox_new (id, user_id, letter_key, kind, to_address, subject, text, html, in_reply_to, items, state, attempts, first_attempt_at,
  unanswered, not_before, lease, lease_until, provider_id, reason, created_at, sent_at)
SELECT id, user_id, letter_key, kind, to_address, subject, text, html, in_reply_to, items, state, attempts, first_attempt_at,
  unanswered, not_before, lease, lease_until, provider_id, reason, created_at, sent_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
CREATE INDEX outbox_by_state ON outbox (state, not_before);
CREATE INDEX outbox_with_body ON outbox (sent_at) WHERE text IS NOT NULL;
CREATE INDEX outbox_by_message ON outbox (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX outbox_by_provider ON outbox (provider_id) WHERE provider_id IS NOT NULL;

-- What a link in a letter lets somebody do, once. Only the token's hash is kept.
CREATE TABLE tokens (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL CHECK (purpose IN ('obey', 'forget', 'delete-me', 'sign-up')),
  -- Ids of what it is about, as JSON: the inbound message, or opportunities.
  about TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  -- A second use breaks the CHECK, and with it the whole batch that it stands in.
  uses INTEGER NOT NULL DEFAULT 0 CHECK (uses IN (0, 1))
) STRICT;
CREATE INDEX tokens_by_expiry ON tokens (expires_at);
CREATE INDEX tokens_of_user ON tokens (user_id);
