// What machines write is set aside and never answered; only that a letter of ours came back is taken note of.
import { readBounces } from "../mail/bounce.ts";
import type { Bounce } from "../mail/bounce.ts";
import type { Instant } from "../calendar.ts";
import type { Report } from "../store/deliveries.ts";
import { ignored } from "./settled.ts";
import type { Inbound, Settled } from "./settled.ts";

export async function settleAutomatic({ arrived, message, claim, world }: Inbound): Promise<Settled> {
  const bounces =
    arrived.automatic?.reason === "bounce"
      ? await readBounces(message, claim.recipient, world.settings.believedSecrets)
      : [];
  return {
    ...ignored(`automatic: ${arrived.automatic?.reason ?? "unknown"}`),
    reports: bounces.map((bounce) => reportOf(bounce, claim.receivedAt)),
  };
}

/** The same as when the provider reports it. */
export function reportOf({ letterId, recipient, isHard }: Bounce, at: Instant): Report {
  return { letterId, recipient, at, is: isHard ? "hard-bounce" : "soft-bounce" };
}
