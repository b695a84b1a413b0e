// Which opportunity a message is about: the thread first, then the calendar entry, the requisition, company
// and role, then the people.
// Unclear means a question to the person, never a guess.
import { domainOf, organisationalDomain } from "../mail/address.ts";
import { readInvite } from "../mail/invite.ts";
import type { Original } from "../mail/original.ts";
import { FREE_MAIL_DOMAINS, SYSTEM_DOMAINS } from "../playbook/senders.ts";
import type { Opportunity, Touchpoint } from "./opportunity.ts";
import type { Reading } from "./reading.ts";

export type Match =
  | { readonly is: "known"; readonly opportunityId: string }
  | { readonly is: "new" }
  /** `among`: the ones it may be about; none when nothing tells. */
  | { readonly is: "unclear"; readonly among: readonly string[] };

/** Finds the opportunity. `touchpoints` is the person's whole history, for threads. */
export function matchOpportunity(
  reading: Reading,
  original: Original,
  opportunities: readonly Opportunity[],
  touchpoints: readonly Touchpoint[],
): Match {
  const thread = touchpoints.findLast(
    ({ event }) =>
      event.kind === "message-read" &&
      event.messageId !== null &&
      original.references.includes(event.messageId),
  );
  if (thread) return { is: "known", opportunityId: thread.opportunityId };
  const uid = readInvite(original.calendars, "UTC")?.uid || null;
  const meeting = touchpoints.findLast(
    ({ event }) => event.kind === "message-read" && uid !== null && event.calendarUid === uid,
  );
  if (meeting) return { is: "known", opportunityId: meeting.opportunityId };
  const byRequisition = opportunities.filter(
    ({ requisition }) => requisition !== null && requisition === reading.requisition,
  );
  if (byRequisition[0] && byRequisition.length === 1)
    return { is: "known", opportunityId: byRequisition[0].id };
  const related = opportunities
    .filter((one) => sameCompany(one, reading, original))
    .filter((one) => !otherRole(one, reading));
  const exact = related.filter(({ role }) => role !== null && sameName(role, reading.role));
  const open = related.filter(({ stage }) => stage !== "closed");
  for (const [one, ...others] of [exact, open, related])
    if (one && others.length === 0) return { is: "known", opportunityId: one.id };
  if (related.length > 1) return { is: "unclear", among: related.map(({ id }) => id) };
  return reading.company !== null || reading.role !== null ? { is: "new" } : { is: "unclear", among: [] };
}

/** The same company by name, the same person, or the same company's mail domain. */
function sameCompany(opportunity: Opportunity, reading: Reading, original: Original): boolean {
  if (
    reading.company !== null &&
    opportunity.company !== null &&
    sameName(opportunity.company, reading.company)
  )
    return true;
  const saysOther =
    reading.company !== null &&
    reading.evidence["company"]?.certainty === "certain" &&
    opportunity.company !== null;
  const addresses = opportunity.contacts.flatMap(({ address }) => address ?? []);
  const from = original.from?.address.toLowerCase() ?? "";
  if (from === "") return false;
  const samePeople =
    addresses.includes(from) ||
    addresses.some(
      (address) =>
        isCompanyDomain(domainOf(from)) &&
        organisationalDomain(domainOf(address)) === organisationalDomain(domainOf(from)),
    );
  // An agency writes for several employers: the same recruiter with another company's name is another opportunity. A company that
  // changed its name keeps its people, its domain and the role.
  const isAgency = opportunity.agency !== null || reading.agency !== null;
  return (
    samePeople &&
    (!saysOther || (!isAgency && opportunity.role !== null && sameName(opportunity.role, reading.role)))
  );
}

function isCompanyDomain(domain: string): boolean {
  const owner = organisationalDomain(domain);
  return owner !== "" && !SYSTEM_DOMAINS.includes(owner) && !FREE_MAIL_DOMAINS.includes(owner);
}

/** Both name a role, and not the same one. */
function otherRole({ role }: Opportunity, reading: Reading): boolean {
  return (
    role !== null &&
    reading.role !== null &&
    reading.evidence["role"]?.certainty === "certain" &&
    !sameName(role, reading.role)
  );
}

/** Names as people vary them: case, punctuation and legal forms aside; one may be the beginning of the other. */
function sameName(a: string, b: string | null): boolean {
  if (b === null) return false;
  const [one, other] = [bare(a), bare(b)];
  return (
    one !== "" &&
    other !== "" &&
    (one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `))
  );
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(
      / (?:inc|llc|ltd|limited|gmbh|ag|se|corp|corporation|company|co|plc|bv|sa|srl|group|technologies)$/u,
      "",
    )
    .trim();
}
