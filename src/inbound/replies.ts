// Answers to our letters: orders, obeyed only when they came to a signed reply address from a proven address of the person.
import { composeAnswer, composeUnproven } from "../letters/notices.ts";
import type { AnswerContent, Obeyed } from "../letters/notices.ts";
import type { Command } from "../opportunity/decide.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import { keyOf } from "../opportunity/opportunity.ts";
import { readInstructions } from "../opportunity/instructions.ts";
import type { Instruction } from "../opportunity/instructions.ts";
import { questionOf } from "../opportunity/questions.ts";
import { isAnswer, takeAnswers } from "./answers.ts";
import { openHistory } from "./history.ts";
import type { History } from "./history.ts";
import { carryOut, dueNow } from "./recording.ts";
import { NOTHING_SETTLED, addressOf } from "./settled.ts";
import type { Inbound, Settled } from "./settled.ts";

/** Obeys what the person typed and says what happened, and what was not understood. */
export async function settleReply(inbound: Inbound): Promise<Settled> {
  const { claim, arrived, world, message, owner } = inbound;
  const { letter } = claim;
  if (owner === null || letter === null) return unproven(inbound);
  const history = openHistory(claim.person, claim.history, world.now);
  const { instructions, unclear } = readInstructions(arrived.comment ?? "", { today: history.today });
  const answered = await takeAnswers(instructions.filter(isAnswer), history, inbound);
  const outcomes = instructions
    .filter((instruction) => !isAnswer(instruction))
    .map((instruction) => obey(instruction, letter.items, history, inbound));
  const { letter: answer, items } = await composeAnswer({
    subject: message.subject || letter.subject,
    today: history.today,
    obeyed: outcomes.flatMap(({ obeyed }) => obeyed),
    followUps: history.followUps(),
    items: letter.items,
    merged: outcomes.flatMap(({ merged }) => merged),
    understood: {
      records: answered.records,
      due: dueNow(answered.records, history),
      opportunities: history.opportunities(),
      me: claim.person.name,
      tone: claim.person.tone,
      zone: claim.person.zone,
      today: history.today,
      inbox: claim.person.inbox,
    },
    unclear: [
      ...answered.unclear,
      ...outcomes.flatMap((outcome) => outcome.unclear),
      ...(instructions.length === 0 ? unclear : []),
    ],
    choices: outcomes.flatMap(({ choices }) => choices),
  });
  return {
    state: "delivered",
    reason: null,
    lessons: answered.lessons,
    answered: answered.answered,
    changes: history.changes(),
    letters: [
      {
        id: world.newId(),
        key: `answer/${claim.id}`,
        kind: "answer",
        to: addressOf(claim),
        ...answer,
        inReplyTo: message.messageId,
        items,
      },
    ],
  };
}

type Outcome = {
  readonly obeyed: readonly Obeyed[];
  readonly merged: AnswerContent["merged"];
  readonly unclear: readonly string[];
  readonly choices: AnswerContent["choices"];
};
const NOTHING: Outcome = { obeyed: [], merged: [], unclear: [], choices: [] };

function obey(
  instruction: Instruction,
  items: readonly string[],
  history: History,
  inbound: Inbound,
): Outcome {
  if (instruction.verb === "merge") return merge(instruction, items, history, inbound);
  const numbers = numbersMeant(instruction, items);
  if (numbers === "nothing")
    return { ...NOTHING, unclear: [`${instruction.verb}: this letter has nothing to mark`] };
  if (numbers === "ambiguous") return { ...NOTHING, choices: choicesAmong(items, history) };
  const outcomes = numbers.map((number) => obeyOne(instruction, number, items[number - 1], history, inbound));
  return {
    ...NOTHING,
    obeyed: outcomes.flatMap(({ obeyed }) => obeyed),
    unclear: outcomes.flatMap(({ unclear }) => unclear),
  };
}

/** "merge 2 and 3": the opportunities behind these numbers are one; it lives on in the one that began first. */
function merge(
  { items: numbers }: Instruction,
  items: readonly string[],
  history: History,
  inbound: Inbound,
): Outcome {
  const meant = numbers.map((number) => opportunityBehind(items[number - 1], history));
  const found = history.opportunities().filter(({ id }) => meant.includes(id));
  const [into, ...others] = found;
  if (!into || others.length === 0 || meant.includes(null))
    return {
      ...NOTHING,
      unclear: [`merge ${numbers.join(" and ")}: these numbers are not two opportunities`],
    };
  for (const opportunity of others)
    carryOut({ order: "Merge", opportunity, into }, opportunity.id, history, inbound);
  return { ...NOTHING, merged: [{ into, others }] };
}

/** The id of the opportunity that a number of the letter stands for. */
function opportunityBehind(item: string | undefined, history: History): string | null {
  if (item === undefined) return null;
  const id = questionOf(item)?.place ?? followUpBehind(item, history)?.opportunityId;
  return history.opportunities().some((one) => one.id === id) ? (id ?? null) : null;
}

/** "done" alone is the only item; with several it is a question; without any there is nothing to be done. */
function numbersMeant(
  { items: said, all }: Instruction,
  items: readonly string[],
): readonly number[] | "ambiguous" | "nothing" {
  if (said.length > 0) return said;
  const doable = items.flatMap((item, at) => (questionOf(item) ? [] : [at + 1]));
  if (doable.length === 1 || (all && doable.length > 0)) return doable;
  return doable.length === 0 ? "nothing" : "ambiguous";
}

function choicesAmong(items: readonly string[], history: History): AnswerContent["choices"] {
  const followUps = history.followUps();
  const opportunities = history.opportunities();
  return items.flatMap((id, at) => {
    const followUp = followUps.find((one) => one.id === id);
    const opportunity = opportunities.find((one) => one.id === followUp?.opportunityId);
    return followUp?.state === "open" && opportunity ? [{ number: at + 1, followUp, opportunity }] : [];
  });
}

function obeyOne(
  instruction: Instruction,
  number: number,
  followUpId: string | undefined,
  history: History,
  inbound: Inbound,
): Outcome {
  const followUp = followUpBehind(followUpId, history);
  const opportunity = history.opportunities().find(({ id }) => id === followUp?.opportunityId);
  const command = followUp && commandOf(instruction, followUp);
  if (!followUp || !opportunity || !command)
    return { ...NOTHING, unclear: [`${instruction.verb} ${number}: this letter has no number ${number}`] };
  const events = carryOut(command, opportunity.id, history, inbound);
  return {
    ...NOTHING,
    obeyed: [{ did: events.length === 0 ? "nothing" : DID[command.order], followUp, opportunity }],
  };
}

/** The follow-up of a number, also when its opportunity was merged into another since the letter left. */
function followUpBehind(id: string | undefined, history: History): FollowUp | undefined {
  if (id === undefined) return undefined;
  const followUps = history.followUps();
  const into = history.mergedInto(id.slice(0, id.indexOf("/")));
  return followUps.find(
    (one) => one.id === id || (one.opportunityId === into && keyOf(one) === keyOf({ id })),
  );
}

const DID = { MarkDone: "done", Skip: "skipped", Snooze: "snoozed" } as const;

function commandOf(
  { verb, until }: Instruction,
  followUp: FollowUp,
): Extract<Command, { followUp: FollowUp }> | null {
  if (verb === "done") return { order: "MarkDone", followUp };
  if (verb === "skip") return { order: "Skip", followUp };
  return verb === "snooze" && until !== undefined ? { order: "Snooze", followUp, until } : null;
}

/** Nobody proved to be the person: nothing is obeyed, and the person is told at their own address. */
async function unproven({ claim, message, world }: Inbound): Promise<Settled> {
  const letter = await composeUnproven(message.subject);
  return {
    ...NOTHING_SETTLED,
    state: "ignored",
    reason: "unproven",
    letters: [
      {
        id: world.newId(),
        key: `answer/${claim.id}`,
        kind: "answer",
        to: addressOf(claim),
        ...letter,
        inReplyTo: null,
        items: [],
      },
    ],
  };
}
