// Where a mail's own words end and its signature begins, and what the signature says: name, title, firm, telephone.
import { oneLine } from "../../mail/text.ts";
import { CLOSING_WORDS } from "../../playbook/closings.ts";
import { ROLE_HEADS } from "../../playbook/role-words.ts";
import { TITLE_WORDS, TRADE_NAMES } from "../../playbook/title-words.ts";
import { fitOf } from "./domain-names.ts";
import { namesFirm } from "./organisation-names.ts";
import { plainLetters } from "./plain-times.ts";

export type Signature = {
  /** The text above the signature. */
  readonly body: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly phone: string | null;
  /** Capitalised pieces that are neither name nor title: the firm is among them, the first most likely. */
  readonly firms: readonly string[];
};

const PHONE = /\+?\(?\d[\d ()/.-]{6,20}\d/;
/** Lines in which a signature can stand. */
const MAX_SIGNATURE_LINES = 14;
const TITLES = new Set([...Object.values(ROLE_HEADS).flat(), ...TITLE_WORDS]);
const TRADES = new Set(TRADE_NAMES);
const CLOSING = new RegExp(`^(?:${CLOSING_WORDS.join("|")})(?![\\p{L}])`, "u");

/**
 * Reads the signature of `text`; `sender` is the person's name in From, null for a department or a system; `label` is what the sender's
 * organisation chose as its domain, empty when unknown.
 */
export function signatureOf(text: string, sender: string | null, label: string): Signature {
  const lines = text.split("\n").map(oneLine);
  while (lines.length > 0 && isAside(lines.at(-1) ?? "")) lines.pop();
  const start = beginningOf(lines, sender);
  if (start === null) return { body: text, name: null, title: null, phone: null, firms: [] };
  const pieces = start.pieces.flatMap((line) =>
    piecesOf(line.replace(PHONE, " · ").replace(/(?:\s+x{1,3})+$/i, "")),
  );
  const phone = start.pieces.map((line) => PHONE.exec(line)?.[0]).find(Boolean) ?? null;
  const words = pieces.filter((piece) => !/\d{3}|@|:\/\/|\bwww\./.test(piece) && piece.length <= 80);
  const isSender = (piece: string) => sender === null || sharesWord(piece, sender);
  const isFirm = (piece: string) =>
    label !== "" &&
    fitOf(piece, label) >= 0.6 &&
    (sender === null || !sharesWord(piece, sender) || namesFirm(piece));
  const name = words.find((piece) => isPersonName(piece) && !isFirm(piece) && isSender(piece)) ?? null;
  const others = words.filter((piece) => piece !== name);
  const title = others.find((piece) => isTitle(piece) && !isFirm(piece)) ?? null;
  const firms = others.filter(
    (piece) =>
      piece !== title &&
      (!isTitle(piece) || (isFirm(piece) && (piece.includes(" ") || namesFirm(piece)))) &&
      /^[\p{Lu}\d]/u.test(piece) &&
      piece.length > 1,
  );
  return { body: start.body, name, title, phone, firms };
}

/** Whether a name is a person's: two or more capitalised words, or a single one that stands alone. */
export function isPersonName(name: string): boolean {
  if (
    /^(?:unsubscribe|abmelden|impressum|privacy|datenschutz|manage|view|reply|log|open|click|help|support|hello|hi|attachments?|encl|note|thanks|cheers|ps|p\.s\.?)\b/i.test(
      name,
    )
  )
    return false;
  return (
    !namesFirm(name) &&
    /^(?:(?:Dr|Prof|Mr|Mrs|Ms|Miss|Sr|Sra|Dott|Ing|Mag|Rev|Fr|Sister|Schwester|Sœur|Suor|Herr|Frau|Don|Doña|Dona|Seu|Padre|Signora|Signor|Mme|M|Maître|Capt|Captain|Chef|Professor|dott|prof|ing|mr|drs|ir|dhr|mevr)\.?(?:ssa|in)? ){0,2}\p{Lu}[\p{L}'’.ªº-]{0,25}(?: (?:van|de|der|den|von|zu|da|do|dos|das|di|del|della|la|le|ter|ten|y|e|Mc|Mac|d'|O'|bin|al|el)){0,2}(?: \p{Lu}[\p{L}'’.-]{0,25}){0,4}$/u.test(
      name,
    ) &&
    !name
      .split(" ")
      .map(plainLetters)
      .some((word, at) => TITLES.has(word) && !(at > 0 && TRADES.has(word)))
  );
}

/** A line that programs and lawyers add. */
function isAside(line: string): boolean {
  return (
    line === "" ||
    /^(?:sent from|sent by|gesendet von|von meinem|envoye depuis|envoye de|enviado desde|enviado do|enviado a partir|inviato da|verzonden vanaf|verstuurd vanaf|outlook for|get outlook|this (?:e-?mail|message|is an automated)|the information in|confidential|disclaimer|please consider the environment|diese (?:e-mail|nachricht)|ce message|este mensaje|esta mensagem|questo messaggio|dit bericht|unsubscribe|registered (?:in|charity|office)|member of|www\.|https?:|p\.?s\.?[: ])/.test(
      plainLetters(line),
    )
  );
}

type Beginning = { readonly body: string; readonly pieces: readonly string[] };

function beginningOf(lines: readonly string[], sender: string | null): Beginning | null {
  const from = Math.max(0, lines.length - 2 * MAX_SIGNATURE_LINES);
  const cut = (index: number): Beginning => ({
    body: lines.slice(0, index).join("\n"),
    pieces: lines
      .slice(index, index + MAX_SIGNATURE_LINES)
      .filter((line) => line !== "" && !/^--?$/.test(line)),
  });
  const names = (sender ?? "").split(/[\s,]+/).filter((word) => word.length > 1);
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (/^--?$/.test(line) && index > 0) return cut(index + 1);
    const plain = plainLetters(line);
    if (index > 0 && isClosing(plain)) {
      // "Best, Rae" keeps its name on the line of the closing.
      const rest = line.replace(/^[^,!.:]{1,40}[,!.:]\s*/, "");
      const inLine = rest !== line && rest !== "" && rest.length < 60 ? [rest] : [];
      const { body, pieces } = cut(index + 1);
      if (inLine.length + pieces.length > 0) return { body, pieces: [...inLine, ...pieces] };
    }
    if (
      index > 0 &&
      line.length <= 90 &&
      names.some((name) => startsWithWord(line, name)) &&
      !/[.!?]\s+\S/.test(line)
    )
      return cut(index);
  }
  return inlineEnd(lines, sender) ?? trailingLines(lines, sender);
}

/** "Mit freundlichen Grüßen" is one; "Ihr Termin ist am Montag" is none: behind a short closing stands a comma or nothing. */
function isClosing(plain: string): boolean {
  const said = CLOSING.exec(plain)?.[0];
  if (said === undefined || plain.length > 90) return false;
  const rest = plain.slice(said.length).trim();
  return rest === "" || /^[,.!:-]/.test(rest)
    ? rest.length <= 60
    : said.length > 5 && rest.length <= 30 && !/[\d?]/.test(rest);
}

/** "… See you then. Hester, Karoo Lamb Co-op": the signature is the last sentence. */
function inlineEnd(lines: readonly string[], sender: string | null): Beginning | null {
  const last = lines.at(-1) ?? "";
  const at = Math.max(
    ...[". ", "! ", "? ", ") ", "… ", " - ", " – ", "~ ", "😊 ", "😄 ", "🙂 "].map(
      (mark) => last.lastIndexOf(mark) + (last.includes(mark) ? mark.length : 0),
    ),
  );
  const ending = last
    .slice(Math.max(0, at))
    .replace(/^[-–—~\s]+/, "")
    .replace(/[\s\p{Extended_Pictographic}\uFE0Fx.!]+$/u, "")
    .trim();
  if (ending === "" || ending.length > 70 || at <= 0) return null;
  const first = piecesOf(ending)[0] ?? "";
  const isSender = sender !== null && sharesWord(first, sender);
  if (!isSender && !(isPersonName(first) && first.split(" ").length <= 3)) return null;
  return { body: [...lines.slice(0, -1), last.slice(0, at)].join("\n"), pieces: [ending] };
}

/** Short last lines that end no sentence. */
function trailingLines(lines: readonly string[], sender: string | null): Beginning | null {
  let start = lines.length;
  while (start > 1 && start > lines.length - 6) {
    const line = lines[start - 1] ?? "";
    if (line !== "" && (line.length > 60 || /[.!?:]$/.test(line) || !/^[\p{Lu}\d(]/u.test(line))) break;
    start -= 1;
  }
  const pieces = lines.slice(start).filter((line) => line !== "");
  if (pieces.length === 0 || start === 0 || (sender === null && pieces.length > 5)) return null;
  return { body: lines.slice(0, start).join("\n"), pieces };
}

function piecesOf(line: string): string[] {
  return line
    .replace(/\([^)]{0,30}\)/g, (inside) => (/\//.test(inside) ? "" : inside))
    .split(/\s*[|·•–—()/]\s*|,\s+|\s+-\s+|\s{3,}|;\s/)
    .flatMap((piece) => titleAndFirm(piece))
    .map((piece) => piece.replace(/^[\s*_~-]+|[\s*_~.,:]+$/g, ""))
    .filter((piece) => piece !== "");
}

/** "Recruiter at Initech" is a title and a firm. */
function titleAndFirm(piece: string): string[] {
  const [, title = "", firm = ""] =
    /^(.{2,60}?) (?:at|@|bei|bei der|chez|presso|bij|na|no|en) (\p{Lu}.{1,60})$/u.exec(piece) ?? [];
  if (firm !== "" && isTitle(title)) return [title, firm];
  // "intercedent Vak & Volk"
  const [, small = "", name = ""] = /^(\p{Ll}[\p{Ll} -]{3,40}?) (\p{Lu}.{1,60})$/u.exec(piece) ?? [];
  return name !== "" && small.split(" ").some((word) => TITLES.has(plainLetters(word)))
    ? [small, name]
    : [piece];
}

function isTitle(piece: string): boolean {
  if (/^(?:the|das|die|il|la|le|el|het) |team$|équipe|equipo|equipe/i.test(piece)) return false;
  const words = plainLetters(piece).split(/[^\p{L}-]+/u);
  if (/^\p{Ll}/u.test(piece)) return words.length <= 7;
  return words.some((word) => TITLES.has(word)) && words.length <= 9;
}

function startsWithWord(line: string, word: string): boolean {
  const [a, b] = [plainLetters(line), plainLetters(word)];
  return a === b || (a.startsWith(b) && !/[\p{L}]/u.test(a[b.length] ?? " ")) || titled(a, b);
}

/** "Dr. Ruth Engel" begins with Ruth as well. */
function titled(line: string, word: string): boolean {
  const bare = line.replace(
    /^(?:(?:dr|prof|mr|mrs|ms|ing|mag|dott|sr|sra|capt|captain|chef|doc|teacher)\.?(?:ssa|in)? )+/,
    "",
  );
  return bare !== line && bare.startsWith(word);
}

/** Whether two names share a word of more than one letter. */
export function sharesWord(one: string, other: string): boolean {
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
}

function wordsOf(name: string): string[] {
  return plainLetters(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
}
