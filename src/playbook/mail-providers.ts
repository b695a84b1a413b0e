// Mail providers that ask before they forward: their names, and what to do once they were told yes.
const RECRUITERS_ONLY =
  "Then add a filter that forwards only mails from recruiters and employers, not everything.";

export const PROVIDERS: Readonly<
  Record<string, { readonly name: string; readonly steps: readonly string[] }>
> = {
  gmail: {
    name: "Gmail",
    steps: [
      "Open the link, or enter the code under Settings → Forwarding and POP/IMAP.",
      "Leave “Disable forwarding” on there: a filter does it better.",
      "Settings → Filters → Create a new filter: senders or words of recruiters, then “Forward it to”.",
    ],
  },
  outlook: {
    name: "Outlook",
    steps: [
      "Open the link, or enter the code under Settings → Mail → Forwarding.",
      "Settings → Mail → Rules: “Forward to” for recruiters only.",
      "At work or school, forwarding to outside is often blocked: forward by hand then.",
    ],
  },
  yahoo: {
    name: "Yahoo Mail",
    steps: ["Open the link, or enter the code under Settings → Mailboxes → Forwarding.", RECRUITERS_ONLY],
  },
  aol: {
    name: "AOL Mail",
    steps: ["Open the link, or enter the code under Settings → Mailboxes → Forwarding.", RECRUITERS_ONLY],
  },
  icloud: {
    name: "iCloud Mail",
    steps: [
      "Open the link, or enter the code in Mail settings on icloud.com.",
      "Settings → Rules: “Forward to” for recruiters only.",
    ],
  },
  fastmail: {
    name: "Fastmail",
    steps: [
      "Open the link in the browser where you are signed in.",
      "Settings → Filters & Rules: forward recruiters only.",
    ],
  },
  proton: {
    name: "Proton Mail",
    steps: ["Open the link to accept.", "Settings → Filters: forward recruiters only."],
  },
  zoho: {
    name: "Zoho Mail",
    steps: [
      "Enter the code under Settings → Mail accounts → Forward.",
      "Settings → Filters: forward recruiters only.",
    ],
  },
  gmx: {
    name: "GMX",
    steps: ["Open the link, or enter the code under Einstellungen → Filterregeln.", RECRUITERS_ONLY],
  },
  webde: {
    name: "WEB.DE",
    steps: ["Open the link, or enter the code under Einstellungen → Filterregeln.", RECRUITERS_ONLY],
  },
  yandex: {
    name: "Yandex Mail",
    steps: ["Open the link, or enter the code under Settings → Filters.", RECRUITERS_ONLY],
  },
};
