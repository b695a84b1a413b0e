// Who is on the other side: the sender, and the name under the mail when the sender is a department or a system.
import { domainOf, normaliseAddress, organisationalDomain } from "../../mail/address.ts";
import { oneLine } from "../../mail/text.ts";
import { ROLE_MAILBOXES, SYSTEM_DOMAINS } from "../../playbook/senders.ts";
import type { Part } from "../../vocabulary.ts";
import type { Contact } from "../reading.ts";
import type { ExtractContext } from "./context.ts";

/** The people to whom the person would write, the main one first. */
export function extractContacts({ original }: ExtractContext): Contact[] {
  const { from } = original;
  const signature = signatureOf(original.text);
  const answersTo = original.replyTo[0]?.address ?? from?.address ?? "";
  if (!from && !signature) return [];
  const address = normaliseAddress(answersTo) || null;
  const isSystem = address !== null && isSystemAddress(address);
  const personName = from?.name && !namesDepartment(from.name) ? from.name : null;
  const name = spokenName(personName) ?? signature?.name ?? from?.name ?? null;
  const title = signature && sameFirstWord(signature.name, name) ? signature.title : null;
  return [{ name, address, title, phone: signature?.phone ?? null, part: partOf(title, isSystem) }];
}

/** "Lind, Rae" as people say it: "Rae Lind". */
export function spokenName(name: string | null): string | null {
  const match =
    /^(\p{Lu}[\p{L}'’ -]{0,40}), (\p{Lu}[\p{L}'’.-]{0,25}(?: \p{L}[\p{L}.]{0,20})?)(?: \([^)]{1,40}\))?$/u.exec(
      name ?? "",
    );
  return match ? `${match[2]} ${match[1]}` : name;
}

function isSystemAddress(address: string): boolean {
  const local = address.split("@")[0] ?? "";
  return (
    /^(?:no-?reply|do-?not-?reply|notifications?)/.test(local) ||
    SYSTEM_DOMAINS.includes(organisationalDomain(domainOf(address)))
  );
}

function namesDepartment(name: string): boolean {
  const words = name.toLowerCase().split(/[^\p{L}]+/u);
  return words.some((word) => ROLE_MAILBOXES.includes(word)) || /\bvia\b/i.test(name);
}

function partOf(title: string | null, isSystem: boolean): Part {
  const text = (title ?? "").toLowerCase();
  if (/coordinat|assistant/.test(text)) return "coordinator";
  if (/\b(?:recruit|talent|people|hr|human)/.test(text)) return "recruiter";
  if (/\b(?:manager|head|director|lead|cto|ceo|vp)\b/.test(text)) return "hiring-manager";
  return isSystem ? "system" : "recruiter";
}

type Signature = { readonly name: string; readonly title: string | null; readonly phone: string | null };

/** The lines after "Best regards": a name, then a title. */
function signatureOf(text: string): Signature | null {
  const lines = text
    .split("\n")
    .map(oneLine)
    .filter((line) => line !== "");
  const at = lines.findLastIndex((line) => CLOSING.test(line));
  if (at < 0) return null;
  const [nameLine = "", ...rest] = lines.slice(at + 1, at + 6);
  const [name = "", titleBeside] = nameLine.split(/\s*[,|–]\s*/, 2);
  if (!/^\p{Lu}[\p{L}'’.-]{0,25}(?: \p{Lu}[\p{L}'’.-]{0,25}){0,3}$/u.test(name) || namesDepartment(name))
    return null;
  const title = titleBeside ?? rest.find((line) => line.length <= 60 && !/[@\d]/.test(line)) ?? null;
  const phone = rest
    .map((line) => /\+?\d[\d ()/.-]{6,20}\d/.exec(line)?.[0])
    .find((one) => one !== undefined);
  return { name, title, phone: phone ?? null };
}

const CLOSING =
  /^(?:(?:kind|best|warm|many)? ?(?:regards|wishes)|best|sincerely|yours(?: sincerely| truly)?|thanks|many thanks|thank you|cheers|all the best|respectfully|cordially)[,.!]?$/i;

function sameFirstWord(a: string, b: string | null): boolean {
  return a.split(" ")[0]?.toLowerCase() === b?.split(" ")[0]?.toLowerCase();
}
