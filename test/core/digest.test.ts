// A long search: thirty opportunities at once. Mail clients cut letters at 102 KB, and nobody does thirty things in one sitting.
import { describe, it } from "vitest";
import { composeDigest } from "../../src/letters/digest.ts";
import { PALETTE } from "../../src/letters/render.ts";
import { planFollowUps } from "../../src/opportunity/follow-ups.ts";
import { replay } from "../../src/opportunity/opportunity.ts";
import type { Opportunity } from "../../src/opportunity/opportunity.ts";
import { ZONE, at, interviewAt, reading } from "../support/history.ts";

const TODAY = "2026-11-16";
const PLAN = { today: TODAY, zone: ZONE, waitDays: 7, thankYou: true };

/** One of thirty: interviewed, quiet, invited, tested or moved, in turn. */
function opportunity(index: number): Opportunity {
  const id = `o${index}`;
  const facts = {
    company: `Company Number ${index}`,
    role: `Senior Platform Engineer ${index}`,
    contacts: [
      {
        name: `Rae Lind${index}`,
        address: `rae.lind@company${index}.example`,
        title: null,
        phone: null,
        part: "recruiter" as const,
      },
    ],
  };
  const kinds = [
    { kind: "interview", ...interviewAt("2026-11-05T15:00:00+01:00") },
    { kind: "acknowledgement" },
    { kind: "interview", ...interviewAt("2026-11-19T10:00:00+01:00") },
    { kind: "assessment", deadline: "2026-11-20" },
    { kind: "interview", ...interviewAt("2026-11-03T15:00:00+01:00") },
  ] as const;
  const { kind, ...more } = kinds[index % kinds.length] ?? kinds[0];
  const touchpoint = at("2026-11-02T09:00:00Z", {
    kind: "message-read",
    reading: reading(kind, { ...facts, ...more }),
    subject: `Senior Platform Engineer ${index}`,
    messageId: null,
  });
  return replay(id, [{ ...touchpoint, opportunityId: id }], ZONE);
}

async function digestOfThirty() {
  const opportunities = Array.from({ length: 30 }, (_, index) => opportunity(index));
  const digest = await composeDigest({
    now: "2026-11-16T07:00:00Z",
    today: TODAY,
    zone: ZONE,
    nextDigestOn: "2026-11-23",
    since: "2026-11-01T07:00:00Z",
    opportunities,
    followUps: opportunities.flatMap((one) => planFollowUps(one, PLAN)),
    plan: PLAN,
    unplaced: [{ inboundId: "i", at: null, subject: "Fwd: hm" }],
    ignored: 3,
    me: "Ada Byron",
    inbox: "in-ada@callback.example",
    copyTo: (number) =>
      `sent-${"a".repeat(26)}${String(number).padStart(2, "0")}${"b".repeat(26)}@callback.example`,
  });
  if (!digest) throw new Error("no digest");
  return digest;
}

describe("a digest of thirty opportunities", () => {
  it("stays under 80 KB and leads with five things to do; every other one still has its number", async ({
    expect,
  }) => {
    const { letter, items } = await digestOfThirty();
    expect(new TextEncoder().encode(letter.html).length).toBeLessThan(80 * 1024);
    expect(letter.text.match(/^ {3}To: /gm)?.length ?? 0).toBeLessThanOrEqual(5);
    const [, now = ""] = /DO NOW\n-+\n([\s\S]*?)AND WHEN YOU HAVE TIME/.exec(letter.text) ?? [];
    expect(now.match(/^\d+\. /gm)).toEqual(["1. ", "2. ", "3. ", "4. ", "5. "]);
    const numbers = [...letter.text.matchAll(/^(?:\* )?(\d+)(?:\.|:) /gm)].map(([, number]) =>
      Number(number),
    );
    expect(numbers).toEqual(items.map((_, index) => index + 1));
    expect(items.length).toBeGreaterThan(15);
  });
});

/** WCAG 2.2 relative luminance and contrast. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((from) => Number.parseInt(hex.slice(from, from + 2), 16) / 255)
      .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe("the colours of letters", () => {
  for (const [name, { ink, soft, paper, panel, accent, onAccent }] of Object.entries(PALETTE))
    it(`have a contrast of at least 4.5 to 1 by ${name === "light" ? "day" : "night"}`, ({ expect }) => {
      for (const [above, below] of [
        [ink, paper],
        [ink, panel],
        [soft, paper],
        [soft, panel],
        [accent, paper],
        [onAccent, accent],
      ] as const)
        expect(contrast(above, below), `${above} on ${below}`).toBeGreaterThanOrEqual(4.5);
    });
});
