// Words around a time that tell whether it is the interview's, another one's, the old one or a limit. Lower case without accents;
// English, German, French, Spanish, Portuguese, Italian, Dutch in turn.

/** Before a time that holds no longer. */
export const PASSED_WORDS =
  "before(?=:)|instead of|rather than|not|and not|was|was held on|were|old|previously|previous(?: slot| date| time)?|originally|no longer|wait for|forget|scrap|from(?= .{0,12}$)|statt|anstatt|war|waren|bisher|ursprunglich|alt|alter termin|nicht|vergessen sie|au lieu d[eu]|initialement|prevue?|ancien(?:ne)?|oublions|oubliez|pas|en vez del?|en lugar del?|antes(?=:)|anterior|originalmente|olvidemos|no|em vez d[aeo]|deixemos o|esqueca|invece d[ei]l?|al posto d[ei]l?|anziche|in plaats van|oude?|eerst|niet";

/** Before a time by which something else must be done, or at which one is to be there for something else. */
export const LIMIT_WORDS =
  "by|before(?!:)|until|till|no later than|deadline|closes? at|bis(?: zum| spatestens)?|spatestens|avant|d'ici|au plus tard|jusqu'a|antes del?|hasta|ate|entro|fino a(?:lle)?|voor|tot|uiterlijk|arrive|arrival|report to reception by|reporting time|doors open|log in at|log on at|join at|be there at|einlass(?: ab)?|ankunft|arrivee|llegada|chegada|arrivo|aankomst";

/** Before the new time of an interview that is moved. */
export const NEW_WORDS =
  "to|instead|now|new|after(?=:)|make it|make that|neu|jetzt|nun|auf|stattdessen|lieber|dafur|dann|plutot|desormais|maintenant|au|reporte|pour|nouvelle date|ahora|al|nueva?|mejor|mas bien|agora|para|nova?|adesso|nuov[ao]|spostat[ao] (?:a|al|alle)|a|naar|nieuwe?|nu|liever|want you|va pour|(?:new |nieuw |neuer )?(?:proposal|vorschlag|voorstel|proposition|propuesta|proposta)|we say|riprogrammato (?:a|al|alle|per il giorno)|reprogramad[oa] para|remarcad[oa] para";

/** Before a time after which somebody is free: none to come at. */
export const AFTER_WORDS = "after|any ?time after|nach|apres|despues de|depois(?: das?)?|dopo|na";

/** Before a time from which on, or around which, somebody is free: none to come at when several days are named. */
export const FROM_WORDS =
  "any ?time from|from|ab|jeweils ab|a partir de|vers|des|a partir das?|desde|dalle|vanaf";

/** In the sentence of a time that will not be. */
export const CALLED_OFF_WORDS =
  "cancel(?:l?ed|l?ing|s)?|call(?:ed|ing)? off|can't make|cannot make|can't do|cannot do|can't happen|won't work|won't happen|no longer (?:works?|possible)|fall through|abgesagt|absagen|fallt aus|entfallt|ausfallen|wird nix|wird nichts|geht nicht|klappt nicht|nicht stattfinden|annul\\w*|ne tient plus|tombe a l'eau|est reportee?|doit etre reporte\\w*|n'aura pas lieu|je serai au bloc|cancelad[oa]s?|anulad\\w*|suspend\\w*|queda sin efecto|no va a poder ser|desmarc\\w*|nao da|nao vai dar|nao vai rolar|ja nao pode|annullat\\w*|rimandat\\w*|non si fa|afgelast|geannuleerd|gaat niet door|niet doorgaan|kan niet doorgaan|vervalt|lukt niet|lukt mij niet";

/** Beside a time that is something else's: opening hours, trains, lunches, how long it takes, what is asked in a test. */
export const ASIDE_WORDS = [
  "opens?|open|opened|closes?|closed|opening hours|office hours|shut|shuts|lock|locks|parking|permits?|passes|cafeteria|canteen|lunch|breakfast|dinner|tea|train|bus|ferry|boat|flight|flies|lands|leaves|departs|sails|sailing|arrives|gets you in|get in|shift|shifts|milking|delivery|deliveries|debrief|test the connection|spend more than|no more than|inbox|reception closes|van to|drive|miles|minutes away|i'm in until|i am in until|works in|fire inspector|id centre|seeing (?:two|three|four) others|last interview|on leave|day off|back on|meet(?:s|ing)? the board|held on|starts? work|start date|get-in|sunrise|funeral|wedding|tonight is|out on",
  "geoffnet|offen|offnungszeiten|schliesst|geschlossen|auf(?=[.,]|$)|hochzeit|beerdigung|parkplatz|kantine|mittagessen|zug|bahn|bus|fahre|flug|fliegt|schicht|dienst|ladestelle|sprechstunde|fruhstuck|einlass|abfahrt|ankunft|arbeitszeit|kernzeit|dienstplan|abholen|haupteingang",
  "ouvert\\w*|ouvre|ferme|fermee?|ferment|fermeture|horaires|permanence|consultations|parking|cantine|dejeuner|train|bus|car|avion|vol|quart|quarts|equipes|barriere|tester la connexion|funerailles|fournee|mariage|garde|fourche",
  "abre|abierto|abierta|cierra|cerrado|horario de (?:trabajo|atencion|verano)|turno|guardias|colectivo|micro|tren|bus|vuelo|sale de|almuerzo|comida|desayuno|estacionamiento|parqueadero|disponibilidad",
  "abre|aberto|aberta|fecha|fechado|horario de (?:funcionamento|trabalho)|turno|plantao|casamento|onibus|autocarro|comboio|trem|voo|almoco|check-in|check-out|estacionamento|cirurgias|saio da obra|embarca|numa sexta|de estrada",
  "apre|aperto|aperta|chiude|chiuso|orari|turno|treno|pullman|volo|pranzo|mensa|parcheggio|nanna|personale|lei da|indietro|consegne",
  "opent|open|sluit|sluiten|gesloten|openingstijden|balie is|dienst|trein|bus|boot|pont|vlucht|lunch|kantine|parkeren|proeverij|journaal|kinderen van|shiften|kantoor \\(",
].join("|");

/** Beside the time of an interview: what one is asked to come, talk or be ready for, and the labels of fields. */
export const MEETING_WORDS = [
  "interview|meet|meeting|come|talk|chat|speak|call|phone|ring|see you|join us|invite|invited|slot|scheduled|confirmed|booked|appointment|panel|conversation|when|time|date|zoom|teams|could you|can you|would you|shall we|are you free|works for|suit|any good|how about|let's say|say|coffee|drop in|pop in|trial",
  "gesprach|vorstellungsgesprach|termin|kommen|komm|einladen|laden|einladung|treffen|kennenlernen|sprechen|telefon\\w*|anrufen|rufe|wann|uhrzeit|beginn|zeit|datum|passt|ginge|schaffen|konnen sie|kannst|bitte|erwarten|sehen uns|vorgesehen|kaffee|probearbeiten",
  "entretien|rencontr\\w*|rendez-vous|rdv|venir|venez|viens|passez|passe|appell\\w*|parler|discuter|quand|heure|date|horaire|propose\\w*|convien\\w*|recevr\\w*|entendue?|attend\\w*|visio\\w*|cafe|convoqu\\w*|on dit",
  "entrevista|reunion|cita|venga|ven|vente|pasa|pase|llamo|llamar\\w*|hablar|charlar|conocer\\w*|cuando|hora|fecha|dia|propon\\w*|convoc\\w*|cita\\w*|espero|esperamos|queda|le viene bien|te viene bien|puedes|puede|cafe|juntemos|videollamada",
  "entrevista|reuniao|venha|vem|passa|passe|ligo|ligar\\w*|falar\\w*|falarmos|conversa\\w*|conhecer\\w*|quando|hora|horario|data|dia|propo\\w*|marc\\w*|espero|esperamos|pode ser|consegue|cafe|chamada|fica",
  "colloquio|incontr\\w*|appuntamento|venga|vieni|passi|passa|chiamo|chiam\\w*|parlare|parliamo|conoscer\\w*|quando|ora|orario|data|propon\\w*|convoc\\w*|aspett\\w*|puo andare|ti va|le va|caffe|videochiamata|ci vediamo",
  "gesprek|sollicitatiegesprek|afspraak|kennismak\\w*|kom|komt|komen|bel|bellen|spreken|praten|wanneer|tijd|datum|uitnodig\\w*|nodigen|verwacht\\w*|past|lukt|kan je|kunt u|zullen we|doen we|koffie|langs",
].join("|");

/** In the clause of the old time, where an interview is moved. */
export const OLD_WORDS =
  "was|were|had|originally|scheduled for|arranged for|planned for|booked for|held|war|waren|sollte|geplante|vereinbarte|angesetzt|devait|etait|prevue?|fixee?|convenue?|estaba|tenia|iba a|previst[oa]|programad[oa] para|estava|marcad[oa]|agendad[oa]|combinad[oa]|era|doveva|fissat[oa]|stond|gepland|geplande|zou|afgesproken";
