// Answers to our letters: orders, obeyed only when they came to a signed reply address from a proven address of the person.
import { composeAnswer, composeUnproven } from "../letters/notices.ts";
import type { AnswerContent, Obeyed } from "../letters/notices.ts";
import { decide } from "../opportunity/decide.ts";
import type { Command } from "../opportunity/decide.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import { readInstructions } from "../opportunity/instructions.ts";
import type { Instruction } from "../opportunity/instructions.ts";
import { openHistory } from "./history.ts";
import type { History } from "./history.ts";
import { addressOf } from "./settled.ts";
import type { Inbound, Settled } from "./settled.ts";

/** Obeys what the person typed and says what happened, and what was not understood. */
export async function settleReply(inbound: Inbound): Promise<Settled> {
  const { claim, arrived, world, message, owner } = inbound;
  const { letter } = claim;
  if (owner === null || letter === null) return unproven(inbound);
  const history = openHistory(claim.person, claim.history, world.now);
  const { instructions, unclear } = readInstructions(arrived.comment ?? "", { today: history.today });
  const outcomes = instructions.map((instruction) => obey(instruction, letter.items, history, inbound));
  const answer = await composeAnswer({
    subject: message.subject || letter.subject,
    today: history.today,
    obeyed: outcomes.flatMap(({ obeyed }) => obeyed),
    followUps: history.followUps(),
    unclear: [
      ...outcomes.flatMap((outcome) => outcome.unclear),
      ...(instructions.length === 0 ? unclear : []),
    ],
    choices: outcomes.flatMap(({ choices }) => choices),
  });
  return {
    state: "delivered",
    reason: null,
    changes: history.changes(),
    letters: [
      {
        id: world.newId(),
        key: `answer/${claim.id}`,
        kind: "answer",
        to: addressOf(claim),
        ...answer,
        inReplyTo: message.messageId,
        items: letter.items,
      },
    ],
  };
}

type Outcome = {
  readonly obeyed: readonly Obeyed[];
  readonly unclear: readonly string[];
  readonly choices: AnswerContent["choices"];
};
const NOTHING: Outcome = { obeyed: [], unclear: [], choices: [] };

function obey(
  instruction: Instruction,
  items: readonly string[],
  history: History,
  inbound: Inbound,
): Outcome {
  const numbers = numbersMeant(instruction, items);
  if (numbers === "nothing")
    return { ...NOTHING, unclear: [`${instruction.verb}: this letter has nothing to mark`] };
  if (numbers === "ambiguous") return { ...NOTHING, choices: choicesAmong(items, history) };
  const outcomes = numbers.map((number) => obeyOne(instruction, number, items[number - 1], history, inbound));
  return {
    obeyed: outcomes.flatMap(({ obeyed }) => obeyed),
    unclear: outcomes.flatMap(({ unclear }) => unclear),
    choices: [],
  };
}

/** "done" alone is the only item; with several it is a question; without any there is nothing to be done. */
function numbersMeant(
  { items: said, all }: Instruction,
  items: readonly string[],
): readonly number[] | "ambiguous" | "nothing" {
  if (said.length > 0) return said;
  if (items.length === 1 || (all && items.length > 0)) return items.map((_, at) => at + 1);
  return items.length === 0 ? "nothing" : "ambiguous";
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
  { claim, world }: Inbound,
): Outcome {
  const followUp = history.followUps().find(({ id }) => id === followUpId);
  const opportunity = history.opportunities().find(({ id }) => id === followUp?.opportunityId);
  const command = followUp && commandOf(instruction, followUp);
  if (!followUp || !opportunity || !command)
    return { ...NOTHING, unclear: [`${instruction.verb} ${number}: this letter has no number ${number}`] };
  const events = decide(command, history.touchpoints());
  for (const event of events)
    history.append({
      opportunityId: opportunity.id,
      happenedAt: world.now,
      inboundId: claim.id,
      originalKey: null,
      event,
    });
  return {
    ...NOTHING,
    obeyed: [{ did: events.length === 0 ? "nothing" : DID[command.order], followUp, opportunity }],
  };
}

const DID = { MarkDone: "done", Skip: "skipped", Snooze: "snoozed" } as const;

function commandOf(
  { verb, until }: Instruction,
  followUp: FollowUp,
): Exclude<Command, { order: "RecordMessage" }> | null {
  if (verb === "done") return { order: "MarkDone", followUp };
  if (verb === "skip") return { order: "Skip", followUp };
  return verb === "snooze" && until !== undefined ? { order: "Snooze", followUp, until } : null;
}

/** Nobody proved to be the person: nothing is obeyed, and the person is told at their own address. */
async function unproven({ claim, message, world }: Inbound): Promise<Settled> {
  const letter = await composeUnproven(message.subject);
  return {
    state: "ignored",
    reason: "unproven",
    changes: [],
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
