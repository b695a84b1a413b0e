// Answers to our letters: orders, obeyed only when they came to a signed reply address from a proven address of the person. What a thread
// alone shows to be an answer, or nobody vouches for, waits for one button.
import { dayOf } from "../calendar.ts";
import { copyAddresses } from "../mail/address.ts";
import { composeAnswer } from "../letters/answer.ts";
import { composeSignUp, composeUnproven } from "../letters/notices.ts";
import { confirmLink } from "../letters/links.ts";
import type { NumberedLetter } from "../letters/numbered.ts";
import { strayLetter } from "../letters/told.ts";
import { mainContact } from "../letters/draft.ts";
import { readInstructions, readsLikeLetter } from "../opportunity/instructions.ts";
import type { Instruction } from "../opportunity/instructions.ts";
import { questionOf } from "../opportunity/questions.ts";
import type { AnsweredLetter } from "../store/inbound.ts";
import { letterTo } from "../store/outbox.ts";
import { writerOf } from "../store/people.ts";
import { isAnswer, takeAnswers } from "./answers.ts";
import type { Desk } from "../desk/desk.ts";
import { openHistory } from "../desk/history.ts";
import { answerMorning, obey } from "../desk/orders.ts";
import { dueNow } from "../desk/recording.ts";
import { NOTHING_SERVED, serve } from "./requests.ts";
import type { Served } from "./requests.ts";
import { NOTHING_SETTLED, ignored } from "./settled.ts";
import type { Inbound, Settled } from "./settled.ts";

/** Obeys what the person typed and says what happened, and what was not understood. */
export async function settleReply(inbound: Inbound): Promise<Settled> {
  const { claim, arrived, owner, isSigned } = inbound;
  // Machines answer letters, too; nobody answers them.
  if (arrived.automatic !== null) return ignored(`automatic: ${arrived.automatic.reason}`);
  if (claim.letter === null) return ignored("reply-to-forgotten-letter");
  if (claim.person.inbox === "") return askAgain(inbound);
  return owner === null || !isSigned ? unproven(inbound) : answer(inbound, claim.letter);
}

async function answer(inbound: Inbound, letter: AnsweredLetter): Promise<Settled> {
  const { claim, arrived, world, message } = inbound;
  const { person } = claim;
  const { settings } = world;
  const history = openHistory(person, claim.history, world.now, claim.receivedAt);
  const desk: Desk = { author: inbound.author, history, letter, items: [...letter.items] };
  const typed = arrived.comment ?? "";
  const when = { today: history.today, zone: person.zone, me: person.name };
  const isStray = readsLikeLetter(typed, when);
  const { instructions, unclear, asks } = isStray
    ? { instructions: [], unclear: [], asks: [] }
    : readInstructions(typed, when);
  const letterId = world.newId();
  const context = {
    ...writerOf(person),
    today: dayOf(world.now, person.zone),
    copyTo: await copyAddresses(letterId, settings.mailDomain, settings.signingSecret),
  };
  const answered = await takeAnswers(
    instructions.filter((one) => isAboutMail(one, letter)),
    history,
    inbound,
  );
  const outcomes = instructions
    .filter((one) => !isAboutMail(one, letter))
    .map((one): Served => ({
      ...NOTHING_SERVED,
      ...(serve(one, desk, context) ?? obey(one, desk) ?? notHere(one)),
    }));
  // What follows the morning's question is its answer, whatever else is in the mail.
  const isMorning = letter.key.startsWith("morning/") && unclear.length > 0;
  if (isMorning) outcomes.push({ ...NOTHING_SERVED, ...answerMorning(unclear.join(" "), desk) });
  if (isStray) outcomes.push({ ...NOTHING_SERVED, told: strayLetter(typed, addressee(typed, desk)) });
  const all = <K extends keyof Served>(key: K) => outcomes.map((outcome) => outcome[key]);
  const composed = await composeAnswer({
    ...context,
    now: world.now,
    mailDomain: settings.mailDomain,
    person: person.id,
    revision: history.revision(),
    subject: message.subject || letter.subject,
    records: answered.records,
    due: dueNow(answered.records, history),
    opportunities: history.opportunities(),
    happened: all("happened").flat(),
    followUps: history.followUps(),
    items: desk.items,
    told: all("told").flat(),
    asks: [...asks, ...all("asks").flat()],
    choices: all("choices").flat(),
    unclear: [...answered.unclear, ...all("unclear").flat(), ...(isMorning ? [] : unclear)],
    attachments: all("attachments").flat(),
  });
  return {
    ...NOTHING_SETTLED,
    state: "delivered",
    lessons: answered.lessons,
    answered: answered.answered,
    changes: history.changes(),
    settings: all("settings").reduce((before, change) => ({ ...before, ...change }), {}),
    tokens: all("tokens").flat(),
    letters: composed === null ? [] : [answerLetter(composed, letterId, inbound)],
  };
}

function answerLetter(composed: NumberedLetter, id: string, { claim, message }: Inbound) {
  return letterTo(
    claim.person,
    { id, key: `answer/${claim.id}`, kind: "answer", inReplyTo: message.messageId },
    composed,
  );
}

/** An answer to a question about a mail; the same words about a numbered opportunity put that one right. */
function isAboutMail(instruction: Instruction, letter: AnsweredLetter): boolean {
  const [number] = instruction.items;
  const item = number === undefined ? undefined : letter.items[number - 1];
  const isFact = instruction.verb === "company" || instruction.verb === "role";
  return isAnswer(instruction) && !(isFact && item !== undefined && questionOf(item) === null);
}

function notHere({ verb }: Instruction): Pick<Served, "unclear"> {
  return { unclear: [`${verb}: that does not work here`] };
}

/** To whom a letter was meant: the contact that it greets, else the only one of the letter that was answered. */
function addressee(text: string, { history, letter }: Desk) {
  const [greeting = ""] = text.split("\n");
  const open = history.opportunities().filter(({ stage }) => stage !== "closed");
  const greeted = open.filter((one) => {
    const first = mainContact(one)?.name?.split(" ")[0] ?? "";
    return first.length > 1 && greeting.toLowerCase().includes(first.toLowerCase());
  });
  const concerned = open.filter(({ id }) => letter.items.some((item) => item.includes(id)));
  const [one, ...others] = greeted.length > 0 ? greeted : concerned.length > 0 ? concerned : open;
  return one && others.length === 0 ? one : null;
}

/** Somebody who has not signed up yet gives no orders: the link once more. */
async function askAgain({ claim, world }: Inbound): Promise<Settled> {
  const name = world.newId();
  const letter = await composeSignUp(confirmLink(world.settings.siteUrl, name));
  return {
    ...NOTHING_SETTLED,
    state: "ignored",
    reason: "not-signed-up",
    tokens: [{ purpose: "sign-up", about: [], userId: claim.person.id, name }],
    letters: [
      letterTo(claim.person, { id: world.newId(), key: `sign-up/${claim.id}`, kind: "welcome" }, { letter }),
    ],
  };
}

/** Questions "was it you?" in 24 hours. */
const MOST_UNPROVEN = 5;

/** Nobody proved to be the person: nothing is obeyed, and the person is asked at their own address, by a page with one button. */
async function unproven({ claim, message, world, arrived }: Inbound): Promise<Settled> {
  // Whoever has one of our addresses could fill a mailbox with questions.
  if (claim.askedUnproven >= MOST_UNPROVEN) return ignored("unproven");
  const name = world.newId();
  const letter = await composeUnproven(
    message.subject,
    arrived.comment ?? "",
    confirmLink(world.settings.siteUrl, name),
  );
  return {
    ...NOTHING_SETTLED,
    state: "ignored",
    reason: "unproven",
    tokens: [{ purpose: "obey", about: [claim.id], userId: claim.person.id, name }],
    letters: [
      letterTo(
        claim.person,
        { id: world.newId(), key: `unproven/${claim.id}`, kind: "question" },
        { letter },
      ),
    ],
  };
}
