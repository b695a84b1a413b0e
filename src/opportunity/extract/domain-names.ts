// What a sender's domain says about its organisation, and how well a name fits it.
import { domainOf, organisationalDomain } from "../../mail/address.ts";
import { FREE_MAIL_DOMAINS, SYSTEM_DOMAINS } from "../../playbook/senders.ts";
import { plainLetters } from "./plain-times.ts";

/** The part of a domain that an organisation chose; empty for systems, free mail and placeholders. */
export function domainLabel(address: string): string {
  const domain = organisationalDomain(domainOf(address));
  if (domain === "" || SYSTEM_DOMAINS.includes(domain) || FREE_MAIL_DOMAINS.includes(domain)) return "";
  const label = domain.split(".")[0] ?? "";
  return label === "employer" ||
    label === "example" ||
    /(?:^|-)(?:mail|mailer|jobs-mail|hiring-mail|ats|notify|noreply)(?:-|$)/.test(label)
    ? ""
    : label;
}

/** How well a name fits a domain's label: `Rooksbury Farm Shop` and `rooksbury`, `Thornbury & District Housing Association` and `tdha`. */
export function fitOf(name: string, label: string): number {
  // A domain writes "Gärtnerei" as "gaertnerei", or as "gartnerei".
  const spelled = name.replace(/[äöüÄÖÜøØåÅ]/g, (letter) => SPELLED[letter.toLowerCase()] ?? letter);
  const fit = fitOfSpelling(name, label);
  return spelled === name ? fit : Math.max(fit, fitOfSpelling(spelled, label));
}

const SPELLED: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };

function fitOfSpelling(name: string, label: string): number {
  const bare = label.replace(/[^a-z0-9]/g, "");
  const words = plainLetters(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);
  const squashed = words.join("");
  if (bare.length < 2 || squashed.length < 2) return 0;
  if (squashed === bare) return 1;
  const telling = words.filter(
    (word) =>
      word.length > 2 &&
      !/^(?:the|and|der|die|das|und|les|des|del|los|las|ltd|llp|gmbh|inc|group|van|het|dos)$/.test(word),
  );
  if (bare.length >= 4 && squashed.includes(bare)) return 0.95;
  if (squashed.length >= 4 && bare.includes(squashed))
    return telling.length > 1 || squashed.length >= 0.6 * bare.length ? 0.9 : 0.6;
  const initials = words.map((word) => word[0]).join("");
  const tellingInitials = telling.map((word) => word[0]).join("");
  if (
    words.length >= 2 &&
    bare.length >= 2 &&
    (initials === bare || tellingInitials === bare || (initials.length >= 3 && bare.startsWith(initials)))
  )
    return 0.85;
  const held = telling.filter(
    (word) => bare.includes(word) || (word.length >= 5 && bare.includes(word.slice(0, 5))),
  );
  return telling.length === 0 || held.length === 0 ? 0 : 0.4 + (0.5 * held.length) / telling.length;
}

/** A label as a name, where nothing else is known: `acme` → `Acme`. */
export function nameOfLabel(label: string): string {
  return label.length <= 3
    ? label.toUpperCase()
    : label
        .split("-")
        .map((part) => `${part[0]?.toUpperCase() ?? ""}${part.slice(1)}`)
        .join(" ");
}
