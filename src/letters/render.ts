// Turns what to say into a letter: plain text and HTML from the same blocks. No images, no web fonts, no tracking;
// readable at 320 px, in dark mode, and with styles stripped. Text that came from mail is only ever text here.
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** A letter, not yet addressed. */
export type Letter = { readonly subject: string; readonly text: string; readonly html: string };

/** Words to click, and where they lead: `https:` or `mailto:`. */
export type Link = { readonly words: string; readonly href: string };
/** A sentence with links in it; in plain text the address stands behind its words. */
export type Words = string | readonly (string | Link)[];

export type Block =
  | { readonly is: "heading"; readonly text: string }
  | { readonly is: "text"; readonly text: Words }
  | { readonly is: "list"; readonly items: readonly Words[] }
  /** Something to do: its number is what the person answers with. */
  | { readonly is: "item"; readonly number: number; readonly title: string; readonly why: string }
  /** A text ready to send, with a link that opens it in the person's own mail program. */
  | {
      readonly is: "draft";
      readonly to: string | null;
      readonly subject: string;
      readonly body: string;
      readonly link: string | null;
    }
  /** One thing to tap. */
  | { readonly is: "button"; readonly link: Link }
  | { readonly is: "small"; readonly text: Words };

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The letter with these blocks, in this order. */
export async function renderLetter(subject: string, blocks: readonly Block[]): Promise<Letter> {
  const line = subject.replace(/\s+/g, " ").trim().slice(0, MAX_SUBJECT_CHARACTERS);
  return {
    subject: line,
    text: `${blocks.map(blockText).join("\n\n")}\n`,
    html: String(await page(line, blocks.map(blockHtml))),
  };
}

/** Subjects may quote mail: longer ones help nobody, and a line break in one would be a header. */
const MAX_SUBJECT_CHARACTERS = 200;

/** A sentence in plain text. */
export function wordsText(words: Words): string {
  if (typeof words === "string") return words;
  return words.map((part) => (typeof part === "string" ? part : linkText(part))).join("");
}

/** An address needs no words beside itself. */
function linkText({ words, href }: Link): string {
  return words === href ? href : `${words}: ${href}`;
}

function blockText(block: Block): string {
  switch (block.is) {
    case "heading":
      return `${block.text.toUpperCase()}\n${"-".repeat(Math.min(60, block.text.length))}`;
    case "text":
    case "small":
      return wordsText(block.text);
    case "list":
      return block.items.map((item) => `* ${wordsText(item)}`).join("\n");
    case "item":
      return `${block.number}. ${block.title}\n   ${block.why}`;
    case "button":
      return linkText(block.link);
    case "draft":
      return [
        block.to === null ? null : `   To: ${block.to}`,
        `   Subject: ${block.subject}`,
        "",
        ...block.body.split("\n").map((line) => (line === "" ? "" : `   ${line}`)),
        ...(block.link === null ? [] : ["", `   ${linkText({ words: OPEN_WORDS, href: block.link })}`]),
      ]
        .filter((line) => line !== null)
        .join("\n");
    default:
      return block satisfies never;
  }
}

const OPEN_WORDS = "Open in your mail program";

// Styles stand at the elements, because some phones drop the ones in the head; those in the head only turn them dark.
function blockHtml(block: Block): Html {
  switch (block.is) {
    case "heading":
      return html`<h2 style="font-size:18px;line-height:1.3;margin:28px 0 8px">${block.text}</h2>`;
    case "text":
      return html`<p style="margin:0 0 12px">${wordsHtml(block.text)}</p>`;
    case "small":
      return html`<p class="soft" style="${SMALL}">${wordsHtml(block.text)}</p>`;
    case "list":
      return html`<ul style="margin:0 0 12px;padding-left:20px">
        ${block.items.map((item) => html`<li style="margin:0 0 6px">${wordsHtml(item)}</li>`)}
      </ul>`;
    case "item":
      return html`<h3 style="font-size:16px;line-height:1.4;margin:20px 0 4px">
          <span class="accent" style="${NUMBER}">${block.number}</span> ${block.title}
        </h3>
        <p style="margin:0 0 12px">${block.why}</p>`;
    case "button":
      return html`<p style="margin:0 0 12px">${buttonHtml(block.link)}</p>`;
    case "draft":
      return html`<div class="panel" style="${PANEL}">
        <p class="soft" style="${SMALL}">
          ${block.to === null ? "" : html`To: ${block.to}<br />`}Subject: ${block.subject}
        </p>
        ${block.body
          .split(/\n{2,}/)
          .map((paragraph) => html`<p style="margin:0 0 12px">${lines(paragraph)}</p>`)}
        ${block.link === null ? "" : buttonHtml({ words: OPEN_WORDS, href: block.link })}
      </div>`;
    default:
      return block satisfies never;
  }
}

function wordsHtml(words: Words): Html | Html[] {
  if (typeof words === "string") return html`${words}`;
  return words.map((part) =>
    typeof part === "string"
      ? html`${part}`
      : isSafe(part.href)
        ? html`<a class="link" style="color:${PALETTE.light.accent}" href="${part.href}">${part.words}</a>`
        : html`${part.words}`,
  );
}

function buttonHtml({ words, href }: Link): Html {
  return isSafe(href)
    ? html`<a class="accent" style="${BUTTON}" href="${href}">${words}</a>`
    : html`${words}`;
}

/** Nothing but pages and mails: no script hides in an address. */
function isSafe(href: string): boolean {
  return /^(?:https:\/\/|mailto:|http:\/\/(?:localhost|127\.0\.0\.1)[:/])/i.test(href);
}

function lines(paragraph: string): Html[] {
  return paragraph.split("\n").map((line, at) => (at === 0 ? html`${line}` : html`<br />${line}`));
}

/** Ink on paper, soft ink for the small print, the accent and what is written on it; every pair at least 4.5:1 (WCAG 1.4.3). */
export const PALETTE = {
  light: {
    ink: "#1c1f23",
    soft: "#555d66",
    paper: "#ffffff",
    panel: "#f3f6f5",
    accent: "#1f5f4d",
    onAccent: "#ffffff",
  },
  dark: {
    ink: "#e8eaed",
    soft: "#a9b1ba",
    paper: "#14171a",
    panel: "#1e2326",
    accent: "#7cc4ae",
    onAccent: "#14171a",
  },
} as const;

const { light, dark } = PALETTE;
const FONT = `font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;
const SMALL = `font-size:14px;color:${light.soft};margin:0 0 12px`;
const NUMBER = `display:inline-block;min-width:22px;padding:0 2px;text-align:center;border-radius:13px;background:${light.accent};color:${light.onAccent}`;
const PANEL = `border-left:3px solid ${light.accent};background:${light.panel};padding:12px 14px;margin:8px 0 16px`;
const BUTTON = `display:inline-block;background:${light.accent};color:${light.onAccent};text-decoration:none;padding:11px 16px;border-radius:6px`;

/** Outlook for Windows knows no max-width: it gets the one table that it needs. */
const MSO_BEGINS = '<!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->';
const MSO_ENDS = "<!--[if mso]></td></tr></table><![endif]-->";

function page(subject: string, blocks: readonly Html[]): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
        <style>
          ${raw(DARK)}
        </style>
      </head>
      <body class="paper" style="margin:0;background:${light.paper};color:${light.ink};${FONT}">
        ${raw(MSO_BEGINS)}
        <div style="max-width:600px;margin:0 auto;padding:16px;overflow-wrap:anywhere;word-break:break-word">
          ${blocks}
        </div>
        ${raw(MSO_ENDS)}
      </body>
    </html>`;
}

const DARK = `:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background: ${dark.paper} !important; color: ${dark.ink} !important; }
  .panel { background: ${dark.panel} !important; border-color: ${dark.accent} !important; }
  .soft { color: ${dark.soft} !important; }
  .accent { background: ${dark.accent} !important; color: ${dark.onAccent} !important; }
  .link { color: ${dark.accent} !important; }
}`;
