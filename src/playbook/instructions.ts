// What people answer to a question of ours: what a mail is, where it belongs, what a fact should be.
import type { Kind } from "../vocabulary.ts";

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

/** What can be said with a colon: `company: Acme`, `rolle: Ingenieurin`, `entretien: jeudi 3 décembre 15h`. */
export const FACT_WORDS: Readonly<Record<string, "company" | "role" | "interview" | "good" | "zone">> = {
  ...fact("company", "company, employer, firma, unternehmen, entreprise, société, empresa, azienda, bedrijf"),
  ...fact(
    "role",
    "role, job, position, stelle, rolle, poste, puesto, cargo, vaga, ruolo, posizione, functie",
  ),
  ...fact(
    "interview",
    "interview, vorstellungsgespräch, gespräch, termin, entretien, entrevista, colloquio, gesprek, sollicitatiegesprek",
  ),
  ...fact("good", "good, liked, gut, gefallen, bien, aimé, bueno, bom, bene, goed"),
  ...fact("zone", "zone, timezone, zeitzone, fuseau, zona, fuso, tijdzone"),
};

function fact<F extends string>(name: F, list: string): Record<string, F> {
  return Object.fromEntries(words(list).map((word) => [word, name]));
}

function words(...lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(", "));
}
