// What a person asks for without changing the history: why, the list, help; how often digests leave; their data, and to be forgotten.
import { listOpportunities, HELP, whyFollowUp, whyReading } from "../letters/told.ts";
import { exportContent } from "../desk/export.ts";
import { exportFiles } from "../letters/export.ts";
import { nameOf } from "../letters/item.ts";
import { confirmLink } from "../letters/links.ts";
import { opportunityItem } from "../letters/numbered.ts";
import type { NumberedLetter } from "../letters/numbered.ts";
import type { ItemContext } from "../letters/item.ts";
import type { Block } from "../letters/render.ts";
import type { Happened } from "../letters/happened.ts";
import type { Instruction } from "../opportunity/instructions.ts";
import type { Opportunity } from "../opportunity/opportunity.ts";
import { nextDigestAfter } from "../store/people.ts";
import type { SettingsChange } from "../store/people.ts";
import type { LinkToken } from "../store/tokens.ts";
import type { Instant } from "../calendar.ts";
import type { Verb } from "../vocabulary.ts";
import {
  followUpBehind,
  noSuchNumber,
  numberOf,
  openItems,
  opportunitiesMeant,
  opportunityBehind,
} from "../desk/desk.ts";
import type { Desk } from "../desk/desk.ts";
import { NOTHING_TOLD } from "../desk/orders.ts";
import type { Told } from "../desk/orders.ts";

/** What a request came to, beside words: blocks to show, files, settings, and links that confirm. */
export type Served = Told & {
  readonly told: readonly Block[];
  readonly attachments: NonNullable<NumberedLetter["attachments"]>;
  readonly settings: SettingsChange;
  readonly tokens: readonly LinkToken[];
};

export const NOTHING_SERVED: Served = {
  ...NOTHING_TOLD,
  told: [],
  attachments: [],
  settings: {},
  tokens: [],
};

/** Serves one request; null when it is none. `context` writes the drafts of "why". */
export function serve(instruction: Instruction, desk: Desk, context: ItemContext): Served | null {
  const setting = SETTINGS[instruction.verb];
  if (setting) return set(setting, instruction, desk);
  return REQUESTS[instruction.verb]?.(instruction, desk, context) ?? null;
}

const REQUESTS: Readonly<
  Partial<Record<Verb, (instruction: Instruction, desk: Desk, context: ItemContext) => Served>>
> = {
  why,
  list: (_, desk) => list(desk),
  help: () => ({ ...NOTHING_SERVED, told: HELP }),
  export: (_, desk) => exportAll(desk),
  forget,
  "delete-me": (_, desk) => deleteMe(desk),
};

/** Of a number, of the only item, or of the mail whose receipt is answered. */
function why({ items }: Instruction, desk: Desk, context: ItemContext): Served {
  const { letter, history } = desk;
  const open = openItems(desk);
  const [only] = open;
  const numbers = items.length > 0 ? items : open.length === 1 && only ? [only.number] : [];
  if (numbers.length > 0) {
    const answers = numbers.map((number) => whyNumber(number, desk, context));
    return {
      ...NOTHING_SERVED,
      told: answers.flatMap((one) => (typeof one === "string" ? [] : one)),
      unclear: answers.filter((one) => typeof one === "string"),
    };
  }
  const read = history
    .touchpoints()
    .filter(({ inboundId }) => inboundId !== null && inboundId === letter.receiptOf)
    .flatMap(({ event, happenedAt }) =>
      event.kind === "message-read" ? whyReading(event.reading, happenedAt.slice(0, 10)) : [],
    );
  if (read.length > 0) return { ...NOTHING_SERVED, told: read };
  return open.length === 0
    ? { ...NOTHING_SERVED, unclear: ["why: this letter has nothing with a number"] }
    : { ...NOTHING_SERVED, choices: [{ verb: "why", among: open }] };
}

function whyNumber(number: number, { letter, history }: Desk, context: ItemContext): Block[] | string {
  const item = letter.items[number - 1];
  const opportunity = opportunityBehind(item, history);
  const followUp = followUpBehind(item, history);
  if (!opportunity) return noSuchNumber("why", number);
  if (followUp) return whyFollowUp(number, followUp, opportunity, context);
  const last = opportunity.heard.at(-1);
  return last ? whyReading(last.reading, last.on) : `why ${number}: no mail of theirs has been read`;
}

/** Numbers go on from those of the letter; what has one keeps it. */
function list(desk: Desk): Served {
  const { history } = desk;
  const number = (opportunityId: string) => numberOf(opportunityItem(opportunityId), desk);
  return {
    ...NOTHING_SERVED,
    told: listOpportunities(history.opportunities(), history.followUps(), number),
  };
}

type Setting = {
  readonly did: Extract<Happened, { nextDigestAt: Instant }>["did"];
  readonly change: (now: Instant, value: string) => SettingsChange;
};

const SETTINGS: Readonly<Partial<Record<Verb, Setting>>> = {
  pause: { did: "paused", change: (now) => ({ pausedAt: now }) },
  resume: { did: "resumed", change: () => ({ pausedAt: null }) },
  weekly: { did: "weekly", change: () => ({ every: "week", pausedAt: null }) },
  daily: { did: "daily", change: () => ({ every: "day", pausedAt: null }) },
  zone: { did: "zone", change: (_, zone) => ({ zone }) },
};

function set({ did, change }: Setting, { value = "" }: Instruction, { author }: Desk): Served {
  const { now } = author.world;
  const { schedule } = author.person;
  const settings = change(now, value);
  const next = nextDigestAfter(author.person, settings, now);
  return {
    ...NOTHING_SERVED,
    settings,
    happened: [{ did, zone: settings.zone ?? schedule.zone, nextDigestAt: next }],
  };
}

function exportAll({ author, history }: Desk): Served {
  const content = exportContent(author.person, history, author.world);
  return {
    ...NOTHING_SERVED,
    attachments: exportFiles(content),
    happened: [{ did: "exported", opportunities: content.opportunities.length }],
  };
}

/** Destructive: only a page with a button does it. */
function forget(instruction: Instruction, desk: Desk): Served {
  const meant = opportunitiesMeant(instruction, desk);
  if (meant.is === "unclear") return { ...NOTHING_SERVED, unclear: [meant.says] };
  // Whoever names a company with several roles may mean all of them: the numbers ask.
  if (meant.is === "ambiguous")
    return { ...NOTHING_SERVED, choices: [{ verb: "forget", among: meant.among }] };
  const about = meant.opportunities.map(({ id }) => id);
  return confirming({ purpose: "forget", about }, forgetWords(meant.opportunities), "Forget it", desk);
}

function forgetWords(opportunities: readonly Opportunity[]): string {
  return `Forgetting ${opportunities.map(nameOf).join(" and ")} deletes its mails, history and drafts for good. One button on this page does it:`;
}

function deleteMe(desk: Desk): Served {
  const words =
    "Deleting your account deletes everything: addresses, mails, history, letters. It cannot be taken back. You may want to reply “export” first. One button on this page does it:";
  return confirming({ purpose: "delete-me", about: [] }, words, "Delete everything", desk);
}

function confirming(
  token: Pick<LinkToken, "purpose" | "about">,
  words: string,
  button: string,
  { author }: Desk,
): Served {
  const { world, person } = author;
  const name = world.newId();
  return {
    ...NOTHING_SERVED,
    tokens: [{ ...token, userId: person.id, name }],
    told: [
      { is: "text", text: words },
      { is: "button", link: { words: button, href: confirmLink(world.settings.siteUrl, name) } },
      { is: "small", text: "Nothing happens until you press it. The link works for a week." },
    ],
  };
}
