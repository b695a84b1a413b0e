// Answers to our questions, and corrections of what we understood: "interview", "company: Acme", "2", "new".
// Which mail each line of a reply is about.
import { takeAnswer } from "../desk/answers.ts";
import type { Answer, Answered } from "../desk/answers.ts";
import type { Said } from "../opportunity/corrections.ts";
import type { Instruction } from "../opportunity/instructions.ts";
import { questionOf } from "../opportunity/questions.ts";
import type { MailRef, Question } from "../opportunity/questions.ts";
import { findKept, toKept } from "../store/waiting.ts";
import { KINDS } from "../vocabulary.ts";
import type { Claim } from "../store/inbound.ts";
import type { AnsweredMail } from "../store/waiting.ts";
import type { History } from "../desk/history.ts";
import type { Word } from "../desk/recording.ts";
import type { Inbound } from "./settled.ts";

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
  const { world, claim, author } = inbound;
  const answered = new Map<string, AnsweredMail>();
  for (const answer of answers) {
    const { inboundId } = answer.about;
    const { results } = await findKept(world.db, "?1", claim.person.id, inboundId).all();
    const kept = toKept(results);
    // The answer before this one may have been about the same mail.
    const sofar = answered.get(inboundId)?.answered ?? kept?.answered ?? [];
    const one = await takeAnswer(answer, kept && { ...kept, answered: sofar }, history, author);
    for (const mail of one.answered) answered.set(mail.inboundId, mail);
    taken.push(one);
  }
  return {
    records: taken.flatMap(({ records }) => records),
    unclear: [...unclear, ...taken.flatMap((one) => one.unclear)],
    lessons: taken.flatMap(({ lessons }) => lessons),
    answered: [...answered.values()],
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
