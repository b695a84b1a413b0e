import type { DraftTexts } from "../draft-texts.ts";

export const NL: DraftTexts = {
  locale: "nl-NL",
  greeting: {
    plain: "Hallo {first},",
    formal: "Beste {full},",
    nobody: { plain: "Hallo,", formal: "Geachte heer/mevrouw," },
  },
  closing: { plain: "Hartelijke groet,", formal: "Met vriendelijke groet," },
  position: {
    both: "de functie van {role} bij {company}",
    role: "de functie van {role}",
    company: "de functie bij {company}",
    none: "de functie",
  },
  openings: {
    first: { talk: "Nogmaals dank voor {talk} op {heldOn}.", handedIn: "Op {heldOn} stuurde ik u {work}." },
    second: {
      talk: "Ik schrijf u nog één keer na {talk} op {heldOn}.",
      handedIn: "Ik schrijf u nog één keer over {work} van {heldOn}.",
    },
  },
  handedIn: {
    assessment: "de opdracht",
    references: "de referenties",
    blank: "[iets goeds aan de opdracht of het team]",
  },
  talk: {
    any: "het gesprek",
    "phone-screen": "het telefoongesprek",
    technical: "het vakinhoudelijke gesprek",
    panel: "het gesprek met de hele groep",
    case: "het gesprek over de casus",
    "on-site": "het bezoek",
    final: "het laatste gesprek",
    informal: "het open gesprek",
  },
  details: {
    people: "het gesprek met {names}",
    technical: "het inhoudelijke deel",
    case: "het werk aan de casus",
    panel: "de kennismaking met de hele groep",
    presentation: "de vragen na de presentatie",
  },
  blank: "[iets goeds uit het gesprek]",
  referees: "[naam, hoe u samenwerkte, telefoon]",
  newTime: "{day} om {time} uur",
  known: {
    time: "Graag bevestig ik ons gesprek over {position} op {day} om {time} uur{where}.",
    day: "Graag bevestig ik ons gesprek over {position} op {day}{where}.",
    options: "Ik praat graag{where} over {position} en kies een van de voorgestelde momenten.",
    none: "Ik praat graag{where} over {position}.",
  },
  where: {
    phone: " per telefoon",
    zoom: " via Zoom",
    meet: " via Google Meet",
    teams: " via Microsoft Teams",
    webex: " via Webex",
    "other-video": " via video",
    "on-site": " bij u op locatie",
  },
  questions: {
    "company-and-role": "om welk bedrijf en welke functie het gaat",
    company: "om welk bedrijf het gaat",
    role: "om welke functie het gaat",
    date: "aan welke dag u denkt",
    time: "hoe laat het begint",
    zone: "in welke tijdzone de tijd is",
    "place-or-platform": "waar we elkaar zien, of via welk platform",
    format: "welke vorm het gesprek heeft",
    interviewers: "met wie ik spreek (namen en functies)",
  },
  and: " en ",
  bodies: {
    "confirm-details":
      "Dank voor de uitnodiging. {known}\n\nKunt u mij nog laten weten {questions}?\n\nIk kijk ernaar uit.",
    "ask-when":
      "Dank voor de uitnodiging om te praten over {position}. Dat doe ik graag.\n\nWelke momenten komen u uit? Ik schik me graag naar uw agenda.",
    "thank-you":
      "Dank voor {talk} op {heldOn}. Vooral {detail} vond ik prettig, en ik heb nog meer interesse in {position}.\n\nAls u nog iets van mij kunt gebruiken, stuur ik het graag.",
    "first-follow-up":
      "{opening} Vooral {detail} vond ik prettig, en ik heb nog steeds veel interesse in {position}.\n\nKunt u mij kort laten weten hoe het ervoor staat? Als verdere informatie van mij helpt, stuur ik die graag.",
    "second-follow-up":
      "{again} Vooral {detail} vond ik prettig, en mijn interesse in {position} is er nog steeds.\n\nAls u mij kort kunt laten weten hoe het ervoor staat, graag; verdere informatie stuur ik met plezier. In elk geval dank voor uw tijd.",
    "reschedule-reply":
      "Dank voor het bericht. {newTime} komt mij goed uit, en ik praat graag over {position}.",
    "no-show":
      "We zouden op {heldOn} praten over {position}, en er lijkt iets tussen te zijn gekomen. Ik hoop dat alles goed is.\n\nMijn interesse is er nog steeds. Welk ander moment komt u uit?",
    "references-list":
      "Dank voor deze volgende stap. Deze mensen vertellen graag over mijn werk:\n\n{referees}\n\nZij weten dat u kunt bellen. Als u nog iets nodig hebt, stuur ik het graag.",
    "assessment-scope":
      "Dank voor de opdracht. Ik laat graag zien hoe ik werk.\n\nOm het goed te plannen: aan hoeveel uur denkt u ongeveer, wat hoort bij een goed resultaat, en wordt het werk betaald of later gebruikt?",
    "deadline-extension":
      "Dank voor het toesturen. Ik wil het zorgvuldig doen, en {deadline} is voor mij krap.\n\nZouden een paar dagen extra mogelijk zijn? Zo niet, dan stuur ik wat ik dan heb.",
    "later-reply":
      "Dank voor uw bericht over {position}. Fijn om van u te horen; mijn interesse is er nog steeds.\n\nIk zet graag de volgende stap.",
    withdrawal:
      "Dank voor de tijd die u voor mij nam. Na rijp beraad trek ik mijn sollicitatie in; het gaat om {position}.\n\nIk vond het prettig kennis te maken en wens u succes met het vinden van de juiste persoon.",
  },
  forbidden: [
    "even checken",
    "dringend",
    "zo snel mogelijk",
    "zo spoedig mogelijk",
    "ik eis",
    "ik verwacht",
    "voor wanneer",
    "wanneer beslist u",
  ],
  mustSay: {
    interest: ["interesse"],
    update: ["kort laten weten", "kort kunt laten weten"],
    offer: ["verdere informatie"],
  },
};
