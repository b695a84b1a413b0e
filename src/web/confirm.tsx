// Pages that a letter's link leads to: one says what will happen, one button does it. Nothing ever happens on GET, because mail scanners follow links.
import { Hono } from "hono";
import { inboxAddress, userOfStopToken } from "../mail/address.ts";
import { nameOf } from "../letters/item.ts";
import { composePaused } from "../letters/notices.ts";
import { isUsedUp } from "../store/conflicts.ts";
import { confirmInbound } from "../store/inbound.ts";
import { erasePerson, findForgettable, forgetOpportunities } from "../store/forget.ts";
import { enqueueLetters, letterTo } from "../store/outbox.ts";
import { changeSettings, findPerson } from "../store/people.ts";
import { deleteRawOf } from "../store/raw.ts";
import { confirmSignUp } from "../store/sign-up.ts";
import { addSender } from "../store/addresses.ts";
import { startSession } from "../store/sign-in.ts";
import { findToken, useToken } from "../store/tokens.ts";
import type { Token } from "../store/tokens.ts";
import { queueJobs } from "../world.ts";
import type { World } from "../world.ts";
import { MessagePage } from "./pages/message.tsx";
import { ButtonPage } from "./pages/button.tsx";
import { keepSession } from "./session.ts";

/** What is confirmed here; signing in has its own page. */
const CONFIRMED = ["obey", "forget", "delete-me", "sign-up", "add-address"] as const;
type Confirmed = Token & { readonly purpose: (typeof CONFIRMED)[number] };

/** `/confirm/<token>`: orders of an unproven reply, forgetting, deleting, signing up, one more address. */
export function confirmPages(world: World): Hono {
  const { db, now } = world;
  const app = new Hono();
  app.get("/:secret", async (c) => {
    const token = await findToken(db, c.req.param("secret"), CONFIRMED, now);
    if (!token) return c.html(<UsedUp />, 404);
    const { title, says, button } = await describe(token, world);
    return c.html(
      <ButtonPage title={title} button={button}>
        {says}
      </ButtonPage>,
    );
  });
  app.post("/:secret", async (c) => {
    const secret = c.req.param("secret");
    const token = await findToken(db, secret, CONFIRMED, now);
    if (!token) return c.html(<UsedUp />, 404);
    try {
      const { purpose } = token;
      if (purpose === "sign-up") {
        const session = await welcome(token.userId, await useToken(db, secret), world);
        if (session === null) return c.html(<UsedUp />, 404);
        keepSession(c, session, world.settings);
        return c.redirect("/getting-started", 303);
      }
      const said = await carryOut({ ...token, purpose }, await useToken(db, secret), world);
      const back: readonly [string, string] =
        purpose === "add-address" ? ["/settings", "Settings"] : ["/", "Start page"];
      return c.html(
        <MessagePage title="Done" back={back}>
          {said}
        </MessagePage>,
      );
    } catch (error) {
      if (isUsedUp(error)) return c.html(<UsedUp />, 404);
      throw error;
    }
  });
  return app;
}

function UsedUp() {
  return (
    <MessagePage title="This link does not work any more">
      It was used already, or its time is up. Nothing was changed. If you still want it, ask for it once more.
    </MessagePage>
  );
}

type Described = { readonly title: string; readonly says: string; readonly button: string };

async function describe({ purpose, about, userId }: Confirmed, { db }: World): Promise<Described> {
  switch (purpose) {
    case "obey":
      return {
        title: "Was it you?",
        says: "A reply came in your name that your mail provider did not vouch for. If you wrote it, press the button, and it counts.",
        button: "Yes, it was me",
      };
    case "forget": {
      const found = await forgettable(db, userId, about);
      const names = found?.names.map(nameOf).join(" and ") ?? "nothing any more";
      return {
        title: `Forget ${names}?`,
        says: `This deletes its mails, history, contacts and drafts for good, and the words of letters that were sent to you. Backups of the database keep it for up to 30 days.`,
        button: "Forget it",
      };
    }
    case "sign-up":
      return {
        title: "Sign up?",
        says: "You get a secret address for forwarding recruiters' mails to, and letters at your own address.",
        button: "Yes, sign me up",
      };
    case "add-address":
      return {
        title: "Is this address yours?",
        says: `${about[0]} becomes one of the addresses that you forward from. What it forwards counts as yours.`,
        button: "Yes, add it",
      };
    case "delete-me":
      return {
        title: "Delete everything?",
        says: "This deletes your addresses, mails, opportunities and letters at once and for good. Your Callback address stops working. Backups of the database keep rows for up to 30 days; the mail service keeps what it delivered for as long as its own terms say.",
        button: "Delete everything",
      };
    default:
      return purpose satisfies never;
  }
}

/** Does it in one batch with the token's use, and says so. */
async function carryOut(
  {
    purpose,
    about,
    userId,
  }: Exclude<Confirmed, { purpose: "sign-up" }> & {
    readonly purpose: Exclude<Confirmed["purpose"], "sign-up">;
  },
  use: D1PreparedStatement,
  world: World,
): Promise<string> {
  const { db, raw, now } = world;
  switch (purpose) {
    case "obey": {
      const [inboundId = ""] = about;
      const [, confirmed] = await db.batch([use, confirmInbound(db, userId, inboundId, now)]);
      const isThere = confirmed?.meta.changes === 1;
      if (isThere) await queueJobs(world, [{ verb: "process", inboundId }]);
      return isThere
        ? "Thank you. The answer is on its way to your mailbox."
        : "That mail is not kept any longer. Please write it once more.";
    }
    case "forget": {
      const found = await forgettable(db, userId, about);
      if (!found) return "It was gone already.";
      // Objects first: a row without one is found again, an object without a row is not.
      if (found.rawKeys.length > 0) await raw.delete([...found.rawKeys]);
      await db.batch([use, ...forgetOpportunities(db, userId, found)]);
      return `${found.names.map(nameOf).join(" and ")}: forgotten.`;
    }
    case "add-address": {
      const [address = ""] = about;
      const [, added] = await db.batch([use, addSender(db, userId, address, now)]);
      return added?.meta.changes === 1
        ? `${address} is yours now: forward from it as you like.`
        : "That address belongs to somebody already. Nothing was changed.";
    }
    case "delete-me":
      await db.batch([use, ...erasePerson(db, userId, now)]);
      await deleteRawOf(raw, userId);
      return "Everything is deleted. Take care, and good luck.";
    default:
      return purpose satisfies never;
  }
}

/** Makes an applicant a person and signs their browser in; the session's secret, or null when there is nobody to welcome. */
async function welcome(userId: string, use: D1PreparedStatement, world: World): Promise<string | null> {
  const { db, now, newId, settings } = world;
  const person = await findPerson(db, userId);
  if (!person || person.inbox !== "") return null;
  const [letterId, session] = [newId(), newId()];
  const inbox = inboxAddress(newId(), settings.mailDomain);
  await db.batch([
    use,
    ...(await confirmSignUp(db, person, { letterId, inbox, now })),
    await startSession(db, { session, userId }, now),
  ]);
  await queueJobs(world, [{ verb: "deliver", letterId }]);
  return session;
}

async function forgettable(db: World["db"], userId: string, ids: readonly string[]) {
  const person = await findPerson(db, userId);
  return person && findForgettable(db, person, ids);
}

/** `/stop/<token>`: what List-Unsubscribe points to (RFC 8058). A POST stops digests and reminders, without signing in; receipts go on. */
export function stopPages(world: World): Hono {
  const { settings } = world;
  const app = new Hono();
  app.get("/:token", async (c) => {
    if (!(await userOfStopToken(c.req.param("token"), settings.believedSecrets)))
      return c.html(<NoSuchLink />, 404);
    return c.html(
      <ButtonPage title="Pause digests and reminders?" button="Pause them">
        Receipts for what you forward go on. You can have them back whenever you like.
      </ButtonPage>,
    );
  });
  app.post("/:token", async (c) => {
    const userId = await userOfStopToken(c.req.param("token"), settings.believedSecrets);
    if (!userId) return c.html(<NoSuchLink />, 404);
    await pause(world, userId);
    return c.html(
      <MessagePage title="Paused">
        Digests and reminders have stopped. To have them back, reply “resume” to any letter.
      </MessagePage>,
    );
  });
  return app;
}

function NoSuchLink() {
  return <MessagePage title="Nothing here">There is no such link. Nothing was changed.</MessagePage>;
}

/** Once; a second click changes nothing, and the letter that says so leaves once a day. */
async function pause(world: World, userId: string): Promise<void> {
  const { db, now } = world;
  const person = await findPerson(db, userId);
  if (!person || person.pausedAt !== null) return;
  const id = world.newId();
  const letter = letterTo(
    person,
    { id, key: `paused/${now.slice(0, 10)}`, kind: "paused" },
    { letter: await composePaused() },
  );
  await db.batch([
    ...changeSettings(db, person, { pausedAt: now }, now),
    ...enqueueLetters(db, userId, [letter], now),
  ]);
  await queueJobs(world, [{ verb: "deliver", letterId: id }]);
}
