// A letter of ours that came back by mail: a delivery status notification (RFC 3464). Anybody can write one; what is believed is only the
// reply address in it, which nobody knows who has not seen the letter.
import { letterOfReplyAddress, normaliseAddress } from "./address.ts";
import { header, readHeaders } from "./message.ts";
import type { Message } from "./message.ts";

export type Bounce = {
  /** The letter that came back. */
  readonly letterId: string;
  /** Who did not get it, normalised. */
  readonly recipient: string;
  /** False: for now, or because the mailbox is full. */
  readonly isHard: boolean;
};

/** What a notification proves to have come back. `recipient`: the address of ours that it came to; `believed`: our secrets. */
export async function readBounces(
  message: Message,
  recipient: string,
  believed: readonly string[],
): Promise<readonly Bounce[]> {
  if (!message.contentType.includes("report-type=delivery-status") && message.reports.length === 0) return [];
  const letterId = await provenLetter([recipient, ...(await quotedReplyAddresses(message))], believed);
  if (letterId === null) return [];
  return message.reports.flatMap(recipientsIn).map((one) => ({ letterId, ...one }));
}

async function provenLetter(
  addresses: readonly string[],
  believed: readonly string[],
): Promise<string | null> {
  for (const address of addresses) {
    const letterId = await letterOfReplyAddress(address, believed);
    if (letterId !== null) return letterId;
  }
  return null;
}

/** Reply-To of the letter that the notification quotes: as a whole message, or its headers alone. */
async function quotedReplyAddresses({ attached, reports }: Message): Promise<string[]> {
  const heads = [
    ...attached.slice(0, 3),
    ...reports.slice(0, 3).map((text) => new TextEncoder().encode(text)),
  ];
  const read = await Promise.all(heads.map(readHeaders));
  return read.flatMap(
    (headers) => /[^<>\s,]{1,64}@[^<>\s,]{1,255}/.exec(header(headers, "reply-to") ?? "")?.[0] ?? [],
  );
}

const MOST_RECIPIENTS = 20;

/** Blocks of fields, one for each recipient (RFC 3464 section 2.3); only what failed for good is told, delays are not. */
function recipientsIn(report: string): Omit<Bounce, "letterId">[] {
  return report
    .split(/\r?\n\r?\n/)
    .slice(0, MOST_RECIPIENTS)
    .flatMap((block) => {
      const field = (name: string) =>
        new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, "im").exec(block)?.[1]?.trim() ?? "";
      // RFC 3464 section 2.3.2: `rfc822; ada@home.example`.
      const recipient = normaliseAddress(
        (field("Original-Recipient") || field("Final-Recipient")).split(";").at(-1)?.replace(/[<>]/g, "") ??
          "",
      );
      const [, kind, detail] = /^([245])\.(\d{1,3}\.\d{1,3})/.exec(field("Status")) ?? [];
      if (field("Action").toLowerCase() !== "failed" || recipient === "" || kind === undefined) return [];
      // RFC 3463: X.2.2 is a full mailbox, which is emptied some day.
      return [{ recipient, isHard: kind === "5" && detail !== "2.2" }];
    });
}
