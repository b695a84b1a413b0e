import type { DraftTexts } from "../draft-texts.ts";

export const ES: DraftTexts = {
  locale: "es-ES",
  greeting: {
    plain: "Hola, {first}:",
    formal: "Buenos días, {full}:",
    nobody: { plain: "Hola:", formal: "Buenos días:" },
  },
  closing: { plain: "Un saludo,", formal: "Atentamente," },
  position: {
    both: "el puesto de {role} en {company}",
    role: "el puesto de {role}",
    company: "el puesto en {company}",
    none: "el puesto",
  },
  openings: {
    first: { talk: "Gracias de nuevo por {talk} del {heldOn}.", handedIn: "Le envié {work} el {heldOn}." },
    second: {
      talk: "Le escribo una última vez tras {talk} del {heldOn}.",
      handedIn: "Le escribo una última vez sobre {work} que le envié el {heldOn}.",
    },
  },
  handedIn: {
    assessment: "la prueba",
    references: "las referencias",
    blank: "[algo bueno de la prueba o del equipo]",
  },
  talk: {
    any: "la entrevista",
    "phone-screen": "la conversación telefónica",
    technical: "la entrevista técnica",
    panel: "la entrevista con todo el equipo",
    case: "la entrevista con el caso práctico",
    "on-site": "la visita",
    final: "la última entrevista",
    informal: "la conversación",
  },
  details: {
    people: "la conversación con {names}",
    technical: "la parte técnica",
    case: "el trabajo con el caso",
    panel: "la charla con todo el equipo",
    presentation: "la ronda de preguntas tras la presentación",
  },
  blank: "[algo bueno de la conversación]",
  referees: "[nombre, trabajo en común, teléfono]",
  newTime: "El {day}, a las {time},",
  known: {
    time: "Confirmo nuestra conversación sobre {position} el {day} a las {time}{where}.",
    day: "Confirmo nuestra conversación sobre {position} el {day}{where}.",
    options: "Con gusto hablaré{where} sobre {position} y elegiré uno de los horarios que ofrece.",
    none: "Con gusto hablaré{where} sobre {position}.",
  },
  where: {
    phone: " por teléfono",
    zoom: " por Zoom",
    meet: " por Google Meet",
    teams: " por Microsoft Teams",
    webex: " por Webex",
    "other-video": " por videollamada",
    "on-site": " en sus oficinas",
  },
  questions: {
    "company-and-role": "de qué empresa y puesto se trata",
    company: "de qué empresa se trata",
    role: "de qué puesto se trata",
    date: "en qué día piensa",
    time: "a qué hora empieza",
    zone: "en qué zona horaria está la hora",
    "place-or-platform": "dónde nos vemos o por qué plataforma",
    format: "qué formato tendrá la entrevista",
    interviewers: "con quién hablaré (nombres y cargos)",
  },
  and: " y ",
  bodies: {
    "confirm-details":
      "Gracias por la invitación. {known}\n\n¿Podría decirme {questions}?\n\nMe hace mucha ilusión.",
    "ask-when":
      "Gracias por la invitación para hablar sobre {position}. Con mucho gusto.\n\n¿Qué horarios le vendrían bien? Me adapto a su agenda.",
    "thank-you":
      "Gracias por {talk} del {heldOn}. Me gustó especialmente {detail}, y mi interés por {position} es ahora mayor.\n\nSi algo más de mi parte ayuda, lo envío con gusto.",
    "first-follow-up":
      "{opening} Me gustó especialmente {detail}, y mantengo mucho interés por {position}.\n\n¿Podría contarme brevemente cómo va el proceso? Si necesita más información de mi parte, la envío con gusto.",
    "second-follow-up":
      "{again} Me gustó mucho {detail}, y mi interés por {position} sigue en pie.\n\nSi puede contarme brevemente cómo va el proceso, se lo agradezco; con gusto envío más información. En todo caso, gracias por su tiempo.",
    "reschedule-reply":
      "Gracias por avisar. {newTime} me viene bien, y espero con ganas hablar sobre {position}.",
    "no-show":
      "Habíamos quedado el {heldOn} para hablar sobre {position}, y parece que surgió algo. Espero que todo esté bien.\n\nMi interés sigue en pie. ¿Qué otro momento le vendría bien?",
    "references-list":
      "Gracias por dar el siguiente paso. Estas personas han aceptado hablar de mi trabajo:\n\n{referees}\n\nSaben que quizá las llame. Si necesita algo más, lo envío con gusto.",
    "assessment-scope":
      "Gracias por la tarea. Con gusto mostraré cómo trabajo.\n\nPara organizarme bien: ¿en cuántas horas piensa, más o menos, qué tendría un buen resultado, y el trabajo es remunerado o se usará después?",
    "deadline-extension":
      "Gracias por el envío. Me gustaría hacerlo con cuidado, y el plazo del {deadline} me resulta corto.\n\n¿Serían posibles unos días más? Si no, enviaré lo que tenga para entonces.",
    "later-reply":
      "Gracias por escribirme sobre {position}. Me alegra tener noticias suyas; mi interés sigue en pie.\n\nCon gusto doy el siguiente paso.",
    withdrawal:
      "Gracias por el tiempo que me dedicó. Tras pensarlo bien, prefiero retirar mi candidatura para {position}.\n\nHa sido un gusto conocerles y les deseo que encuentren a la persona adecuada.",
  },
  forbidden: [
    "solo quería saber",
    "urgente",
    "cuanto antes",
    "lo antes posible",
    "exijo",
    "espero una respuesta",
    "para cuándo",
    "cuándo van a decidir",
  ],
  mustSay: { interest: ["interés"], update: ["brevemente"], offer: ["más información"] },
};
