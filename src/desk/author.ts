// Who changes the history, by a mail or on the website: everything that a change needs beside the history itself.
import type { Correction } from "../opportunity/corrections.ts";
import type { Instant } from "../calendar.ts";
import type { Person } from "../store/people.ts";
import type { World } from "../world.ts";

export type Author = {
  readonly world: Pick<World, "db" | "raw" | "now" | "newId" | "settings">;
  readonly person: Person;
  /** When they said it: when their mail arrived, however late it is read, or now on the website. What it changes happened then. */
  readonly saidAt: Instant;
  /** What the person taught about senders. */
  readonly corrections: readonly Correction[];
  /** The mail that says it; null on the website. */
  readonly inboundId: string | null;
};
