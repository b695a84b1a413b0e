// Every draft of every language, tone and kind, over the facts that a mail may or may not have told: each passes the draft check, or is
// not shown at all.
import { describe, it } from "vitest";
import { sayDayIn } from "../../src/calendar.ts";
import { checkDraft, writeDraftOf } from "../../src/letters/draft.ts";
import { roundsOf } from "../../src/opportunity/follow-ups.ts";
import { replay } from "../../src/opportunity/opportunity.ts";
import type { Reading } from "../../src/opportunity/reading.ts";
import { DRAFT_TEXTS, MAX_DRAFT_WORDS } from "../../src/playbook/draft-languages.ts";
import { DRAFT_KINDS, TONES } from "../../src/playbook/draft-texts.ts";
import { LANGUAGES } from "../../src/playbook/languages.ts";
import type { Language } from "../../src/playbook/languages.ts";
import { FORMATS, MISSING, PLATFORMS, SUBKINDS } from "../../src/vocabulary.ts";

const ZONE = "Europe/Berlin";

/** An opportunity with one invitation; `known` says which facts its mail told. */
function opportunityWith(language: Language, known: number) {
  const has = (bit: number) => (known & (1 << bit)) !== 0;
  const reading: Reading = {
    kind: "interview",
    subkind: SUBKINDS[known % 8] ?? null,
    callback: true,
    certainty: 1,
    signals: [],
    company: has(0) ? "Acme" : null,
    agency: null,
    role: has(1) ? "Staff Engineer" : null,
    requisition: null,
    round: null,
    contacts: has(2)
      ? [{ name: "Rae Lind", address: "rae@acme.example", title: null, phone: null, part: "recruiter" }]
      : [],
    interview: {
      status: "confirmed",
      start: has(3) ? "2026-11-05T15:00:00+01:00" : "2026-11-05",
      end: null,
      zone: ZONE,
      options: [],
      platform: has(4) ? (PLATFORMS[known % PLATFORMS.length] ?? null) : null,
      link: null,
      place: null,
      format: has(5) ? (FORMATS[known % FORMATS.length] ?? null) : null,
      interviewers: has(6)
        ? [
            { name: "Jo Park", title: null },
            { name: "Kim Osei", title: null },
          ]
        : [],
    },
    schedulingLink: null,
    deadline: has(7) ? "2026-11-20" : null,
    promisedBy: null,
    takeHome: null,
    salary: null,
    missing: MISSING.filter((_, at) => has(at)),
    evidence: {},
    redFlags: [],
    scamSigns: [],
    language,
  };
  const event = { kind: "message-read" as const, reading, subject: "Interview", messageId: null };
  const touchpoint = {
    seq: 1,
    opportunityId: "o",
    happenedAt: "2026-11-02T09:00:00Z",
    recordedAt: "2026-11-02T09:00:00Z",
    inboundId: null,
    originalKey: null,
    event,
  };
  return replay("o", [touchpoint], ZONE);
}

describe("every draft", () => {
  for (const language of LANGUAGES)
    it(`of ${language} passes the check with any facts, in both tones`, ({ expect }) => {
      for (const tone of TONES)
        for (let known = 0; known < 256; known++) {
          const opportunity = opportunityWith(language, known);
          const step = roundsOf(opportunity)[0] ?? null;
          const context = { me: "Ada Byron", zone: ZONE, tone };
          for (const kind of DRAFT_KINDS) {
            const draft = writeDraftOf(kind, opportunity, step, context);
            const isMissing =
              (kind === "confirm-details" && (known & 63) === 0) ||
              (kind === "deadline-extension" && (known & 128) === 0) ||
              (kind === "reschedule-reply" && (known & 8) === 0);
            expect(draft === null, `${kind} with ${known}`).toBe(isMissing);
            if (!draft) continue;
            expect(checkDraft(draft, opportunity, step, context)).toEqual([]);
            expect(draft.body.split(/\s+/).length).toBeLessThanOrEqual(MAX_DRAFT_WORDS);
          }
        }
    });

  it("of a counted follow-up takes the person's own good thing, word for word", ({ expect }) => {
    for (const language of LANGUAGES) {
      const opportunity = opportunityWith(language, 7);
      const context = { me: "Ada", zone: ZONE, goodThing: "the tour of the workshop" };
      const draft = writeDraftOf("first-follow-up", opportunity, roundsOf(opportunity)[0] ?? null, context);
      expect(draft?.body).toContain("the tour of the workshop");
      expect(draft?.needs).toBeNull();
    }
  });

  it("after what was handed in passes the check too, and names what it was", ({ expect }) => {
    for (const language of LANGUAGES)
      for (const of of ["assessment", "references"] as const)
        for (const kind of ["first-follow-up", "second-follow-up"] as const) {
          const step = { kind: of, start: "2026-11-09T09:00:00Z", heldOn: "2026-11-09", interview: null };
          const draft = writeDraftOf(kind, opportunityWith(language, 7), step, { me: "Ada", zone: ZONE });
          expect(draft?.body, `${language} ${of}`).toContain(DRAFT_TEXTS[language].handedIn[of]);
          expect(draft?.body).toContain(sayDayIn("2026-11-09", DRAFT_TEXTS[language].locale));
          expect(draft?.needs).toBe("one-good-thing");
        }
  });

  it("has the same kinds, questions and places in all languages, and no placeholder that is never filled", ({
    expect,
  }) => {
    const places = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    for (const language of LANGUAGES)
      for (const kind of DRAFT_KINDS)
        for (const place of places(DRAFT_TEXTS[language].bodies[kind]))
          expect(places(DRAFT_TEXTS.en.bodies[kind]), `${language} ${kind}`).toContain(place);
  });
});
