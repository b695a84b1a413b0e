import type { DraftTexts } from "../draft-texts.ts";

export const DE: DraftTexts = {
  locale: "de-DE",
  greeting: {
    plain: "Hallo {first},",
    formal: "Guten Tag {full},",
    nobody: { plain: "Hallo,", formal: "Sehr geehrte Damen und Herren," },
  },
  closing: { plain: "Viele Grüße", formal: "Mit freundlichen Grüßen" },
  position: {
    both: "die Stelle als {role} bei {company}",
    role: "die Stelle als {role}",
    company: "die Stelle bei {company}",
    none: "die Stelle",
  },
  openings: {
    first: {
      talk: "noch einmal vielen Dank für {talk} am {heldOn}.",
      handedIn: "am {heldOn} habe ich Ihnen {work} geschickt.",
    },
    second: {
      talk: "ich melde mich noch einmal wegen {position} und denke gern an {talk} am {heldOn} zurück.",
      handedIn:
        "ich melde mich noch einmal, nachdem ich Ihnen am {heldOn} {work} geschickt habe; es geht mir um {position}.",
    },
  },
  handedIn: {
    assessment: "die Aufgabe",
    references: "die Referenzen",
    blank: "[etwas Gutes an der Aufgabe oder dem Team]",
  },
  talk: {
    any: "das Gespräch",
    "phone-screen": "das Telefonat",
    technical: "das Fachgespräch",
    panel: "das Gespräch mit der ganzen Runde",
    case: "das Gespräch mit der Fallstudie",
    "on-site": "den Besuch bei Ihnen",
    final: "das abschließende Gespräch",
    informal: "das offene Gespräch",
  },
  details: {
    people: "der Austausch mit {names}",
    technical: "der fachliche Austausch",
    case: "die Arbeit an der Fallstudie",
    panel: "der Austausch mit der ganzen Runde",
    presentation: "die Fragen nach der Präsentation",
  },
  blank: "[etwas Gutes aus dem Gespräch]",
  referees: "[Name, gemeinsame Arbeit, Telefon]",
  newTime: "{day}, um {time} Uhr",
  known: {
    time: "Ich bestätige gern unser Gespräch über {position} am {day} um {time} Uhr{where}.",
    day: "Ich bestätige gern unser Gespräch über {position} am {day}{where}.",
    options: "Gern spreche ich mit Ihnen{where} über {position} und wähle einen der genannten Termine.",
    none: "Gern spreche ich mit Ihnen{where} über {position}.",
  },
  where: {
    phone: " am Telefon",
    zoom: " über Zoom",
    meet: " über Google Meet",
    teams: " über Microsoft Teams",
    webex: " über Webex",
    "other-video": " per Video",
    "on-site": " bei Ihnen vor Ort",
  },
  questions: {
    "company-and-role": "um welches Unternehmen und welche Stelle es geht",
    company: "um welches Unternehmen es geht",
    role: "um welche Stelle es geht",
    date: "an welchen Tag Sie denken",
    time: "um wie viel Uhr es beginnt",
    zone: "in welcher Zeitzone die Uhrzeit gemeint ist",
    "place-or-platform": "wo wir uns treffen oder über welche Plattform",
    format: "in welcher Form das Gespräch stattfindet",
    interviewers: "mit wem ich sprechen werde (Namen und Funktionen)",
  },
  and: " und ",
  bodies: {
    "confirm-details":
      "vielen Dank für die Einladung. {known}\n\nKönnten Sie mir noch sagen, {questions}?\n\nIch freue mich darauf.",
    "ask-when":
      "vielen Dank für die Einladung zum Gespräch über {position}. Ich komme gern.\n\nWelche Zeiten würden Ihnen passen? Ich richte mich gern nach Ihrem Kalender.",
    "thank-you":
      "vielen Dank für {talk} am {heldOn}. Besonders gefallen hat mir {detail}; mein Interesse an der Aufgabe ist dadurch noch gewachsen.\n\nWenn Sie von mir noch etwas brauchen, schicke ich es gern.",
    "first-follow-up":
      "{opening} Besonders gefallen hat mir {detail}. Mein Interesse ist unverändert groß, was {position} angeht.\n\nKönnten Sie mir kurz sagen, wie der Stand ist? Wenn weitere Unterlagen von mir helfen, schicke ich sie gern.",
    "second-follow-up":
      "{again} Besonders gefallen hat mir {detail}; mein Interesse besteht weiter.\n\nWenn Sie mir kurz den Stand nennen können, freue ich mich, und weitere Unterlagen schicke ich gern. In jedem Fall vielen Dank für Ihre Zeit.",
    "reschedule-reply":
      "danke für die Nachricht. {newTime} passt mir gut, und ich freue mich auf unser Gespräch über {position}.",
    "no-show":
      "wir hatten am {heldOn} ein Gespräch über {position} geplant, und offenbar ist etwas dazwischengekommen. Ich hoffe, es ist alles in Ordnung.\n\nMein Interesse besteht weiter. Welcher andere Termin würde Ihnen passen?",
    "references-list":
      "vielen Dank für den nächsten Schritt. Diese Personen geben gern Auskunft über meine Arbeit:\n\n{referees}\n\nSie wissen, dass Sie anrufen könnten. Wenn Sie noch etwas brauchen, schicke ich es gern.",
    "assessment-scope":
      "vielen Dank für die Aufgabe. Ich zeige gern, wie ich arbeite.\n\nDamit ich gut planen kann: An wie viele Stunden denken Sie ungefähr, was gehört zu einem guten Ergebnis, und wird die Arbeit bezahlt oder später verwendet?",
    "deadline-extension":
      "vielen Dank für die Unterlagen. Ich möchte es gründlich machen, und {deadline} ist für mich knapp.\n\nWären ein paar Tage mehr möglich? Wenn nicht, schicke ich bis dahin, was ich habe.",
    "later-reply":
      "vielen Dank für Ihre Nachricht. Ich freue mich, von Ihnen zu hören; mein Interesse besteht weiter, was {position} angeht.\n\nGern gehe ich den nächsten Schritt.",
    withdrawal:
      "vielen Dank für die Zeit, die Sie sich genommen haben. Nach reiflicher Überlegung ziehe ich meine Bewerbung um {position} zurück.\n\nEs hat mich gefreut, Sie kennenzulernen, und ich wünsche Ihnen viel Erfolg bei der Suche.",
  },
  forbidden: [
    "wollte nur mal nachfragen",
    "hake nach",
    "nachhaken",
    "dringend",
    "umgehend",
    "schnellstmöglich",
    "so bald wie möglich",
    "ich erwarte",
    "ich verlange",
    "bis wann",
    "wann entscheiden sie",
  ],
  mustSay: {
    interest: ["interesse"],
    update: ["kurz sagen", "kurz den stand"],
    offer: ["weitere unterlagen"],
  },
};
