// Drives a local Worker the way the outside world would: mail arrives, the clock moves, letters are read.
import { setTimeout as wait } from "node:timers/promises";
import type { Instant } from "../calendar.ts";
import type { ShownLetter } from "../store/outbox.ts";
import type { LocalState } from "../web/pages/mailbox.tsx";

export type LocalClient = {
  /** A mail reaches one of our addresses; resolves when everything it set in motion is done. */
  readonly arrive: (to: string, raw: Uint8Array) => Promise<LocalState>;
  /** Sets the clock and runs the cron; resolves when everything that was due is done. */
  readonly moveTo: (instant: Instant) => Promise<LocalState>;
  readonly state: () => Promise<LocalState>;
};

const PATIENCE_MS = 15_000;
const POLL_MS = 25;

/** A client for the Worker at `url`. */
export function localClient(url: URL): LocalClient {
  const post = async (path: string, body: BodyInit, type?: string) => {
    const headers = { origin: url.origin, ...(type ? { "content-type": type } : {}) };
    const response = await fetch(new URL(path, url), { method: "POST", body, headers, redirect: "manual" });
    if (response.status >= 400)
      throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const state = async () => (await fetch(new URL("/local/state", url))).json<LocalState>();
  const settled = async () => {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(POLL_MS)) {
      const now = await state();
      if (now.unfinished === 0) return now;
    }
    throw new Error("jobs did not finish in time");
  };
  return {
    state,
    arrive: async (to, raw) => {
      const response = await post(
        `/local/mail?to=${encodeURIComponent(to)}`,
        Uint8Array.from(raw),
        "message/rfc822",
      );
      const { is } = await response.json<{ is: string }>();
      if (is !== "accepted" && is !== "duplicate") throw new Error(`the mail to ${to} was ${is}`);
      return settled();
    },
    moveTo: async (instant) => {
      await post("/local/clock", new URLSearchParams({ to: instant }));
      return settled();
    },
  };
}

/** The newest letter of a kind that is not among `before`. */
export function newLetter(
  state: LocalState,
  kind: ShownLetter["kind"],
  before: readonly ShownLetter[],
): ShownLetter | undefined {
  return state.letters.find((letter) => letter.kind === kind && !before.some(({ id }) => id === letter.id));
}
