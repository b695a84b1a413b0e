-- Letters to an address rest after a hard bounce, a complaint, or three soft bounces in a row; sign-in letters still leave.
ALTER TABLE addresses ADD COLUMN stopped_at TEXT;
ALTER TABLE addresses ADD COLUMN stopped_because TEXT CHECK (stopped_because IN ('bounced', 'complained'));
ALTER TABLE addresses ADD COLUMN soft_bounces INTEGER NOT NULL DEFAULT 0;
-- What bounced before then says nothing any more: a letter was delivered, or the person wants letters again.
ALTER TABLE addresses ADD COLUMN works_since TEXT;

-- When the receiving server took the letter, as the provider tells.
ALTER TABLE outbox ADD COLUMN delivered_at TEXT;
-- The name of the secret that signed its first attempt: the same letter is the same payload, also when the secret changes.
ALTER TABLE outbox ADD COLUMN signed_with TEXT;

-- 1: it left more than two hours after its time.
ALTER TABLE digests ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
CREATE INDEX digests_late ON digests (prepared_at) WHERE late = 1;

-- Stands for the sender's address (a MAC): how much of one sender is taken in a day.
ALTER TABLE inbound_messages ADD COLUMN sender TEXT;
-- When the person had it read although it came amid a flood.
ALTER TABLE inbound_messages ADD COLUMN released_at TEXT;
-- Rows and objects are compared page by page, in the order of their keys.
CREATE INDEX inbound_messages_by_raw ON inbound_messages (raw_key) WHERE raw_key IS NOT NULL;
CREATE INDEX outbox_to_leave ON outbox (created_at) WHERE state IN ('waiting', 'sending');
-- Who is due is taken page by page.
DROP INDEX users_due;
CREATE INDEX users_due ON users (next_wake_at, id);
CREATE INDEX seen_by_expiry ON seen (expires_at) WHERE expires_at IS NOT NULL;
