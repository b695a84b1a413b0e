// Days and times as people say them, in seven languages, brought to one plain form.
import { describe, it } from "vitest";
import { languageOf } from "../../src/opportunity/language.ts";
import { plainTimesIn } from "../../src/opportunity/extract/plain-times.ts";
import type { Language } from "../../src/playbook/languages.ts";

/** Written on a Thursday. */
const WRITTEN = "2026-11-12";

const SAID: readonly (readonly [Language, string, readonly string[]])[] = [
  ["en", "Come in on Tuesday 17 November at 3pm.", ["17 november 15:00"]],
  ["en", "Could you do Tuesday the 17th, half past two?", ["17 november 2026 14:30"]],
  ["en", "Be in the yard at quarter past six on Tuesday morning", ["06:15 tuesday"]],
  ["en", "half 8 Thursday at the yard", ["08:30 thursday"]],
  ["en", "Your slot is Friday 13th, 0815 GMT.", ["13 november 2026 08:15"]],
  ["en", "Meet me there tomorrow at noon.", ["tomorrow 12:00"]],
  ["en", "Wednesday from 2.00 to 3.15 p.m.", ["wednesday 14:00 - 15:15"]],
  ["en", "It costs 1.50 a ride and takes 45 minutes.", []],
  ["en", "Interview on 25/11/2026 at 10:40", ["25 november 2026 10:40"]],
  ["en", "Same room, 27th, 11 o'clock.", ["27 november 2026 11:00"]],
  ["en", "Tea on Wednesday of next week at three, 4th floor", ["wednesday next week 15:00"]],
  ["de", "Bescheid bitte bis zum 18. an Frau Wiesinger", ["18 november 2026"]],
  ["nl", "Kom zaterdag de 14e om half tien", ["14 november 2026 09:30"]],
  ["pt", "avise até dia 20.", ["20 november 2026"]],
  ["de", "am Donnerstag, dem 19. November, um halb neun", ["19 november 08:30"]],
  ["de", "Kommen Sie Samstag um 9 in die Werkstatt", ["saturday 09:00"]],
  ["de", "Termin: 27.11.2026, 11:20 - 12:05 Uhr", ["27 november 2026 11:20 - 12:05"]],
  ["de", "am Dienstag, 20. Jänner um drei", ["20 january 15:00"]],
  ["fr", "jeudi 19 novembre à 17 h 30", ["19 november 17:30"]],
  ["fr", "mardi prochain à neuf heures et demie", ["tuesday 09:30"]],
  ["fr", "demain à midi", ["tomorrow 12:00"]],
  ["es", "el martes 17 de noviembre, a las cuatro de la tarde", ["17 november 16:00"]],
  ["es", "mañana viernes a las 10:00 de la mañana", ["tomorrow friday 10:00"]],
  ["pt", "na quinta-feira, dia 19, às 14h30", ["19 november 2026 14:30"]],
  ["pt", "amanhã ao meio-dia", ["tomorrow 12:00"]],
  ["it", "giovedì 19 novembre alle ore 15.30", ["19 november 15:30"]],
  ["it", "domani alle quattro e mezza", ["tomorrow 16:30"]],
  ["nl", "dinsdag 17 november om 14.00 uur", ["17 november 14:00"]],
  ["nl", "morgen om half drie", ["tomorrow 14:30"]],
];

describe("days and times", () => {
  for (const [language, sentence, said] of SAID)
    it(`in ${language}: ${sentence}`, ({ expect }) => {
      const runs = plainTimesIn(sentence, { language, monthFirst: false, written: WRITTEN });
      expect(runs.map((run) => run.said)).toEqual(said);
    });

  it("follow the writer's habit where a number could be month or day", ({ expect }) => {
    const said = (monthFirst: boolean) =>
      plainTimesIn("on 11/12/2026 at 10:00", { language: "en", monthFirst, written: WRITTEN })[0]?.said;
    expect(said(true)).toBe("12 november 2026 10:00");
    expect(said(false)).toBe("11 december 2026 10:00");
  });
});

describe("the language of a mail", () => {
  for (const [language, text] of [
    ["en", "Hi Ada, thank you for the chat, we would like to see you again."],
    ["de", "Liebe Frau Byron, wir möchten Sie gern kennenlernen."],
    ["fr", "Bonjour Ada, merci pour votre candidature, nous avons bien reçu votre dossier."],
    ["es", "Hola Ada, gracias por tu interés, nos gustaría conocerte."],
    ["pt", "Olá Ada, obrigada pelo interesse, gostaríamos de conhecer você."],
    ["it", "Buongiorno Ada, grazie per la candidatura, vorremmo conoscerla."],
    ["nl", "Beste Ada, dank je wel voor je brief, we willen je graag spreken."],
  ] as const)
    it(`is ${language}`, ({ expect }) => {
      expect(languageOf(text)).toBe(language);
    });
});
