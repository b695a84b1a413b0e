import { describe, it } from "vitest";
import { checkDraft, writeDraft } from "../../src/letters/draft.ts";
import { mailtoLink } from "../../src/letters/mailto.ts";
import { renderLetter } from "../../src/letters/render.ts";
import { asOriginal } from "../../src/mail/original.ts";
import { readMessage } from "../../src/mail/message.ts";
import { planFollowUps, roundsOf } from "../../src/opportunity/follow-ups.ts";
import { replay } from "../../src/opportunity/opportunity.ts";
import type { Opportunity, Touchpoint } from "../../src/opportunity/opportunity.ts";
import { readOriginal } from "../../src/opportunity/read.ts";
import { DRAFT_TEXTS, MAX_DRAFT_WORDS } from "../../src/playbook/draft-languages.ts";

const ZONE = "Europe/Berlin";

/** The opportunity after these recruiter's texts, and its follow-ups. */
async function after(
  ...texts: readonly string[]
): Promise<{ opportunity: Opportunity; followUps: ReturnType<typeof planFollowUps> }> {
  const history: Touchpoint[] = await Promise.all(
    texts.map(async (text, seq) => {
      const raw = `From: Rae Lind <rae@acme.example>\r\nDate: Fri, ${30 - texts.length + seq} Oct 2026 10:00:00 +0100\r\nSubject: Interview\r\n\r\n${text}`;
      const original = asOriginal(await readMessage(new TextEncoder().encode(raw)));
      return {
        seq,
        opportunityId: "o",
        happenedAt: original.date ?? "",
        recordedAt: "",
        inboundId: null,
        originalKey: null,
        event: {
          kind: "message-read",
          reading: readOriginal(original, { zone: ZONE }),
          subject: original.subject,
          messageId: null,
        },
      };
    }),
  );
  const opportunity = replay("o", history, ZONE);
  return {
    opportunity,
    followUps: planFollowUps(opportunity, { today: "2026-11-09", zone: ZONE, waitDays: 7 }),
  };
}

const WITH_NAMES =
  "We would like to invite you to an interview for the Staff Engineer position at Acme with Jo Park on Monday, November 2 at 3:00 PM CET.";
const WITHOUT_NAMES =
  "We would like to invite you to an interview for the Staff Engineer position at Acme on Monday, November 2 at 3:00 PM CET.";

describe("a draft", () => {
  it("of a counted follow-up names the day, the interest, one thing the mails show, and asks for a brief update", async ({
    expect,
  }) => {
    const { opportunity, followUps } = await after(WITH_NAMES);
    const [first] = followUps.filter(({ kind }) => kind === "first-follow-up");
    const draft = first && writeDraft(first, opportunity, { me: "Ada Byron", zone: ZONE });
    expect(draft).toMatchObject({ to: "rae@acme.example", subject: "Re: Interview", needs: null });
    expect(draft?.body).toContain("Monday 2 November");
    expect(draft?.body).toContain("speaking with Jo Park");
    expect(draft?.body.split(/\s+/).length).toBeLessThanOrEqual(MAX_DRAFT_WORDS);
  });

  it("says that it needs one line from the person where the mails show nothing, and has no link then", async ({
    expect,
  }) => {
    const { opportunity, followUps } = await after(WITHOUT_NAMES);
    const [first] = followUps.filter(({ kind }) => kind === "first-follow-up");
    const draft = first && writeDraft(first, opportunity, { me: "Ada Byron", zone: ZONE });
    expect(draft).toMatchObject({ needs: "one-good-thing" });
    expect(draft?.body).toContain(DRAFT_TEXTS.en.blank);
    expect(draft && mailtoLink(draft, { bcc: null })).toBeNull();
  });

  it("fails the check when it demands, presses or leaves something out", async ({ expect }) => {
    const { opportunity, followUps } = await after(WITH_NAMES);
    const [first] = followUps.filter(({ kind }) => kind === "first-follow-up");
    if (!first) throw new Error("no follow-up");
    const draft = writeDraft(first, opportunity, { me: "Ada", zone: ZONE });
    if (!draft) throw new Error("no draft");
    const step = roundsOf(opportunity)[0] ?? null;
    const me = { me: "Ada", zone: ZONE };
    expect(checkDraft(draft, opportunity, step, me)).toEqual([]);
    const broken = (body: string) => checkDraft({ ...draft, body }, opportunity, step, me);
    for (const phrase of DRAFT_TEXTS.en.forbidden)
      expect(broken(`${draft.body} ${phrase}`), phrase).not.toEqual([]);
    expect(broken(`${draft.body} ${"word ".repeat(120)}`)).toEqual([
      `has more than ${MAX_DRAFT_WORDS} words`,
    ]);
    expect(broken(draft.body.replace("Monday 2 November", "Monday"))).toEqual([
      "does not name the day of the interview",
    ]);
    expect(broken(draft.body.replace("brief update", "word"))).toEqual(["lacks update"]);
    expect(broken(`${draft.body} The team has 12 people.`)).toEqual(["names 12, which no mail said"]);
    expect(broken(draft.body.replace("Hi Rae", "Hi Tom"))).toEqual(["does not greet the contact by name"]);
    expect(broken(`${draft.body} I enjoyed speaking with Jo Park.`)).toEqual([
      "does not name exactly one good thing",
    ]);
    expect(broken(`${draft.body} {contact}`)).toEqual(["has an empty place"]);
  });

  it("of the confirming reply asks only for what the mail did not say", async ({ expect }) => {
    const { opportunity, followUps } = await after(WITH_NAMES);
    const confirm = planFollowUps(opportunity, { today: "2026-10-29", zone: ZONE, waitDays: 7 }).find(
      ({ kind }) => kind === "confirm-details",
    );
    const draft = confirm && writeDraft(confirm, opportunity, { me: "Ada", zone: ZONE });
    expect(draft?.body).toContain("on Monday 2 November at 15:00");
    expect(draft?.body).toContain(
      "where we will meet, or on which platform and what format the interview will have?",
    );
    expect(draft?.body).not.toContain("titles of the people");
    expect(followUps.some(({ kind }) => kind === "confirm-details")).toBe(false);
  });
});

describe("a one-tap link", () => {
  it("opens with recipient, subject, body and BCC as they were written", ({ expect }) => {
    const draft = {
      to: "rae+jobs@acme.example",
      subject: "Re: 50 % & more?",
      body: "Hi Räe,\n\nyes – really & truly.",
      needs: null,
    };
    const link = mailtoLink(draft, { bcc: "in-ada@callback.example" }) ?? "";
    const url = new URL(link);
    expect(decodeURIComponent(url.pathname)).toBe("rae+jobs@acme.example");
    const fields = Object.fromEntries(
      url.search
        .slice(1)
        .split("&")
        .map((field) => field.split("=").map(decodeURIComponent)),
    );
    expect(fields).toEqual({
      subject: draft.subject,
      body: draft.body.replaceAll("\n", "\r\n"),
      bcc: "in-ada@callback.example",
    });
  });

  it("is left out when it would be too long, or when there is nobody to write to", ({ expect }) => {
    const draft = { to: "rae@acme.example", subject: "Re: x", body: "ü".repeat(600), needs: null };
    expect(mailtoLink(draft, { bcc: null })).toBeNull();
    expect(mailtoLink({ ...draft, body: "x", to: null }, { bcc: null })).toBeNull();
  });
});

describe("a letter", () => {
  it("never turns words of a mail into HTML", async ({ expect }) => {
    const evil = '<script>alert(1)</script><img src=x onerror="x">';
    const letter = await renderLetter(evil, [
      { is: "heading", text: evil },
      { is: "text", text: evil },
      { is: "list", items: [evil] },
      { is: "item", number: 1, title: evil, why: evil },
      { is: "draft", to: evil, subject: evil, body: evil, link: 'mailto:x?body="><script>' },
      { is: "small", text: evil },
    ]);
    expect(letter.html).not.toMatch(/<script|<img|onerror="/);
    expect(letter.text).toContain(evil);
  });
});
