// Orders given on the website. They become what a mail's orders become; only facts that mails have no word for are said directly.
import type { Context } from "hono";
import { isDay, isZone, withOffset, zonedInstant } from "../calendar.ts";
import type { Zone } from "../calendar.ts";
import { takeAnswer } from "../desk/answers.ts";
import type { Answered } from "../desk/answers.ts";
import type { Desk } from "../desk/desk.ts";
import { NOTHING_TOLD, obey, takeBack } from "../desk/orders.ts";
import type { Told } from "../desk/orders.ts";
import { carryOut, correctMessage } from "../desk/recording.ts";
import type { Word } from "../desk/recording.ts";
import { nameOf } from "../letters/item.ts";
import { opportunityItem } from "../letters/numbered.ts";
import { normaliseAddress } from "../mail/address.ts";
import { cut, oneLine } from "../mail/text.ts";
import { deadlineOf } from "../opportunity/decide.ts";
import type { Command } from "../opportunity/decide.ts";
import type { Contact } from "../opportunity/reading.ts";
import type { Instruction } from "../opportunity/instructions.ts";
import { SAID_FACTS } from "../opportunity/opportunity.ts";
import type { Opportunity } from "../opportunity/opportunity.ts";
import { lastOrders } from "../opportunity/undo.ts";
import { findKeptOfTouchpoint, toKept } from "../store/waiting.ts";
import type { KeptMail } from "../store/waiting.ts";
import { KINDS, STAGES } from "../vocabulary.ts";
import type { Verb } from "../vocabulary.ts";
import type { World } from "../world.ts";
import { fieldOf, problemWithAddress } from "./form.ts";
import { changeHistory, withItems } from "./visit.ts";
import type { Outcome } from "./visit.ts";

/** Orders that are the same as by mail, about the opportunity or about a follow-up of it. */
const BY_MAIL_TOO: readonly Verb[] = [
  "done",
  "skip",
  "snooze",
  "undo",
  "close",
  "withdraw",
  "rejected",
  "accepted",
  "declined",
  "reopen",
  "replied",
  "no-show",
  "note",
  "good",
  "interview",
];

const MOST_CHARACTERS = 1_000;

/** `POST /opportunities/:id` with the order in `verb`. */
export async function orderOn(c: Context, world: World, id: string): Promise<Response> {
  const form = await c.req.formData();
  const verb = fieldOf(form, "verb");
  const seq = Number(fieldOf(form, "message"));
  return changeHistory(
    c,
    world,
    async (desk, rows) => {
      const opportunity = desk.history.opportunities().find((one) => one.id === id);
      if (!opportunity) return null;
      const to = `/opportunities/${id}`;
      if (verb === "facts") return { told: sayFacts(form, opportunity, desk), to };
      if (verb === "merge") return merge(fieldOf(form, "with"), opportunity, desk);
      if (verb === "message") return correct(form, seq, opportunity, desk, toKept(rows[0]));
      const instruction = instructionOf(form, desk.author.person.zone);
      if (typeof instruction === "string") return { told: { ...NOTHING_TOLD, unclear: [instruction] }, to };
      const item = itemOf(fieldOf(form, "item"), opportunity, desk);
      const told = item === null ? null : obey(instruction, withItems(desk, [item]));
      const isThere = desk.history.opportunities().some((one) => one.id === id);
      return told && { told, to: isThere ? to : "/board" };
    },
    [(which, parameter) => findKeptOfTouchpoint(world.db, which, parameter, Number.isFinite(seq) ? seq : 0)],
  );
}

/** `POST /opportunities`: one without a mail. */
export async function addByHand(c: Context, world: World): Promise<Response> {
  const form = await c.req.formData();
  const [company, role] = [lineOf(form, "company"), lineOf(form, "role")];
  const stage = STAGES.find((one) => one === fieldOf(form, "stage"));
  return changeHistory(c, world, ({ author, history }) => {
    const known = history
      .opportunities()
      .find((one) => sameWords(one.company, company) && sameWords(one.role, role));
    if (company === "" || stage === "closed")
      return { told: { ...NOTHING_TOLD, asks: ["Please give the company's name."] }, to: "/board" };
    if (known)
      return {
        told: { ...NOTHING_TOLD, happened: [{ did: "nothing", what: nameOf(known) }] },
        to: `/opportunities/${known.id}`,
      };
    const id = author.world.newId();
    const added = { company, role: role === "" ? null : role, ...(stage === undefined ? {} : { stage }) };
    carryOut({ order: "Add", ...added }, id, history, author);
    return { told: toldOf("added", id, history), to: `/opportunities/${id}` };
  });
}

/** `POST /undo`: exactly what a page has just said that it did. */
export async function undoSaid(c: Context, world: World): Promise<Response> {
  const form = await c.req.formData();
  const [from = 0, to = 0] = fieldOf(form, "said").split("-").map(Number);
  return changeHistory(c, world, (desk) => {
    const { history } = desk;
    const orders = lastOrders(history.touchpoints(), world.now, { inboundId: null, between: [from, to] });
    if (orders.length === 0)
      return {
        told: { ...NOTHING_TOLD, asks: ["That was taken back already, or is too old."] },
        to: "/board",
      };
    const told = takeBack(orders, desk);
    const here = history.opportunities();
    const home = orders.find(({ opportunityId }) =>
      here.some(({ id }) => id === opportunityId),
    )?.opportunityId;
    return { told, to: home === undefined ? "/board" : `/opportunities/${home}` };
  });
}

/** The order in a form, or what is missing in it. Times are on the person's clock. */
function instructionOf(form: FormData, zone: Zone): Instruction | string {
  const verb = BY_MAIL_TOO.find((one) => one === fieldOf(form, "verb"));
  if (verb === undefined) return "There is no such order.";
  const value = cut(oneLine(fieldOf(form, "value")), MOST_CHARACTERS);
  const until = fieldOf(form, "until");
  const start = fieldOf(form, "start");
  if (verb === "snooze")
    return isDay(until) ? { verb, items: [1], until } : "Please give the day until which it waits.";
  if (verb === "interview" && fieldOf(form, "off") !== "") return { verb, items: [1], value: "cancelled" };
  if (verb === "interview")
    return /T(?:[01]\d|2[0-3]):[0-5]\d$/.test(start) &&
      start.length === 16 &&
      isDay(start.slice(0, 10)) &&
      isZone(zone)
      ? { verb, items: [1], value: start, start: withOffset(zonedInstant(`${start}:00`, zone), zone) }
      : "Please give the day and the time of the interview.";
  if ((verb === "note" || verb === "good") && value === "") return "Please write a few words.";
  return { verb, items: [1], ...(value === "" ? {} : { value }) };
}

/** The follow-up that a form names, if it is one of this opportunity; the opportunity itself when it names none. */
function itemOf(named: string, { id }: Opportunity, { history }: Desk): string | null {
  if (named === "") return opportunityItem(id);
  const known = history.followUps().find((one) => one.id === named && one.opportunityId === id);
  return known?.id ?? null;
}

/** What the person changed of the facts that the form showed; what they left alone stays what the mails say. */
function sayFacts(form: FormData, opportunity: Opportunity, { author, history }: Desk): Told {
  const { id } = opportunity;
  const [first] = opportunity.contacts;
  const contact = {
    name: lineOf(form, "name") || null,
    address: normaliseAddress(lineOf(form, "address")) || null,
    title: lineOf(form, "title") || null,
  };
  const deadline = fieldOf(form, "deadline");
  const problem = contact.address === null ? null : problemWithAddress(contact.address);
  if (problem !== null && contact.address !== first?.address)
    return { ...NOTHING_TOLD, asks: [`Nothing was saved. Contact: ${problem}`] };
  if (deadline !== "" && !isDay(deadline))
    return { ...NOTHING_TOLD, asks: ["Nothing was saved. Deadline: please give a day."] };
  const commands: Command[] = [
    // A field that the form did not show was not emptied.
    ...SAID_FACTS.filter((fact) => form.has(fact))
      .map((fact) => ({ fact, value: lineOf(form, fact) }))
      .filter(({ fact, value }) => value !== cut(oneLine(opportunity[fact] ?? ""), 150))
      .map((said) => ({ order: "SayFact", opportunity, ...said }) as const),
    ...(PARTS_OF_CONTACT.some((part) => form.has(part) && contact[part] !== shownOf(part, first))
      ? [{ order: "SayContact", opportunity, ...contact } as const]
      : []),
    ...(!form.has("deadline") || deadline === (deadlineOf(opportunity) ?? "")
      ? []
      : [{ order: "SayDeadline", opportunity, deadline: deadline || null } as const]),
  ];
  const changed = commands.flatMap((command) => carryOut(command, id, history, author));
  return changed.length === 0 ? NOTHING_TOLD : toldOf("fact", id, history);
}

const PARTS_OF_CONTACT = ["name", "address", "title"] as const;

/** What a field that was left alone gives back. */
function shownOf(part: (typeof PARTS_OF_CONTACT)[number], contact: Contact | undefined): string | null {
  const shown = cut(oneLine(contact?.[part] ?? ""), 150);
  return (part === "address" ? normaliseAddress(shown) : shown) || null;
}

function merge(other: string, opportunity: Opportunity, desk: Desk): Outcome | null {
  if (!desk.history.opportunities().some(({ id }) => id === other)) return null;
  const items = [opportunity.id, other].map(opportunityItem);
  const told = obey({ verb: "merge", items: [1, 2] }, withItems(desk, items)) ?? NOTHING_TOLD;
  const [into] = told.happened.flatMap((one) => (one.did === "merged" ? [one.into.id] : []));
  return { told, to: `/opportunities/${into ?? opportunity.id}` };
}

/** What the person says about one message of theirs: it is of another kind, or belongs to another opportunity. */
async function correct(
  form: FormData,
  seq: number,
  opportunity: Opportunity,
  { author, history }: Desk,
  kept: KeptMail | null,
): Promise<Outcome | null> {
  const message = history
    .touchpoints()
    .find(
      (one) => one.seq === seq && one.opportunityId === opportunity.id && one.event.kind === "message-read",
    );
  const place = fieldOf(form, "place");
  const isPlace = place === "new" || history.opportunities().some(({ id }) => id === place);
  if (!message || (place !== "" && !isPlace)) return null;
  const kind = KINDS.find((one) => one === fieldOf(form, "kind"));
  const isOther = message.event.kind === "message-read" && kind !== message.event.reading.kind;
  const word: Word = { said: { kind: isOther ? kind : undefined }, place: place === "" ? null : place };
  const before = history.revision();
  const answered = await rereadKept(message.inboundId, word, { author, history }, kept);
  if (answered === null) correctMessage(message, null, word, history, author);
  const home = history.touchpoints().find((one) => one.seq === seq)?.opportunityId ?? opportunity.id;
  const isThere = history.opportunities().some(({ id }) => id === home);
  return {
    told: history.revision() === before ? NOTHING_TOLD : toldOf("fact", home, history),
    ...(answered === null ? {} : { answered }),
    to: isThere ? `/opportunities/${home}` : "/board",
  };
}

/** While the mail itself is kept it is read again by the person's word; null when it is not, or holds several messages. */
async function rereadKept(
  inboundId: string | null,
  word: Word,
  { author, history }: Pick<Desk, "author" | "history">,
  kept: KeptMail | null,
): Promise<Answered | null> {
  const before = history.revision();
  if (inboundId === null || !kept?.rawKey || word.said.kind === undefined) return null;
  const answered = await takeAnswer({ about: { inboundId, at: null }, word }, kept, history, author);
  return history.revision() > before ? answered : null;
}

function toldOf(did: "added" | "fact", id: string, history: Desk["history"]): Told {
  const opportunity = history.opportunities().find((one) => one.id === id);
  return {
    ...NOTHING_TOLD,
    happened: opportunity ? [{ did, opportunity }] : [{ did: "nothing", what: "That mail is set aside" }],
  };
}

/** One line, capped as names are. */
function lineOf(form: FormData, name: string): string {
  return cut(oneLine(fieldOf(form, name)), 150);
}

function sameWords(one: string | null, other: string): boolean {
  return (one ?? "").toLowerCase() === other.toLowerCase();
}
