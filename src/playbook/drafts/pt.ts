import type { DraftTexts } from "../draft-texts.ts";

export const PT: DraftTexts = {
  locale: "pt-PT",
  greeting: {
    plain: "Olá, {first},",
    formal: "Bom dia, {full},",
    nobody: { plain: "Olá,", formal: "Bom dia," },
  },
  closing: { plain: "Um abraço,", formal: "Com os melhores cumprimentos," },
  position: {
    both: "a vaga de {role} na {company}",
    role: "a vaga de {role}",
    company: "a vaga na {company}",
    none: "a vaga",
  },
  openings: {
    first: { talk: "Agradeço mais uma vez {talk} de {heldOn}.", handedIn: "Enviei-lhe {work} ({heldOn})." },
    second: {
      talk: "Escrevo uma última vez depois de {heldOn}, ainda com gratidão por {talk}.",
      handedIn: "Escrevo uma última vez depois de lhe ter enviado {work} ({heldOn}).",
    },
  },
  handedIn: {
    assessment: "a prova",
    references: "as referências",
    blank: "[algo de bom da prova ou da equipa]",
  },
  talk: {
    any: "a entrevista",
    "phone-screen": "a conversa por telefone",
    technical: "a entrevista técnica",
    panel: "a entrevista com toda a equipa",
    case: "a entrevista com o caso prático",
    "on-site": "a visita",
    final: "a última entrevista",
    informal: "a conversa",
  },
  details: {
    people: "a conversa com {names}",
    technical: "a parte técnica",
    case: "o trabalho no caso",
    panel: "a conversa com toda a equipa",
    presentation: "a conversa depois da apresentação",
  },
  blank: "[algo de bom da conversa]",
  referees: "[nome, trabalho em comum, telefone]",
  newTime: "{day}, às {time},",
  known: {
    time: "Confirmo a nossa conversa sobre {position} em {day}, às {time}{where}.",
    day: "Confirmo a nossa conversa sobre {position} em {day}{where}.",
    options: "Terei todo o gosto em falar{where} sobre {position} e escolho um dos horários propostos.",
    none: "Terei todo o gosto em falar{where} sobre {position}.",
  },
  where: {
    phone: " por telefone",
    zoom: " pelo Zoom",
    meet: " pelo Google Meet",
    teams: " pelo Microsoft Teams",
    webex: " pelo Webex",
    "other-video": " por vídeo",
    "on-site": " nas vossas instalações",
  },
  questions: {
    "company-and-role": "de que empresa e vaga se trata",
    company: "de que empresa se trata",
    role: "de que vaga se trata",
    date: "em que dia está a pensar",
    time: "a que horas começa",
    zone: "em que fuso horário está a hora",
    "place-or-platform": "onde nos encontramos, ou por que plataforma",
    format: "que formato terá a entrevista",
    interviewers: "com quem vou falar (nomes e funções)",
  },
  and: " e ",
  bodies: {
    "confirm-details":
      "Agradeço o convite. {known}\n\nPoderia dizer-me {questions}?\n\nAguardo com muito gosto.",
    "ask-when":
      "Agradeço o convite para falar sobre {position}. Terei todo o gosto.\n\nQue horários lhe dariam jeito? Adapto-me à sua agenda.",
    "thank-you":
      "Agradeço {talk} de {heldOn}. Gostei especialmente de uma coisa: {detail}. O meu interesse na função ficou ainda maior.\n\nSe precisar de mais alguma coisa da minha parte, envio com todo o gosto.",
    "first-follow-up":
      "{opening} Gostei especialmente de uma coisa: {detail}. O meu interesse mantém-se: {position} continua a agradar-me muito.\n\nPoderia dizer-me brevemente em que ponto está o processo? Se mais informação da minha parte ajudar, envio com todo o gosto.",
    "second-follow-up":
      "{again} Gostei muito de uma coisa: {detail}. O meu interesse mantém-se, e {position} continua a agradar-me muito.\n\nSe puder dizer-me brevemente em que ponto está o processo, agradeço; envio com gosto mais informação. Em qualquer caso, agradeço o seu tempo.",
    "reschedule-reply": "Agradeço o aviso. {newTime} serve-me bem, e terei gosto em falar sobre {position}.",
    "no-show":
      "Tínhamos combinado falar sobre {position} em {heldOn}, e parece que surgiu algum imprevisto. Espero que esteja tudo bem.\n\nO meu interesse mantém-se. Que outro momento lhe daria jeito?",
    "references-list":
      "Agradeço este novo passo. Estas pessoas aceitaram falar do meu trabalho:\n\n{referees}\n\nSabem que poderá ligar-lhes. Se precisar de mais alguma coisa, envio com todo o gosto.",
    "assessment-scope":
      "Agradeço o exercício. Terei gosto em mostrar como trabalho.\n\nPara me organizar bem: em quantas horas está a pensar, mais ou menos, o que teria um bom resultado, e o trabalho é pago ou usado depois?",
    "deadline-extension":
      "Agradeço o envio. Gostaria de o fazer com cuidado, e o prazo de {deadline} é curto para mim.\n\nSeriam possíveis mais alguns dias? Se não, envio o que tiver até lá.",
    "later-reply":
      "Agradeço a sua resposta sobre {position}. Fico contente por ter notícias; o meu interesse mantém-se.\n\nTerei todo o gosto em dar o próximo passo.",
    withdrawal:
      "Agradeço o tempo que me dedicou. Depois de pensar bem, prefiro retirar a minha candidatura: {position} não é, afinal, o passo certo para mim.\n\nFoi um gosto conhecer-vos e desejo que encontrem a pessoa certa.",
  },
  forbidden: [
    "só queria saber",
    "urgente",
    "o mais rápido possível",
    "com urgência",
    "exijo",
    "espero uma resposta",
    "até quando",
    "quando vão decidir",
  ],
  mustSay: { interest: ["interesse"], update: ["brevemente"], offer: ["mais informação"] },
};
