// The words of the product, once: every type, column, CHECK, route and letter takes them from here.
// Migration CHECKs repeat these lists; a test proves that they are equal.

/** What one message means (PRODUCT section 3). */
export const KINDS = [
  "interview",
  "reschedule",
  "assessment",
  "references",
  "offer",
  "rejection",
  "acknowledgement",
  "delay",
  "outreach",
  "other-job",
  "not-job",
] as const;
export type Kind = (typeof KINDS)[number];

/** The kinds that are a callback: a formal sign of continued interest (S1). */
export const CALLBACK_KINDS = ["interview", "assessment", "references", "offer"] as const satisfies Kind[];

export const SUBKINDS = [
  "phone-screen",
  "first",
  "technical",
  "panel",
  "case",
  "on-site",
  "final",
  "informal",
  "skill-test",
  "technical-test",
  "take-home",
  "personality",
] as const;
export type Subkind = (typeof SUBKINDS)[number];

/** How a message reached us; the order is the order of precedence (PRODUCT section 2). */
export const ARRIVALS = [
  "automatic",
  "reply",
  "verification",
  "attached-forward",
  "forward",
  "invite",
  "bcc",
  "auto-forward",
  "unplaced",
  "unreadable",
] as const;
export type Arrival = (typeof ARRIVALS)[number];

/** Why a message counts as automatic, by what it is. */
export const AUTOMATIC_REASONS = ["auto-reply", "bounce", "list", "loop"] as const;
export type AutomaticReason = (typeof AUTOMATIC_REASONS)[number];

/** The life of an inbound message. */
export const INBOUND_STATES = ["pending", "processing", "delivered", "ignored", "failed"] as const;
export type InboundState = (typeof INBOUND_STATES)[number];

/** Where an opportunity stands. */
export const STAGES = ["lead", "applied", "talking", "interviewing", "offer", "closed"] as const;
export type Stage = (typeof STAGES)[number];

/** How a closed opportunity ended. */
export const OUTCOMES = ["accepted", "declined", "rejected", "withdrawn", "gone_quiet"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the person should do next (PRODUCT section 5). */
export const FOLLOW_UP_KINDS = [
  "confirm-details",
  "ask-when",
  "thank-you",
  "first-follow-up",
  "second-follow-up",
  "move-on",
  "deadline",
] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** The life of a follow-up. `done` of a counted one means: the person sent it. */
export const FOLLOW_UP_STATES = ["open", "done", "skipped", "answered"] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** One dated fact in an opportunity's history. */
export const TOUCHPOINT_KINDS = [
  "message-read",
  "person-wrote",
  "follow-up-done",
  "follow-up-skipped",
  "follow-up-snoozed",
  "fact-said",
  "message-corrected",
  "merged",
  "split",
  "added",
  "closed",
  "reopened",
  "replied",
  "no-show",
  "noted",
  "good-thing-said",
  "interview-said",
  "contact-said",
  "deadline-said",
  "undone",
] as const;
export type TouchpointKind = (typeof TOUCHPOINT_KINDS)[number];

/** What a person can teach about a sender. */
export const CORRECTED_FACTS = ["kind", "company", "role"] as const;
export type CorrectedFact = (typeof CORRECTED_FACTS)[number];

/** What Callback writes. */
export const LETTER_KINDS = [
  "receipt",
  "question",
  "digest",
  "evening",
  "morning",
  "deadline",
  "answer",
  "problem",
  "verification",
  "welcome",
  "sign-in",
  "paused",
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** The life of a letter in the outbox. `unknown`: it may have left, nobody answered in time to say so. */
export const OUTBOX_STATES = ["waiting", "sending", "sent", "failed", "unknown"] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** What a link in a letter lets somebody do, once; `session`: what a browser that signed in holds. */
export const TOKEN_PURPOSES = [
  "obey",
  "forget",
  "delete-me",
  "sign-up",
  "add-address",
  "sign-in",
  "session",
] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

/** When receipts leave: for every forward, or when there is something to do or to answer. */
export const RECEIPT_CHOICES = ["always", "when-needed"] as const;
export type ReceiptChoice = (typeof RECEIPT_CHOICES)[number];

export const ADDRESS_KINDS = ["inbox", "sender"] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

/** Why letters to an address have stopped: they came back, or the person called one of them spam. */
export const STOP_REASONS = ["bounced", "complained"] as const;
export type StopReason = (typeof STOP_REASONS)[number];

export const INTERVIEW_STATUSES = ["proposed", "confirmed", "moved", "cancelled"] as const;
export type InterviewStatus = (typeof INTERVIEW_STATUSES)[number];

export const PLATFORMS = ["phone", "zoom", "meet", "teams", "webex", "other-video", "on-site"] as const;
export type Platform = (typeof PLATFORMS)[number];

export const FORMATS = ["panel", "behavioural", "technical", "case", "presentation", "conversation"] as const;
export type Format = (typeof FORMATS)[number];

export const PARTS = [
  "recruiter",
  "agency-recruiter",
  "hiring-manager",
  "coordinator",
  "interviewer",
  "system",
] as const;
export type Part = (typeof PARTS)[number];

/** What S4 wants known before an interview. */
export const MISSING = ["date", "time", "zone", "place-or-platform", "format", "interviewers"] as const;
export type Missing = (typeof MISSING)[number];

export const RED_FLAGS = [
  "late-reschedule",
  "vague",
  "rude",
  "unpaid-take-home",
  "unscoped-take-home",
  "long-take-home",
] as const;
export type RedFlagKind = (typeof RED_FLAGS)[number];

export const SCAM_SIGNS = [
  "free-mail",
  "reply-to-differs",
  "look-alike",
  "asks-money",
  "asks-identity",
  "chat-interview",
] as const;
export type ScamSignKind = (typeof SCAM_SIGNS)[number];

/** The orders a person can give in a reply (PRODUCT sections 6 and 9). */
export const VERBS = [
  "done",
  "snooze",
  "skip",
  "undo",
  "replied",
  "close",
  "withdraw",
  "rejected",
  "accepted",
  "declined",
  "add",
  "merge",
  "split",
  "reopen",
  "note",
  "kind",
  "place",
  "company",
  "role",
  "interview",
  "good",
  "zone",
  "no-show",
  "why",
  "list",
  "pause",
  "resume",
  "weekly",
  "daily",
  "export",
  "forget",
  "delete-me",
  "help",
] as const;
export type Verb = (typeof VERBS)[number];

/** A fact is `certain` when the words say it, `implied` when it follows from something else (a domain, a habit). */
export const CERTAINTIES = ["certain", "implied"] as const;
export type Certainty = (typeof CERTAINTIES)[number];
