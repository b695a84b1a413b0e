// A secret address that leaked: when far more comes than to anybody who looks for a job, what nobody vouches for is kept unread, and the person is
// told once a day. What they forward themselves, and what its sender's provider vouches for, goes on.
import { composeFlood } from "../letters/notices.ts";
import { HELD } from "../store/held.ts";
import { letterTo } from "../store/outbox.ts";
import { NOTHING_SETTLED } from "./settled.ts";
import type { Inbound, Settled } from "./settled.ts";

/** So many mails in 24 hours are a flood. */
export const FLOOD_FROM = 200;

/** Whether a mail is held back unread. */
export function isHeldBack({ claim, sender, owner, isSigned }: Inbound): boolean {
  const isVouchedFor = sender !== null || owner !== null || isSigned;
  return claim.arrivedBefore >= FLOOD_FROM && !isVouchedFor && !claim.isReleased;
}

/** Keeps it for 30 days, and tells the person. */
export async function holdBack({ claim, world }: Inbound): Promise<Settled> {
  const { settings, now, newId } = world;
  const letter = await composeFlood(`${settings.siteUrl}/questions`, `${settings.siteUrl}/settings`);
  return {
    ...NOTHING_SETTLED,
    state: "ignored",
    reason: HELD,
    letters: [
      letterTo(claim.person, { id: newId(), key: `flood/${now.slice(0, 10)}`, kind: "problem" }, { letter }),
    ],
  };
}
