// Local mode: nothing leaves the machine. The outbox row is the letter; the local mailbox and the demo show it.
import type { Mailer } from "../../world.ts";

export function localMailer(): Mailer {
  return { send: ({ id }) => Promise.resolve({ is: "sent", providerId: `local-${id}`, messageId: null }) };
}
