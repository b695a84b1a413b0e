// The answer to what a person wrote to us: what happened, what we ask back, and what was not understood with what would have worked.
import type { Verb } from "../vocabulary.ts";
import { calendarsOfHappened, happenedBlocks } from "./happened.ts";
import type { HappenedContent } from "./happened.ts";
import type { NumberedLetter } from "./numbered.ts";
import { understood } from "./receipt.ts";
import type { UnderstoodContent } from "./receipt.ts";
import { renderLetter } from "./render.ts";
import type { Block } from "./render.ts";

/** A number and what it stands for. */
export type Choice = { readonly number: number; readonly says: string };

/** `items`: those of the letter that was answered, and after them those that this answer adds; its numbers stay good. */
export type AnswerContent = UnderstoodContent &
  HappenedContent & {
    readonly subject: string;
    /** What was asked for: why, the list, help, a page to confirm on. */
    readonly told: readonly Block[];
    /** Our questions about what was understood but cannot be carried out as it stands. */
    readonly asks: readonly string[];
    /** "done" alone with several items: the ones to choose from. */
    readonly choices: readonly { readonly verb: Verb; readonly among: readonly Choice[] }[];
    /** Lines that were not understood, and numbers that the letter did not have. */
    readonly unclear: readonly string[];
    readonly attachments: NumberedLetter["attachments"];
  };

/** Composes the answer; null when there is nothing to say, as to a mere "thanks". */
export async function composeAnswer(content: AnswerContent): Promise<NumberedLetter | null> {
  const { blocks: read, items } = understood(content, { before: content.items });
  const blocks: Block[] = [
    ...read,
    ...happenedBlocks(content),
    ...content.told,
    ...content.choices.flatMap(choiceBlocks),
    ...content.asks.map((text): Block => ({ is: "text", text })),
    ...unclearBlocks(content),
  ];
  if (blocks.length === 0) return null;
  return {
    letter: await renderLetter(`Re: ${content.subject.replace(/^(?:re:\s*){1,10}/i, "")}`, blocks),
    items,
    attachments: [...(content.attachments ?? []), ...calendarsOfHappened(content)],
  };
}

function choiceBlocks({ verb, among }: AnswerContent["choices"][number]): Block[] {
  const [first] = among.toSorted((a, b) => a.number - b.number);
  if (!first) return [];
  const all = verb === "done" || verb === "skip" ? `, or “all ${verb === "skip" ? "skip" : "done"}”` : "";
  return [
    {
      is: "text",
      text: `${ASK_WHICH[verb] ?? "Which one do you mean?"} Reply with its number, for example “${verb} ${first.number}”${all}.`,
    },
    {
      is: "list",
      items: among.toSorted((a, b) => a.number - b.number).map(({ number, says }) => `${number}: ${says}`),
    },
  ];
}

const ASK_WHICH: Readonly<Partial<Record<Verb, string>>> = { done: "Which one is done?" };

function unclearBlocks({ unclear, happened, told }: AnswerContent): Block[] {
  if (unclear.length === 0) return [];
  const rest = happened.length + told.length > 0 ? "The rest we" : "This we";
  return [
    { is: "text", text: `${rest} did not understand:` },
    { is: "list", items: unclear.map((line) => line.slice(0, 200)) },
    {
      is: "small",
      text: "What works: “done”, “done 1 and 3”, “skip 2”, “snooze 1 a week”, “they replied 2”, “close Acme”, “note 2: …”, “undo”. “help” lists everything.",
    },
  ];
}
