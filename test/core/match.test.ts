// Which opportunity a mail is about: two roles at one company, one agency with several employers, a company with a new name.
import { describe, it } from "vitest";
import type { Original } from "../../src/mail/original.ts";
import { decide } from "../../src/opportunity/decide.ts";
import { matchOpportunity } from "../../src/opportunity/match.ts";
import { replay } from "../../src/opportunity/opportunity.ts";
import type { Touchpoint } from "../../src/opportunity/opportunity.ts";
import type { Reading } from "../../src/opportunity/reading.ts";
import { asOriginal } from "../../src/mail/original.ts";
import { readMessage } from "../../src/mail/message.ts";
import { writeMessage } from "../../src/mail/written-message.ts";
import { readOriginal } from "../../src/opportunity/read.ts";

type Names = { company: string | null; role: string | null; agency?: string | null };

async function mailOf(from: string, { company, role, agency = null }: Names) {
  const raw = writeMessage({
    from,
    to: "ada@home.example",
    subject: "Next step",
    date: "Mon, 2 Nov 2026 09:00:00 +0100",
    body: "We would like to invite you to an interview.",
  });
  const original: Original = asOriginal(await readMessage(raw));
  const certain = { quote: "said", certainty: "certain" as const, rule: "test" };
  const reading: Reading = {
    ...readOriginal(original, { zone: "UTC" }),
    company,
    role,
    agency,
    evidence: { company: certain, role: certain },
  };
  return { original, reading };
}

/** The opportunities that earlier mails opened, each by its own id. */
async function opened(mails: Readonly<Record<string, readonly [string, Names]>>) {
  const touchpoints: Touchpoint[] = [];
  for (const [id, [from, names]] of Object.entries(mails)) {
    const { original, reading } = await mailOf(from, names);
    touchpoints.push({
      seq: touchpoints.length + 1,
      opportunityId: id,
      happenedAt: "2026-11-02T08:00:00Z",
      recordedAt: "2026-11-02T08:00:00Z",
      inboundId: null,
      originalKey: id,
      event: { kind: "message-read", reading, subject: original.subject, messageId: `${id}@mail.example` },
    });
  }
  const opportunities = Object.keys(mails).map((id) => replay(id, touchpoints, "UTC"));
  return async (from: string, names: Names) => {
    const { original, reading } = await mailOf(from, names);
    const match = matchOpportunity(reading, original, opportunities, touchpoints);
    return match.is === "known" ? match.opportunityId : match.is;
  };
}

const KIM = "Kim Osei <kim@globex.example>";
const TOM = "Tom Hale <tom@harbourtalent.example>";

describe("the opportunity of a mail", () => {
  it("is told by its role where a company has two, and asked for where nothing tells", async ({ expect }) => {
    const match = await opened({
      data: [KIM, { company: "Globex", role: "Data Engineer" }],
      product: [KIM, { company: "Globex", role: "Product Manager" }],
    });
    expect(await match(KIM, { company: "Globex", role: "Product Manager" })).toBe("product");
    expect(await match(KIM, { company: "Globex GmbH", role: "Data Engineer" })).toBe("data");
    expect(await match(KIM, { company: "Globex", role: null })).toBe("unclear");
    expect(await match(KIM, { company: "Globex", role: "Designer" })).toBe("new");
  });

  it("is another one when an agency names another employer", async ({ expect }) => {
    const match = await opened({
      dairy: [TOM, { company: "Fenwick's Dairy", role: "Herd Assistant", agency: "Harbour Talent" }],
    });
    expect(await match(TOM, { company: "Oakhurst School", role: "Cook", agency: "Harbour Talent" })).toBe(
      "new",
    );
    expect(await match(TOM, { company: "Fenwick's Dairy", role: null, agency: "Harbour Talent" })).toBe(
      "dairy",
    );
    expect(await match(TOM, { company: null, role: "Herd Assistant", agency: "Harbour Talent" })).toBe(
      "dairy",
    );
  });

  it("stays the same when a company changes its name but not its people and its role", async ({ expect }) => {
    const match = await opened({ lead: [KIM, { company: "Globex", role: "Data Lead" }] });
    expect(await match(KIM, { company: "Initech", role: "Data Lead" })).toBe("lead");
    expect(await match(KIM, { company: "Initech", role: "Cook" })).toBe("new");
  });

  it("is the one of its calendar entry, whoever sends it", async ({ expect }) => {
    const calendar =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:meeting-1\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:20261110T090000Z\r\nSUMMARY:Interview\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    const withCalendar = async (from: string) => {
      const { original, reading } = await mailOf(from, { company: null, role: null });
      return { original: { ...original, calendars: [calendar] }, reading };
    };
    const first = await withCalendar(KIM);
    const [event] = decide({ order: "RecordMessage", ...first }, []);
    if (!event) throw new Error("nothing was recorded");
    const touchpoint: Touchpoint = {
      seq: 1,
      opportunityId: "lead",
      happenedAt: "2026-11-02T08:00:00Z",
      recordedAt: "2026-11-02T08:00:00Z",
      inboundId: null,
      originalKey: "lead",
      event,
    };
    const moved = await withCalendar("Calendar <notifications@calendar.example>");
    const opportunities = [replay("lead", [touchpoint], "UTC")];
    expect(matchOpportunity(moved.reading, moved.original, opportunities, [touchpoint])).toEqual({
      is: "known",
      opportunityId: "lead",
    });
  });

  it("is asked for when a mail names neither company nor role and nobody known wrote it", async ({
    expect,
  }) => {
    const match = await opened({ lead: [KIM, { company: "Globex", role: "Data Lead" }] });
    expect(await match("Rae <rae@gmail.com>", { company: null, role: null })).toBe("unclear");
  });
});
