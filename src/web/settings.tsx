// Settings: when letters leave, how drafts are written, whose addresses, and the calendar feed.
import { Hono } from "hono";
import type { Context } from "hono";
import { canonicalZone, dayOf, sayDay, sayTime } from "../calendar.ts";
import { confirmLink } from "../letters/links.ts";
import { composeAddAddress, composeRotated } from "../letters/notices.ts";
import { calendarToken, inboxAddress, linkSecret, normaliseAddress } from "../mail/address.ts";
import { cut, oneLine } from "../mail/text.ts";
import { TONES } from "../playbook/draft-texts.ts";
import { FIRST_WAIT_DAYS } from "../playbook/follow-ups.ts";
import { LANGUAGES } from "../playbook/languages.ts";
import { HOLIDAY_COUNTRIES } from "../playbook/public-holidays.ts";
import { ROTATED_DAYS, endInbox, removeSender, rotateInbox } from "../store/addresses.ts";
import { resumeLetters } from "../store/deliveries.ts";
import { enqueueLetters, letterTo } from "../store/outbox.ts";
import { changeSettings, nextDigestAfter, setCalendarKey, whoseAddress } from "../store/people.ts";
import type { Person, SettingsChange } from "../store/people.ts";
import { endSessionsOf, endSignInsBy, insertToken } from "../store/tokens.ts";
import { addSeconds } from "../calendar.ts";
import { RECEIPT_CHOICES } from "../vocabulary.ts";
import { queueJobs } from "../world.ts";
import type { World } from "../world.ts";
import { fieldOf, problemWithAddress } from "./form.ts";
import { TooOftenPage } from "./pages/message.tsx";
import { SettingsPage } from "./pages/settings.tsx";
import { dropSession, openVisit, say } from "./session.ts";
import { mayAsk } from "./tries.ts";
import { openFrame, toSignIn } from "./visit.ts";

/** `/settings` and the forms on it. */
export function settingsPages(world: World): Hono {
  const { db, now, settings } = world;
  const app = new Hono();
  app.get("/", async (c) => {
    const visit = await openFrame(c, world, []);
    if (!visit) return toSignIn(c);
    const { person, frame } = visit;
    return c.html(<SettingsPage frame={frame} person={person} feed={await feedLink(person, world)} />);
  });
  const form = (
    path: string,
    carryOut: (person: Person, fields: FormData, c: Context) => Promise<string | Response>,
  ) =>
    app.post(path, async (c) => {
      const fields = await c.req.formData();
      const visit = await openVisit(c, world, []);
      if (!visit) return toSignIn(c);
      const said = await carryOut(visit.person, fields, c);
      if (typeof said !== "string") return said;
      await say(c, { text: said, undo: null }, settings);
      return c.redirect("/settings", 303);
    });

  form("/", async (person, fields) => {
    const change = changeIn(fields, person, world);
    const asked = fieldOf(fields, "zone");
    if (typeof change === "string") return change;
    await db.batch(changeSettings(db, person, change, now));
    return saySettings(person, change, world, canonicalZone(asked) === null ? asked : "");
  });
  form("/addresses", async (person, fields, c) => {
    const address = normaliseAddress(fieldOf(fields, "address"));
    const problem = problemWithAddress(address);
    if (problem !== null) return problem;
    const tries = await mayAsk(c, world, address);
    if (tries === "network") return c.html(<TooOftenPage />, 429);
    if (tries === "ok") await askForAddress(person, address, world);
    return `If ${address} is free, a letter with a link is on its way to it. Its button adds the address.`;
  });
  form("/addresses/remove", async (person, fields) => {
    const address = normaliseAddress(fieldOf(fields, "address"));
    const [removed] = await db.batch([
      removeSender(db, person.id, address),
      endSignInsBy(db, person.id, address),
    ]);
    return (removed?.meta.changes ?? 0) > 0
      ? `${address} is removed. What it forwards counts as somebody else's now.`
      : "That one stays: it is your last proven address, and letters go there.";
  });
  form("/addresses/resume", async (person, fields) => {
    const address = normaliseAddress(fieldOf(fields, "address"));
    const isStopped = person.senders.some((one) => one.address === address && one.stopped !== null);
    if (!isStopped) return "Letters to that address have not stopped.";
    await db.batch(resumeLetters(db, person, address, now));
    return `Letters go to ${address} again.`;
  });
  form("/inbox", async (person) => rotate(person, world));
  form("/inbox/end", async (person, fields) => {
    const address = normaliseAddress(fieldOf(fields, "address"));
    const { meta } = await endInbox(db, person.id, address).run();
    return meta.changes > 0 ? "The old address does not work any more." : "There is no such old address.";
  });
  form("/calendar", async (person) => {
    await setCalendarKey(db, person.id, world.newId()).run();
    return person.calendarKey === null
      ? "Your calendar has a link now."
      : "The calendar has a new link; the old one does not work any more.";
  });
  form("/calendar/off", async (person) => {
    await setCalendarKey(db, person.id, null).run();
    return "The calendar's link does not work any more.";
  });
  form("/sign-out-everywhere", async (person, _, c) => {
    await endSessionsOf(db, person.id).run();
    dropSession(c, settings);
    return c.redirect("/", 303);
  });
  return app;
}

/** The link of the calendar feed; null when it is off. */
async function feedLink({ id, calendarKey }: Person, { settings }: World): Promise<string | null> {
  return calendarKey === null
    ? null
    : `${settings.siteUrl}/calendar/${await calendarToken(id, calendarKey, settings.signingSecret)}.ics`;
}

/** What the form changes, or what is wrong with it. */
function changeIn(fields: FormData, person: Person, { now }: World): SettingsChange | string {
  const every = fieldOf(fields, "every");
  const zone = canonicalZone(fieldOf(fields, "zone")) ?? person.zone;
  const holidays = fieldOf(fields, "holidays");
  const weekday = Number(fieldOf(fields, "weekday"));
  const hour = Number(fieldOf(fields, "hour"));
  const waitDays = Number(fieldOf(fields, "waitDays"));
  const tone = TONES.find((one) => one === fieldOf(fields, "tone"));
  const receipts = RECEIPT_CHOICES.find((one) => one === fieldOf(fields, "receipts"));
  if (!within(waitDays, FIRST_WAIT_DAYS.least, FIRST_WAIT_DAYS.most))
    return "One to two weeks fit for the first follow-up: 7 to 14 days. Nothing was changed.";
  if (!within(weekday, 1, 7) || !within(hour, 0, 23) || tone === undefined || receipts === undefined)
    return "Something was missing in that form. Nothing was changed.";
  return {
    pausedAt: every === "paused" ? (person.pausedAt ?? now) : null,
    ...(every === "week" || every === "day" ? { every } : {}),
    weekday,
    hour,
    zone,
    emptyDigest: fieldOf(fields, "emptyDigest") !== "",
    receipts,
    evening: fieldOf(fields, "evening") !== "",
    thankYou: fieldOf(fields, "thankYou") !== "",
    waitDays,
    tone,
    holidays: HOLIDAY_COUNTRIES.includes(holidays) ? holidays : null,
    language: LANGUAGES.find((one) => one === fieldOf(fields, "language")) ?? null,
    name: cut(oneLine(fieldOf(fields, "name")), 100) || null,
  };
}

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function saySettings(person: Person, change: SettingsChange, { now }: World, oddZone: string): string {
  const odd =
    oddZone === "" ? "" : ` “${cut(oddZone, 40)}” is no time zone that we know; yours stays ${person.zone}.`;
  if (change.pausedAt) return `Saved. Digests and reminders are paused.${odd}`;
  const next = nextDigestAfter(person, change, now);
  const zone = change.zone ?? person.zone;
  return `Saved.${odd} The next digest: ${sayDay(dayOf(next, zone), "long")}, ${sayTime(next, zone)}.`;
}

/** Asks the new address whether it is theirs; one that belongs to somebody is not asked. */
async function askForAddress(person: Person, address: string, world: World): Promise<void> {
  const { db, now, newId, settings } = world;
  const known = await whoseAddress(db, address);
  if (known && (known.userId !== person.id || known.kind !== "sender")) return;
  const [letterId, linkName] = [newId(), newId()];
  const secret = await linkSecret(linkName, settings.signingSecret);
  const letter = await composeAddAddress(confirmLink(settings.siteUrl, linkName));
  await db.batch([
    await insertToken(db, { secret, userId: person.id, purpose: "add-address", about: [address] }, now),
    ...enqueueLetters(
      db,
      person.id,
      [
        {
          ...letterTo(person, { id: letterId, key: `add-address/${letterId}`, kind: "welcome" }, { letter }),
          to: address,
        },
      ],
      now,
    ),
  ]);
  await queueJobs(world, [{ verb: "deliver", letterId }]);
}

/** At most so many old addresses at a time: each of them still takes mail. */
const MOST_ENDING = 3;

async function rotate(person: Person, world: World): Promise<string> {
  const { db, now, newId, settings } = world;
  if (person.endingInboxes.length >= MOST_ENDING)
    return "Several old addresses still work. Please end one of them first.";
  const letterId = newId();
  const inbox = inboxAddress(newId(), settings.mailDomain);
  const until = dayOf(addSeconds(now, ROTATED_DAYS * 24 * 3600), person.zone);
  const letter = await composeRotated(inbox, until);
  await db.batch([
    ...rotateInbox(db, person.id, inbox, now),
    ...enqueueLetters(
      db,
      person.id,
      [letterTo(person, { id: letterId, key: `rotated/${letterId}`, kind: "welcome" }, { letter })],
      now,
    ),
  ]);
  await queueJobs(world, [{ verb: "deliver", letterId }]);
  return `You have a new address. The old one works until ${sayDay(until, "long")}.`;
}
