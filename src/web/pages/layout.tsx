// The frame of every page: phone first, light and dark, one style sheet and one small script of our own, nothing from elsewhere.
import type { Child } from "hono/jsx";
import { raw } from "hono/html";
import type { Instant } from "../../calendar.ts";
import type { Sender } from "../../store/people.ts";
import type { Said } from "../session.ts";
import { sayStopped } from "./stopped.ts";

/** What the frame of a signed-in person's page shows. */
export type Frame = {
  readonly now: Instant;
  /** What their last order came to. */
  readonly said: Said | null;
  /** Mails that wait for their word. */
  readonly waiting: number;
  /** Their address from which letters come back, or that called one spam; null: letters leave. */
  readonly stopped: Sender | null;
};

export type Place = "board" | "questions" | "overview" | "settings" | "none";

const PLACES = [
  ["board", "/board", "Board"],
  ["questions", "/questions", "Questions"],
  ["overview", "/overview", "Overview"],
  ["settings", "/settings", "Settings"],
] as const;

/** A page for everybody. */
export function Layout({
  title,
  width = "",
  children,
}: {
  readonly title: string;
  readonly width?: string;
  readonly children?: Child;
}) {
  return (
    <Document title={title}>
      <header class="bar">
        <div>
          <a class="brand" href="/">
            Callback
          </a>
        </div>
      </header>
      <main id="content" class={width}>
        {children}
      </main>
    </Document>
  );
}

/** A page of a signed-in person. */
export function Page({
  title,
  at,
  frame,
  width = "middle",
  children,
}: {
  readonly title: string;
  readonly at: Place;
  readonly frame: Frame;
  readonly width?: string;
  readonly children?: Child;
}) {
  const { said, waiting, now, stopped } = frame;
  return (
    <Document title={`${title} · Callback`} now={now}>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="bar">
        <div>
          <a class="brand" href="/board">
            Callback
          </a>
          <nav aria-label="Pages" class="row">
            {PLACES.map(([place, href, words]) => (
              <a href={href} {...(place === at ? { "aria-current": "page" } : {})}>
                {words}
                {place === "questions" && waiting > 0 ? ` (${waiting})` : ""}
              </a>
            ))}
          </nav>
        </div>
      </header>
      <main id="content" class={width}>
        {stopped === null ? null : (
          <p class="warning" role="status">
            {sayStopped(stopped)} <a href="/settings#addresses">See your addresses</a>
          </p>
        )}
        {said === null ? null : <SaidBox said={said} />}
        {children}
      </main>
    </Document>
  );
}

/** What an order came to, and how to take exactly that back. */
export function SaidBox({ said: { text, undo } }: { readonly said: Said }) {
  return (
    <div class="said" role="status">
      <p>{text}</p>
      {undo === null ? null : (
        <form method="post" action="/undo">
          <input type="hidden" name="said" value={undo.join("-")} />
          <button class="link">Undo this</button>
        </form>
      )}
    </div>
  );
}

function Document({
  title,
  now,
  children,
}: {
  readonly title: string;
  readonly now?: Instant;
  readonly children?: Child;
}) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title}</title>
          <link rel="stylesheet" href="/style.css" />
          <script src="/callback.js" type="module"></script>
        </head>
        <body {...(now === undefined ? {} : { "data-now": now })}>{children}</body>
      </html>
    </>
  );
}
