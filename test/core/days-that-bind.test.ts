// The interview's time among other times, deadlines and promised days, as people say them. All written on Thursday 12 November 2026.
import { describe, it } from "vitest";
import { asOriginal } from "../../src/mail/original.ts";
import { readMessage } from "../../src/mail/message.ts";
import { writeMessage } from "../../src/mail/written-message.ts";
import { readOriginal } from "../../src/opportunity/read.ts";
import type { Reading } from "../../src/opportunity/reading.ts";
import type { Kind } from "../../src/vocabulary.ts";

async function read(kind: Kind, body: string): Promise<Reading> {
  const raw = writeMessage({
    from: "Rae Lind <rae@acme.example>",
    to: "ada@home.example",
    subject: "",
    date: "Thu, 12 Nov 2026 09:00:00 +0100",
    body: `${body}\n\nRae Lind\nAcme`,
  });
  return readOriginal(asOriginal(await readMessage(raw)), { zone: "Europe/Berlin", said: { kind } });
}

const STARTS: readonly (readonly [Kind, string, string | null])[] = [
  ["interview", "Come on Tuesday 17 November at ten. The canteen opens at 11.30.", "2026-11-17T10:00"],
  ["interview", "Date: 17 November\nDoors open: 13:40\nInterview: 14:00", "2026-11-17T14:00"],
  ["interview", "I am free on Monday or Tuesday, any time after three. What suits you?", null],
  ["interview", "Could you come in a week on Monday at ten?", "2026-11-23T10:00"],
  ["interview", "Ginge Ihnen Mittwoch in einer Woche, um Viertel nach zwei?", "2026-11-25T14:15"],
  ["interview", "Je vous attends vendredi à midi moins le quart.", "2026-11-13T11:45"],
  ["interview", "Zullen we maandag om vijf over half vier bellen?", "2026-11-16T15:35"],
  [
    "reschedule",
    "Not Friday at nine after all: could we make it Monday at eleven instead?",
    "2026-11-16T11:00",
  ],
  ["reschedule", "Was: Friday 13 November, 14:00. Now: Monday 16 November, 15:30.", "2026-11-16T15:30"],
  ["reschedule", "Leider müssen wir das Gespräch morgen um 9 Uhr absagen. Wir melden uns.", null],
  ["reschedule", "Mañana a las 10 no puedo. ¿El viernes 20 a la misma hora?", "2026-11-20T10:00"],
  [
    "assessment",
    "Please finish the test. Your interview on 19 November at 14:00 stays as it is.",
    "2026-11-19T14:00",
  ],
];

describe("the interview's time", () => {
  for (const [kind, body, start] of STARTS)
    it(`${start ?? "none"}: "${body.slice(0, 60)}"`, async ({ expect }) => {
      const { interview } = await read(kind, body);
      expect(interview?.start?.slice(0, 16) ?? null).toBe(start);
    });
});

const DAYS: readonly (readonly [Kind, string, { deadline?: string; promisedBy?: string }])[] = [
  [
    "interview",
    "You will hear from us, whatever the outcome, by Friday 20 November.",
    { promisedBy: "2026-11-20" },
  ],
  ["delay", "A decision will be made in the week of the 23rd.", { promisedBy: "2026-11-27" }],
  ["acknowledgement", "You will hear from us before the month is out.", { promisedBy: "2026-11-30" }],
  [
    "references",
    "I need two names by Monday and you'll have word from me on Wednesday.",
    { deadline: "2026-11-16", promisedBy: "2026-11-18" },
  ],
  ["delay", "Im Laufe der nächsten Woche weißt du mehr.", { promisedBy: "2026-11-20" }],
  ["delay", "Vous saurez tout d'ici vendredi 20 novembre.", { promisedBy: "2026-11-20" }],
  [
    "assessment",
    "Te mando la prueba: devuélvela antes del lunes 16 y el viernes 20 te cuento.",
    { deadline: "2026-11-16", promisedBy: "2026-11-20" },
  ],
  ["offer", "La lettera va restituita firmata entro il 20 novembre.", { deadline: "2026-11-20" }],
  ["assessment", "O link fica aberto por pouco tempo: conclua até dia 18.", { deadline: "2026-11-18" }],
  [
    "assessment",
    "De link is 7 dagen geldig vanaf vandaag, dus: 7 dagen vanaf vandaag inleveren.",
    { deadline: "2026-11-19" },
  ],
  ["acknowledgement", "Si en 30 días no has tenido noticias, entiende que no has sido seleccionada.", {}],
];

describe("a day that binds", () => {
  for (const [kind, body, { deadline = null, promisedBy = null }] of DAYS)
    it(`"${body.slice(0, 70)}"`, async ({ expect }) => {
      const reading = await read(kind, body);
      expect({ deadline: reading.deadline, promisedBy: reading.promisedBy }).toEqual({
        deadline,
        promisedBy,
      });
    });
});

describe("the round", () => {
  for (const [body, round] of [
    ["We would like to invite you to a second interview.", 2],
    ["Thank you for the first interview. Could we talk again on Monday?", null],
    ["Stage 3 of 4 is next.", 3],
    ["Das Zweitgespräch ist am Montag um 10 Uhr.", 2],
    ["C'est avec plaisir que nous vous recevrons pour un troisième et dernier entretien.", 3],
    ["Para la segunda ronda le propongo el lunes.", 2],
  ] as const)
    it(`${round ?? "none"}: "${body}"`, async ({ expect }) => {
      expect((await read("interview", body)).round).toBe(round);
    });
});

describe("an agency", () => {
  for (const [from, body, agency, company] of [
    [
      "Tom Hale <tom@haleandreed.example>",
      "Hi Ada,\n\nOur client, Initech, would like to interview you for the post of Buyer.\n\nTom Hale\nSenior Consultant\nHale & Reed",
      "Hale & Reed",
      "Initech",
    ],
    [
      "Jana Kern <kern@kern-personal.example>",
      "Hallo Ada,\n\nunser Auftraggeber, die Spedition Nordlauf, möchte Sie kennenlernen.\n\nJana Kern\nPersonalberaterin, Kern Personalberatung",
      "Kern Personalberatung",
      "Spedition Nordlauf",
    ],
    [
      "Rae Lind <rae@acme.example>",
      "Hi Ada,\n\nWe would like to invite you to an interview at Acme.\n\nRae Lind\nRecruiter, Acme",
      null,
      "Acme",
    ],
  ] as const)
    it(`${agency ?? "none"} from ${from}`, async ({ expect }) => {
      const raw = writeMessage({
        from,
        to: "ada@home.example",
        subject: "",
        date: "Thu, 12 Nov 2026 09:00:00 +0100",
        body,
      });
      const original = asOriginal(await readMessage(raw));
      const reading = readOriginal(original, { zone: "Europe/Berlin", said: { kind: "interview" } });
      expect([reading.agency, reading.company]).toEqual([agency, company]);
    });
});

describe("where and how", () => {
  for (const [body, facts] of [
    ["Wir telefonieren am Montag um 10 Uhr, ich rufe Sie an.", { platform: "phone" }],
    [
      "Kommen Sie am Montag um 10 Uhr in die Hafenstraße 12, Zimmer 4.",
      { platform: "on-site", place: "Hafenstraße 12" },
    ],
    [
      "Nous vous attendons lundi à 10 h.\nLieu : 14 rue des Granges, Besançon",
      { platform: "on-site", place: "14 rue des Granges, Besançon" },
    ],
    ["La entrevista será el lunes a las 10 ante una comisión.", { format: "panel" }],
    [
      "Il colloquio tecnico sarà lunedì alle 10 in videochiamata.",
      { platform: "other-video", format: "technical" },
    ],
    [
      "Kom maandag om 10 uur op kantoor, je spreekt met Sanne de Boer, hoofd inkoop.",
      { platform: "on-site", interviewers: [{ name: "Sanne de Boer", title: "hoofd inkoop" }] },
    ],
  ] as const)
    it(`"${body.slice(0, 60)}"`, async ({ expect }) => {
      expect((await read("interview", body)).interview).toMatchObject(facts);
    });
});
