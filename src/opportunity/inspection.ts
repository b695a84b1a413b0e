// The public JSON of `npm run inspect` (PRODUCT section 9): one object per original. Additions are allowed, changes are not.
import type { Arrived } from "../mail/arrival.ts";
import type { Original } from "../mail/original.ts";
import { readInstructions } from "./instructions.ts";
import { readOriginal } from "./read.ts";
import { NOTHING_READ } from "./reading.ts";
import type { Day, Zone } from "../calendar.ts";

/** What a message with nothing to understand in it reads as. */
const NO_READING = {
  ...NOTHING_READ,
  kind: null,
  certainty: null,
  language: null,
  reasons: [],
  jobLink: null,
};

/** The objects to print for one message: one per original, `#1`, `#2` … when there are several. */
export function inspect(
  id: string,
  arrived: Arrived,
  options: { readonly zone: Zone; readonly today: Day },
): object[] {
  const instructions =
    arrived.arrival === "reply" ? readInstructions(arrived.comment ?? "", options).instructions : [];
  const around = {
    arrival: arrived.arrival,
    automatic: arrived.automatic?.reason ?? null,
    comment: arrived.comment,
  };
  const after = { instructions, verification: arrived.verification };
  if (arrived.originals.length === 0) return [{ id, ...around, original: null, ...NO_READING, ...after }];
  return arrived.originals.map((original, at) => ({
    id: arrived.originals.length > 1 ? `${id}#${at + 1}` : id,
    ...around,
    original: printed(original),
    ...readOriginal(original, options),
    ...after,
  }));
}

function printed({ from, to, cc, subject, date, text }: Original): object {
  return { from, to, cc, subject, date, text };
}
