// How mails count the rounds of interviews. Lower case without accents.

/** The ordinals from first to fifth, in all our languages; a star stands for the rest of a word. */
export const ORDINAL_WORDS: readonly (readonly string[])[] = [
  "first|1st|erst*|1\\.|premier|premiere|1er|1re|1ere|primera?|primer|1a|1ra|primeir[ao]|prim[ao]|eerste|1e".split(
    "|",
  ),
  "second|2nd|zweit*|2\\.|deuxieme|second|seconde|2e|2eme|2nde|segund[ao]|2a|2da|second[ao]|tweede|2de".split(
    "|",
  ),
  "third|3rd|dritt*|3\\.|troisieme|3e|3eme|tercer|tercer[ao]|3a|3ra|terceir[ao]|terz[ao]|derde|3de".split(
    "|",
  ),
  "fourth|4th|viert*|4\\.|quatrieme|4e|4eme|cuart[ao]|4a|4ta|quart[ao]|vierde|4de".split("|"),
  "fifth|5th|funft*|5\\.|cinquieme|5e|quint[ao]|5a|vijfde|5de".split("|"),
];

/** What is counted. */
export const ROUND_NOUNS: readonly string[] = [
  ..."round|rounds|time|visit|interview|interviews|conversation|stage|meeting|chat|call|talk|discussion|panel".split(
    "|",
  ),
  ..."runde|gesprach|gesprache|interview|vorstellungsgesprach|gesprachsrunde|termin|treffen|kennenlernen|besuch".split(
    "|",
  ),
  ..."entretien|fois|visite|encuentro|vez|entrevue|tour|rencontre|rendez-vous|echange|etape|entrevista|ronda|vuelta|etapa|fase|reunion|charla".split(
    "|",
  ),
  ..."entrevista|encontro|conversa|rodada|reuniao|colloquio|incontro|giro|turno|prova|gesprek|ronde|sollicitatiegesprek|ontmoeting|bezoek|keer|chiacchierata|volta|kennismaking".split(
    "|",
  ),
];

/** "Round 2", "Runde 2", "stage 3 of 4": the noun in front. */
export const COUNTED_NOUNS: readonly string[] =
  "round|stage|interview|l|r|runde|entretien|gesprek|entrevista|gesprachsrunde|tour|etape|phase|ronda|etapa|fase|rodada|turno|ronde|stap".split(
    "|",
  );

/** In front of an ordinal: that round is over, and the next one is spoken of. */
export const PAST_WORDS: readonly string[] =
  "after|cleared|cleared the|passed|through the|complete|since|following|thank you for|thanks for|nach|nach dem|nach unserem|nach ihrem|danke fur das|apres|suite a|despues de|luego de|gracias por|tras|depois|apos|obrigado pela|obrigada pela|dopo|grazie per|na|dank voor".split(
    "|",
  );

/** Rounds in one word. */
export const COMPOUND_ROUNDS: readonly (readonly [string, number])[] = [
  ["erstgesprach", 1],
  ["zweitgesprach", 2],
  ["drittgesprach", 3],
  ["round one", 1],
  ["round two", 2],
  ["round three", 3],
  ["round four", 4],
  ["stage one", 1],
  ["stage two", 2],
  ["stage three", 3],
];
