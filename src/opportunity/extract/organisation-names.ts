// Whether a name is an organisation's by its own words: "Buchhandlung Lesezeichen", "Acme Ltd", "Quill & Sons".
import {
  CERTAIN_AGENCY_WORDS,
  ORGANISATION_ENDINGS,
  ORGANISATION_WORDS,
} from "../../playbook/organisation-words.ts";
import { plainLetters } from "./plain-times.ts";

const ORGANISATIONS = new Set(ORGANISATION_WORDS);
const AGENCIES = new Set(CERTAIN_AGENCY_WORDS);
/** German and Dutch write what it is at the end of a word: "Gärtnerei", "Seniorenhaus". */
const ENDING = new RegExp(`\\p{L}{3}(?:${ORGANISATION_ENDINGS.join("|")})$`, "u");

/** A word that only stands in names of organisations. */
export function namesOrganisation(name: string): boolean {
  return plainLetters(name)
    .split(/[^\p{L}.&]+/u)
    .some((word) => word === "&" || ORGANISATIONS.has(word) || ENDING.test(word));
}

/** The same, or a word of agencies. */
export function namesFirm(name: string): boolean {
  return (
    namesOrganisation(name) ||
    plainLetters(name)
      .split(/[^\p{L}]+/u)
      .some((word) => AGENCIES.has(word))
  );
}
