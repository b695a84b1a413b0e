// The mails of the demo: Ada's first three forwards, or the user's own files as somebody's forwards.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addSeconds, toInstant } from "../calendar.ts";
import type { Instant, Zone } from "../calendar.ts";
import { unwrapForward } from "../mail/forward.ts";
import { readMessage } from "../mail/message.ts";
import type { Message } from "../mail/message.ts";
import { ADA } from "./local-settings.ts";
import { writeMessage } from "../mail/written-message.ts";

export type DemoMails = {
  readonly person: {
    readonly address: string;
    readonly name: string | null;
    readonly zone: Zone;
    readonly inbox: string;
  };
  readonly mails: readonly DemoMail[];
};
export type DemoMail = { readonly about: string; readonly arrivesAt: Instant; readonly raw: Uint8Array };

const FIXTURES = join(import.meta.dirname, "../../test/fixtures/ada");

/** Three forwards in three layouts: Gmail, Outlook, Apple Mail. */
export async function storyMails(): Promise<DemoMails> {
  const files = [
    ["forwarded with Gmail", "01-gmail-en-interview.eml"],
    ["forwarded with Outlook", "02-outlook-en-acknowledgement.eml"],
    ["forwarded with Apple Mail", "03-apple-en-outreach.eml"],
  ] as const;
  return {
    person: ADA,
    mails: await Promise.all(
      files.map(([about, name]) => toDemoMail(about, new Uint8Array(readFileSync(join(FIXTURES, name))))),
    ),
  };
}

/** The user's own mails: forwards as they are, anything else as an attachment that its reader forwards. */
export async function ownMails(paths: readonly string[]): Promise<DemoMails> {
  const files = await Promise.all(
    paths.map(async (path) => {
      const raw = new Uint8Array(readFileSync(path));
      return { path, raw, message: await readMessage(raw) };
    }),
  );
  const forwarder = files.find(({ message }) => isForward(message))?.message.from;
  const person = { ...ADA, ...(forwarder ? { address: forwarder.address, name: forwarder.name } : {}) };
  const mails = await Promise.all(
    files.map(({ path, raw, message }) =>
      toDemoMail(path, isForward(message) ? raw : attached(raw, message, person.address)),
    ),
  );
  return { person, mails: mails.toSorted((a, b) => a.arrivesAt.localeCompare(b.arrivesAt)) };
}

async function toDemoMail(about: string, raw: Uint8Array): Promise<DemoMail> {
  const { date } = await readMessage(raw);
  return { about, raw, arrivesAt: addSeconds(date ?? toInstant(Date.now()), 60) };
}

function isForward(message: Message): boolean {
  return message.attached.length > 0 || unwrapForward(message, { owners: [], zone: ADA.zone }) !== null;
}

function attached(raw: Uint8Array, { subject, date, messageId }: Message, from: string): Uint8Array {
  return writeMessage({
    from,
    to: ADA.inbox,
    subject: `Fwd: ${subject}`,
    date: new Date(date ?? Date.now()).toUTCString(),
    headers: { "Message-ID": `<forward-of-${messageId ?? "nothing"}>` },
    attached: [raw],
  });
}
