// The small print: requisition number, round, salary, and what a take-home asks for.
import { found } from "../reading.ts";
import type { Found, TakeHome } from "../reading.ts";
import { MAX_EXTRACT_CHARACTERS } from "./context.ts";
import type { ExtractContext } from "./context.ts";

/** `Req ID: R-12345`, `Job ID 4711`, `requisition #2024-118`. */
export function extractRequisition({ original, text }: ExtractContext): Found<string> {
  const match =
    /\b(?:req(?:uisition)?|job|position|vacancy|reference)(?: (?:id|number|no\.?|code|ref(?:erence)?))?\s{0,2}[:#]{1,2}\s{0,2}((?=[\w-]{0,20}\d)[A-Za-z]{0,6}[-_]?[\dA-Za-z][\dA-Za-z_-]{2,20})\b/i.exec(
      `${original.subject ?? ""}\n${text.slice(0, MAX_EXTRACT_CHARACTERS)}`,
    );
  return match?.[1] ? found(match[1], match[0], "certain", "requisition/labelled") : null;
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];

/** `second interview`, `round 3`: only where the mail counts. */
export function extractRound({ original, text, kind }: ExtractContext): Found<number> {
  if (kind !== "interview" && kind !== "reschedule") return null;
  const source = `${original.subject ?? ""}\n${text.slice(0, MAX_EXTRACT_CHARACTERS)}`;
  const ordinal =
    /\b(first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th))[- ](?:round|interview|conversation)\b/i.exec(
      source,
    );
  const counted = /\bround (?:no\.? ?|#)?([1-9])\b/i.exec(source);
  const word = (ordinal?.[1] ?? "").toLowerCase();
  const round = ORDINALS.indexOf(word) + 1 || Number.parseInt(word, 10) || Number(counted?.[1] ?? Number.NaN);
  const match = ordinal ?? counted;
  return match && round > 0 ? found(round, match[0], "certain", "round/counted") : null;
}

/** A salary or a range, as it is written. */
export function extractSalary({ text, kind }: ExtractContext): Found<string> {
  if (kind === "not-job") return null;
  const amount = "(?:[$€£₹]|USD |EUR |GBP |CHF )\\s?\\d{1,3}(?:[.,]?\\d{3}){0,3}(?:[.,]\\d{1,2})?\\s?[kK]?";
  const range = new RegExp(
    `${amount}(?:\\s?(?:-|–|to|and)\\s?(?:${amount}|\\d{1,3}(?:[.,]?\\d{3}){0,2}\\s?[kK]?))?`,
    "u",
  );
  for (const line of text.slice(0, MAX_EXTRACT_CHARACTERS).split("\n")) {
    if (
      !/\b(?:salary|compensation|pay|per (?:year|annum|hour)|annual(?:ly)?|ctc|lpa|base|\/hr|\/hour)\b/i.test(
        line,
      )
    )
      continue;
    const match = range.exec(line);
    if (match) return found(match[0].trim(), line, "certain", "salary/beside-word");
  }
  return null;
}

/** Hours and pay of a take-home, where the mail says them. */
export function extractTakeHome({ text, subkind }: ExtractContext): Found<TakeHome> {
  if (subkind !== "take-home") return null;
  const hours = /\b(\d{1,2})(?:\s?(?:-|–|to)\s?(\d{1,2}))? ?hours?\b/i.exec(text);
  const unpaid = /\b(?:unpaid|not (?:be )?(?:paid|compensated)|without (?:pay|compensation))\b/i.exec(text);
  const paid = /\b(?:paid|compensat(?:e|ed|ion) (?:you )?for|we (?:will )?pay you)\b/i.exec(text);
  const value = {
    hours: hours ? Number(hours[2] ?? hours[1]) : null,
    paid: unpaid ? false : paid ? true : null,
    scope: null,
  };
  return found(value, (hours ?? unpaid ?? paid)?.[0] ?? "", hours ? "certain" : "implied", "take-home/terms");
}
