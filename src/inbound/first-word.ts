// A mail to the public address that answers no letter. A proven stranger is asked, once, whether they want to sign up, and forgotten after two
// days without an answer; a person we know is told their own address again. Nothing of the mail is kept. Letters that came back arrive here, too.
import { likelyZone } from "../calendar.ts";
import { confirmLink } from "../letters/links.ts";
import { composeWelcome } from "../letters/notices.ts";
import { readBounces } from "../mail/bounce.ts";
import { automaticReason } from "../mail/automatic.ts";
import { linkSecret } from "../mail/address.ts";
import { authenticatedSender } from "../mail/authentication.ts";
import { readMessage } from "../mail/message.ts";
import { enqueueLetters, letterTo } from "../store/outbox.ts";
import { noteReport } from "../store/deliveries.ts";
import { findPerson, whoseAddress } from "../store/people.ts";
import { askToSignUp } from "../store/sign-up.ts";
import { queueJobs } from "../world.ts";
import type { World } from "../world.ts";
import { reportOf } from "./automatic.ts";
import type { Received } from "./receive.ts";

/** Answers only mail whose sender is proven and no machine: anybody else could make us write to strangers. */
export async function firstWord(world: World, raw: Uint8Array): Promise<Received> {
  const { db, settings, now } = world;
  const message = await readMessage(raw);
  const bounces = await readBounces(message, "", settings.believedSecrets);
  if (bounces.length > 0) {
    await db.batch(bounces.flatMap((bounce) => noteReport(db, reportOf(bounce, now), now)));
    return { is: "noted" };
  }
  const address = authenticatedSender(message, settings.authservId);
  if (automaticReason(message, []) !== null)
    return { is: "rejected", reason: "There is no mailbox with this address." };
  if (address === null)
    return {
      is: "rejected",
      reason: `We could not verify who sent this. Please sign up at ${settings.siteUrl}`,
    };
  const known = await whoseAddress(db, address);
  if (known) return remind(world, known.userId);
  const name = world.newId();
  const letterId = world.newId();
  await db.batch(
    await askToSignUp(db, {
      userId: world.newId(),
      letterId,
      secret: await linkSecret(name, settings.signingSecret),
      address,
      name: message.from?.name ?? null,
      zone: likelyZone(message.date ?? now, message.offsetMinutes ?? 0),
      link: confirmLink(settings.siteUrl, name),
      now,
    }),
  );
  await queueJobs(world, [{ verb: "deliver", letterId }]);
  return { is: "asked" };
}

/** Whoever writes to the wrong address of ours is told, and gets the right one once a day: nothing is taken that would then be lost. */
async function remind(world: World, userId: string): Promise<Received> {
  const { db, now } = world;
  const person = await findPerson(db, userId);
  if (!person || person.inbox === "")
    return {
      is: "rejected",
      reason: "We have asked you already: please look for our letter, and open its link.",
    };
  const id = world.newId();
  const letter = letterTo(
    person,
    { id, key: `welcome/${now.slice(0, 10)}`, kind: "welcome" },
    { letter: await composeWelcome(person.inbox, person.zone) },
  );
  await db.batch(enqueueLetters(db, userId, [letter], now));
  await queueJobs(world, [{ verb: "deliver", letterId: id }]);
  return {
    is: "rejected",
    reason:
      "This mail was not kept: please send it to your own Callback address. We have sent you that address once more.",
  };
}
