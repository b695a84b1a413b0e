// How broad the search is (S9): never scolds, never leads with bad news.
import { addDays } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { Opportunity } from "./opportunity.ts";

export type Breadth = {
  readonly active: number;
  /** First heard of in the last seven days. */
  readonly fresh: number;
  /** The only one that is moving, while others are none or asleep; null otherwise. */
  readonly basket: Opportunity | null;
};

/** How many irons are in the fire. */
export function breadthOf(opportunities: readonly Opportunity[], today: Day): Breadth {
  const active = opportunities.filter(({ stage }) => stage !== "closed");
  const monthAgo = addDays(today, -28);
  const moving = active.filter(({ heard, steps }) =>
    [heard.at(-1)?.on, steps.at(-1)?.heldOn].some((day) => day !== undefined && day > monthAgo),
  );
  const [only] = moving;
  return {
    active: active.length,
    fresh: active.filter(({ heard }) => (heard[0]?.on ?? "") > addDays(today, -7)).length,
    basket: moving.length === 1 && only ? only : null,
  };
}
