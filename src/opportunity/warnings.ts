// Red flags and scam signs that one mail shows by itself, each with its words. What needs a history is judged per opportunity.
import { domainOf, organisationalDomain } from "../mail/address.ts";
import { MAX_TAKE_HOME_HOURS, RED_FLAG_PHRASES, SCAM_PHRASES } from "../playbook/red-flags.ts";
import { FREE_MAIL_DOMAINS } from "../playbook/senders.ts";
import type { ExtractContext } from "./extract/context.ts";
import { sentencesOf } from "./extract/context.ts";
import type { Reading, TakeHome } from "./reading.ts";
import { MAX_QUOTE_CHARACTERS } from "./reading.ts";

/** Red flags of one mail (S8), with quotes. */
export function redFlagsIn(context: ExtractContext, takeHome: TakeHome | null): Reading["redFlags"] {
  if (context.kind === "not-job" || context.kind === "other-job") return [];
  return [...quotesOf(context, RED_FLAG_PHRASES), ...takeHomeFlags(context, takeHome)].filter(
    ({ kind }, at, all) => all.findIndex((other) => other.kind === kind) === at,
  );
}

/** Project work without pay, without a stated end, or with more than a few hours. */
function takeHomeFlags({ text }: ExtractContext, takeHome: TakeHome | null): Reading["redFlags"] {
  if (takeHome === null) return [];
  const { hours, paid } = takeHome;
  const task = sentencesOf(text).find((sentence) => TASK_WORD.test(sentence)) ?? "";
  const quote = task.slice(0, MAX_QUOTE_CHARACTERS);
  return [
    ...(paid === false ? [{ kind: "unpaid-take-home" as const, quote }] : []),
    ...(hours !== null && hours > MAX_TAKE_HOME_HOURS ? [{ kind: "long-take-home" as const, quote }] : []),
    ...(hours === null && !SCOPE_WORD.test(text) ? [{ kind: "unscoped-take-home" as const, quote }] : []),
  ];
}

const TASK_WORD =
  /(?:task|assignment|exercise|take-?home|project|challenge|hours|aufgabe|übung|stunden|exercice|devoir|heures|tarea|prueba|horas|exercício|tarefa|desafio|prova|compito|ore|opdracht|uur)/i;
/** A number of pages, words, questions or minutes is a scope. */
const SCOPE_WORD =
  /\d+\s?(?:pages?|words?|questions?|slides?|min(?:ute)?s?|lines?|seiten?|wörter|fragen|folien|minuten|mots|diapos?|páginas?|palabras|preguntas|minutos|palavras|perguntas|pagine|parole|domande|minuti|pagina's|woorden|vragen)/i;

/** Signs of a scam, apart from the red flags: they say something about the sender, not about the company. */
export function scamSignsIn(context: ExtractContext): Reading["scamSigns"] {
  const { original, kind } = context;
  if (kind === "not-job" || kind === "other-job") return [];
  const from = domainOf(original.from?.address ?? "");
  const answersTo = domainOf(original.replyTo[0]?.address ?? "");
  const signs: Reading["scamSigns"][number][] = [...quotesOf(context, SCAM_PHRASES)];
  if (FREE_MAIL_DOMAINS.includes(from)) signs.push({ kind: "free-mail", quote: from });
  // Many systems send for an employer who answers elsewhere; a free mailbox behind a company's name is another matter.
  if (
    answersTo !== "" &&
    organisationalDomain(answersTo) !== organisationalDomain(from) &&
    FREE_MAIL_DOMAINS.includes(answersTo)
  )
    signs.push({ kind: "reply-to-differs", quote: `${from} → ${answersTo}` });
  return signs;
}

function quotesOf<K extends string>(
  { text }: ExtractContext,
  table: readonly { readonly kind: K; readonly phrases: readonly string[] }[],
): { kind: K; quote: string }[] {
  const sentences = sentencesOf(text);
  return table.flatMap(({ kind, phrases }) => {
    const quote = sentences.find((sentence) =>
      phrases.some((phrase) => sentence.toLowerCase().includes(phrase)),
    );
    return quote === undefined ? [] : [{ kind, quote: quote.slice(0, MAX_QUOTE_CHARACTERS) }];
  });
}
