// What people call the columns of their own lists of applications, and the states in them.
import type { Outcome, Stage } from "../vocabulary.ts";

export const TABLE_COLUMNS = [
  "company",
  "role",
  "agency",
  "on",
  "status",
  "outcome",
  "contact",
  "address",
  "notes",
  "link",
  "interviews",
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** Headings in small letters, without anything but letters. */
export const TABLE_HEADINGS: Readonly<Record<TableColumn, readonly string[]>> = {
  company:
    "company companyname employer organisation organization firma unternehmen arbeitgeber entreprise société empresa azienda bedrijf".split(
      " ",
    ),
  role: "role position title job jobtitle stelle rolle poste puesto cargo vaga ruolo posizione functie vacature".split(
    " ",
  ),
  agency: "agency via recruiter agentur vermittler agence agencia agência agenzia bureau".split(" "),
  on: "date applied appliedon dateapplied applicationdate firstheard datum beworbenam candidature fecha data datadicandidatura".split(
    " ",
  ),
  status: "status state stage stand étape estado etapa stato fase".split(" "),
  outcome: "outcome result ergebnis résultat resultado risultato esito resultaat".split(" "),
  contact:
    "contact contactname contactperson ansprechpartner ansprechpartnerin contacto contato contatto contactpersoon".split(
      " ",
    ),
  address: "address email mail contactemail emailaddress adresse correo endereço indirizzo".split(" "),
  notes: "notes note comment comments notizen bemerkung notas note commentaire opmerking".split(" "),
  link: "link url joburl joblink posting anzeige lien enlace".split(" "),
  interviews: "interviews interview interviewdate".split(" "),
};

/** What a state means, by a word in it; the first that fits. */
export const STATUS_WORDS: readonly {
  readonly words: readonly string[];
  readonly stage: Exclude<Stage, "closed">;
  readonly outcome: Outcome | null;
}[] = [
  { words: ["accepted", "hired", "angenommen", "zugesagt"], stage: "offer", outcome: "accepted" },
  { words: ["declined", "turned down", "abgelehnt von mir"], stage: "offer", outcome: "declined" },
  { words: ["withdrawn", "withdrew", "zurückgezogen"], stage: "applied", outcome: "withdrawn" },
  {
    words: ["reject", "abgelehnt", "absage", "refus", "rechazad", "rejeitad", "rifiut", "afgewezen"],
    stage: "applied",
    outcome: "rejected",
  },
  {
    words: ["gone_quiet", "gone quiet", "ghost", "no response", "no reply", "keine antwort", "closed"],
    stage: "applied",
    outcome: "gone_quiet",
  },
  { words: ["offer", "angebot", "offre", "oferta", "offerta", "aanbod"], stage: "offer", outcome: null },
  { words: ["phone", "screen", "talking", "call", "telefon"], stage: "talking", outcome: null },
  {
    words: [
      "interview",
      "on-site",
      "onsite",
      "final",
      "test",
      "assessment",
      "gespräch",
      "entretien",
      "entrevista",
      "colloquio",
      "gesprek",
    ],
    stage: "interviewing",
    outcome: null,
  },
  { words: ["lead", "saved", "wishlist", "to apply", "interested", "gemerkt"], stage: "lead", outcome: null },
  {
    words: [
      "appl",
      "sent",
      "submitted",
      "pending",
      "waiting",
      "open",
      "beworben",
      "postul",
      "enviad",
      "inviat",
      "gesolliciteerd",
    ],
    stage: "applied",
    outcome: null,
  },
];
