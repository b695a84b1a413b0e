// What a person said about a mail, and what that teaches about the next one of the same sender.
// The person's word outranks a correction, a correction outranks a rule (PRODUCT section 4).
import { domainOf, normaliseAddress, organisationalDomain } from "../mail/address.ts";
import type { Original } from "../mail/original.ts";
import { FREE_MAIL_DOMAINS, SYSTEM_DOMAINS } from "../playbook/senders.ts";
import { KINDS } from "../vocabulary.ts";
import type { CorrectedFact, Kind } from "../vocabulary.ts";
import { found } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** The person's word about one mail. */
export type Said = {
  readonly kind?: Kind | undefined;
  readonly company?: string | undefined;
  readonly role?: string | undefined;
};

/** When mail of `sender` reads `was`, it is `value`. */
export type Correction = {
  /** An address, or the domain of a company's own mail. */
  readonly sender: string;
  readonly fact: CorrectedFact;
  /** What the rules had read; null: nothing. */
  readonly was: string | null;
  readonly value: string;
};

/** From here on a kind is called certain; a correction counts as much. */
const CERTAIN_FROM = 0.9;

/** The kind that this sender's mail has after all; null when nothing was taught about it. */
export function correctedKind(
  read: Pick<Reading, "kind" | "certainty">,
  original: Original,
  corrections: readonly Correction[],
): Kind | null {
  const taught = corrections.filter(
    ({ fact, sender }) => fact === "kind" && sendersOf(original).includes(sender),
  );
  const lesson =
    taught.find(({ was }) => was === read.kind) ??
    // Whoever was once set aside is set aside again, unless the mail is clear.
    taught.find(({ value }) => isNoise(value) && read.certainty < CERTAIN_FROM);
  return KINDS.find((kind) => kind === lesson?.value) ?? null;
}

/** The reading with company and role as the person taught them for this sender, and then as they said them for this mail. */
export function withSaid(
  reading: Reading,
  original: Original,
  said: Said,
  corrections: readonly Correction[],
): Reading {
  return (["company", "role"] as const).reduce((current, fact) => {
    const senders = sendersOf(original);
    const taught = corrections.find(
      (one) => one.fact === fact && senders.includes(one.sender) && one.was === current[fact],
    );
    const value = said[fact] ?? taught?.value;
    if (value === undefined) return current;
    const rule = said[fact] === undefined ? `${fact}/taught` : `${fact}/said`;
    const evidence = found(value, value, "certain", rule)?.evidence;
    return evidence
      ? { ...current, [fact]: value, evidence: { ...current.evidence, [fact]: evidence } }
      : current;
  }, reading);
}

/**
 * What is to be remembered of the person's word, given what the rules had `read`. Nothing, where the next mail of this sender may well be
 * about something else: another role, or, from an agency or a system, another company.
 */
export function lessonsOf(said: Said, read: Reading, original: Original): Correction[] {
  const [address, domain] = sendersOf(original);
  if (address === undefined) return [];
  const company = said.company !== undefined && said.company !== read.company;
  const ownDomain = domain !== undefined && read.agency === null ? domain : null;
  return [
    ...(said.kind !== undefined && said.kind !== read.kind
      ? [{ sender: address, fact: "kind", was: read.kind, value: said.kind } as const]
      : []),
    ...(company && (read.company !== null || ownDomain !== null)
      ? [{ sender: ownDomain ?? address, fact: "company", was: read.company, value: said.company } as const]
      : []),
    ...(said.role !== undefined && read.role !== null && said.role !== read.role
      ? [{ sender: address, fact: "role", was: read.role, value: said.role } as const]
      : []),
  ];
}

/** The sender's address and, when it is a company's own, its domain. */
function sendersOf({ from }: Original): string[] {
  const address = normaliseAddress(from?.address ?? "");
  if (address === "") return [];
  const domain = organisationalDomain(domainOf(address));
  const isOwn = domain !== "" && !SYSTEM_DOMAINS.includes(domain) && !FREE_MAIL_DOMAINS.includes(domain);
  return isOwn ? [address, domain] : [address];
}

function isNoise(kind: string): boolean {
  return kind === "other-job" || kind === "not-job";
}
