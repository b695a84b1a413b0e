// How to forward from each mail program: by hand, and by a rule where the provider allows one. Beside it what goes wrong there.

export type ForwardingGuide = {
  readonly name: string;
  readonly byHand: string;
  readonly byRule: readonly string[];
  readonly beware: string | null;
};

const CONFIRM = "They ask by mail whether that address may be used: we send you their link and code at once.";

export const FORWARDING: readonly ForwardingGuide[] = [
  {
    name: "Gmail",
    byHand: "Open the mail, tap the three dots, “Forward”, and begin to type “Callback”.",
    byRule: [
      "On a computer: Settings → See all settings → Forwarding and POP/IMAP → “Add a forwarding address”.",
      CONFIRM,
      "Leave forwarding itself disabled: Filters and Blocked Addresses → Create a new filter, with recruiters' addresses or words like “interview”, then “Forward it to”.",
    ],
    beware: null,
  },
  {
    name: "Outlook and Microsoft 365",
    byHand:
      "Open the mail, the arrow “Forward”, and send it. “Forward as attachment” works best, where it is offered.",
    byRule: [
      "Settings → Mail → Rules → Add new rule.",
      "As a condition the senders, or words in the subject; as the action “Forward as attachment” or “Redirect to”.",
    ],
    beware:
      "Work and school accounts (Microsoft 365) usually block automatic forwarding to outside: the rule seems to work and nothing arrives (error 550 5.7.520). Forward by hand there. An employer may also see what you forward from a work account: better use a private one.",
  },
  {
    name: "Apple Mail and iCloud",
    byHand: "Open the mail, the arrow at the bottom, “Forward”. On a Mac: Message → Forward as Attachment.",
    byRule: [
      "On icloud.com: Mail → Settings → Rules → Add a rule, “Forward to” your Callback address.",
      CONFIRM,
    ],
    beware:
      "Rules of the Mail program on a Mac run only while that Mac is on; those on icloud.com always do.",
  },
  {
    name: "Yahoo Mail",
    byHand: "Open the mail, the arrow “Forward”, and begin to type “Callback”.",
    byRule: [
      "Settings → More settings → Mailboxes → your mailbox → Forwarding. It needs a paid plan, and forwards everything.",
      CONFIRM,
    ],
    beware: "Filters at Yahoo cannot forward. By hand is the better way here.",
  },
  {
    name: "Proton Mail",
    byHand:
      "Open the mail, the arrow “Forward”. Everything is decrypted before it leaves, as with any forward.",
    byRule: [
      "Settings → All settings → Forward and auto-reply → Create forwarding rule, with conditions. It needs a paid plan.",
      CONFIRM,
    ],
    beware: null,
  },
  {
    name: "Fastmail",
    byHand: "Open the mail, More → Forward, or “Forward as attachment”, which works best.",
    byRule: [
      "Settings → Filters & Rules → Create rule: conditions for recruiters, then “Send a copy to”.",
      CONFIRM,
    ],
    beware: null,
  },
];
