// Why it is quiet (S3): reasons that have nothing to do with the candidate, and the words in a mail that support them.

/** What the silence follows. */
export type SilenceAfter = "application" | "assessment" | "interview";

/** How long silence is usual, in days: after an interview one to two weeks (S5); an application waits longer. */
export const USUAL_SILENCE_DAYS: Readonly<
  Record<SilenceAfter, { readonly least: number; readonly most: number }>
> = {
  application: { least: 7, most: 28 },
  assessment: { least: 5, most: 14 },
  interview: { least: 7, most: 14 },
};

export const GENERAL_REASON =
  "Most often it is logistics: other interviews to finish, a manager on the road, an agreement still to find.";

/** Said instead of a reason after more than twice the usual silence (S3, S7). */
export const LONG_SILENCE =
  "That is much longer than usual. It may still come; your time is better spent on the others until then.";

export const DELAY_REASON_KINDS = [
  "others-interviewed",
  "away",
  "freeze",
  "reorganisation",
  "role-rescoped",
  "no-agreement",
  "more-rounds",
  "busy",
] as const;
export type DelayReasonKind = (typeof DELAY_REASON_KINDS)[number];

/** A reason is given only when the mails themselves said it. Phrases: lower case without accents; a star is the rest of a word. */
export const DELAY_REASONS: Readonly<
  Record<DelayReasonKind, { readonly says: string; readonly phrases: readonly string[] }>
> = {
  "others-interviewed": {
    says: "They said that other candidates are still being seen; whoever came early waits until all have been.",
    phrases: [
      ..."still interviewing|other candidates to|remaining interviews|finish interviewing|finish the interviews|interviews are still|two others|other interviews|still seeing|until we have seen|last interview|rest of the interviews|others to see|still have people to see|slate".split(
        "|",
      ),
      ..."noch gesprache|weitere gesprache|weitere kandidat*|andere kandidat*|noch andere|noch zwei|weitere bewerber*|andere bewerber*|letzte gesprach|noch vorstellungsgesprache|kommen noch".split(
        "|",
      ),
      ..."autres candidat*|encore des entretiens|derniers entretiens|encore deux candidat*|autres entretiens|recevons encore|rencontrer encore|encore rencontrer|candidats a rencontrer|candidats a voir".split(
        "|",
      ),
      ..."otros candidatos|otras candidatas|otras entrevistas|seguimos entrevistando|quedan entrevistas|falta entrevistar|terminar las entrevistas|mas candidatos|otras personas".split(
        "|",
      ),
      ..."outros candidatos|outras entrevistas|ainda entrevistando|falta entrevistar|entrevistas que faltam|terminar as entrevistas|restantes entrevistas|outras pessoas".split(
        "|",
      ),
      ..."altri candidati|altre candidate|altri colloqui|ancora colloqui|ultimi colloqui|finire i colloqui|altre persone da|due altri".split(
        "|",
      ),
      ..."andere kandidaten|nog gesprekken|andere sollicitanten|laatste gesprekken|nog iemand|nog twee|andere gesprekken|nog een dame|nog een kandidaat".split(
        "|",
      ),
    ],
  },
  away: {
    says: "They said that somebody who is needed for the decision is away.",
    phrases: [
      ..."travelling|traveling|on vacation|on holiday|on annual leave|annual leave|out of office|on leave|maternity leave|paternity leave|away until|back on|off sick|on her honeymoon|on his honeymoon|jury duty|at a conference|trade fair".split(
        "|",
      ),
      ..."im urlaub|urlaub|auf reisen|dienstreise|elternzeit|krankgeschrieben|krank|auf der messe|verreist|abwesend|ferien|zuruck ist".split(
        "|",
      ),
      ..."en conge*|conges|en vacances|en deplacement|absente|absent|en voyage|arret maladie|conge maternite|de retour".split(
        "|",
      ),
      ..."de vacaciones|de viaje|de baja|de permiso|esta fuera|vuelve el|viajando|en congreso".split("|"),
      ..."de ferias|ferias|viajando|em viagem|de licenca|de baixa|ausente|fora ate|volta dia|volta de".split(
        "|",
      ),
      ..."in ferie|ferie|in viaggio|in trasferta|in malattia|in maternita|assente|torna il|rientra".split(
        "|",
      ),
      ..."op vakantie|vakantie|met verlof|zwangerschapsverlof|ziek|op reis|afwezig|in het buitenland|terug is".split(
        "|",
      ),
    ],
  },
  freeze: {
    says: "They mentioned a freeze or a budget question; that is about money, not about you.",
    phrases: [
      ..."hiring freeze|freeze on hiring|budget freeze|budget approval|headcount freeze|headcount approval|awaiting budget|budget is|frozen|funding|the money".split(
        "|",
      ),
      ..."einstellungsstopp|budget|haushalt|mittel bewilligt|eingefroren|stellenstopp|finanzierung|zuschlag".split(
        "|",
      ),
      ..."gel des embauches|gele*|budget|budgetaire|financement|subvention|enveloppe".split("|"),
      ..."congelad*|congelacion|presupuesto*|financiacion|congelo".split("|"),
      ..."congelament*|congelad*|orcament*|verba|financiamento".split("|"),
      ..."blocco delle assunzioni|blocco|budget|bilancio|finanziament*|fondi".split("|"),
      ..."vacaturestop|bevror*|bevriezing|budget|begroting|financiering|subsidie".split("|"),
    ],
  },
  reorganisation: {
    says: "They said that the organisation is being rearranged.",
    phrases: [
      ..."restructur*|reorganis*|reorganiz*|merger|merging|takeover|new management|acquired|change of ownership".split(
        "|",
      ),
      ..."umstrukturier*|reorganis*|umorganis*|fusion|ubernahme|neue leitung|zusammengelegt".split("|"),
      ..."restructur*|reorganis*|fusion|rachat|nouvelle direction".split("|"),
      ..."reestructur*|reorganiz*|fusion|cambio de gerente|nueva direccion".split("|"),
      ..."reestrutur*|reorganiz*|fusao|nova direcao|nova diretoria".split("|"),
      ..."ristruttur*|riorganizz*|fusione|nuova direzione|passaggio di proprieta".split("|"),
      ..."herstructurer*|reorganis*|fusie|overname|nieuwe directie".split("|"),
    ],
  },
  "role-rescoped": {
    says: "They said that the role itself is being looked at again.",
    phrases: [
      ..."re-evaluat*|reevaluat*|scope of the role|rethink* the role|redefin*|revis* the role|job description is|looking at the role again".split(
        "|",
      ),
      ..."stellenprofil|neu zugeschnitten|anforderungsprofil|stelle wird uberarbeitet|aufgabenzuschnitt".split(
        "|",
      ),
      ..."redefinir le poste|fiche de poste|perimetre du poste|contours du poste".split("|"),
      ..."redefinir el puesto|perfil del puesto|redefiniendo".split("|"),
      ..."redefinir a vaga|perfil da vaga|escopo da vaga|redefinindo".split("|"),
      ..."ridefinire la posizione|profilo della posizione|ridefinendo".split("|"),
      ..."functieprofiel|functie opnieuw|herzien van de functie|taken opnieuw".split("|"),
    ],
  },
  "no-agreement": {
    says: "They said that those who decide have not agreed yet.",
    phrases: [
      ..."haven't agreed|not agreed|no agreement|still debating|cannot decide|can't decide|couldn't decide|torn between|board meets|committee meets|waiting for sign-off|sign-off|approval from".split(
        "|",
      ),
      ..."noch nicht einig|uneinig|noch keine entscheidung|vorstand entscheidet|gremium|nicht beschlussfahig|betriebsrat|zustimmung|freigabe".split(
        "|",
      ),
      ..."pas d'accord|pas encore tranche|comite se reunit|conseil se reunit|commission se reunit|accord de la direction|validation".split(
        "|",
      ),
      ..."no se ponen de acuerdo|sin acuerdo|aprobacion de|visto bueno|el comite|la junta".split("|"),
      ..."sem acordo|sem consenso|aprovacao d*|aval d*|a diretoria|o conselho".split("|"),
      ..."non siamo d'accordo|senza accordo|approvazione d*|il consiglio|benestare|via libera".split("|"),
      ..."nog niet eens|geen overeenstemming|akkoord van|goedkeuring|de raad van bestuur|het bestuur".split(
        "|",
      ),
    ],
  },
  "more-rounds": {
    says: "They announced several rounds; a pause between two is part of it.",
    phrases: [
      ..."further rounds|several rounds|next round|three rounds|four rounds|final round will|second round will".split(
        "|",
      ),
      ..."weitere runde|mehrere runden|nachste runde|zweite runde|mehrstufig*".split("|"),
      ..."prochain tour|plusieurs tours|deuxieme tour|etape suivante".split("|"),
      ..."siguiente ronda|varias rondas|segunda ronda|proxima fase|siguiente fase".split("|"),
      ..."proxima fase|varias fases|segunda fase|proxima etapa".split("|"),
      ..."prossimo giro|piu fasi|seconda fase|prossima fase".split("|"),
      ..."volgende ronde|meerdere rondes|tweede ronde".split("|"),
    ],
  },
  busy: {
    says: "They said that other work came first.",
    phrases: [
      ..."busy|swamped|snowed under|year end|year-end|audit|launch|peak season|short-staffed|flat out|backlog|high volume of applications|large number of applications|volume of applications".split(
        "|",
      ),
      ..."viel zu tun|land unter|jahresabschluss|hochsaison|personalmangel|grosse anzahl|vielzahl der bewerbungen|zahlreichen bewerbungen|ausgelastet".split(
        "|",
      ),
      ..."debordee?s?|surcharge|cloture|haute saison|grand nombre de candidatures|nombre important de candidatures".split(
        "|",
      ),
      ..."mucho trabajo|saturad*|temporada alta|cierre de ano|gran numero de candidaturas|alto volumen".split(
        "|",
      ),
      ..."muito trabalho|sobrecarregad*|alta temporada|fecho do ano|grande numero de candidaturas|alto volume".split(
        "|",
      ),
      ..."oberat*|sommers*|alta stagione|chiusura|elevato numero di candidature|gran numero di candidature".split(
        "|",
      ),
      ..."druk|drukte|hoogseizoen|jaarafsluiting|groot aantal sollicitaties|veel reacties".split("|"),
    ],
  },
};
