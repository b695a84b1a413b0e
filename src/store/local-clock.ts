// Local mode only: how far the clock was moved. Production never reads or writes it.

const KEY = "local-clock";

/** Seconds between the machine's clock and ours; 0 when nobody moved it. */
export async function clockOffset(db: D1Database): Promise<number> {
  const row = await db.prepare("SELECT value FROM seen WHERE key = ?").bind(KEY).first<{ value: string }>();
  return Number(row?.value ?? 0);
}

export async function setClockOffset(db: D1Database, seconds: number): Promise<void> {
  await db
    .prepare("INSERT INTO seen (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2")
    .bind(KEY, String(Math.round(seconds)))
    .run();
}
