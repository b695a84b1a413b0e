// Raw mail in R2. Every key of a person begins with their id.

import { addSeconds, toInstant } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { forgetRaw } from "./inbound.ts";

const MOST_PER_PAGE = 1_000;

/** Deletes every object of a person, whatever rows know of it. */
export async function deleteRawOf(raw: R2Bucket, userId: string): Promise<void> {
  for (;;) {
    const { objects } = await raw.list({ prefix: `${userId}/`, limit: MOST_PER_PAGE });
    if (objects.length === 0) return;
    await raw.delete(objects.map(({ key }) => key));
  }
}

/** A mail's object stands before its row, and a server that was turned away comes again for days: younger ones may still get one. */
const STRAY_AFTER_SECONDS = 3 * 24 * 3600;
const CURSOR = "raw-cursor";

/**
 * Compares one page of objects with the rows that name them, in the order of their keys; the next call takes the next page, and after the
 * last one begins anew. Objects that no row names are deleted; rows whose object is gone are told so. How many of each.
 */
export async function sweepStrays(
  db: D1Database,
  raw: R2Bucket,
  now: Instant,
): Promise<{ readonly objects: number; readonly rows: number }> {
  const from =
    (await db.prepare("SELECT value FROM seen WHERE key = ?").bind(CURSOR).first<string>("value")) ?? "";
  const page = await raw.list({
    limit: MOST_PER_PAGE,
    ...(from === "" ? {} : { startAfter: from }),
  });
  const last = page.truncated ? (page.objects.at(-1)?.key ?? "") : "";
  const { results } = await db
    .prepare(
      `SELECT id, raw_key AS rawKey, state FROM inbound_messages
       WHERE raw_key > ?1 AND (?2 = '' OR raw_key <= ?2) ORDER BY raw_key LIMIT ${2 * MOST_PER_PAGE}`,
    )
    .bind(from, last)
    .all<{ id: string; rawKey: string; state: string }>();
  const named = new Set(results.map(({ rawKey }) => rawKey));
  const there = new Set(page.objects.map(({ key }) => key));
  const old = addSeconds(now, -STRAY_AFTER_SECONDS);
  // So many rows without an object are no strays but a lost bucket: the next call goes on where they end.
  const isCut = results.length === 2 * MOST_PER_PAGE;
  const upTo = isCut ? (results.at(-1)?.rawKey ?? "") : last;
  const strays = page.objects.filter(
    ({ key, uploaded }) => !named.has(key) && (!isCut || key <= upTo) && toInstant(uploaded.getTime()) <= old,
  );
  // One that is still to be read fails by itself, and its person is told.
  const orphans = results.filter(
    ({ rawKey, state }) => !there.has(rawKey) && state !== "pending" && state !== "processing",
  );
  if (strays.length > 0) await raw.delete(strays.map(({ key }) => key));
  await db.batch([
    ...(orphans.length === 0
      ? []
      : [
          forgetRaw(
            db,
            orphans.map(({ id }) => id),
          ),
        ]),
    upTo === ""
      ? db.prepare("DELETE FROM seen WHERE key = ?1").bind(CURSOR)
      : db
          .prepare("INSERT INTO seen (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2")
          .bind(CURSOR, upTo),
  ]);
  return { objects: strays.length, rows: orphans.length };
}
