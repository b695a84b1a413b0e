import type { DraftTexts } from "../draft-texts.ts";

export const IT: DraftTexts = {
  locale: "it-IT",
  greeting: {
    plain: "Ciao {first},",
    formal: "Buongiorno {full},",
    nobody: { plain: "Buongiorno,", formal: "Buongiorno," },
  },
  closing: { plain: "Un saluto,", formal: "Cordiali saluti," },
  position: {
    both: "la posizione di {role} presso {company}",
    role: "la posizione di {role}",
    company: "la posizione presso {company}",
    none: "la posizione",
  },
  openings: {
    first: { talk: "grazie ancora per {talk} di {heldOn}.", handedIn: "{heldOn} Le ho inviato {work}." },
    second: {
      talk: "scrivo un'ultima volta dopo {talk} di {heldOn}.",
      handedIn: "scrivo un'ultima volta dopo averLe inviato {work} {heldOn}.",
    },
  },
  handedIn: {
    assessment: "la prova",
    references: "le referenze",
    blank: "[una cosa bella della prova o del team]",
  },
  talk: {
    any: "il colloquio",
    "phone-screen": "la telefonata",
    technical: "il colloquio tecnico",
    panel: "il colloquio con tutto il gruppo",
    case: "il colloquio sul caso",
    "on-site": "la visita",
    final: "l'ultimo colloquio",
    informal: "la conversazione",
  },
  details: {
    people: "lo scambio con {names}",
    technical: "la parte tecnica",
    case: "il lavoro sul caso",
    panel: "lo scambio con tutto il gruppo",
    presentation: "la discussione dopo la presentazione",
  },
  blank: "[una cosa bella del colloquio]",
  referees: "[nome, lavoro in comune, telefono]",
  newTime: "{day} alle {time}",
  known: {
    time: "Confermo il nostro colloquio per {position}: {day} alle {time}{where}.",
    day: "Confermo il nostro colloquio per {position}: {day}{where}.",
    options: "Parlerò volentieri{where} della posizione e sceglierò uno degli orari proposti: {position}.",
    none: "Parlerò volentieri{where}: si tratta di {position}.",
  },
  where: {
    phone: " al telefono",
    zoom: " su Zoom",
    meet: " su Google Meet",
    teams: " su Microsoft Teams",
    webex: " su Webex",
    "other-video": " in video",
    "on-site": " da voi",
  },
  questions: {
    "company-and-role": "di quale azienda e posizione si tratta",
    company: "di quale azienda si tratta",
    role: "di quale posizione si tratta",
    date: "a quale giorno pensa",
    time: "a che ora comincia",
    zone: "in quale fuso orario è l'ora",
    "place-or-platform": "dove ci vediamo, o su quale piattaforma",
    format: "che forma avrà il colloquio",
    interviewers: "con chi parlerò (nomi e ruoli)",
  },
  and: " e ",
  bodies: {
    "confirm-details": "grazie per l'invito. {known}\n\nPotrebbe dirmi {questions}?\n\nNon vedo l’ora.",
    "ask-when":
      "grazie per l'invito a parlare: {position} mi interessa molto.\n\nQuali orari Le andrebbero bene? Mi adatto volentieri alla Sua agenda.",
    "thank-you":
      "grazie per {talk} di {heldOn}. Ho apprezzato in particolare {detail}, e {position} mi interessa ancora di più.\n\nSe può servire altro da parte mia, lo mando volentieri.",
    "first-follow-up":
      "{opening} Ho apprezzato in particolare {detail}, e {position} mi interessa sempre molto.\n\nPotrebbe darmi un breve aggiornamento? Se altre informazioni possono essere utili, le mando volentieri.",
    "second-follow-up":
      "{again} Ho apprezzato molto {detail}, e {position} mi interessa sempre.\n\nSe può darmi un breve aggiornamento, La ringrazio; mando volentieri altre informazioni. In ogni caso, grazie per il Suo tempo.",
    "reschedule-reply":
      "grazie per l'avviso. {newTime} mi va bene, e parlerò volentieri: {position} mi interessa molto.",
    "no-show":
      "avevamo previsto di sentirci {heldOn} per {position}, e dev'esserci stato un imprevisto. Spero che vada tutto bene.\n\nIl mio interesse resta. Quale altro momento Le andrebbe bene?",
    "references-list":
      "grazie per questo passo avanti. Queste persone hanno accettato di parlare del mio lavoro:\n\n{referees}\n\nSanno che potrebbe chiamarle. Se serve altro, lo mando volentieri.",
    "assessment-scope":
      "grazie per la prova. Mostro volentieri come lavoro.\n\nPer organizzarmi bene: a quante ore pensa, più o meno, che cosa conterrebbe un buon risultato, e il lavoro è retribuito o verrà usato in seguito?",
    "deadline-extension":
      "grazie per il materiale. Vorrei farlo con cura, e la scadenza di {deadline} per me è stretta.\n\nSarebbe possibile qualche giorno in più? Altrimenti mando ciò che avrò per allora.",
    "later-reply":
      "grazie per avermi scritto: {position} mi interessa sempre, e mi fa piacere avere Sue notizie.\n\nFaccio volentieri il prossimo passo.",
    withdrawal:
      "grazie per il tempo che mi ha dedicato. Dopo averci riflettuto, preferisco ritirare la mia candidatura per {position}.\n\nÈ stato un piacere conoscervi e vi auguro di trovare la persona giusta.",
  },
  forbidden: [
    "volevo solo sapere",
    "urgente",
    "al più presto",
    "quanto prima",
    "esigo",
    "pretendo",
    "attendo una risposta",
    "entro quando",
    "quando deciderete",
  ],
  mustSay: { interest: ["interessa"], update: ["breve aggiornamento"], offer: ["altre informazioni"] },
};
