// A letter with numbers that the person answers with, and the files that go with it.
import type { Letter } from "./render.ts";

export type NumberedLetter = {
  readonly letter: Letter;
  /** What stands behind the numbers, in order: number 1 is the first. A follow-up's id, a question, or an opportunity. */
  readonly items: readonly string[];
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly text: string }[];
};

/** An opportunity behind a number, beside follow-ups and questions. */
export function opportunityItem(opportunityId: string): string {
  return `@${opportunityId}`;
}

/** The opportunity behind an item; null for every other one. */
export function opportunityOfItem(item: string): string | null {
  return item.startsWith("@") ? item.slice(1) : null;
}
