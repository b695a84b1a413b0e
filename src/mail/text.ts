// Text out of HTML, and text made safe to look at: one kind of line end, capped in size. Never HTML out.
import { compile } from "html-to-text";

/** More text than any person reads; everything that looks at text sees at most this many characters. */
export const MAX_TEXT_CHARACTERS = 200_000;
const MAX_HTML_CHARACTERS = 1_000_000;

/** Deeper than any mail program nests; the parser's time grows with the square of it. */
const MAX_DEPTH = 400;
/** Quotes and lists put a mark before every line at every level: depth times length is what comes out. */
const MAX_MARKED_CHARACTERS = 4_000_000;
/** Elements that have no end tag, or may leave it out. */
const OPEN_ENDED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|wbr|p|li|td|th|tr|dt|dd|option|o:p)$/;

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML_CHARACTERS, maxDepth: MAX_DEPTH, ellipsis: "" },
  formatters: {
    // Outlook hides addresses behind names: `<a href="mailto:rae@acme.example">Rae Lind</a>`. They must survive.
    link: (element, walk, builder) => {
      const href = String(element.attribs?.["href"] ?? "").trim();
      const target = href.toLowerCase().startsWith("mailto:") ? (href.slice(7).split("?")[0] ?? "") : href;
      let inside = "";
      builder.pushWordTransform((word) => {
        inside += word;
        return word;
      });
      walk(element.children, builder);
      builder.popWordTransform();
      const worthSaying = /^(https?:|[^\s@]+@)/i.test(target) && target.length <= 2_000;
      if (worthSaying && !inside.includes(target.replace(/^https?:\/\//i, "").replace(/\/$/, "")))
        builder.addInline(` <${target}>`, { noWordTransform: true });
    },
    // Mail programs name what they quote in a class, which text would forget.
    quoted: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 1 });
      builder.addInline("_".repeat(32), { noWordTransform: true });
      builder.closeBlock({ trailingLineBreaks: 1 });
      builder.openBlock({ leadingLineBreaks: 1 });
      walk(element.children, builder);
      builder.closeBlock({ trailingLineBreaks: 1 });
    },
  },
  selectors: [
    { selector: "div.gmail_quote", format: "quoted" },
    { selector: "div.yahoo_quoted", format: "quoted" },
    { selector: "div.protonmail_quote", format: "quoted" },
    { selector: "hr", format: "skip" },
    { selector: "a", format: "link" },
    { selector: "img", format: "skip" },
    { selector: "style", format: "skip" },
    { selector: "script", format: "skip" },
    { selector: "head", format: "skip" },
    // A row is a line: Thunderbird keeps its header block in a table.
    { selector: "tr", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "p", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/** The readable text of an HTML body: a line per paragraph, addresses and links kept in `<…>`. Never throws. */
export function htmlToText(html: string): string {
  const capped = html.slice(0, MAX_HTML_CHARACTERS);
  if (isTooDeep(capped)) return tidy(wordsBetweenTags(capped));
  try {
    return tidy(convert(capped));
  } catch {
    return tidy(wordsBetweenTags(capped));
  }
}

function isTooDeep(html: string): boolean {
  let depth = 0;
  let marked = 0;
  for (const [, slash, written = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9:]{0,20})/gi)) {
    const name = written.toLowerCase();
    if (OPEN_ENDED.test(name)) continue;
    const step = slash === "/" ? -1 : 1;
    depth = Math.max(0, depth + step);
    if (/^(?:blockquote|ul|ol)$/.test(name)) marked = Math.max(0, marked + step);
    if (depth > MAX_DEPTH || marked * html.length > MAX_MARKED_CHARACTERS) return true;
  }
  return false;
}

/** A parser that gives up must not cost us the mail: the words between the tags are still words. */
function wordsBetweenTags(html: string): string {
  return html.replace(/<(?:br|\/p|\/div|\/tr|\/li)\b[^<>]{0,200}>/gi, "\n").replace(/<[^<>]{0,2000}>/g, " ");
}

/** One kind of line end, no invisible characters, at most MAX_TEXT_CHARACTERS. */
export function tidy(text: string): string {
  return text
    .slice(0, MAX_TEXT_CHARACTERS)
    .replace(/\r\n?/g, "\n")
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\0]/g, "")
    .replace(/[\u00a0\u2007\u202f]/g, " ");
}

/** Runs of white space become one blank; for comparing and quoting. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The beginning of a text, never with half a character at its end: half an emoji cannot be written into a link. */
export function cut(text: string, most: number): string {
  const short = text.slice(0, most);
  return (short.isWellFormed() ? short : short.toWellFormed().replace(/\uFFFD$/, "")).trim();
}

/** The same with a capital at its beginning. */
export function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}
