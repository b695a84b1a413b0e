// From a stored mail to what it changed: claim, read, settle, and one atomic batch. Runs again after any crash:
// a lost lease writes nothing, a collision is decided again on fresh state.
import { writeWord } from "../desk/write.ts";
import {
  domainOf,
  draftOfCopyAddress,
  letterOfReplyAddress,
  linkSecret,
  normaliseAddress,
} from "../mail/address.ts";
import { readArrival } from "../mail/arrival.ts";
import { authenticatedSender } from "../mail/authentication.ts";
import { readMessage } from "../mail/message.ts";
import type { Message } from "../mail/message.ts";
import { saysForward } from "../mail/subject.ts";
import { isCollision, isLostLease, isOutage, stored } from "../store/conflicts.ts";
import {
  MAX_ATTEMPTS,
  awaitSharedReceipt,
  claimInbound,
  endInbound,
  releaseInbound,
  reloadClaim,
} from "../store/inbound.ts";
import type { Claim } from "../store/inbound.ts";
import { noteReport } from "../store/deliveries.ts";
import { enqueueLetters } from "../store/outbox.ts";
import { addressOf, changeSettings, learnName, verifySender, wakeBy } from "../store/people.ts";
import { insertToken } from "../store/tokens.ts";
import type { LinkToken } from "../store/tokens.ts";
import { queueJobs } from "../world.ts";
import type { JobOutcome, World } from "../world.ts";
import { holdBack, isHeldBack } from "./flood.ts";
import { giveUp } from "./give-up.ts";
import { MAILBOXES } from "./route.ts";
import type { Inbound } from "./settled.ts";

const MAX_COLLISIONS = 5;
const COLLISION_RETRY_SECONDS = 10;
/** Waits between attempts after a fault, in seconds. */
const FAULT_WAITS_SECONDS = [5, 30, 120, 600] as const;
/** Storage that is away for so long is no mere outage any more: then attempts count. */
const OUTAGE_SECONDS = 24 * 3600;
/** What has to wait calls for so many of those before it at a time, oldest first. */
const MOST_CALLED = 20;
const WAITS_SECONDS = { least: 10, most: 3600 } as const;

/** Processes one inbound message. */
export async function process(world: World, inboundId: string): Promise<JobOutcome> {
  const claim = await claimInbound(world.db, inboundId, world.newId(), world.now);
  if (!claim) return { result: "not to be had" };
  // Whoever tried before never came back to say why: it took the consumer down with it.
  if (claim.attempts > MAX_ATTEMPTS) return giveUp(world, claim, "crashed too often");
  const age = secondsBetween(claim.receivedAt, world.now);
  // What a person answers is about everything that came before, and nothing that came after: mails may overtake each other, answers may not.
  if (claim.unreadBefore.length > 0) {
    await queueJobs(
      world,
      claim.unreadBefore.slice(0, MOST_CALLED).map((id) => ({ verb: "process", inboundId: id })),
    );
    return waitAgain("waits its turn", age, world, claim);
  }
  try {
    return await settle(world, claim);
  } catch (error) {
    if (isLostLease(error)) return { result: "lost lease" };
    if (isCollision(error)) {
      await releaseInbound(world.db, claim, { countsAsAttempt: false });
      return { result: "collided", retryAfterSeconds: COLLISION_RETRY_SECONDS };
    }
    if (isOutage(error) && age < OUTAGE_SECONDS) return waitAgain("outage", age, world, claim);
    if (claim.attempts >= MAX_ATTEMPTS) return giveUp(world, claim, `error: ${nameOf(error)}`);
    await releaseInbound(world.db, claim, { countsAsAttempt: true });
    return {
      result: `error: ${nameOf(error)}`,
      retryAfterSeconds: FAULT_WAITS_SECONDS[claim.attempts - 1] ?? 600,
    };
  }
}

/** Nothing is wrong with the message: it waits as long again as it has waited so far, and that is no attempt. */
async function waitAgain(result: string, age: number, world: World, claim: Claim): Promise<JobOutcome> {
  await releaseInbound(world.db, claim, { countsAsAttempt: false });
  const { least, most } = WAITS_SECONDS;
  return { result, retryAfterSeconds: Math.min(most, Math.max(least, age)) };
}

async function settle(world: World, claim: Claim): Promise<JobOutcome> {
  const { rawKey } = claim;
  const raw = rawKey === null ? null : await stored(async () => bytesOf(await world.raw.get(rawKey)));
  if (!raw) return giveUp(world, claim, "raw-missing");
  const message = await readMessage(raw);
  for (let collisions = 0, current = claim; ; collisions += 1) {
    try {
      return await decideAndWrite(world, current, message);
    } catch (error) {
      if (!isCollision(error) || collisions >= MAX_COLLISIONS) throw error;
      await world.pause(collisions);
      current = await stored(() => reloadClaim(world.db, claim));
    }
  }
}

async function bytesOf(object: R2ObjectBody | null): Promise<Uint8Array | null> {
  return object && new Uint8Array(await object.arrayBuffer());
}

async function decideAndWrite(world: World, claim: Claim, message: Message): Promise<JobOutcome> {
  const inbound = await readInbound(world, claim, message);
  const { arrival } = inbound.arrived;
  if (arrival === "unreadable") return giveUp(world, claim, "unreadable");
  const settled = isHeldBack(inbound) ? await holdBack(inbound) : await MAILBOXES[arrival](inbound);
  const { state, reason, letters, settings, tokens, receiptDueAt } = settled;
  const statements = [
    endInbound(world.db, claim, { state, arrival, reason, now: world.now }),
    ...writeWord(inbound.author, settled, claim.history),
    ...enqueueLetters(world.db, claim.person.id, letters, world.now),
    ...(await Promise.all(tokens.map((token) => insertLink(token, world)))),
    ...changeSettings(world.db, claim.person, settings, world.now),
    ...(receiptDueAt === null
      ? []
      : [
          awaitSharedReceipt(world.db, claim.id, receiptDueAt),
          wakeBy(world.db, claim.person.id, receiptDueAt),
        ]),
    ...provenBy(world, inbound),
    ...settled.reports.flatMap((report) => noteReport(world.db, report, world.now)),
  ];
  await stored(() => world.db.batch(statements));
  await queueJobs(
    world,
    letters.map(({ id }) => ({ verb: "deliver", letterId: id })),
  );
  return { result: `${state}: ${arrival}` };
}

async function insertLink({ name, ...token }: LinkToken, { db, now, settings }: World) {
  const secret = await linkSecret(name, settings.signingSecret);
  return insertToken(db, { ...token, secret }, now);
}

async function readInbound(world: World, claim: Claim, message: Message): Promise<Inbound> {
  const owners = claim.person.senders.map(({ address }) => address);
  const { believedSecrets, authservId } = world.settings;
  const copy = await draftOfCopyAddress(claim.recipient, believedSecrets);
  const byAddress = (await letterOfReplyAddress(claim.recipient, believedSecrets)) !== null;
  // A recruiter's mail forwarded out of a thread that our receipt stands in is still a forward.
  const byThread =
    claim.letterId !== null && copy === null && !saysForward(message.subject) && isToUsAlone(message, world);
  const arrived = await readArrival(message, {
    owners,
    inbox: normaliseAddress(claim.recipient),
    zone: claim.person.zone,
    answersLetter: byAddress || byThread,
    isCopy: copy !== null,
  });
  const sender = authenticatedSender(message, authservId);
  const proven = sender !== null && owners.includes(sender) ? sender : null;
  // Confirmed on a page that only their own mailbox leads to.
  const confirmed = claim.confirmedAt === null ? null : addressOf(claim.person);
  const { person, corrections } = claim;
  return {
    author: { world, person, corrections, inboundId: claim.id, saidAt: claim.receivedAt },
    world,
    claim,
    message,
    arrived,
    sender,
    owner: proven ?? confirmed,
    isSigned: byAddress || confirmed !== null,
    draftNumber: copy?.number ?? null,
  };
}

/** What is written to others too is not said to us, whatever thread it stands in. */
function isToUsAlone({ to, cc }: Message, { settings }: World): boolean {
  return [...to, ...cc].every(({ address }) => domainOf(address) === settings.mailDomain);
}

/** Whoever knows the secret address and proves to be the person has verified their address, and shown how they sign. */
function provenBy({ db, now }: World, { owner, claim, message }: Inbound): D1PreparedStatement[] {
  if (owner === null) return [];
  const isNew = claim.person.senders.some(
    ({ address, verifiedAt }) => address === owner && verifiedAt === null,
  );
  const name = message.from?.name ?? null;
  return [
    ...(isNew ? [verifySender(db, owner, now)] : []),
    ...(claim.person.name === null && name !== null ? [learnName(db, claim.person.id, name)] : []),
  ];
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

/** The sort of an error without its words: messages may quote mail. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
