// What should make a candidate look twice (S8), and, apart from it, what scams look like. Data points, never verdicts.
import type { RedFlagKind, ScamSignKind } from "../vocabulary.ts";

/** A take-home with more hours than this is long. */
export const MAX_TAKE_HOME_HOURS = 4;
/** Two moves with less notice than this, or three in all, are a pattern. */
export const SHORT_NOTICE_HOURS = 24;
/** A deadline with less time than this is pressure. */
export const SHORT_DEADLINE_HOURS = 24;

/** What shows only over a whole opportunity, and what one mail may show: with a calm next step each. Data points, never verdicts (S8). */
export const FLAGS = {
  rescheduling: {
    title: "Interviews moved again and again",
    advice:
      "Moving interviews again and again is a data point about how they plan. You may offer two or three fixed times and ask which one they can keep.",
    draft: "reschedule-reply",
  },
  ghosting: {
    title: "Silence after several rounds",
    advice:
      "Two rounds and two friendly questions without an answer: a data point about how they treat people. Nothing more is needed from you; give your time to the others.",
    draft: null,
  },
  "no-show": {
    title: "They did not turn up",
    advice:
      "A missed appointment can happen; without a word of apology it is a data point. One calm line that asks for another time is enough.",
    draft: "no-show",
  },
  vague: {
    title: "Still vague after you asked",
    advice:
      "A mail that leaves out company, role or who you would meet, even after a question, is a data point. It is fine to say yes only once these are known.",
    draft: "confirm-details",
  },
  rude: {
    title: "Pressure in the tone",
    advice:
      "How they write to candidates is a data point about how they work. A calm, short answer is enough; you owe no hurry.",
    draft: null,
  },
  "short-deadline": {
    title: "Less than a day to answer",
    advice:
      "A deadline of less than a day is a data point. Asking for a few days is normal, and a good employer gives them.",
    draft: "deadline-extension",
  },
  "unpaid-take-home": {
    title: "Project work without pay",
    advice:
      "Unpaid project work is a data point: good tasks are short or paid. You may ask whether it is paid and whether it will be used.",
    draft: null,
  },
  "unscoped-take-home": {
    title: "A task without a clear end",
    advice:
      "Without a scope, a task grows. Ask how many hours they have in mind and what a good result contains.",
    draft: "assessment-scope",
  },
  "long-take-home": {
    title: "A long take-home",
    advice:
      "More than four hours is a lot for a test. You may propose a part of it that you would do well in the time you have.",
    draft: null,
  },
} as const;
export type FlagKind = keyof typeof FLAGS;

export const RED_FLAG_PHRASES: readonly {
  readonly kind: RedFlagKind;
  readonly why: string;
  readonly phrases: readonly string[];
}[] = [
  {
    kind: "rude",
    why: "pressure or insult instead of courtesy (S8)",
    phrases: [
      "final warning",
      "do not waste our time",
      "don't waste our time",
      "take it or leave it",
      "not serious about",
      "last chance to",
      "if you were serious",
      "letzte chance",
      "verschwenden sie nicht",
      "stehlen sie nicht",
      "friss oder stirb",
      "ne perdez pas notre temps",
      "dernier avertissement",
      "à prendre ou à laisser",
      "no nos haga perder",
      "última oportunidad",
      "lo tomas o lo dejas",
      "não nos faça perder",
      "é pegar ou largar",
      "última chance",
      "prendere o lasciare",
      "non ci faccia perdere",
      "ultimo avviso",
      "verspil onze tijd niet",
      "graag of niet",
      "laatste waarschuwing",
    ],
  },
  {
    kind: "unpaid-take-home",
    why: "project work without pay may be free labour (S8)",
    phrases: [
      "unpaid assignment",
      "unpaid project",
      "unpaid trial",
      "without compensation",
      "no compensation for",
      "not be paid for",
      "unbezahlte probearbeit",
      "unbezahltes probearbeiten",
      "ohne bezahlung",
      "ohne vergütung",
      "essai non payé",
      "journée d'essai non rémunérée",
      "non rémunéré",
      "prueba no remunerada",
      "sin remuneración",
      "sin pago",
      "teste não remunerado",
      "sem remuneração",
      "prova non retribuita",
      "senza retribuzione",
      "non retribuita",
      "onbetaalde proefdag",
      "zonder vergoeding",
    ],
  },
];

export const SCAM_PHRASES: readonly { readonly kind: ScamSignKind; readonly phrases: readonly string[] }[] = [
  {
    kind: "asks-money",
    phrases: [
      "registration fee",
      "training fee",
      "processing fee",
      "pay a deposit",
      "wire transfer",
      "gift card",
      "security deposit",
      "refundable fee",
      "crypto wallet",
      "gebühr überweisen",
      "kaution überweisen",
      "geschenkkarte",
      "frais de dossier",
      "frais de formation",
      "carte cadeau",
      "tasa de inscripción",
      "pago por adelantado",
      "tarjeta de regalo",
      "taxa de inscrição",
      "pagamento antecipado",
      "cartão-presente",
      "quota di iscrizione",
      "versare una cauzione",
      "buono regalo",
      "inschrijfgeld",
      "borg overmaken",
      "cadeaubon",
    ],
  },
  {
    kind: "asks-identity",
    phrases: [
      "copy of your passport",
      "social security number",
      "copy of your id",
      "bank account details",
      "bank details",
      "kopie ihres ausweises",
      "ausweiskopie",
      "ihre bankverbindung",
      "copie de votre passeport",
      "copie de votre pièce d'identité",
      "votre rib",
      "copia de su dni",
      "copia de tu dni",
      "datos bancarios",
      "cópia do seu documento",
      "dados bancários",
      "copia del documento",
      "coordinate bancarie",
      "kopie van uw paspoort",
      "kopie van je paspoort",
      "bankgegevens",
    ],
  },
  {
    kind: "chat-interview",
    phrases: [
      "interview on telegram",
      "interview via telegram",
      "interview on whatsapp",
      "interview via whatsapp",
      "telegram interview",
      "google hangouts interview",
      "interview over telegram",
      "vorstellungsgespräch per whatsapp",
      "vorstellungsgespräch über telegram",
      "entretien sur telegram",
      "entretien par whatsapp",
      "entrevista por telegram",
      "entrevista por whatsapp",
      "colloquio su telegram",
      "colloquio su whatsapp",
      "gesprek via telegram",
      "gesprek via whatsapp",
    ],
  },
];
