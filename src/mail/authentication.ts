// Who really sent a mail: the first Authentication-Results header, parsed by the structure of RFC 8601, never by searching it.
// Fails closed: anything unexpected means "not proven".
import { domainOf, normaliseAddress, organisationalDomain } from "./address.ts";
import type { Message } from "./message.ts";

export type AuthenticationResult = {
  readonly method: string;
  readonly result: string;
  /** `header.from`, `header.d` … in lower case, with their values. */
  readonly properties: Readonly<Record<string, string>>;
};
export type AuthenticationResults = {
  readonly authservId: string;
  readonly results: readonly AuthenticationResult[];
};

/**
 * The address that provably sent the message, or null.
 * Believes only the first Authentication-Results, only of `authservId`, and only a single From with a single address:
 * dmarc=pass for the From domain, or dkim=pass by a domain aligned with it (RFC 7489 section 3.1, relaxed).
 */
export function authenticatedSender(message: Message, authservId: string): string | null {
  const fromHeaders = message.headers.filter(({ name }) => name === "from");
  const first = message.headers.find(({ name }) => name === "authentication-results");
  if (fromHeaders.length !== 1 || !first || !message.from) return null;
  // A From with several addresses is allowed by RFC 5322 and never written by a person's client.
  if (withoutQuotes(fromHeaders[0]?.value ?? "").includes(",")) return null;
  const parsed = parseAuthenticationResults(first.value);
  if (parsed?.authservId !== authservId.toLowerCase()) return null;
  const domain = domainOf(message.from.address);
  const passes = domain !== "" && (dmarcPasses(parsed.results, domain) || dkimPasses(parsed.results, domain));
  return passes ? normaliseAddress(message.from.address) : null;
}

function dmarcPasses(results: readonly AuthenticationResult[], domain: string): boolean {
  const dmarc = results.filter(({ method }) => method === "dmarc");
  // Two verdicts on one mail: somebody wrote one of them for us.
  return (
    dmarc.length === 1 &&
    dmarc.every(({ result, properties }) => result === "pass" && properties["header.from"] === domain)
  );
}

function dkimPasses(results: readonly AuthenticationResult[], domain: string): boolean {
  if (results.some(({ method, result }) => method === "dmarc" && result === "fail")) return false;
  return results
    .filter(({ method, result }) => method === "dkim" && result === "pass")
    .map(({ properties }) => properties["header.d"] ?? domainOf(properties["header.i"] ?? ""))
    .some((signer) => signer !== "" && organisationalDomain(signer) === organisationalDomain(domain));
}

/** RFC 8601 section 2.2: `authserv-id [version]; method=result [ptype.property=value …]; …`. Null when it is not of that form. */
export function parseAuthenticationResults(value: string): AuthenticationResults | null {
  const parts = splitOutsideQuotes(withoutComments(value.slice(0, 10_000)), ";");
  const authservId = words(parts[0] ?? "")[0];
  if (!authservId || authservId.includes("=")) return null;
  return {
    authservId: unquote(authservId).toLowerCase(),
    results: parts.slice(1).flatMap((part) => toResult(words(part)) ?? []),
  };
}

function toResult(pieces: readonly string[]): AuthenticationResult | null {
  const [method, result] = pair(pieces[0] ?? "");
  if (!method || !result) return null;
  const properties: Record<string, string> = {};
  for (const piece of pieces.slice(1)) {
    const [name, value] = pair(piece);
    // The first of two equal properties counts; a later one is not ours to believe.
    if (name.includes(".") && value && !(name in properties)) properties[name] = value;
  }
  return { method: method.split("/")[0] ?? method, result, properties };
}

/** `name=value` at its first `=`; both in lower case, as methods, results and domains are case-insensitive. */
function pair(piece: string): [string, string] {
  const at = piece.indexOf("=");
  return at < 0 ? ["", ""] : [piece.slice(0, at).toLowerCase(), unquote(piece.slice(at + 1)).toLowerCase()];
}

/** Pieces between white space; white space around `=` is allowed (RFC 8601 section 2.2, CFWS). */
function words(part: string): string[] {
  return splitOutsideQuotes(part.replace(/\s{0,20}=\s{0,20}/g, "="), " ").filter((word) => word !== "");
}

/** RFC 5322 section 3.2.2 comments, nested ones too, but not what stands in a quoted string. */
function withoutComments(value: string): string {
  let out = "";
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at] ?? "";
    if (character === "\\" && (quoted || depth > 0)) {
      if (depth === 0) out += character + (value[at + 1] ?? "");
      at += 1;
    } else if (character === '"' && depth === 0) {
      quoted = !quoted;
      out += character;
    } else if (character === "(" && !quoted) depth += 1;
    else if (character === ")" && depth > 0) depth -= 1;
    else if (depth === 0) out += /\s/.test(character) ? " " : character;
  }
  return out;
}

function splitOutsideQuotes(value: string, separator: string): string[] {
  const parts: string[] = [];
  let part = "";
  let quoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at] ?? "";
    if (character === "\\" && quoted) {
      part += character + (value[at + 1] ?? "");
      at += 1;
      continue;
    }
    if (character === '"') quoted = !quoted;
    if (character === separator && !quoted) {
      parts.push(part);
      part = "";
    } else part += character;
  }
  return [...parts, part];
}

function unquote(value: string): string {
  return value.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1) : value;
}

function withoutQuotes(value: string): string {
  return value.replace(/"[^"]*"/g, "");
}
