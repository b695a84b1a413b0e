import type { DraftTexts } from "../draft-texts.ts";

export const FR: DraftTexts = {
  locale: "fr-FR",
  greeting: {
    plain: "Bonjour {first},",
    formal: "Bonjour {full},",
    nobody: { plain: "Bonjour,", formal: "Madame, Monsieur," },
  },
  closing: { plain: "Bien à vous,", formal: "Cordialement," },
  position: {
    both: "le poste de {role} chez {company}",
    role: "le poste de {role}",
    company: "le poste chez {company}",
    none: "le poste",
  },
  openings: {
    first: {
      talk: "Merci encore pour {talk} du {heldOn}.",
      handedIn: "Je vous ai envoyé {work} le {heldOn}.",
    },
    second: {
      talk: "Je me permets de vous écrire une dernière fois après {talk} du {heldOn}.",
      handedIn: "Je me permets de vous écrire une dernière fois, après vous avoir envoyé {work} le {heldOn}.",
    },
  },
  handedIn: {
    assessment: "le test",
    references: "les références",
    blank: "[un point fort du test ou de l'équipe]",
  },
  talk: {
    any: "l'entretien",
    "phone-screen": "l'échange téléphonique",
    technical: "l'entretien technique",
    panel: "l'entretien avec toute l'équipe",
    case: "l'étude de cas",
    "on-site": "la visite",
    final: "le dernier entretien",
    informal: "l'échange",
  },
  details: {
    people: "l'échange avec {names}",
    technical: "la discussion technique",
    case: "le travail sur le cas",
    panel: "la rencontre avec toute l'équipe",
    presentation: "les questions après la présentation",
  },
  blank: "[un bon moment de l'entretien]",
  referees: "[nom, travail en commun, téléphone]",
  newTime: "Le {day} à {time}",
  known: {
    time: "Je confirme notre entretien du {day} à {time}{where}, pour {position}.",
    day: "Je confirme notre entretien du {day}{where}, pour {position}.",
    options: "Je serai ravi·e d'échanger{where} sur {position} et choisirai l'un des créneaux proposés.",
    none: "Je serai ravi·e d'échanger{where} sur {position}.",
  },
  where: {
    phone: " par téléphone",
    zoom: " sur Zoom",
    meet: " sur Google Meet",
    teams: " sur Microsoft Teams",
    webex: " sur Webex",
    "other-video": " en visio",
    "on-site": " dans vos locaux",
  },
  questions: {
    "company-and-role": "de quelle entreprise et de quel poste il s'agit",
    company: "de quelle entreprise il s'agit",
    role: "de quel poste il s'agit",
    date: "à quel jour vous pensez",
    time: "à quelle heure il commence",
    zone: "dans quel fuseau horaire l'heure est donnée",
    "place-or-platform": "où nous nous verrons, ou sur quelle plateforme",
    format: "quelle forme prendra l'entretien",
    interviewers: "avec qui j'échangerai (noms et fonctions)",
  },
  and: " et ",
  bodies: {
    "confirm-details":
      "Merci pour votre invitation. {known}\n\nPourriez-vous me dire {questions} ?\n\nJe me réjouis de cet échange.",
    "ask-when":
      "Merci pour votre invitation à échanger sur {position}. Ce sera avec plaisir.\n\nQuels créneaux vous conviendraient ? Je m'adapte volontiers à votre agenda.",
    "thank-you":
      "Merci pour {talk} du {heldOn}. J'ai particulièrement apprécié {detail}, et {position} m'intéresse plus encore.\n\nSi d'autres éléments de ma part peuvent aider, je vous les envoie volontiers.",
    "first-follow-up":
      "{opening} J'ai particulièrement apprécié {detail}, et {position} m'intéresse toujours beaucoup.\n\nPourriez-vous me donner brièvement des nouvelles ? Si d'autres informations peuvent vous aider, je vous les envoie volontiers.",
    "second-follow-up":
      "{again} J'ai beaucoup apprécié {detail}, et {position} m'intéresse toujours.\n\nSi vous pouvez me donner brièvement des nouvelles, je vous en remercie ; je vous envoie volontiers d'autres informations. Dans tous les cas, merci pour votre temps.",
    "reschedule-reply":
      "Merci de m'avoir prévenu·e. {newTime} me convient, et je me réjouis d'échanger sur {position}.",
    "no-show":
      "Nous devions échanger le {heldOn} sur {position}, et un imprévu semble être survenu. J'espère que tout va bien.\n\nLe poste m'intéresse toujours. Quel autre moment vous conviendrait ?",
    "references-list":
      "Merci pour cette nouvelle étape. Ces personnes ont accepté de parler de mon travail :\n\n{referees}\n\nElles savent que vous pourriez les appeler. Si autre chose vous est utile, je vous l'envoie volontiers.",
    "assessment-scope":
      "Merci pour cet exercice. Je montrerai volontiers ma façon de travailler.\n\nPour bien m'organiser : à combien d'heures pensez-vous environ, que contient un bon résultat, et le travail est-il rémunéré ou réutilisé ensuite ?",
    "deadline-extension":
      "Merci pour cet envoi. Je souhaite le faire avec soin, et le délai du {deadline} est court pour moi.\n\nQuelques jours de plus seraient-ils possibles ? Sinon, j'enverrai ce que j'ai à cette date.",
    "later-reply":
      "Merci de votre retour au sujet de {position}. Je suis heureux·se d'avoir de vos nouvelles et toujours intéressé·e.\n\nC'est avec plaisir que je passerai à l'étape suivante.",
    withdrawal:
      "Merci pour le temps que vous m'avez accordé. Après réflexion, je souhaite retirer ma candidature pour {position}.\n\nJ'ai eu plaisir à faire votre connaissance et vous souhaite de trouver la bonne personne.",
  },
  forbidden: [
    "je me permets de relancer",
    "je reviens vers vous",
    "urgent",
    "au plus vite",
    "dès que possible",
    "j'exige",
    "j'attends une réponse",
    "avant quand",
    "quand allez-vous décider",
  ],
  mustSay: {
    interest: ["m'intéresse"],
    update: ["brièvement des nouvelles"],
    offer: ["d'autres informations"],
  },
};
