// Texts with {placeholders}, filled from facts and refused when one is missing. Short, friendly, never pressing (S4 to S7).
import type { FollowUpKind } from "../vocabulary.ts";

export type DraftTemplate = { readonly source: string; readonly body: string };

export const DRAFTS: Readonly<Partial<Record<FollowUpKind, DraftTemplate>>> = {
  "confirm-details": {
    source: "S4",
    body: `Hi {contact},

Thank you for the invitation. {known}

Could you let me know {questions}?

I look forward to it.

Best regards,
{me}`,
  },
  "ask-when": {
    source: "S4",
    body: `Hi {contact},

Thank you for the invitation to talk about {position}. I would be glad to.

Could you let me know which times would suit you? I am happy to fit in with your calendar.

Best regards,
{me}`,
  },
  "first-follow-up": {
    source: "S5",
    body: `Hi {contact},

Thank you again for the conversation on {heldOn}. I especially enjoyed {detail}, and I remain very interested in {position}.

Could you share a brief update on where things stand? If any further information from me would help, I am glad to send it.

Best regards,
{me}`,
  },
  "second-follow-up": {
    source: "S6",
    body: `Hi {contact},

I wanted to write once more after our conversation on {heldOn}. I am still very interested in {position}, not least after {detail}.

If there is a brief update you can share, I would be grateful, and I am happy to provide any additional information. Either way, thank you for your time.

Best regards,
{me}`,
  },
};

/** Shown in place of the one thing only the person knows. */
export const DETAIL_BLANK = "[one good thing from the conversation]";

/** What no draft may say: a demand, a deadline, or the phrases that everybody skips. */
export const FORBIDDEN_PHRASES: readonly string[] = [
  "just checking in",
  "circling back",
  "touching base",
  "asap",
  "as soon as possible",
  "urgent",
  "i demand",
  "i expect",
  "i need an answer",
  "by when",
  "deadline",
  "when will you decide",
  "please respond",
];

export const MAX_DRAFT_WORDS = 120;

/** What a counted follow-up must contain, by the words that show it (S5). */
export const COUNTED_DRAFT_MUST_SAY: readonly { readonly what: string; readonly anyOf: readonly string[] }[] =
  [
    { what: "confirmed interest", anyOf: ["interested"] },
    { what: "a brief update asked for", anyOf: ["brief update"] },
    { what: "more information offered", anyOf: ["further information", "additional information"] },
  ];
