// Red flags and scam signs that one mail shows by itself, each with its words. What needs a history is judged per opportunity.
import { domainOf, organisationalDomain } from "../mail/address.ts";
import { RED_FLAG_PHRASES, SCAM_PHRASES } from "../playbook/red-flags.ts";
import { FREE_MAIL_DOMAINS } from "../playbook/senders.ts";
import type { ExtractContext } from "./extract/context.ts";
import { sentencesOf } from "./extract/context.ts";
import type { Reading } from "./reading.ts";
import { MAX_QUOTE_CHARACTERS } from "./reading.ts";

/** Red flags of one mail (S8), with quotes. */
export function redFlagsIn(context: ExtractContext): Reading["redFlags"] {
  return context.kind === "not-job" || context.kind === "other-job"
    ? []
    : quotesOf(context, RED_FLAG_PHRASES);
}

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
