// The drafts of every language that mails are read in.
import { DE } from "./drafts/de.ts";
import { EN } from "./drafts/en.ts";
import { ES } from "./drafts/es.ts";
import { FR } from "./drafts/fr.ts";
import { IT } from "./drafts/it.ts";
import { NL } from "./drafts/nl.ts";
import { PT } from "./drafts/pt.ts";
import type { DraftTexts } from "./draft-texts.ts";
import type { Language } from "./languages.ts";

export const DRAFT_TEXTS: Readonly<Record<Language, DraftTexts>> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  pt: PT,
  it: IT,
  nl: NL,
};

export const MAX_DRAFT_WORDS = 120;
