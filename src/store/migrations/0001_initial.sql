-- Instants are UTC ISO 8601 text, days YYYY-MM-DD. CHECKs repeat src/vocabulary.ts; a test proves that they are equal.
-- Everything a person owns hangs from users and goes with them.

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  -- As the person signs; learned from their own mail.
  name TEXT,
  zone TEXT NOT NULL,
  digest_every TEXT NOT NULL DEFAULT 'week' CHECK (digest_every IN ('week', 'day')),
  digest_weekday INTEGER NOT NULL DEFAULT 1 CHECK (digest_weekday BETWEEN 1 AND 7),
  digest_hour INTEGER NOT NULL DEFAULT 8 CHECK (digest_hour BETWEEN 0 AND 23),
  wait_days INTEGER NOT NULL DEFAULT 7 CHECK (wait_days BETWEEN 7 AND 14),
  next_wake_at TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX users_due ON users (next_wake_at);

-- Inbox addresses (ours, secret) and sender addresses (the person's own).
CREATE TABLE addresses (
  address TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('inbox', 'sender')),
  verified_at TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX addresses_of_user ON addresses (user_id);

-- One received email and its life.
CREATE TABLE inbound_messages (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  recipient TEXT NOT NULL,
  -- The letter that a signed reply address answers.
  letter_id TEXT,
  message_id TEXT NOT NULL DEFAULT '',
  checksum TEXT NOT NULL,
  raw_key TEXT,
  size INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'processing', 'delivered', 'ignored', 'failed')),
  -- What the person calls it: shown where it could not be placed.
  subject TEXT,
  arrival TEXT CHECK (arrival IN ('automatic', 'reply', 'verification', 'attached-forward', 'forward', 'invite', 'bcc', 'auto-forward', 'unplaced', 'unreadable')),
  reason TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  lease TEXT,
  lease_until TEXT,
  received_at TEXT NOT NULL,
  ended_at TEXT,
  UNIQUE (user_id, message_id, checksum)
) STRICT;
CREATE INDEX inbound_messages_by_state ON inbound_messages (state, received_at);
CREATE INDEX inbound_messages_with_raw ON inbound_messages (ended_at) WHERE raw_key IS NOT NULL;

-- The current state of one role at one company: what the touchpoints add up to.
CREATE TABLE opportunities (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  company TEXT,
  agency TEXT,
  role TEXT,
  requisition TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('lead', 'applied', 'talking', 'interviewing', 'offer', 'closed')),
  outcome TEXT CHECK (outcome IN ('accepted', 'declined', 'rejected', 'withdrawn', 'gone_quiet')),
  updated_at TEXT NOT NULL,
  CHECK ((stage = 'closed') = (outcome IS NOT NULL))
) STRICT;
CREATE INDEX opportunities_of_user ON opportunities (user_id);

CREATE TABLE contacts (
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT,
  address TEXT,
  title TEXT,
  phone TEXT,
  part TEXT NOT NULL CHECK (part IN ('recruiter', 'agency-recruiter', 'hiring-manager', 'coordinator', 'interviewer', 'system')),
  PRIMARY KEY (opportunity_id, ordinal)
) STRICT;

-- The history, numbered per person: two writers who saw the same state cannot both append to it.
CREATE TABLE touchpoints (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('message-read', 'person-wrote', 'follow-up-done', 'follow-up-skipped', 'follow-up-snoozed')),
  happened_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  inbound_id TEXT,
  message_id TEXT,
  original_key TEXT,
  event TEXT NOT NULL,
  PRIMARY KEY (user_id, seq)
) STRICT;
CREATE INDEX touchpoints_by_message ON touchpoints (user_id, message_id) WHERE message_id IS NOT NULL;
CREATE UNIQUE INDEX touchpoints_by_original ON touchpoints (user_id, original_key) WHERE original_key IS NOT NULL;

-- What to do next. At most two counted ones per round: a third has no ordinal to take.
CREATE TABLE follow_ups (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('confirm-details', 'ask-when', 'thank-you', 'first-follow-up', 'second-follow-up', 'move-on', 'deadline')),
  round INTEGER NOT NULL CHECK (round >= 0),
  ordinal INTEGER CHECK (ordinal IN (1, 2)),
  due_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'skipped', 'answered')),
  ended_at TEXT,
  CHECK ((kind IN ('first-follow-up', 'second-follow-up')) = (ordinal IS NOT NULL)),
  UNIQUE (opportunity_id, round, ordinal)
) STRICT;
CREATE INDEX follow_ups_of_user ON follow_ups (user_id, state, due_on);

-- One digest per person and local day.
CREATE TABLE digests (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  covers_on TEXT NOT NULL,
  letter_id TEXT NOT NULL,
  prepared_at TEXT NOT NULL,
  UNIQUE (user_id, covers_on)
) STRICT;

-- Letters waiting to leave, and what became of them. `items`: the follow-ups behind the letter's numbers, frozen.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  letter_key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'digest', 'answer', 'problem', 'verification', 'welcome')),
  to_address TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT,
  html TEXT,
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
  reason TEXT,
  created_at TEXT NOT NULL,
  sent_at TEXT,
  UNIQUE (user_id, letter_key)
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state, not_before);
CREATE INDEX outbox_with_body ON outbox (sent_at) WHERE text IS NOT NULL;

-- Small things to remember for a while: webhook ids, counters, the clock of local mode. Belongs to nobody.
CREATE TABLE seen (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  expires_at TEXT
) STRICT;
