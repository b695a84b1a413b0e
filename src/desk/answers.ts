// The person's word about one mail: it decides, the kept mail is read again by it, and what it teaches about the sender is remembered.
import type { Recorded } from "../letters/receipt.ts";
import { readArrival } from "../mail/arrival.ts";
import { readMessage } from "../mail/message.ts";
import type { Original } from "../mail/original.ts";
import { normaliseAddress } from "../mail/address.ts";
import { REVIEW_BELOW, recordedBefore } from "../opportunity/decide.ts";
import { lessonsOf } from "../opportunity/corrections.ts";
import type { Correction } from "../opportunity/corrections.ts";
import type { MailRef } from "../opportunity/questions.ts";
import { isAside } from "../opportunity/opportunity.ts";
import { readOriginal } from "../opportunity/read.ts";
import type { AnsweredMail, KeptMail } from "../store/waiting.ts";
import type { Author } from "./author.ts";
import type { History } from "./history.ts";
import { correctMessage, recordOriginal } from "./recording.ts";
import type { Word } from "./recording.ts";

export type Answer = { readonly about: MailRef; readonly word: Word };

export type Answered = {
  readonly records: readonly Recorded[];
  readonly unclear: readonly string[];
  /** What the answer taught about senders. */
  readonly lessons: readonly Correction[];
  /** Earlier messages whose question is answered, and what they still need: null, or the next question. */
  readonly answered: readonly AnsweredMail[];
};

const NOTHING: Answered = { records: [], unclear: [], lessons: [], answered: [] };

/** Takes one answer: the mail that it is about, which is `kept` or forgotten, is recorded, corrected or set aside. */
export async function takeAnswer(
  { about, word }: Answer,
  kept: KeptMail | null,
  history: History,
  author: Author,
): Promise<Answered> {
  const { zone } = author.person;
  const originals = kept ? await originalsOf(kept, author) : null;
  if (!kept || !originals) return takeWithoutMail(about, word, history, author);
  const original = about.at === null ? onlyOne(originals) : originals[about.at];
  if (!original)
    return {
      ...NOTHING,
      unclear: ["That mail holds several messages: please forward the one that you mean by itself"],
    };
  const at = originals.indexOf(original);
  const record = recordOriginal(original, { ...kept, inboundId: about.inboundId, at }, word, history, author);
  const needsMore = record.became === "unclear" || record.became === "unsure";
  const answered = needsMore ? kept.answered : [...kept.answered, at];
  const waits = originals.some(
    (other, place) => !answered.includes(place) && stillWaits(other, history, author),
  );
  return {
    records: [record],
    unclear: [],
    lessons: lessonsOf(word.said, readOriginal(original, { zone }), original),
    answered: [
      {
        inboundId: about.inboundId,
        reason: needsMore ? record.became : waits ? kept.reason : null,
        answered,
      },
    ],
  };
}

/** Another original of the same mail that is neither recorded nor about none of the person's opportunities. */
function stillWaits(original: Original, history: History, { person, corrections }: Author): boolean {
  if (recordedBefore(original, history.touchpoints())) return false;
  const reading = readOriginal(original, { zone: person.zone, corrections });
  return reading.certainty < REVIEW_BELOW || !isAside(reading);
}

function onlyOne(originals: readonly Original[]): Original | undefined {
  return originals.length === 1 ? originals[0] : undefined;
}

/** The originals of a mail that is still kept; null when its raw is gone. */
async function originalsOf(
  { rawKey, recipient }: KeptMail,
  { world, person }: Author,
): Promise<readonly Original[] | null> {
  const object = rawKey === null ? null : await world.raw.get(rawKey);
  if (!object) return null;
  const message = await readMessage(new Uint8Array(await object.arrayBuffer()));
  const { originals } = await readArrival(message, {
    owners: person.senders.map(({ address }) => address),
    inbox: normaliseAddress(recipient),
    zone: person.zone,
    answersLetter: false,
  });
  return originals;
}

/** The mail is forgotten: what was recorded of it can still be corrected, what was only asked about cannot. */
function takeWithoutMail(about: MailRef, word: Word, history: History, author: Author): Answered {
  const messages = history
    .touchpoints()
    .filter(({ inboundId, event }) => inboundId === about.inboundId && event.kind === "message-read");
  const [message] = messages;
  if (!message || messages.length > 1 || message.event.kind !== "message-read")
    return { ...NOTHING, unclear: ["That mail is not kept any longer: please forward it once more"] };
  const opportunity = correctMessage(message, null, word, history, author);
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
