// Words around a day that tell whom it binds: the candidate ("return it by Friday") or them ("you will hear from us by Friday").
// Lower case without accents; a star stands for the rest of a word ("entscheid*").

/** In front of a day: the last on which something can be done. */
export const LIMIT_WORDS: readonly string[] = [
  ..."by|before|until|till|til|no later than|not later than|on or before|latest|at the latest|deadline|due|due on|due date|closing date|expires|expires on|expires at|expiry|ends|ends on|closes|closes on|lapses|dies|valid until|valid through|good until|saved until|kept until|open until|not past|up to".split(
    "|",
  ),
  ..."bis|bis zum|bis spatestens|spatestens|spatestens am|spatestens bis|vor dem|frist|fristende|abgabe|abgabetermin|gultig bis|lauft ab|endet am|stichtag|letzter tag|einsendeschluss|fur|gultig bis zum|aufbewahrt bis".split(
    "|",
  ),
  ..."avant|avant le|d'ici|d'ici a|d'ici au|au plus tard|au plus tard le|jusqu'a|jusqu'au|date limite|dernier jour|dernier delai|expire|expire le|pour le|pour|echeance|cloture|cloture le|valable jusqu'au".split(
    "|",
  ),
  ..."antes del|antes de|antes de las|a mas tardar|a mas tardar el|como muy tarde|como tarde|hasta el|hasta|fecha limite|ultimo dia|plazo|vence|vence el|caduca|caduca el|para el|tope|de aqui al|cierra|cierra el|vigencia hasta|hasta este".split(
    "|",
  ),
  ..."ate|ate o dia|ate a|ate ao dia|ate dia|ate ao|antes do|antes da|o mais tardar|no maximo|prazo|expira|expira em|vence em|limite|para|encerra|encerra em|fecha em|fecha a|valida ate".split(
    "|",
  ),
  ..."entro|entro il|entro e non oltre|non oltre|non oltre il|al piu tardi|fino al|scadenza|scade|scade il|prima di|per|chiude|chiude il|valida fino al|chiudono il".split(
    "|",
  ),
  ..."voor|uiterlijk|tot|tot en met|t/m|uiterlijk op|voor het eind van|sluit|geldig tot|sluit op|verloopt op|verloopt".split(
    "|",
  ),
];

/** In a sentence: the candidate is asked to do something. */
export const REQUEST_WORDS: readonly string[] = [
  ..."please|kindly|must reach|must be|must accept|has to be|have to be|say yes|a yes or a no|drop me|give me a shout|could you|can you|would you|will you|may we hear|let me know|let us know|send|return|submit|complete|finish|sign|reply|respond|confirm|accept|upload|provide|book|choose|pick|say which|tell me|text me|e-mail it|email it|mail it|get it to|have it back|i need|we need|need it|needed|to reach|reach us|reaches us|reaches me|hand in|fill in|deadline|due|expires|lapses|open until|remains open|valid|link dies|closes|closing|by return|your answer|your decision|your reply|if not by|would be lovely|is fine|is soon enough|have until|you have|i'd like|we'd like|i would like|let me have|set them going|at your convenience".split(
    "|",
  ),
  ..."bitte|retour|zeichen|sag's|sags|schicken|senden|schick|sende|geben sie|gib|unterschr*|zuruck|einreich*|bearbeiten|ausfull*|hochladen|bestatigen|bestatige|sagen sie|sag mir|sag bescheid|melden sie sich|melde dich|antwort*|teilen sie|brauch*|benotig*|annehmen|zusage|frist|gultig|nennen|mail*|abgabe|abgeben|absolvier*|konnten sie|kannst du|konntest|reicht|uberleg*|lauft ab|freigeschaltet".split(
    "|",
  ),
  ..."merci de|veuillez|faites|fais-moi|pouvez-vous|pourriez-vous|peux-tu|tu peux|envoy*|renvoy*|retourn*|transmet*|completer|remplir|signer|signe*|repond*|reponse|confirmer|confirme*|dites-moi|dis-moi|faites-moi|deposer|adresser|il me faut|il me le faut|faudrait|oui ou|votre oui|ton oui|pour samedi|chez moi|il nous faut|j'aimerais|accepter|valable|lien|a rendre|rendre|choisir|bien vouloir|delai".split(
    "|",
  ),
  ..."por favor|sirvase|agradec*|envi*|mand*|remit*|devuel*|complet*|firm*|respond*|respuesta|confirm*|dime|diganos|digame|avis*|hac*|rellen*|necesit*|acept*|plazo|enlace|puede*|podrias|podria|entreg*|contest*|pase*|pas*".split(
    "|",
  ),
  ..."favor|agradec*|me diga|dissesse|por gentileza|envie|enviar|mande|mandar|devolv*|preench*|complet*|assin*|respond*|resposta|confirm*|diga|me avisa|avise|precis*|aceit*|prazo|link|pode|poderia|consegue*|entreg*|realiz*|concluir|indique|indicar".split(
    "|",
  ),
  ..."la preghiamo|fammi|facci|mi faccia|va restituit*|ti preghiamo|cortesemente|invi*|mand*|restitu*|compil*|complet*|firm*|rispond*|risposta|conferm*|mi dica|dimmi|facci sapere|ci faccia|fammi sapere|mi faccia|serv*|accett*|scadenza|link|puo|potrebbe|potresti|consegn*|caric*|trasmett*|indic*|svolg*".split(
    "|",
  ),
  ..."graag|wil ik een|hoor ik|stuur|sturen|terug|invul*|onderteken*|tekenen|reageer|reactie|antwoord|bevestig*|laat|meld|nodig|aanlever*|inlever*|kun je|kunt u|wil je|wilt u|link|geldig|maken|doorgeven|geef|mailen|accept*".split(
    "|",
  ),
];

/** In a sentence: they will answer, decide or write. */
export const PROMISE_WORDS: readonly string[] = [
  ..."hear from|hear back|have clarity|will ping|ping you|email everyone|email everybody|tell everybody|let everyone know|give us till|be through the lot|decide on|result by|answer by|outcome by|go through everything|you'll hear|you will hear|you should hear|you'd hear|expect to hear|hear one way|hear either way|hear by|you'll know|you will know|you'll get feedback|get back to you|be in touch|in touch with you|update you|an update|let you know|come back to you|follow up with you|reach out|reaching out|make a decision|make my decision|make our decision|final decision|have a decision|decision by|decide by|contact you|contact all|respond to you|revert|reply to everybody|i'll write|i will write|we'll write|we will write|write to you|write to everybody|write again|able to write|i'll ring|i will ring|i'll call|i will call|will telephone|we will call|will call you|i'll tell you|tell you something|tell you on|to tell you|shall tell you|should know more|to know more|know more|an answer|her answer|his answer|with an answer|with a firm answer|result will|results will|expect word|word by|will be told|will be informed|will be notified|notify you|inform you|tell all|tell applicants|the outcome|outcome of|be communicated|written reply|review it within|have news|yes or a no|yes or no|please wait until|expect a yes".split(
    "|",
  ),
  ..."bescheid|melden uns|melde mich|melden wir uns|melde ich mich|horen von uns|horen sie|horst du|nachricht|ruckmeldung|informieren|entscheid*|entschied*|kommen auf sie zu|kommen wir auf|komme auf|geben ihnen|geben wir|gebe ich|weiss ich mehr|schreib ich|schreib dir|schreibt ihnen|kann ich dir sagen|kann ich ihnen sagen|sagen konnen|sag ich|meld ich mich|meld mich|ruf ich|ruf dich|hat er sich entschieden|wissen wir mehr|sage ich|sagen wir|rufe ich|rufe sie|rufen wir|schreibe ich|schreiben wir|ergebnis|mitteil*|teilen wir|antworten wir|wissen sie|weisst du|sie erhalten|du bekommst|erhalten sie|bekommen sie".split(
    "|",
  ),
  ..."reviens vers|revenons vers|reviendrons|reviendrai|tiendr*|tiens au courant|recontact*|contacter*|decision|reponse|donner de nouvelles|donnerai|feedback|j'ecrirai|ecrirai|ecrirons|des nouvelles|nouvelles|informer*|informe|notifi*|appeler*|rappel*|je vous ecris|j'ecris|fixe*|on te dit|je te dis|vous dirai|dirai|saurez|sauras|communiqu*|resultat*|retour".split(
    "|",
  ),
  ..."diremos|dire|te digo|le digo|se le dice|decimos|avis*|contactar*|contactaremos|respuesta|responder*|decision|decid*|noticias|novedades|feedback|informar*|comunicar*|llamar*|te llamo|marco|te marco|escribir*|sabras|sabra|resultado*|volver*|confirmaremos|tendras|tendra".split(
    "|",
  ),
  ..."damos retorno|dou retorno|retorno|retornar*|avis*|avisamos|contact*|contato|resposta|responder*|decis*|decid*|noticias|novidades|feedback|informar*|comunicar*|ligo|ligamos|ligarei|escrev*|sabera|resultado*|voltamos|volto|digo|diremos|dizer|te falo|teras|tera".split(
    "|",
  ),
  ..."faro sapere|faremo sapere|facciamo sapere|faccio sapere|le diro|ti dico|le dico|diremo|ricontatt*|contatt*|risposta|risponder*|decision*|decid*|notizie|feedback|avra da|avrai da|avra una|avrai una|avra nostre|aggiorn*|inform*|comunic*|richiam*|chiam*|scriv*|sapra|saprai|esito|riscontro|ci risentiamo|risentiamo|sentiamo".split(
    "|",
  ),
  ..."laten we|laat ik|laten weten|hoort u|hoor je|hoort|horen|bericht|nieuws|contact|beslis*|besluit|beslissing|reactie van ons|terugkoppel*|uitslag|bel ik|bellen|opgebeld|gebeld|vertel*|kunnen vertellen|feedback|mail ik|schrijf ik|weet ik meer|weten we meer|weet je|krijg je|krijgt u|antwoord".split(
    "|",
  ),
];

/** In a sentence: they will tell the candidate. Said so, a day is a promise in mails of any kind. */
export const TELL_WORDS: readonly string[] = [
  ..."you'll hear|you will hear|you hear|you'll have|you will have my|you will have our|you will have an answer|you'd hear|hear from me|hear from us|hear either way|will let you know|let you know|will let everyone know|let everyone know|let everybody know|let all|you'll know|you will know|give me until|give me till|give us until|give us till|result will|results will|outcome will|will be communicated|will be announced|expect a decision|expect an answer|expect to hear|be a decision|promised me an answer|promised an answer|which way it went|tell you which|i'll tell you|i will tell you|we'll tell you|we will tell you|get back to you|come back to you|be in touch|have word from|word from me|everybody gets|send new times|new times by|new date by|will be with you|update you|telephoning myself|revert to you|write to you|write to everybody|write to all|an answer by|a decision by".split(
    "|",
  ),
  ..."erfahren sie|erfahrst du|horen sie|horst du|erhalten sie von|erhalten sie eine|bekommst du|bekommen sie|unterrichten wir|teilen wir|teile ich|melde ich mich|melden wir uns|meldet sich|auf sie zu|auf dich zu|ruckmeldung|ruckantwort|nenne ich ihnen|nenne ich dir|rufe ich sie|ruf ich dich|rufe ich dich|bescheid|weisst du|wissen sie|weiss ich mehr|wissen wir mehr|sage ich|sag ich|sagen wir ihnen|kann ich dir sagen|kann ich ihnen sagen|schreib ich|schreibe ich|gebe ich ihnen|gebe ich dir".split(
    "|",
  ),
  ..."vous aurez|tu auras|aurez notre|ferai signe|ferons signe|saurez|sauras|reviendrons|reviendrai|revenons vers|reviens vers|un retour|une reponse|notre decision|ma decision|notre reponse|donnerai|donnerons|tiendrai au courant|tiendrons au courant|tiens au courant|vous dirai|te dirai|dirons|rappellerai|te rappelle|vous rappelle|communiquees?|communiques|annoncerai|ecrirai|feedback".split(
    "|",
  ),
  ..."daremos respuesta|doy respuesta|dare respuesta|te cuento|le cuento|les cuento|contamos|tendra noticias|tendras noticias|noticias mias|noticias nuestras|notificara|notificaremos|se publicara|propongo otro|propongo otra|te digo|le digo|te aviso|le aviso|avisamos|avisaremos|responderemos|respondera|sabras|sabra|comunicaremos|informaremos|tendras respuesta|tendra respuesta|te confirmo|le confirmo".split(
    "|",
  ),
  ..."te conto|conto-lhe|te dou|dou noticias|damos noticias|dou retorno|damos retorno|retornaremos|retorno para|uma resposta|resposta para si|mando-lhe|mando uma data|mando nova|digo-lhe|lhe digo|te digo|aviso-a|te aviso|avisamos|avisaremos|informaremos|comunicaremos|tera noticias|teras noticias|tera resposta|teras resposta|sabera|publicado|um alo".split(
    "|",
  ),
  ..."le dico|ti dico|sapro dirti|sapro dirle|sapra|saprai|avra una|avra nostre|avrai una|avrai mie|faro sapere|faremo sapere|faccio sapere|facciamo sapere|sara pubblicato|saranno pubblicati|sara comunicato|verra comunicato|comunicheremo|la richiamo|ti richiamo|le scrivo|ti scrivo|avra da me|avrai da me|avra risposta|avrai risposta|daro risposta|daremo riscontro|un riscontro".split(
    "|",
  ),
  ..."hoor je|hoort u|hoort ge|je hoort|u hoort|ontvangt u|u ontvangt|ontvang je|je ontvangt|krijg je|krijgt u|bel ik u|bel ik je|bel ik jou|mail ik|schrijf ik|laat ik|laten we|laten wij|weet je|weet u|kunnen vertellen|kunnen laten weten|terugkoppeling|bericht van|uitsluitsel|meld ik".split(
    "|",
  ),
];

/** Stretches of time without a date, as [words, what they mean]: `days`, `business`, `weeks` count; the rest are ends. */
export const STRETCH_WORDS = {
  weeks: [
    "weeks",
    "week",
    "woche",
    "wochen",
    "semaine",
    "semaines",
    "semana",
    "semanas",
    "settimana",
    "settimane",
    "weken",
    "fortnight",
    "quinzaine",
    "quincena",
  ],
  businessDays: [
    "business days",
    "working days",
    "business day",
    "working day",
    "werktagen",
    "arbeitstagen",
    "werktage",
    "arbeitstage",
    "jours ouvres",
    "jours ouvrables",
    "dias habiles",
    "dias laborables",
    "dias uteis",
    "giorni lavorativi",
    "werkdagen",
  ],
  days: [
    "days",
    "calendar days",
    "kalendertage",
    "kalendertagen",
    "jours calendaires",
    "dias corridos",
    "dias naturales",
    "dias calendario",
    "giorni di calendario",
    "kalenderdagen",
    "day",
    "tage",
    "tagen",
    "jours",
    "jour",
    "dias",
    "dia",
    "giorni",
    "giorno",
    "dagen",
  ],
  hours: ["hours", "hrs", "h", "stunden", "heures", "horas", "ore", "uur"],
  endOfThisWeek: [
    "end of the week",
    "end of this week",
    "later this week",
    "this week",
    "ende der woche",
    "ende dieser woche",
    "diese woche",
    "dieser woche",
    "noch diese woche",
    "fin de la semaine",
    "cette semaine",
    "dans la semaine",
    "esta semana",
    "final de esta semana",
    "fim da semana",
    "fim desta semana",
    "final da semana",
    "fine della settimana",
    "questa settimana",
    "settimana in corso",
    "eind van de week",
    "eind van deze week",
    "deze week",
    "einde van de week",
  ],
  /** Before the name of a month: its last day. */
  endOf:
    "end of|the end of|late|ende|fin|la fin|fin de|finales de|final de|fines de|fim de|o fim de|final|fine|la fine di|fine di|eind|einde".split(
      "|",
    ),
  nextWeek: [
    "next week",
    "the coming week",
    "nachste woche",
    "nachster woche",
    "nachsten woche",
    "nachsten woche",
    "kommende woche",
    "kommender woche",
    "kommenden woche",
    "semaine prochaine",
    "la semana que viene",
    "proxima semana",
    "semana proxima",
    "semana que vem",
    "para a semana",
    "prossima settimana",
    "settimana prossima",
    "volgende week",
    "komende week",
  ],
  endOfMonth: [
    "end of the month",
    "month is out",
    "month is over",
    "antes de que termine el mes",
    "termine el mes",
    "acabe el mes",
    "mese sia finito",
    "maand om is",
    "end of this month",
    "month end",
    "ende des monats",
    "monatsende",
    "ende monat",
    "fin du mois",
    "fin de mes",
    "final de mes",
    "finales de mes",
    "fim do mes",
    "final do mes",
    "fine mese",
    "fine del mese",
    "eind van de maand",
    "eind deze maand",
  ],
  comingDays: [
    "coming days",
    "next few days",
    "nachsten tagen",
    "prochains jours",
    "proximos dias",
    "prossimi giorni",
    "komende dagen",
  ],
} as const;

/** Numbers in words, as they are counted in stretches of time. */
export const COUNT_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  fourteen: 14,
  fortnight: 2,
  couple: 2,
  few: 3,
  einer: 1,
  ein: 1,
  eine: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  funf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  zehn: 10,
  vierzehn: 14,
  une: 1,
  un: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  huit: 8,
  dix: 10,
  quinze: 15,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  siete: 7,
  ocho: 8,
  diez: 10,
  quince: 15,
  uma: 1,
  um: 1,
  duas: 2,
  dois: 2,
  quatro: 4,
  seis: 6,
  sete: 7,
  oito: 8,
  dez: 10,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  sette: 7,
  otto: 8,
  dieci: 10,
  quindici: 15,
  twee: 2,
  drie: 3,
  vijf: 5,
  zes: 6,
  zeven: 7,
  tien: 10,
  veertien: 14,
  paar: 2,
};
