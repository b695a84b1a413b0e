// Who is signed in: a cookie holds a secret, the database its hash. Nothing here writes.
import type { Context } from "hono";
import { deleteCookie, getCookie, getSignedCookie, setCookie, setSignedCookie } from "hono/cookie";
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
  /** What their last order came to; said once. */
  readonly said: string | null;
};

/** Opens a visit; null when nobody is signed in. One round trip, however much is loaded. */
export async function openVisit(c: Context, world: World, loads: readonly Load[]): Promise<Visit | null> {
  const secret = sessionOf(c, world.settings);
  const signedIn = secret === null ? null : await loadSignedIn(world.db, secret, loads, world.now);
  if (signedIn) return { ...signedIn, said: await takeSaid(c, world.settings) };
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
export async function say(c: Context, text: string, settings: Settings): Promise<void> {
  const said = text.slice(0, MOST_SAID_CHARACTERS);
  await setSignedCookie(c, SAID, said, settings.signingSecret, {
    ...options(settings),
    maxAge: SAID_SECONDS,
  });
}

async function takeSaid(c: Context, settings: Settings): Promise<string | null> {
  const said = await getSignedCookie(c, settings.signingSecret, SAID, ...prefix(settings));
  if (said) deleteCookie(c, SAID, options(settings));
  return said || null;
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
