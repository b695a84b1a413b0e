// The small print: requisition number, round, salary, and what a take-home asks for.
import {
  COMPOUND_ROUNDS,
  COUNTED_NOUNS,
  ORDINAL_WORDS,
  PAST_WORDS,
  ROUND_NOUNS,
} from "../../playbook/round-words.ts";
import { found } from "../reading.ts";
import type { Found, TakeHome } from "../reading.ts";
import { MAX_EXTRACT_CHARACTERS } from "./context.ts";
import type { ExtractContext } from "./context.ts";
import { plainLetters } from "./plain-times.ts";

/** `Req ID: R-12345`, `requisition #2024-118`, `Kennziffer 2026/14`, `réf. 2025-0331`. */
export function extractRequisition({ original, text }: ExtractContext): Found<string> {
  const match = REQUISITION.exec(`${original.subject ?? ""}\n${text.slice(0, MAX_EXTRACT_CHARACTERS)}`);
  return match?.[1] ? found(match[1], match[0], "certain", "requisition/labelled") : null;
}

const REQUISITION =
  /(?<![\p{L}])(?:(?:req(?:uisition)?|job|position|vacancy|reference)(?: (?:id|number|no\.?|code|ref(?:erence)?))?\s{0,2}[:#]{1,2}|(?:kennziffer|kennz\.|referenznummer|referenz(?:-nr\.?)?|stellen-?id|stellennummer|réf(?:érence)?\.?|offre n°|concours n°|referencia|ref\.|cód(?:igo)?\.?|codigo|vaga n\.?º|rif\.|riferimento|codice|vacaturenummer|vacaturenr\.?|kenmerk)\s{0,2}[:#]?)\s{0,2}((?=[\p{L}\d/_-]{0,20}\d)[A-Za-z]{0,6}[-_/]?[\dA-Za-z][\dA-Za-z/_-]{2,20})(?![\p{L}\d])/iu;

/** `second interview`, `round 3`, `2. Gespräch`, `tercera ronda`: only where the mail counts. */
export function extractRound({ original, text, kind }: ExtractContext): Found<number> {
  if (kind !== "interview" && kind !== "reschedule" && kind !== "delay") return null;
  const source = plainLetters(`${original.subject ?? ""} . ${text.slice(0, MAX_EXTRACT_CHARACTERS)}`);
  for (const match of source.matchAll(COUNTED))
    if (!isPast(source, match.index, match[0].length))
      return found(Number(match[1]), match[0], "certain", "round/counted");
  for (const [said, round] of COMPOUND_ROUNDS) {
    const at = source.indexOf(said);
    if (at >= 0 && !isPast(source, at, said.length)) return found(round, said, "certain", "round/counted");
  }
  for (const match of source.matchAll(ORDINAL)) {
    const said = match[1] ?? "";
    const round = ORDINAL_WORDS.findIndex((words) => either(words, said)) + 1;
    if (round === 0 || isPast(source, match.index, match[0].length)) continue;
    return found(round, match[0], "certain", "round/counted");
  }
  return null;
}

/** "After the first interview", "round 1 complete": that one is over. */
function isPast(source: string, at: number, length: number): boolean {
  return (
    PAST.test(source.slice(Math.max(0, at - 40), at)) ||
    /^ (?:is )?(?:complete|done|over|passed)/.test(source.slice(at + length))
  );
}

const starred = (words: readonly string[]) => words.join("|").replaceAll("*", "\\p{L}{0,4}");
const either = (words: readonly string[], said: string) =>
  new RegExp(`^(?:${starred(words)})$`, "u").test(said);
const ORDINAL = new RegExp(
  `(?<![\\p{L}\\p{N}])(${starred(ORDINAL_WORDS.flat())})(?: (?:and|und|et|y|e|en) (?:last|final|letzten|dernier|derniere|ultima|ultimo|laatste))?(?:[- ](?:\\p{L}{2,14}[- ]){0,2}|-)(?:${ROUND_NOUNS.join("|")})(?!\\p{L})`,
  "gu",
);
const COUNTED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${COUNTED_NOUNS.join("|")})(?: |: ?|, ?| n° ?| no\\.? ?| nr\\.? ?|#)?([1-9])(?![\\p{N}:.,]\\d|[\\p{L}\\p{N}])`,
  "gu",
);
const PAST = new RegExp(`(?:^|[^\\p{L}])(?:${PAST_WORDS.join("|")})(?: \\p{L}{1,8}){0,2} $`, "u");

/** A salary or a range, as it is written. */
export function extractSalary({ text, kind }: ExtractContext): Found<string> {
  if (kind === "not-job") return null;
  for (const line of text.slice(0, MAX_EXTRACT_CHARACTERS).split("\n")) {
    if (!SALARY_WORDS.test(line)) continue;
    const match = SALARY_RANGE.exec(line);
    if (match) return found(match[0].trim(), line, "certain", "salary/beside-word");
  }
  return null;
}

const SALARY_WORDS =
  /(?<![\p{L}])(?:salary|compensation|pay|per (?:year|annum|hour|month)|annual(?:ly)?|a year|an hour|ctc|lpa|base|\/hr|\/hour|gehalt|jahresgehalt|bruttogehalt|brutto|lohn|vergütung|entgelt|im monat|im jahr|salaire|rémunération|brut|bruts|par mois|par an|de l'heure|salario|sueldo|brutos?|mensual(?:es)?|anual(?:es)?|al mes|al año|salário|ordenado|remuneração|por mês|stipendio|retribuzione|ral|lordi|netti|al mese|all'anno|salaris|loon|bruto|per maand|per jaar)(?![\p{L}])/iu;
const SUM = "\\d{1,3}(?:[.,' ]?\\d{3}){0,3}(?:[.,]\\d{1,2})?\\s?[kK]?";
const CURRENCY =
  "(?:[$€£₹]|R\\$|USD|EUR|GBP|CHF|CAD|AUD|INR|BRL|MXN|Euro|euros?|francs?|Franken|franchi|pesos)";
const AMOUNT = `(?:${CURRENCY}\\s?${SUM}|${SUM}\\s?${CURRENCY}(?![\\p{L}]))`;
const SALARY_RANGE = new RegExp(
  `${AMOUNT}(?:\\s?(?:-|–|to|and|bis|à|a|e|y|tot|en)\\s?(?:${AMOUNT}|${SUM}))?|${SUM}\\s?(?:-|–|to|bis|à|a|tot)\\s?${AMOUNT}`,
  "u",
);

/** Hours and pay of a take-home, where the mail says them. */
export function extractTakeHome({ text, subkind }: ExtractContext): Found<TakeHome> {
  if (subkind !== "take-home") return null;
  const hours =
    /(?<![\d.,])(\d{1,2})(?:\s?(?:-|–|to|bis|à|a|tot)\s?(\d{1,2}))? ?(?:hours?|hrs|Stunden|heures?|horas?|ore|uur)(?![\p{L}])/iu.exec(
      text,
    );
  const unpaid = UNPAID.exec(text);
  const paid = PAID.exec(text);
  const value = {
    hours: hours ? Number(hours[2] ?? hours[1]) : null,
    paid: unpaid ? false : paid ? true : null,
    scope: null,
  };
  return found(value, (hours ?? unpaid ?? paid)?.[0] ?? "", hours ? "certain" : "implied", "take-home/terms");
}

const UNPAID =
  /(?<![\p{L}])(?:unpaid|not (?:be )?(?:paid|compensated)|without (?:pay|compensation)|unbezahlt|unvergütet|nicht (?:vergütet|bezahlt)|non (?:rémunérée?|payée?)|sans rémunération|no (?:remunerad[oa]|pagad[oa])|sin (?:remuneración|pago)|não (?:remunerad[oa]|pag[oa])|sem remuneração|non (?:retribuit[oa]|pagat[oa])|senza compenso|onbetaald|niet (?:betaald|vergoed))(?![\p{L}])/iu;
const PAID =
  /(?<![\p{L}])(?:paid|compensat(?:e|ed|ion) (?:you )?for|we (?:will )?pay you|we pay|bezahlt|vergütet|vergüten|rémunérée?|payée?|nous payons|remunerad[oa]|pagad[oa]|te pagamos|le pagamos|pag[oa] à parte|pagamos|retribuit[oa]|pagat[oa]|la paghiamo|ti paghiamo|betaald|vergoed|we betalen)(?![\p{L}])/iu;
