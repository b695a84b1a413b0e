// Answers to our questions, and corrections of what we understood: "interview", "company: Acme", "2", "new".
// The person's word decides, the kept mail is read again by it, and what it teaches about the sender is remembered.
import type { Recorded } from "../letters/receipt.ts";
import { readArrival } from "../mail/arrival.ts";
import { readMessage } from "../mail/message.ts";
import type { Original } from "../mail/original.ts";
import { normaliseAddress } from "../mail/address.ts";
import { lessonsOf } from "../opportunity/corrections.ts";
import type { Said } from "../opportunity/corrections.ts";
import type { Instruction } from "../opportunity/instructions.ts";
import { questionOf } from "../opportunity/questions.ts";
import type { MailRef, Question } from "../opportunity/questions.ts";
import { isAside } from "../opportunity/opportunity.ts";
import { readOriginal } from "../opportunity/read.ts";
import { findKept } from "../store/inbound.ts";
import { KINDS } from "../vocabulary.ts";
import type { Claim } from "../store/inbound.ts";
import type { History } from "./history.ts";
import { correctMessage, recordOriginal } from "./recording.ts";
import type { Word } from "./recording.ts";
import type { Inbound, Settled } from "./settled.ts";

type Answer = { readonly about: MailRef; readonly word: Word };

export type Answered = {
  readonly records: readonly Recorded[];
  readonly unclear: readonly string[];
} & Pick<Settled, "lessons" | "answered">;

const ANSWER_VERBS: readonly Instruction["verb"][] = ["kind", "company", "role", "place", "split"];

export function isAnswer({ verb }: Instruction): boolean {
  return ANSWER_VERBS.includes(verb);
}

/** What the instructions among these say about one mail. */
export function wordOf(instructions: readonly Instruction[]): Word {
  const valueOf = (verb: Instruction["verb"]) => instructions.findLast((one) => one.verb === verb)?.value;
  const apart = instructions.some(
    ({ verb, value }) => verb === "split" || (verb === "place" && value === "new"),
  );
  const said: Said = {
    kind: KINDS.find((kind) => kind === valueOf("kind")),
    company: valueOf("company"),
    role: valueOf("role"),
  };
  return { said, place: apart ? "new" : null };
}

/** Takes the answers in a reply: each mail that they are about is recorded, corrected or set aside. */
export async function takeAnswers(
  instructions: readonly Instruction[],
  history: History,
  inbound: Inbound,
): Promise<Answered> {
  const { answers, unclear } = gather(instructions, inbound.claim.letter);
  const taken: Answered[] = [];
  // One after the other: the second may be about the opportunity that the first opened.
  for (const answer of answers) taken.push(await take(answer, history, inbound));
  return {
    records: taken.flatMap(({ records }) => records),
    unclear: [...unclear, ...taken.flatMap((one) => one.unclear)],
    lessons: taken.flatMap(({ lessons }) => lessons),
    answered: taken.flatMap(({ answered }) => answered),
  };
}

/** The answers by the mail that they are about: several lines about one mail are one answer. */
function gather(
  instructions: readonly Instruction[],
  letter: Claim["letter"],
): { readonly answers: Answer[]; readonly unclear: string[] } {
  const questions = (letter?.items ?? []).map(questionOf);
  const byMail = new Map<string, { about: MailRef; lines: Instruction[]; question: Question | null }>();
  const unclear: string[] = [];
  for (const line of instructions) {
    const found = aboutWhat(line, questions, letter?.receiptOf ?? null);
    if (typeof found === "string") {
      unclear.push(found);
      continue;
    }
    const key = `${found.about.inboundId}#${found.about.at}`;
    const known = byMail.get(key);
    byMail.set(key, {
      about: found.about,
      lines: [...(known?.lines ?? []), line],
      // A number chosen says more than the question alone.
      question: found.question?.place ? found.question : (known?.question ?? found.question),
    });
  }
  const answers = [...byMail.values()].map(({ about, lines, question }): Answer => {
    const word = wordOf(lines);
    const chosen = lines.some(({ verb, value }) => verb === "place" && value === undefined);
    return {
      about,
      word: {
        said: { ...question?.said, ...definedIn(word.said) },
        place: word.place ?? (chosen ? (question?.place ?? null) : null),
      },
    };
  });
  return { answers, unclear };
}

function definedIn(said: Said): Said {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** The mail that a line is about: the number it names, the letter's only question, or the mail whose receipt is answered. */
function aboutWhat(
  { verb, items, value }: Instruction,
  questions: readonly (Question | null)[],
  receiptOf: string | null,
): { readonly about: MailRef; readonly question: Question | null } | string {
  const said = value === undefined ? verb : `${verb}: ${value}`;
  const [number] = items;
  if (number !== undefined) {
    const question = questions[number - 1];
    return question
      ? { about: question, question }
      : `${said} ${number}: number ${number} of this letter is not a mail`;
  }
  const asked = questions.flatMap((question) => question ?? []);
  const mails = new Set(asked.map(({ inboundId, at }) => `${inboundId}#${at}`));
  const [question = null] = asked;
  if (mails.size > 1) return `${said}: which mail? Please put its number in front`;
  if (question) return { about: question, question: { ...question, place: null } };
  return receiptOf === null
    ? `${said}: this letter is not about one mail`
    : { about: { inboundId: receiptOf, at: null }, question: null };
}

const NOTHING: Answered = { records: [], unclear: [], lessons: [], answered: [] };

async function take({ about, word }: Answer, history: History, inbound: Inbound): Promise<Answered> {
  const { claim } = inbound;
  const kept = await findKept(inbound.world.db, claim.person.id, about.inboundId);
  const originals = kept ? await originalsOf(kept, inbound) : null;
  if (!kept || !originals) return takeWithoutMail(about, word, history, inbound);
  const original = about.at === null ? onlyOne(originals) : originals[about.at];
  if (!original)
    return {
      ...NOTHING,
      unclear: ["That mail holds several messages: please forward the one that you mean by itself"],
    };
  const at = originals.indexOf(original);
  const record = recordOriginal(
    original,
    { ...kept, inboundId: about.inboundId, at },
    word,
    history,
    inbound,
  );
  const needsMore = record.became === "unclear" || record.became === "unsure";
  return {
    records: [record],
    unclear: [],
    lessons: lessonsOf(word.said, readOriginal(original, { zone: claim.person.zone }), original),
    answered: [{ inboundId: about.inboundId, reason: needsMore ? record.became : null }],
  };
}

function onlyOne(originals: readonly Original[]): Original | undefined {
  return originals.length === 1 ? originals[0] : undefined;
}

/** The originals of a mail that is still kept; null when its raw is gone. */
async function originalsOf(
  { rawKey, recipient }: { readonly rawKey: string | null; readonly recipient: string },
  { world, claim }: Inbound,
): Promise<readonly Original[] | null> {
  const object = rawKey === null ? null : await world.raw.get(rawKey);
  if (!object) return null;
  const message = await readMessage(new Uint8Array(await object.arrayBuffer()));
  const { originals } = await readArrival(message, {
    owners: claim.person.senders.map(({ address }) => address),
    inbox: normaliseAddress(recipient),
    zone: claim.person.zone,
    answersLetter: false,
  });
  return originals;
}

/** The mail is forgotten: what was recorded of it can still be corrected, what was only asked about cannot. */
function takeWithoutMail(about: MailRef, word: Word, history: History, inbound: Inbound): Answered {
  const messages = history
    .touchpoints()
    .filter(({ inboundId, event }) => inboundId === about.inboundId && event.kind === "message-read");
  const [message] = messages;
  if (!message || messages.length > 1 || message.event.kind !== "message-read")
    return { ...NOTHING, unclear: ["That mail is not kept any longer: please forward it once more"] };
  const opportunity = correctMessage(message, null, word, history, inbound);
  const corrected = history.touchpoints().find(({ seq }) => seq === message.seq)?.event;
  const { reading } = corrected?.kind === "message-read" ? corrected : message.event;
  return {
    ...NOTHING,
    records: [
      {
        original: null,
        reading,
        became: isAside(reading) ? "aside" : "recorded",
        opportunity: isAside(reading) ? null : opportunity,
        mail: { inboundId: about.inboundId, at: 0 },
        said: word.said,
        choices: [],
      },
    ],
  };
}
