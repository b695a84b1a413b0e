// Local mode only: play the outside world. Forward a mail, read every letter that would have left, answer it, move the clock.
// Stamps Authentication-Results as the receiving server would; no code path of the product skips reading it.
import { Hono } from "hono";
import { addSeconds, dayOf } from "../calendar.ts";
import { withLinkSecrets } from "../letters/links.ts";
import { domainOf, linkSecret, replyAddress } from "../mail/address.ts";
import { letterReference } from "../mail/letter-id.ts";
import { readMessage } from "../mail/message.ts";
import { withHeaderOnTop, writeMessage } from "../mail/written-message.ts";
import { planFollowUps } from "../opportunity/follow-ups.ts";
import { replayAll } from "../opportunity/opportunity.ts";
import { loadDigestMaterial } from "../store/digests.ts";
import { listInbound } from "../store/inbound.ts";
import { clockOffset, countUnfinished, setClockOffset } from "../store/local.ts";
import { findLetter, listLetters } from "../store/outbox.ts";
import type { ShownLetter } from "../store/outbox.ts";
import { listPeople } from "../store/people.ts";
import { startSession } from "../store/sign-in.ts";
import type { World } from "../world.ts";
import { fieldOf } from "./form.ts";
import { LetterPage, MailboxPage } from "./pages/mailbox.tsx";
import type { LocalState, ShownFollowUp } from "./pages/mailbox.tsx";
import { keepSession } from "./session.ts";

/** Ways into the other shells, given by worker.ts: what Cloudflare's mail server and cron do in production. */
export type Doors = {
  readonly receive: (arriving: {
    to: string;
    size: number;
    bytes: () => Promise<Uint8Array>;
  }) => Promise<{ readonly is: string }>;
  readonly wake: () => Promise<unknown>;
  /** What the provider of letters has to say about them. */
  readonly report: (request: Request) => Promise<{ readonly status: 204 | 401 | 404 | 413 }>;
};

const SHOWN = 100;

export function localMailbox(world: World, doors: Doors): Hono {
  const { db, settings } = world;
  const app = new Hono();

  app.get("/", async (c) => c.html(<MailboxPage {...await stateOf(c.req.query("person"))} />));

  app.get("/state", async (c) => c.json(await stateOf(c.req.query("person"))));

  app.get("/letters/:id", async (c) => {
    const letter = await findLetter(db, c.req.param("id"));
    return letter ? c.html(<LetterPage letter={await asSent(letter, settings)} />) : c.notFound();
  });

  /** A mail as bytes, to anybody here: what the demo data and scripts use. */
  app.post("/mail", async (c) => {
    const raw = new Uint8Array(await c.req.arrayBuffer());
    return c.json(await arrive(c.req.query("to") ?? "", raw));
  });

  app.post("/forward", async (c) => {
    const form = await c.req.formData();
    const file = form.get("file");
    const pasted = fieldOf(form, "pasted");
    const bytes =
      file instanceof File && file.size > 0
        ? new Uint8Array(await file.arrayBuffer())
        : new TextEncoder().encode(pasted);
    const person = (await listPeople(db)).find(({ userId }) => userId === form.get("person"));
    if (!person) return c.notFound();
    const raw = form.get("how") === "attached" ? forwardedAsAttachment(bytes, person, world) : bytes;
    await arrive(person.inbox, raw);
    return c.redirect(`/local?person=${person.userId}`, 303);
  });

  /** The website as this person, without looking for the letter first. */
  app.post("/sign-in", async (c) => {
    const userId = fieldOf(await c.req.formData(), "person");
    if (!(await listPeople(db)).some((one) => one.userId === userId)) return c.notFound();
    const session = world.newId();
    await (await startSession(db, { session, userId }, world.now)).run();
    keepSession(c, session, settings);
    return c.redirect("/board", 303);
  });

  app.post("/letters/:id/reply", async (c) => {
    const form = await c.req.formData();
    const letter = await findLetter(db, c.req.param("id"));
    if (!letter) return c.notFound();
    const to = await replyAddress(letter.id, settings.mailDomain, settings.signingSecret);
    const quoted = (letter.text ?? "").split("\n").map((line) => `> ${line}`);
    await arrive(
      to,
      writeMessage({
        from: letter.to,
        to,
        subject: `Re: ${letter.subject}`,
        date: new Date(world.now).toUTCString(),
        headers: {
          "Message-ID": `<${world.newId()}@local.example>`,
          References: `<${letterReference(letter.id, settings.mailDomain)}>`,
        },
        body: [fieldOf(form, "text"), "", `On ${letter.createdAt}, Callback wrote:`, ...quoted].join("\n"),
      }),
    );
    return c.redirect("/local", 303);
  });

  app.post("/clock", async (c) => {
    const form = await c.req.formData();
    const offset = await clockOffset(db);
    const machine = Date.parse(addSeconds(world.now, -offset));
    const to = fieldOf(form, "to");
    const moved = to === "" ? offset + Number(fieldOf(form, "by") || 0) : (Date.parse(to) - machine) / 1000;
    if (!form.has("reset") && !Number.isFinite(moved))
      return c.text("by is a number of seconds, to an ISO 8601 instant\n", 400);
    await setClockOffset(db, form.has("reset") ? 0 : moved);
    await doors.wake();
    return c.redirect("/local", 303);
  });

  async function stateOf(personId: string | undefined): Promise<LocalState> {
    const people = await listPeople(db);
    const person = people.find(({ userId }) => userId === personId) ?? people[0] ?? null;
    const userId = person?.userId ?? "";
    return {
      now: world.now,
      unfinished: await countUnfinished(db, world.now),
      people,
      person,
      inbound: await listInbound(db, userId, SHOWN),
      letters: await Promise.all(
        (await listLetters(db, userId, SHOWN)).map((letter) => asSent(letter, settings)),
      ),
      followUps: await followUpsOf(world, userId),
    };
  }

  async function arrive(to: string, bytes: Uint8Array): Promise<{ readonly is: string }> {
    const { from } = await readMessage(bytes);
    const domain = domainOf(from?.address ?? "unknown.example");
    const raw = withHeaderOnTop(
      bytes,
      "Authentication-Results",
      `${settings.authservId}; dmarc=pass header.from=${domain}`,
    );
    return doors.receive({ to, size: raw.length, bytes: () => Promise.resolve(raw) });
  }

  return app;
}

/** Links get their secrets when a letter leaves. */
async function asSent(
  letter: ShownLetter,
  { siteUrl, signingSecret }: World["settings"],
): Promise<ShownLetter> {
  const revealed = (words: string | null) =>
    words && withLinkSecrets(words, siteUrl, (name) => linkSecret(name, signingSecret));
  return { ...letter, text: await revealed(letter.text), html: await revealed(letter.html) };
}

/** Planned anew, as a digest would: some of them end by the passing of time alone. */
async function followUpsOf({ db, now }: World, userId: string): Promise<ShownFollowUp[]> {
  const material = await loadDigestMaterial(db, userId);
  if (!material) return [];
  const { person, history } = material;
  const context = { today: dayOf(now, person.zone), zone: person.zone, waitDays: person.waitDays };
  return replayAll(history, person.zone).flatMap((one) =>
    planFollowUps(one, context).map((followUp) => ({ ...followUp, company: one.company, role: one.role })),
  );
}

function forwardedAsAttachment(
  original: Uint8Array,
  person: { readonly address: string; readonly inbox: string },
  { now, newId }: World,
): Uint8Array {
  return writeMessage({
    from: person.address,
    to: person.inbox,
    subject: "Fwd: (attached)",
    date: new Date(now).toUTCString(),
    headers: { "Message-ID": `<${newId()}@local.example>` },
    attached: [original],
  });
}
