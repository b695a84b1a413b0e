// "Confirm forwarding" mails of the person's mail provider: relayed with link and code, only when the provider provably sent them.
import { authenticatedSender } from "../mail/authentication.ts";
import { composeVerification } from "../letters/notices.ts";
import { letterTo } from "../store/outbox.ts";
import { NOTHING_SETTLED, ignored } from "./settled.ts";
import type { Inbound, Settled } from "./settled.ts";

/** Relays what the provider asks to the person; a forged one is ignored. */
export async function settleVerification({ claim, message, arrived, world }: Inbound): Promise<Settled> {
  const { verification } = arrived;
  if (!verification || authenticatedSender(message, world.settings.authservId) === null)
    return ignored("verification-unproven");
  return {
    ...NOTHING_SETTLED,
    state: "delivered",
    letters: [
      letterTo(
        claim.person,
        { id: world.newId(), key: `verification/${claim.id}`, kind: "verification" },
        { letter: await composeVerification(verification) },
      ),
    ],
  };
}
