// Turns what to say into a letter: plain text and HTML from the same blocks. No images, no web fonts, no tracking;
// readable at 320 px, in dark mode, and with styles stripped. Text that came from mail is only ever text here.
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** A letter, not yet addressed. */
export type Letter = { readonly subject: string; readonly text: string; readonly html: string };

export type Block =
  | { readonly is: "heading"; readonly text: string }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "list"; readonly items: readonly string[] }
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
  | { readonly is: "small"; readonly text: string };

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The letter with these blocks, in this order. */
export async function renderLetter(subject: string, blocks: readonly Block[]): Promise<Letter> {
  return {
    subject,
    text: `${blocks.map(blockText).join("\n\n")}\n`,
    html: String(await page(subject, blocks.map(blockHtml))),
  };
}

function blockText(block: Block): string {
  switch (block.is) {
    case "heading":
      return `${block.text.toUpperCase()}\n${"-".repeat(Math.min(60, block.text.length))}`;
    case "text":
      return block.text;
    case "small":
      return block.text;
    case "list":
      return block.items.map((item) => `* ${item}`).join("\n");
    case "item":
      return `${block.number}. ${block.title}\n   ${block.why}`;
    case "draft":
      return [
        block.to === null ? null : `   To: ${block.to}`,
        `   Subject: ${block.subject}`,
        "",
        ...block.body.split("\n").map((line) => (line === "" ? "" : `   ${line}`)),
        ...(block.link === null ? [] : ["", `   Open in your mail program: ${block.link}`]),
      ]
        .filter((line) => line !== null)
        .join("\n");
    default:
      return block satisfies never;
  }
}

function blockHtml(block: Block): Html {
  switch (block.is) {
    case "heading":
      return html`<h2>${block.text}</h2>`;
    case "text":
      return html`<p>${block.text}</p>`;
    case "small":
      return html`<p class="small">${block.text}</p>`;
    case "list":
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
    case "item":
      return html`<h3><span class="number">${block.number}</span> ${block.title}</h3>
        <p>${block.why}</p>`;
    case "draft":
      return html`<div class="draft">
        <p class="small">${block.to === null ? "" : html`To: ${block.to}<br />`}Subject: ${block.subject}</p>
        ${block.body.split(/\n{2,}/).map((paragraph) => html`<p>${lines(paragraph)}</p>`)}
        ${block.link === null ? "" : html`<p><a class="button" href="${block.link}">Open in your mail program</a></p>`}
      </div>`;
    default:
      return block satisfies never;
  }
}

function lines(paragraph: string): Html[] {
  return paragraph.split("\n").map((line, at) => (at === 0 ? html`${line}` : html`<br />${line}`));
}

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
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <div class="letter">${blocks}</div>
      </body>
    </html>`;
}

const STYLE = `
body { margin: 0; background: #ffffff; color: #1c1f23; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
.letter { max-width: 600px; margin: 0 auto; padding: 16px; overflow-wrap: anywhere; }
h2 { font-size: 18px; margin: 28px 0 8px; }
h3 { font-size: 16px; margin: 20px 0 4px; }
p, ul { margin: 0 0 12px; }
ul { padding-left: 20px; }
.number { display: inline-block; min-width: 22px; text-align: center; border-radius: 11px; background: #1f5f4d; color: #ffffff; }
.draft { border-left: 3px solid #1f5f4d; background: #f3f6f5; padding: 12px 14px; margin: 8px 0 16px; }
.small { font-size: 14px; color: #555d66; }
a { color: #1f5f4d; }
a.button { display: inline-block; background: #1f5f4d; color: #ffffff; text-decoration: none; padding: 10px 14px; border-radius: 6px; }
@media (prefers-color-scheme: dark) {
  body { background: #14171a; color: #e8eaed; }
  .draft { background: #1e2326; border-color: #7cc4ae; }
  .small { color: #a9b1ba; }
  .number { background: #7cc4ae; color: #14171a; }
  a { color: #7cc4ae; }
  a.button { background: #7cc4ae; color: #14171a; }
}
`;
