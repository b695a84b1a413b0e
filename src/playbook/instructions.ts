// Words that people use to tell us what to do. Plain words; a line may hold several orders.
import type { Kind, Verb } from "../vocabulary.ts";

/** The first word or words of an order, lower case; the longest that fits wins. */
export const VERB_WORDS: readonly (readonly [string, Verb])[] = [
  ["all done", "done"],
  ["done", "done"],
  ["sent", "done"],
  ["snooze", "snooze"],
  ["skip", "skip"],
  ["merge", "merge"],
  ["split", "split"],
  ["help", "help"],
];

/** Words that join two numbers: "done 1 and 3". */
export const JOINING_WORDS: readonly string[] = ["and", "&", "+", ","];

/** Units of a snooze, in days. */
export const DURATION_DAYS: Readonly<Record<string, number>> = {
  d: 1,
  day: 1,
  days: 1,
  w: 7,
  week: 7,
  weeks: 7,
};

/** What people answer to "what is it?", as whole lines, lower case: English, German, French, Spanish, Portuguese, Italian, Dutch. */
export const KIND_ANSWERS: Readonly<Record<Kind, readonly string[]>> = {
  interview: words(
    "interview, interview invitation, invitation, invite, vorstellungsgespräch, gespräch, einladung, entretien",
    "invitation à un entretien, entrevista, colloquio, gesprek, sollicitatiegesprek, uitnodiging",
  ),
  reschedule: words(
    "reschedule, rescheduled, moved, cancelled, verschoben, verschiebung, abgesagt, report, reporté, déplacé",
    "aplazamiento, aplazada, adiamento, adiada, rinvio, spostato, verzet, verplaatst",
  ),
  assessment: words(
    "assessment, test, task, take-home, take home, aufgabe, épreuve, prueba, tarea, teste, prova, compito, opdracht",
  ),
  references: words(
    "references, reference request, referenzen, références, referencias, referências, referenze, referenties",
  ),
  offer: words("offer, job offer, angebot, zusage, offre, oferta, proposta, offerta, aanbod"),
  rejection: words("rejection, refusal, a no, absage, refus, rechazo, recusa, rifiuto, afwijzing"),
  acknowledgement: words(
    "acknowledgement, acknowledgment, received, receipt, confirmation, eingangsbestätigung, eingang",
    "accusé de réception, acuse de recibo, confirmação, conferma, ontvangstbevestiging",
  ),
  delay: words(
    "delay, waiting, still deciding, on hold, verzögerung, noch offen, retard, en attente, demora, en espera",
    "atraso, em espera, ritardo, in attesa, vertraging, uitstel",
  ),
  outreach: words(
    "outreach, recruiter, first contact, ansprache, anfrage, approche, contacto, contato, contatto, benadering",
  ),
  "other-job": words(
    "other-job, job alert, alert, newsletter, job ad, jobs, stellenanzeige, alerte, alerta, annuncio, vacature",
  ),
  "not-job": words(
    "not-job, not a job, not about a job, no job, nothing, ignore, ignore it, spam, private, keine stelle, ignorieren",
    "rien, ignorer, nada, ignorar, niente, ignora, niets, negeren",
  ),
};

/** Before an answer: "it is an interview". */
export const ANSWER_LEADS: readonly string[] = words(
  "it is, it's, its, this is, that is, that's, this was, it was, das ist, es ist, c'est, ceci est, es, esto es",
  "é, isto é, è, questo è, het is, dit is",
);

/** Articles between lead and answer. */
export const ANSWER_ARTICLES: readonly string[] = words(
  "a, an, the, ein, eine, un, une, una, um, uma, een, about",
);

/** "It belongs to none of those": a line that opens a new opportunity. */
export const NEW_WORDS: readonly string[] = words(
  "new, new one, a new one, none of these, none, neu, neue, nouveau, nouvelle, nuevo, nueva, novo, nova, nuovo",
  "nuova, nieuw, nieuwe",
);

/** `company: Acme`, `rolle: Ingenieurin`. */
export const FACT_WORDS: Readonly<Record<string, "company" | "role">> = {
  company: "company",
  employer: "company",
  firma: "company",
  unternehmen: "company",
  entreprise: "company",
  société: "company",
  empresa: "company",
  azienda: "company",
  bedrijf: "company",
  role: "role",
  job: "role",
  position: "role",
  stelle: "role",
  rolle: "role",
  poste: "role",
  puesto: "role",
  cargo: "role",
  vaga: "role",
  ruolo: "role",
  posizione: "role",
  functie: "role",
};

function words(...lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(", "));
}
