// What a person can ask us: "why 2", "list", "help"; and what we say when a letter to somebody else came to us.
import { sayDay } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { FollowUp } from "../opportunity/follow-ups.ts";
import type { Opportunity } from "../opportunity/opportunity.ts";
import type { Reading } from "../opportunity/reading.ts";
import { FOLLOW_UPS } from "../playbook/follow-ups.ts";
import { OUTCOME_NAMES, STAGE_NAMES } from "../playbook/stage-names.ts";
import { STAGES } from "../vocabulary.ts";
import { mainContact, replySubject } from "./draft.ts";
import { itemBlocks, nameOf } from "./item.ts";
import type { ItemContext } from "./item.ts";
import { mailtoLink } from "./mailto.ts";
import type { Block } from "./render.ts";

/** Why something is to be done: the reason, its text, and the words of the mails that it rests on. */
export function whyFollowUp(
  number: number,
  followUp: FollowUp,
  opportunity: Opportunity,
  context: ItemContext,
): Block[] {
  const words = [
    ...opportunity.heard.flatMap(({ on, reading }) => factQuotes(followUp, reading, on)),
    ...opportunity.heard.slice(-3).flatMap(({ on, reading }) => quotesOf(reading, on, 2)),
  ];
  return [
    ...itemBlocks(number, followUp, opportunity, context),
    ...(words.length === 0
      ? []
      : [{ is: "text", text: "The mails it rests on:" } as const, { is: "list", items: words } as const]),
  ];
}

/** The words that named the day which it is about. */
function factQuotes({ kind, id }: FollowUp, { deadline, evidence, interview }: Reading, on: Day): string[] {
  const day = id.slice(-10);
  const fact =
    kind === "deadline"
      ? deadline === day && "deadline"
      : interview?.start?.slice(0, 10) === day && "interview";
  const quote = fact ? evidence[fact]?.quote : undefined;
  return quote === undefined ? [] : [`${sayDay(on)}: “${quote}”`];
}

/** Why a mail was read as it was: every phrase that counted, and the words behind each fact. */
export function whyReading(reading: Reading, on: Day): Block[] {
  const words = quotesOf(reading, on, 8);
  const facts = Object.entries(reading.evidence).map(
    ([fact, { quote, certainty }]) => `${fact}: “${quote}”${certainty === "implied" ? " (implied)" : ""}`,
  );
  return [
    { is: "text", text: `Read as “${reading.kind}” (certainty ${Math.round(reading.certainty * 100)} %).` },
    ...(words.length + facts.length === 0 ? [] : [{ is: "list", items: [...words, ...facts] } as const]),
  ];
}

function quotesOf({ signals }: Reading, on: Day, most: number): string[] {
  return signals.slice(0, most).map(({ phrase }) => `${sayDay(on)}: “${phrase}”`);
}

/** Every opportunity by stage, the furthest first, with its number; closed ones without numbers. */
export function listOpportunities(
  opportunities: readonly Opportunity[],
  followUps: readonly FollowUp[],
  numberOf: (opportunityId: string) => number,
): Block[] {
  const line = (one: Opportunity) => {
    const next = followUps.find(({ opportunityId, state }) => opportunityId === one.id && state === "open");
    const plan = next ? `: ${FOLLOW_UPS[next.kind].title} (${sayDay(next.dueOn)})` : "";
    return `${numberOf(one.id)}: ${nameOf(one)}${plan}`;
  };
  const sections = STAGES.toReversed().flatMap((stage): Block[] => {
    const there = opportunities.filter((one) => one.stage === stage);
    if (there.length === 0) return [];
    const items =
      stage === "closed"
        ? there
            .slice(-20)
            .map((one) => `${nameOf(one)} (${one.outcome === null ? "" : OUTCOME_NAMES[one.outcome]})`)
        : there.map(line);
    return [
      { is: "heading", text: STAGE_NAMES[stage] },
      { is: "list", items },
    ];
  });
  const none: Block = {
    is: "text",
    text: "Nothing is here yet. Forward a recruiter's mail, or reply “add Acme, Staff Engineer”.",
  };
  return sections.length === 0 ? [none] : sections;
}

/** Everything that can be said, by what one wants. */
export const HELP: readonly Block[] = [
  {
    is: "text",
    text: "Reply to any letter in plain words, several lines if you like. Numbers are those of the letter that you answer.",
  },
  {
    is: "list",
    items: [
      "“done”, “done 1 and 3”, “all done”: you sent it, or handed it in",
      "“snooze 2 a week”, “snooze 1 3d”, “snooze 2 until Friday”: later",
      "“skip 2”: not this one",
      "“undo”: takes your last word back, for a week",
      "“they replied 3”: they answered another way",
      "“close Acme”, “withdraw 2”, “rejected 2”, “accepted 2”, “declined 2”, “reopen Acme”",
      "“add Acme, Staff Engineer”: one without a mail",
      "“merge 2 and 3”: two that are one",
      "“company: …”, “role: …”, “interview: Thu 3 Dec 15:00”: what we read wrongly",
      "“good 2: …”: one good thing for your follow-up; “note 2: …”: for yourself",
      "“no show”: they did not turn up",
      "“why 2”, “list”",
      "“pause”, “resume”, “weekly”, “daily”, “zone: Europe/Berlin”",
      "“export”, “forget Acme”, “delete me”: your data",
    ],
  },
];

/** A letter to somebody else came to us: said so, with the link that sends it where it should go. */
export function strayLetter(text: string, to: Opportunity | null): Block[] {
  const contact = to && mainContact(to);
  const address = contact?.address ?? null;
  const name = contact?.name ?? (to ? nameOf(to) : "an employer");
  const link =
    to === null || address === null
      ? null
      : mailtoLink({ to: address, subject: replySubject(to), body: text, needs: null }, { bcc: null });
  return [
    {
      is: "text",
      text: `This reads like a letter to ${name}. It came to us, and nobody else saw it: replies to Callback never reach an employer.`,
    },
    ...(link === null
      ? [{ is: "text", text: `Please send it to ${address ?? "them"} from your own mail program.` } as const]
      : [{ is: "button", link: { words: "Send it to them", href: link } } as const]),
  ];
}
