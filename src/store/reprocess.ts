// Mails that failed, for the operator: what there is, and to run them again after a fix. As plain SQL, because `wrangler d1 execute` runs it, on
// this machine and in production alike.

export type FailedMail = {
  readonly id: string;
  readonly reason: string;
  readonly attempts: number;
  readonly receivedAt: string;
  readonly endedAt: string;
  /** 0: the raw mail is gone, nothing can be read again. */
  readonly kept: 0 | 1;
};

/** Finds mails that failed, newest first, as `FailedMail`: without a word of anybody's. */
export const FAILED_MAILS = `SELECT id, reason, attempts, received_at AS receivedAt, ended_at AS endedAt, raw_key IS NOT NULL AS kept
  FROM inbound_messages WHERE state = 'failed' ORDER BY ended_at DESC LIMIT 1000`;

/** Puts mails that failed back to `pending`, all of them or those with these ids; the sweep of the next cron queues them. */
export function reprocessFailed(ids: readonly string[] | "all"): string {
  if (ids !== "all" && !ids.every((id) => /^[a-z2-7]{26}$/.test(id)))
    throw new TypeError("an id of a mail has 26 characters of a to z and 2 to 7");
  const which = ids === "all" ? "" : ` AND id IN (${ids.map((id) => `'${id}'`).join(", ")})`;
  return `UPDATE inbound_messages SET state = 'pending', attempts = 0, reason = NULL, ended_at = NULL
    WHERE state = 'failed' AND raw_key IS NOT NULL${which} RETURNING id`;
}
