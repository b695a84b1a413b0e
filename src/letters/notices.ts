// The short letters: a problem, a question whether it was really you, a welcome, a sign-in, and what a mail provider asks.
import type { Verification } from "../mail/verification.ts";
import { sayDay } from "../calendar.ts";
import type { Day, Zone } from "../calendar.ts";
import { PROVIDERS } from "../playbook/mail-providers.ts";
import { renderLetter } from "./render.ts";
import type { Letter } from "./render.ts";

/** An order came in a way that does not prove who sent it: a page with one button asks. */
export function composeUnproven(subject: string, said: string, link: string): Promise<Letter> {
  return renderLetter(`Re: ${subject.replace(/^re:\s*/i, "")}`, [
    {
      is: "text",
      text: "A reply to this letter reached us, but by an address or a way that does not prove it. So we could not verify that it came from you, and nothing was changed.",
    },
    { is: "text", text: `It says: “${said.slice(0, 300)}”` },
    { is: "text", text: "If it was you, one tap and one button do what it says:" },
    { is: "button", link: { words: "It was me", href: link } },
    { is: "small", text: "If it was not you, do nothing. The link works for a week." },
  ]);
}

/** A mail of the person could not be read. */
export function composeProblem(subject: string | null): Promise<Letter> {
  return renderLetter("One of your mails could not be read", [
    {
      is: "text",
      text: `A mail${subject ? ` (“${subject.slice(0, 100)}”)` : ""} arrived, but we failed to read it. It is kept for 30 days, so that it can be read again once the fault is found.`,
    },
    {
      is: "text",
      text: "Nothing else is affected. If it is urgent, please forward it once more, as an attachment if your mail program can.",
    },
  ]);
}

/** Far more mail than usual came to the secret address. */
export function composeFlood(questions: string, settings: string): Promise<Letter> {
  return renderLetter("Much mail came to your Callback address", [
    {
      is: "text",
      text: "In the last day, far more mail came to your secret address than a search brings. Perhaps somebody else knows it. What you forward and what a sender's provider vouches for is read as ever; the rest is kept unread for 30 days.",
    },
    { is: "button", link: { words: "Read it or throw it away", href: questions } },
    {
      is: "text",
      text: "If it goes on, give yourself a new secret address; the old one works for another week.",
    },
    { is: "button", link: { words: "Give me a new address", href: settings } },
    { is: "small", text: "We write this at most once a day." },
  ]);
}

/** A mail provider asks whether it may forward to the inbox: its code and link, and what to do with them. */
export function composeVerification({ provider, account, code, link }: Verification): Promise<Letter> {
  const { name, steps } = PROVIDERS[provider] ?? { name: provider, steps: [] };
  return renderLetter(`${name} asks whether it may forward to Callback`, [
    {
      is: "text",
      text: `${name} wants to forward mail${account ? ` of ${account}` : ""} to your Callback address. If you set this up, confirm it; if not, do nothing.`,
    },
    ...(code === null ? [] : [{ is: "text", text: `The code: ${code}` } as const]),
    ...(link === null ? [] : [{ is: "button", link: { words: `Confirm at ${name}`, href: link } } as const]),
    ...(steps.length === 0
      ? []
      : [{ is: "heading", text: "What comes next" } as const, { is: "list", items: steps } as const]),
    { is: "small", text: "The link leads to your mail provider, not to us. We never open it ourselves." },
  ]);
}

/** Digests and reminders rest: by one click in a mail program, or because they bounced. */
export function composePaused(): Promise<Letter> {
  return renderLetter("Your digests are paused", [
    {
      is: "text",
      text: "Digests and reminders are paused from now on. Receipts for what you forward go on.",
    },
    { is: "text", text: "Reply “resume” whenever you want them back." },
    { is: "small", text: "You, or your mail program for you, tapped “unsubscribe” on one of them." },
  ]);
}

/** The link that signs somebody in. */
export function composeSignIn(link: string, minutes: number): Promise<Letter> {
  return renderLetter("Sign in to Callback", [
    { is: "text", text: "Somebody, hopefully you, asked to sign in with this address." },
    { is: "button", link: { words: "Sign in", href: link } },
    { is: "small", text: `The link works once, for ${minutes} minutes. If it was not you, do nothing.` },
  ]);
}

/** Somebody wrote to us for the first time, or asked on the site: whether they want to sign up. */
export function composeSignUp(link: string): Promise<Letter> {
  return renderLetter("Do you want a Callback address?", [
    {
      is: "text",
      text: "You, or somebody with your address, asked about Callback. You forward it the emails of recruiters and employers; it answers each with what it means and what to do next, and once a week it sends one letter with the follow-ups that are due, ready to send.",
    },
    { is: "button", link: { words: "Yes, give me an address", href: link } },
    {
      is: "small",
      text: "It never reads your inbox and never writes to an employer. If you do nothing, we forget you in two days.",
    },
  ]);
}

/** A person wants to forward from one more address: whether it is theirs. */
export function composeAddAddress(link: string): Promise<Letter> {
  return renderLetter("Is this one of your addresses?", [
    {
      is: "text",
      text: "Somebody who uses Callback, hopefully you, wants to forward mails from this address, too.",
    },
    { is: "button", link: { words: "Yes, it is mine", href: link } },
    { is: "small", text: "If it was not you, do nothing. The link works for two days." },
  ]);
}

/** The secret address was replaced. */
export function composeRotated(inbox: string, oldUntil: Day): Promise<Letter> {
  return renderLetter("Your new Callback address", [
    { is: "text", text: "From now on, forward the emails of recruiters and employers to this address:" },
    { is: "text", text: inbox },
    {
      is: "button",
      link: { words: "Write to it once, so that your phone knows it", href: `mailto:${inbox}` },
    },
    {
      is: "text",
      text: `The old one works until ${sayDay(oldUntil, "long")}: until then, change your rules and your contact. Mail to it is refused from then on, and its sender is told.`,
    },
    {
      is: "small",
      text: "If you did not ask for it, somebody else is signed in as you: sign out everywhere in the settings.",
    },
  ]);
}

/** Somebody signed up, or was added by the operator: their secret address and what to do with it. */
export function composeWelcome(inbox: string, zone: Zone): Promise<Letter> {
  return renderLetter("Your Callback address", [
    { is: "text", text: "Forward the emails that recruiters and employers send you to this address:" },
    { is: "text", text: inbox },
    {
      is: "button",
      link: { words: "Write to it once, so that your phone knows it", href: `mailto:${inbox}` },
    },
    {
      is: "list",
      items: [
        "Each mail is answered within seconds with what was understood and what to do next.",
        "Once a week you get one letter: what to do, why, and the text to send. Reply “done” when you sent it.",
        "Save the address as a contact, “Callback”: forwarding is two taps then.",
      ],
    },
    {
      is: "text",
      text: `Your digest leaves on Mondays at 8, on the clock of ${zone}. Another clock? Reply “zone: Europe/Lisbon”. “daily” works, too.`,
    },
    {
      is: "text",
      text: "A good start: forward the last mail that each of them wrote you. Old ones are welcome; they are put in order.",
    },
    {
      is: "small",
      text: "The address is yours alone; please keep it to yourself. Callback never reads your inbox and never writes to an employer. If you did not ask for this, do nothing: nothing happens until something is forwarded.",
    },
  ]);
}
