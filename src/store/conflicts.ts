// What a failed batch means. SQLite names the constraint; these are the ones the schema makes on purpose. Everything else is an outage.

/** Somebody else appended to the same person's history first: decide again on what is there now. */
export function isCollision(error: unknown): boolean {
  return /UNIQUE constraint failed: touchpoints\./.test(messageOf(error));
}

/** The lease ran out and another consumer has the message: nothing of this batch was written. */
export function isLostLease(error: unknown): boolean {
  return /NOT NULL constraint failed: (?:inbound_messages|outbox)\.state/.test(messageOf(error));
}

/** This person's digest of this day exists. */
export function isDigestThere(error: unknown): boolean {
  return /UNIQUE constraint failed: digests\./.test(messageOf(error));
}

/** This very report came before: nothing of this batch was written. */
export function isKnownReport(error: unknown): boolean {
  return /UNIQUE constraint failed: seen\.key/.test(messageOf(error));
}

/** The link was used already: nothing of this batch was written. */
export function isUsedUp(error: unknown): boolean {
  return /CHECK constraint failed: uses/.test(messageOf(error));
}

/** Runs something on D1 or R2; what fails there without naming a constraint is an outage, and nobody's mail is to blame for it. */
export async function stored<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (/constraint failed/.test(messageOf(error))) throw error;
    throw Object.assign(new Error("storage is away", { cause: error }), { name: OUTAGE });
  }
}

const OUTAGE = "Outage";

/** Storage did not answer, or not in time: whether something was written is not known. */
export function isOutage(error: unknown): boolean {
  return error instanceof Error && error.name === OUTAGE;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.message} ${messageOf(error.cause)}` : "";
}
