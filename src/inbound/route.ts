// Which mailbox settles which arrival. The order of precedence is mail/arrival.ts; here every arrival has exactly one mailbox.
import type { Arrival } from "../vocabulary.ts";
import { settleAutomatic } from "./automatic.ts";
import { settleBcc } from "./bcc.ts";
import { settleOriginals } from "./forwards.ts";
import { settleReply } from "./replies.ts";
import { ignored } from "./settled.ts";
import type { Mailbox } from "./settled.ts";
import { settleVerification } from "./verifications.ts";

export const MAILBOXES: Readonly<Record<Arrival, Mailbox>> = {
  automatic: settleAutomatic,
  reply: settleReply,
  verification: settleVerification,
  "attached-forward": settleOriginals,
  forward: settleOriginals,
  invite: settleOriginals,
  bcc: settleBcc,
  "auto-forward": settleOriginals,
  unplaced: settleOriginals,
  // Never reached: process fails such a message, so that its raw is kept.
  unreadable: () => Promise.resolve(ignored("unreadable")),
};
