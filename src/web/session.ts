// Who is signed in: a cookie holds a secret, the database its hash. Nothing here writes.
import type { Context } from "hono";
import { deleteCookie, getCookie, getSignedCookie, setCookie, setSignedCookie } from "hono/cookie";
import { cut } from "../mail/text.ts";
import { isLoopback } from "../settings.ts";
import type { Settings } from "../settings.ts";
import { loadSignedIn } from "../store/sessions.ts";
import type { Load } from "../store/sessions.ts";
import type { Person } from "../store/people.ts";
import type { World } from "../world.ts";

const SESSION = "session";
const SESSION_SECONDS = 30 * 24 * 3600;
const SAID = "said";
const SAID_SECONDS = 60;
/** Browsers take cookies of four thousand bytes, and a character may need nine. */
const MOST_SAID_CHARACTERS = 400;

/** What one visit of a signed-in person begins with. */
export type Visit = {
  readonly person: Person;
  /** What the loads found, in their order. */
  readonly rows: readonly (readonly unknown[])[];
};

/** What an order came to, and the numbers of the touchpoints that would take it back; null when nothing does. */
export type Said = { readonly text: string; readonly undo: readonly [number, number] | null };

/** Opens a visit; null when nobody is signed in. One round trip, however much is loaded. */
export async function openVisit(c: Context, world: World, loads: readonly Load[]): Promise<Visit | null> {
  const secret = sessionOf(c, world.settings);
  const signedIn = secret === null ? null : await loadSignedIn(world.db, secret, loads, world.now);
  if (signedIn) return signedIn;
  // A cookie that opens nothing any more would keep its browser from the start page.
  if (secret !== null) dropSession(c, world.settings);
  return null;
}

/** The secret in the browser's cookie; null when there is none. */
export function sessionOf(c: Context, settings: Settings): string | null {
  return getCookie(c, SESSION, ...prefix(settings)) ?? null;
}

/** Gives the browser a session; never one that it brought along. */
export function keepSession(c: Context, secret: string, settings: Settings): void {
  setCookie(c, SESSION, secret, { ...options(settings), maxAge: SESSION_SECONDS });
}

export function dropSession(c: Context, settings: Settings): void {
  deleteCookie(c, SESSION, options(settings));
}

/** Tells what an order came to, on the page that comes next. */
export async function say(c: Context, { text, undo }: Said, settings: Settings): Promise<void> {
  const said = `${undo === null ? "" : undo.join("-")}|${cut(text, MOST_SAID_CHARACTERS).toWellFormed()}`;
  await setSignedCookie(c, SAID, said, settings.signingSecret, {
    ...options(settings),
    maxAge: SAID_SECONDS,
  });
}

/** What the last order came to; for a page that shows it, once. */
export async function takeSaid(c: Context, settings: Settings): Promise<Said | null> {
  const read = settings.believedSecrets.map((one) => getSignedCookie(c, one, SAID, ...prefix(settings)));
  const said = (await Promise.all(read)).find((one) => typeof one === "string");
  if (said) deleteCookie(c, SAID, options(settings));
  const [, range = "", text = ""] = /^([\d-]*)\|([^]*)$/.exec(said || "") ?? [];
  const [from, to] = range.split("-").map(Number);
  return text === "" ? null : { text, undo: from && to ? [from, to] : null };
}

/** Not for scripts, not for other sites' forms, and only by TLS; a developer's machine has none. */
function options(settings: Settings) {
  const isLocal = isLoopback(settings.siteUrl);
  const kept = { path: "/", httpOnly: true, sameSite: "Lax", secure: !isLocal } as const;
  return isLocal ? kept : ({ ...kept, prefix: "host" } as const);
}

function prefix(settings: Settings): ["host"] | [] {
  return isLoopback(settings.siteUrl) ? [] : ["host"];
}
