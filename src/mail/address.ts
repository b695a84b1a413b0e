// Addresses: how we compare other people's, and how we make and check our own.
// An inbox address is a routing secret. A reply address is authority: it carries a letter's id and a MAC over it.
import { getDomain } from "tldts";

/** A person or system as a mail header names it (RFC 5322 "mailbox"). `name` is null when there is none. */
export type Correspondent = { readonly name: string | null; readonly address: string };

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
const REPLY_PREFIX = "reply-";
const COPY_PREFIX = "sent-";
/** 16 bytes in base32: the length of an id and of a MAC. */
const CODE_CHARACTERS = 26;

/** An address as we compare it: trimmed, lower case. Dots and tags stay: only the provider knows what they mean. */
export function normaliseAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** The part after the last `@`, lower case; empty when there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : normaliseAddress(address.slice(at + 1));
}

/** The registrable domain by the public suffix list: `mail.acme.co.example` → `co.example`'s owner, or the domain itself. */
export function organisationalDomain(domain: string): string {
  return getDomain(domain, { allowPrivateDomains: true }) ?? domain.toLowerCase();
}

/** RFC 4648 base32, lower case and unpadded: survives clients that fold the case of a local part. */
export function base32(bytes: Uint8Array): string {
  let out = "";
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += BASE32[(buffer >> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return bits > 0 ? out + BASE32[(buffer << (5 - bits)) & 31] : out;
}

/** A person's secret inbox address. `secret` is an id from the World: 128 random bits in base32. */
export function inboxAddress(secret: string, domain: string): string {
  return `in-${secret}@${domain}`;
}

/** The address that answers one letter: `reply-<letter id><mac>@domain`, 58 octets before the `@` (RFC 5321 allows 64). */
export async function replyAddress(letterId: string, domain: string, secret: string): Promise<string> {
  return `${REPLY_PREFIX}${letterId}${await mac(`reply/${letterId}`, secret)}@${domain}`;
}

/** The letter that a recipient address answers; null when it is no reply address of ours or none of `believed` made its MAC. */
export async function letterOfReplyAddress(
  address: string,
  believed: readonly string[],
): Promise<string | null> {
  const local = normaliseAddress(address).split("@")[0] ?? "";
  if (!local.startsWith(REPLY_PREFIX)) return null;
  const code = local.slice(REPLY_PREFIX.length);
  if (code.length !== 2 * CODE_CHARACTERS) return null;
  const letterId = code.slice(0, CODE_CHARACTERS);
  return (await isMac(code.slice(CODE_CHARACTERS), `reply/${letterId}`, believed)) ? letterId : null;
}

/**
 * The secret copies of one letter's drafts: `sent-<letter id><number><mac>@domain`, 59 octets before the `@`. What arrives there says that
 * the person sent the draft with that number.
 */
export async function copyAddresses(
  letterId: string,
  domain: string,
  secret: string,
): Promise<(number: number) => string> {
  const signature = await mac(`sent/${letterId}`, secret);
  return (number) => `${COPY_PREFIX}${letterId}${String(number).padStart(2, "0")}${signature}@${domain}`;
}

/** The letter and the number that a copy address names; null when it is none of ours or none of `believed` made its MAC. */
export async function draftOfCopyAddress(
  address: string,
  believed: readonly string[],
): Promise<{ readonly letterId: string; readonly number: number } | null> {
  const local = normaliseAddress(address).split("@")[0] ?? "";
  const [, letterId = "", number = "", signature = ""] =
    /^sent-([a-z2-7]{26})(\d\d)([a-z2-7]{26})$/.exec(local) ?? [];
  if (letterId === "" || !(await isMac(signature, `sent/${letterId}`, believed))) return null;
  return { letterId, number: Number(number) };
}

/** The token of a link that stops a person's digests: their id and a MAC, good for ever (RFC 8058 links may be old). */
export async function stopToken(userId: string, secret: string): Promise<string> {
  return `${userId}.${await mac(`stop/${userId}`, secret)}`;
}

/** The person whose digests a token stops; null when it is forged. */
export async function userOfStopToken(token: string, believed: readonly string[]): Promise<string | null> {
  const dot = token.lastIndexOf(".");
  const userId = token.slice(0, Math.max(0, dot));
  return userId !== "" && (await isMac(token.slice(dot + 1), `stop/${userId}`, believed)) ? userId : null;
}

/** The secret of a link whose name stands in a stored letter: made again whenever the letter is sent, so that no row holds it. */
export function linkSecret(name: string, secret: string): Promise<string> {
  return mac(`link/${name}`, secret);
}

/** The name of a person's calendar feed, good until their key changes: their id and a MAC over both. */
export async function calendarToken(userId: string, key: string, secret: string): Promise<string> {
  return `${userId}.${await mac(`calendar/${userId}/${key}`, secret)}`;
}

/** Whose calendar feed a token may be; `isCalendarToken` tells whether it is. */
export function userOfCalendarToken(token: string): string {
  return token.slice(0, Math.max(0, token.lastIndexOf(".")));
}

export async function isCalendarToken(
  token: string,
  userId: string,
  key: string,
  believed: readonly string[],
): Promise<boolean> {
  return isMac(token.slice(userId.length + 1), `calendar/${userId}/${key}`, believed);
}

/** Stands for an address or a network where only its being the same matters. */
export function fingerprint(text: string, secret: string): Promise<string> {
  return mac(`fingerprint/${text}`, secret);
}

/** The name of a secret among those that are believed; tells nothing about it. */
export async function secretName(secret: string): Promise<string> {
  return (await mac("name", secret)).slice(0, 8);
}

/** Whether one of these secrets made the MAC of a text. All of them are tried, whichever fits. */
async function isMac(given: string, text: string, believed: readonly string[]): Promise<boolean> {
  const fits = await Promise.all(believed.map(async (secret) => sameText(given, await mac(text, secret))));
  return fits.includes(true);
}

async function mac(text: string, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, encoder.encode(text));
  return base32(new Uint8Array(signature).slice(0, 16));
}

/** Compares in a time that does not depend on where two texts differ. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}
