// Which company, and which agency: the best of the organisations that a mail names, else the sender's domain.
import { found } from "../reading.ts";
import type { Found } from "../reading.ts";
import type { ExtractContext } from "./context.ts";
import { domainLabel, nameOfLabel } from "./domain-names.ts";
import { organisationsIn } from "./organisations.ts";
import type { Organisation } from "./organisations.ts";

/** The employer's name, and the agency "via" which it comes. */
export function extractCompanies(
  context: ExtractContext,
  role: string | null,
): {
  readonly company: Found<string>;
  readonly agency: Found<string>;
} {
  if (context.kind === "not-job") return { company: null, agency: null };
  const { company, agency } = organisationsIn(context, role);
  return {
    company: company ? foundAs(company) : agency ? null : fromDomain(context.original.from?.address ?? ""),
    agency: agency ? foundAs(agency) : null,
  };
}

function foundAs({ name, weight, quote, rule }: Organisation): Found<string> {
  return found(name, quote, weight >= 1.8 ? "certain" : "implied", rule);
}

function fromDomain(address: string): Found<string> {
  const label = domainLabel(address);
  return label.length < 2 ? null : found(nameOfLabel(label), address, "implied", "company/domain");
}
