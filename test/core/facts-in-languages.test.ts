// Facts out of mails in seven languages: who, for whom, which role, and the days that bind somebody.
import { describe, it } from "vitest";
import { asOriginal } from "../../src/mail/original.ts";
import { readMessage } from "../../src/mail/message.ts";
import { withoutQuotes } from "../../src/mail/reply.ts";
import { writeMessage } from "../../src/mail/written-message.ts";
import { languageOf } from "../../src/opportunity/language.ts";
import { readFacts } from "../../src/opportunity/read.ts";
import type { Kind } from "../../src/vocabulary.ts";

type Said = { kind: Kind; from: string; subject?: string; body: string };

/** The facts of a mail of a known kind, written on Thursday 12 November 2026 at nine in Berlin. */
async function factsOf({ kind, from, subject = "", body }: Said) {
  const raw = writeMessage({
    from,
    to: "Ada Byron <ada@home.example>",
    subject,
    date: "Thu, 12 Nov 2026 09:00:00 +0100",
    body,
  });
  const original = asOriginal(await readMessage(raw));
  const text = withoutQuotes(original.text) || original.text;
  const language = languageOf(`${subject}\n${text}`);
  const context = { original, text, language, kind, subkind: null, zone: "Europe/Berlin" };
  return readFacts(context, null, { kind, subkind: null, certainty: 1, signals: [] });
}

const MAILS: readonly (readonly [string, Said, object])[] = [
  [
    "a German invitation",
    {
      kind: "interview",
      from: "Mareike Vos <vos@nordwerk.example>",
      subject: "Ihr Gespräch bei uns",
      body: "Sehr geehrte Frau Byron,\n\ngern möchten wir Sie als Disponentin kennenlernen: am Dienstag, dem 17. November, um halb drei in der Hafenstraße 4.\n\nMit freundlichen Grüßen\nMareike Vos\nPersonalreferentin\nNordwerk Logistik GmbH",
    },
    {
      company: "Nordwerk Logistik GmbH",
      role: "Disponentin",
      contacts: [{ name: "Mareike Vos", title: "Personalreferentin" }],
      interview: { start: "2026-11-17T14:30:00+01:00" },
    },
  ],
  [
    "a French test with its last day",
    {
      kind: "assessment",
      from: "Odile Perret <odile@verrerie-perret.example>",
      subject: "Petite mise en situation",
      body: "Bonjour Ada,\n\nPour le poste de chargée de projet, merci de nous renvoyer l'exercice joint d'ici le vendredi 20 novembre.\n\nBien cordialement,\nOdile Perret\nVerrerie Perret",
    },
    {
      company: "Verrerie Perret",
      role: "chargée de projet",
      deadline: "2026-11-20",
      contacts: [{ name: "Odile Perret" }],
    },
  ],
  [
    "a Spanish promise",
    {
      kind: "delay",
      from: "Lucía Marín <lucia@clinicasol.example>",
      body: "Hola Ada:\n\nSeguimos entrevistando para el puesto de auxiliar de enfermería. Te diremos algo antes del viernes 27 de noviembre.\n\nUn saludo,\nLucía Marín\nClínica Sol",
    },
    { company: "Clínica Sol", role: "auxiliar de enfermería", promisedBy: "2026-11-27" },
  ],
  [
    "a Portuguese offer with time to think",
    {
      kind: "offer",
      from: "Rui Prado <rui@metalprado.example>",
      body: "Olá Ada,\n\nQueremos oferecer-lhe a vaga de técnica de qualidade. Agradecemos a sua resposta até dia 20 de novembro.\n\nCumprimentos,\nRui Prado\nMetalúrgica Prado",
    },
    { company: "Metalúrgica Prado", role: "técnica de qualidade", deadline: "2026-11-20" },
  ],
  [
    "an Italian interview moved to another day",
    {
      kind: "reschedule",
      from: "Bianca Ferri <ferri@teatroverde.example>",
      body: "Gentile Ada,\n\npurtroppo mercoledì alle 10 non ci siamo: possiamo spostare il colloquio a giovedì 19 novembre alle ore 15.30?\n\nCordiali saluti\nBianca Ferri\nTeatro Verde",
    },
    { company: "Teatro Verde", interview: { start: "2026-11-19T15:30:00+01:00", status: "moved" } },
  ],
  [
    "a Dutch confirmation in two weeks' time",
    {
      kind: "acknowledgement",
      from: "Sanne de Wit <sanne@zorghuis.example>",
      body: "Beste Ada,\n\nBedankt voor je sollicitatie als verpleegkundige. Binnen twee weken hoor je van ons.\n\nMet vriendelijke groet,\nSanne de Wit\nZorghuis",
    },
    { company: "Zorghuis", role: "verpleegkundige", promisedBy: "2026-11-26" },
  ],
  [
    "an agency that writes for an employer",
    {
      kind: "interview",
      from: "Tom Hale <tom@harbourtalent.example>",
      subject: "Good news",
      body: "Hi Ada,\n\nMy client, Fenwick's Dairy, would like to see you about the Herd Assistant job on Tuesday 17 November at 10am.\n\nBest,\nTom Hale\nSenior Consultant\nHarbour Talent",
    },
    {
      agency: "Harbour Talent",
      company: "Fenwick's Dairy",
      role: "Herd Assistant",
      contacts: [{ name: "Tom Hale", part: "agency-recruiter" }],
    },
  ],
  [
    "a department that bears an agency's words",
    {
      kind: "rejection",
      from: "Globex Recruiting <no-reply@globex.example>",
      body: "Dear Ada,\n\nwe have filled the Data Analyst position with somebody else.\n\nThe Globex Recruiting Team",
    },
    { agency: null, company: "Globex", role: "Data Analyst" },
  ],
];

describe("facts", () => {
  for (const [name, said, expected] of MAILS)
    it(`of ${name}`, async ({ expect }) => {
      expect(await factsOf(said)).toMatchObject(expected);
    });

  it("are not invented where a mail says none", async ({ expect }) => {
    const facts = await factsOf({
      kind: "delay",
      from: "Rae <rae@gmail.com>",
      body: "Hi Ada, sorry, nothing new yet. Rae",
    });
    expect(facts).toMatchObject({
      company: null,
      agency: null,
      role: null,
      deadline: null,
      promisedBy: null,
      interview: null,
      salary: null,
    });
  });
});
