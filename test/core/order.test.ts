// State depends on when things happened, not on when they arrived: every order of arrival ends in the same opportunities.
import fc from "fast-check";
import { describe, it } from "vitest";
import { openHistory } from "../../src/desk/history.ts";
import { asOriginal } from "../../src/mail/original.ts";
import type { Original } from "../../src/mail/original.ts";
import { readMessage } from "../../src/mail/message.ts";
import { writeMessage } from "../../src/mail/written-message.ts";
import { decide, happenedAt, isKnown, originalKey } from "../../src/opportunity/decide.ts";
import { matchOpportunity } from "../../src/opportunity/match.ts";
import { readOriginal } from "../../src/opportunity/read.ts";
import { ADA } from "../support/ada.ts";

const ZONE = "Europe/Berlin";
const NOW = "2026-12-20T09:00:00Z";

type Mail = readonly [from: string, day: string, subject: string, body: string];

const HISTORIES: Readonly<Record<string, readonly Mail[]>> = {
  "one opportunity, from receipt to rejection": [
    [
      "Acme Careers <careers@acme.example>",
      "Mon, 2 Nov 2026 09:00:00 +0100",
      "Your application for Staff Engineer at Acme",
      "Dear Ada, thank you for applying. We have received your application for the Staff Engineer position at Acme and will review it.\n\nKind regards\nAcme Careers",
    ],
    [
      "Rae Lind <rae@acme.example>",
      "Thu, 5 Nov 2026 10:00:00 +0100",
      "Interview: Staff Engineer",
      "Dear Ada, we would like to invite you to an interview for the Staff Engineer position at Acme on Tuesday, 10 November at 15:00 CET.\n\nBest regards\nRae Lind\nTalent Partner, Acme",
    ],
    [
      "Rae Lind <rae@acme.example>",
      "Fri, 6 Nov 2026 10:00:00 +0100",
      "Your interview has to move",
      "Dear Ada, unfortunately we need to reschedule your interview for the Staff Engineer position at Acme. The new time is Thursday, 12 November at 11:00 CET instead.\n\nBest regards\nRae Lind\nTalent Partner, Acme",
    ],
    [
      "Rae Lind <rae@acme.example>",
      "Fri, 20 Nov 2026 10:00:00 +0100",
      "Staff Engineer at Acme",
      "Dear Ada, thank you for the interview. Unfortunately we have decided to move forward with other candidates for the Staff Engineer position at Acme. We wish you all the best.\n\nRae Lind\nTalent Partner, Acme",
    ],
  ],
  "two roles at one company, and a third elsewhere": [
    [
      "Globex Hiring <hiring@globex.example>",
      "Mon, 2 Nov 2026 09:00:00 +0100",
      "Application received: Data Engineer",
      "Dear Ada, we have received your application for the position of Data Engineer at Globex.",
    ],
    [
      "Globex Hiring <hiring@globex.example>",
      "Mon, 2 Nov 2026 09:00:00 +0100",
      "Application received: Product Manager",
      "Dear Ada, we have received your application for the position of Product Manager at Globex.",
    ],
    [
      "Kim Osei <kim@globex.example>",
      "Mon, 9 Nov 2026 09:00:00 +0100",
      "Interview for Product Manager",
      "Dear Ada, we would like to invite you to an interview for the position of Product Manager at Globex on Monday, 16 November at 10:00 CET.\n\nKind regards\nKim Osei\nTalent Coordinator, Globex",
    ],
    [
      "Kim Osei <kim@globex.example>",
      "Tue, 10 Nov 2026 09:00:00 +0100",
      "Data Engineer at Globex",
      "Dear Ada, unfortunately we have decided not to move forward with your application for the position of Data Engineer at Globex. We wish you all the best.\n\nKind regards\nKim Osei\nTalent Coordinator, Globex",
    ],
    [
      "Sam Roe <sam@initech.example>",
      "Tue, 10 Nov 2026 09:00:00 +0100",
      "Offer: Engineering Manager",
      "Dear Ada, we are delighted to offer you the position of Engineering Manager at Initech. Please sign the attached contract by Friday, 20 November.\n\nBest regards\nSam Roe\nHead of People, Initech",
    ],
  ],
};

async function originalOf([from, date, subject, body]: Mail): Promise<Original> {
  return asOriginal(await readMessage(writeMessage({ from, to: "ada@home.example", date, subject, body })));
}

/** What a history adds up to when its mails arrive in this order. */
function stateAfter(originals: readonly Original[]): unknown {
  const history = openHistory({ ...ADA_PERSON }, [], NOW);
  let ids = 0;
  for (const original of originals) {
    const reading = readOriginal(original, { zone: ZONE });
    if (isKnown(original, history.touchpoints())) continue;
    const match = matchOpportunity(reading, original, history.opportunities(), history.touchpoints());
    const opportunityId = match.is === "known" ? match.opportunityId : `new-${(ids += 1)}`;
    for (const event of decide({ order: "RecordMessage", reading, original }, history.touchpoints()))
      history.append({
        opportunityId,
        happenedAt: happenedAt(original, NOW),
        inboundId: null,
        originalKey: originalKey(original),
        event,
      });
  }
  const followUps = history.followUps();
  return history
    .opportunities()
    .map(({ id, company, role, stage, outcome, contacts, steps, heard }) => ({
      company,
      role,
      stage,
      outcome,
      contacts,
      // By which of its mails we first knew of an interview depends on the order, and is meant to.
      steps: steps.map((step) => ({ ...step, firstSeq: null })),
      heard: heard.map(({ at, kind, subject }) => [at, kind, subject]),
      followUps: followUps
        .filter(({ opportunityId }) => opportunityId === id)
        .map(({ kind, dueOn, state, round }) => [kind, dueOn, state, round]),
    }))
    .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

const ADA_PERSON = {
  id: "user-ada",
  name: ADA.name,
  address: ADA.address,
  inbox: ADA.inbox,
  zone: ZONE,
  waitDays: 7,
  senders: [],
} as never as Parameters<typeof openHistory>[0];

describe("any order of arrival", () => {
  for (const [name, mails] of Object.entries(HISTORIES))
    it(`ends in the same state: ${name}`, async ({ expect }) => {
      const originals = await Promise.all(mails.map(originalOf));
      const expected = stateAfter(originals);
      expect(expected).toHaveLength(name.startsWith("one") ? 1 : 3);
      fc.assert(
        fc.property(
          fc.shuffledSubarray(originals, { minLength: originals.length }),
          // The same original by a second way changes nothing.
          fc.constantFrom(...originals),
          (order, again) => {
            expect(stateAfter([...order, again])).toEqual(expected);
          },
        ),
        { numRuns: 120 },
      );
    });
});
