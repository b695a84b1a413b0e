// What Resend reports about letters that left. Its signature is checked over the raw body; a report counts once, in whatever order it comes.
import { Resend } from "resend";
import { toInstant } from "../calendar.ts";
import { normaliseAddress } from "../mail/address.ts";
import { isKnownReport } from "../store/conflicts.ts";
import { letterOfProviderId, noteReport, rememberReport } from "../store/deliveries.ts";
import type { Report } from "../store/deliveries.ts";
import type { World } from "../world.ts";

/** More than any report has; what is longer is not read. */
const MOST_BYTES = 256 * 1024;

/** What is answered: 204 noted (or of no concern), 401 not signed, 404 no reports are taken here, 413 too long. */
export type Heard = { readonly status: 204 | 401 | 404 | 413 };

/** Notes one report. Throws when D1 is away: the provider repeats it. */
export async function hearProvider(world: World, request: Request): Promise<Heard> {
  const { mailer } = world.settings;
  if (mailer.is !== "resend" || mailer.webhookSecrets.length === 0) return { status: 404 };
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return { status: 413 };
  const body = await request.text();
  if (body.length > MOST_BYTES) return { status: 413 };
  const signed = verified(body, request.headers, mailer);
  if (signed === null) return { status: 401 };
  const report = await reportOf(toEvent(signed), world);
  if (report === null) return { status: 204 };
  const id = request.headers.get("svix-id") ?? "";
  try {
    await world.db.batch([
      rememberReport(world.db, id, world.now),
      ...noteReport(world.db, report, world.now),
    ]);
  } catch (error) {
    if (!isKnownReport(error)) throw error;
  }
  return { status: 204 };
}

/** What the body says, when one of the secrets signed it within the last minutes (Standard Webhooks); null otherwise. */
function verified(
  payload: string,
  headers: Headers,
  { apiKey, webhookSecrets }: Extract<World["settings"]["mailer"], { is: "resend" }>,
): object | null {
  const resend = new Resend(apiKey);
  const named = {
    id: headers.get("svix-id") ?? "",
    timestamp: headers.get("svix-timestamp") ?? "",
    signature: headers.get("svix-signature") ?? "",
  };
  for (const webhookSecret of webhookSecrets) {
    try {
      return resend.webhooks.verify({ payload, headers: named, webhookSecret });
    } catch {
      // Not signed by this secret: perhaps by the one before it.
    }
  }
  return null;
}

/** What of an event concerns us; the shape is the provider's. */
type Event = {
  readonly type: string;
  readonly at: string;
  readonly emailId: string;
  readonly letterId: string | null;
  readonly recipient: string | null;
  readonly isPermanent: boolean;
};

function toEvent(payload: object): Event {
  const { type, created_at: at, data } = fieldsOf(payload);
  const { email_id: emailId, to, tags, bounce } = fieldsOf(data);
  const [recipient]: readonly unknown[] = Array.isArray(to) ? to : [];
  const { type: bounceType, subType } = fieldsOf(bounce);
  return {
    type: textOf(type),
    at: textOf(at),
    emailId: textOf(emailId),
    letterId: textOf(fieldsOf(tags)["letter_id"]) || null,
    recipient: normaliseAddress(textOf(recipient)) || null,
    // A full mailbox is emptied some day, whatever its server calls it.
    isPermanent: bounceType === "Permanent" && subType !== "MailboxFull",
  };
}

async function reportOf(event: Event, { db, now }: World): Promise<Report | null> {
  const letterId = event.letterId ?? (await letterOfProviderId(db, event.emailId));
  if (letterId === null) return null;
  const happened = Date.parse(event.at);
  const about = { letterId, at: Number.isNaN(happened) ? now : toInstant(happened) };
  const { emailId: providerId, recipient } = event;
  switch (event.type) {
    case "email.sent":
      return { ...about, is: "sent", providerId };
    case "email.delivered":
      return { ...about, is: "delivered", providerId };
    case "email.failed":
      return { ...about, is: "failed", reason: "the provider could not send it" };
    case "email.bounced":
      return { ...about, is: event.isPermanent ? "hard-bounce" : "soft-bounce", recipient };
    // The provider keeps a list of addresses that came back or complained before, and sends nothing there.
    case "email.suppressed":
      return { ...about, is: "hard-bounce", recipient };
    case "email.complained":
      return { ...about, is: "complaint" };
    default:
      return null;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
