// How mails say where and in which form an interview takes place, whether it stands, and who will be there. Lower case without accents;
// English, German, French, Spanish, Portuguese, Italian, Dutch in turn.
import type { Format, Platform } from "../vocabulary.ts";

/** The first that is said wins. */
export const PLATFORM_WORDS: readonly (readonly [Platform, string])[] = [
  ["zoom", "zoom"],
  ["meet", "google meet|g-?meet|por meet|via meet|over meet"],
  ["teams", "(?:microsoft |ms )?teams(?= |[.,;:)]|$)(?<!(?:our|the|two|both|across|other|your) teams)"],
  ["webex", "webex"],
  [
    "other-video",
    "video (?:call|interview|conference|chat|link)|video-?call|by video|on video|skype|facetime|whatsapp video|videogesprach|videointerview|videokonferenz|videotelefonat|videocall|per video|online-?gesprach|visio|visioconference|en visio|videollamada|videoconferencia|por video|videochamada|videoconferencia|videochiamata|videocolloquio|in video|videogesprek|videobellen|online gesprek",
  ],
  [
    "phone",
    "by phone|on the phone|over the phone|phone (?:call|interview|screen|chat)|telephone|i'll (?:call|ring|phone) you|will (?:call|ring|phone) you|can (?:call|ring) you|give you a (?:call|ring|bell)|telefonat|telefonisch\\w*|telefongesprach|telefoninterview|rufe ich sie an|rufe sie an|ruf ich dich an|ruf dich|melde mich telefonisch|anrufen|par telephone|entretien telephonique|vous appell\\w*|t'appell\\w*|appel telephonique|por telefono|te llam\\w*|le llam\\w*|llamada telefonica|entrevista telefonica|por telefone|te ligo|ligo-lhe|ligo-te|ligamos|telefonema|entrevista telefonica|al telefono|la chiam\\w*|ti chiam\\w*|colloquio telefonico|telefonico|telefoongesprek|telefonisch|bel ik|bellen we|ik bel",
  ],
  [
    "on-site",
    "on-?site|in person|face to face|at our (?:office|offices|campus|headquarters|place|site|plant|depot)|our office at|come (?:in|by|over|down|round)|drop (?:in|by)|reception|front desk|vor ort|bei uns|in unser(?:em|er|en)|zu uns|vorbeikommen|empfang|pforte|buro|sur place|dans nos locaux|chez nous|au siege|a l'accueil|en presentiel|presencial|en nuestras? (?:oficinas?|sede|instalaciones)|en la (?:oficina|sede|recepcion)|presencialmente|nas? nossas? (?:instalacoes|sede|escritorio|escritorios)|no escritorio|na rececao|na recepcao|in presenza|in sede|presso la nostra sede|da noi|di persona|op kantoor|bij ons|op locatie|ter plaatse|receptie|langskomen",
  ],
];

/** The first that is said wins. */
export const FORMAT_WORDS: readonly (readonly [Format, string])[] = [
  [
    "panel",
    "panel|committee|commission|kommission|gremium|auswahlgremium|jury|comite|comision|tribunal|comissao|banca|commissione|commissie|sollicitatiecommissie",
  ],
  [
    "behavioural",
    "behaviou?ral|competency|competenc(?:y|ies)-based|verhaltens\\w*|kompetenzbasiert\\w*|comportemental\\w*|por competencias|conductual|comportamental|comportamentale|competentiegericht",
  ],
  [
    "technical",
    "technical (?:interview|round|discussion|conversation|session)|coding|system design|pair programming|live coding|fachgesprach|technisches? (?:gesprach|interview)|fachlich\\w* gesprach|entretien technique|echange technique|entrevista tecnica|colloquio tecnico|technisch gesprek",
  ],
  [
    "case",
    "case (?:study|interview)|fallstudie|fallbeispiel|etude de cas|cas pratique|estudio de caso|caso practico|estudo de caso|caso pratico|studio di caso|casusopdracht|casus",
  ],
  [
    "presentation",
    "presentation|present your|prasentation|prasentieren|presenter|presentacion|presentar|apresentacao|apresentar|presentazione|presentatie|presenteren",
  ],
  [
    "conversation",
    "informal|casual|(?:quick|brief|short) (?:chat|conversation|call|talk)|phone screen|screening call|conversation|chat|coffee|kennenlern\\w*|kennenlernen|unverbindlich\\w*|auf einen kaffee|plaudern|echange|autour d'un cafe|un cafe|prendre un cafe|discuter|charla|charlar|un cafe|tomar un cafe|conversar|bate-papo|conversa|um cafe|chiacchierata|due chiacchiere|un caffe|kennismak\\w*|kopje koffie|praatje",
  ],
];

/** A confirmation or a reminder of a time that stands. */
export const CONFIRM_WORDS =
  "confirm(?:ed|ing|s|ation)?|is scheduled|has been scheduled|is booked|is set|see you (?:on|at|then|tomorrow)|reminder|remember that|bestatig\\w*|terminbestatigung|erinner\\w*|wir sehen uns|steht fest|confirm\\w*|rappel\\w*|c'est note|confirmad[oa]|recordatorio|le recuerdo|te recuerdo|nos vemos|quedamos|lembrete|confirmad[oa]|lembro|fica (?:combinado|marcado|entao)|conferm\\w*|promemoria|ricord\\w*|ci vediamo|bevestig\\w*|herinner\\w*|tot (?:dan|morgen)|we zien";

/** Labels of lines that say where. */
export const PLACE_LABELS =
  "where|place|location|venue|address|room|ort|wo|treffpunkt|adresse|raum|lieu|ou|adresse|salle|lugar|donde|direccion|sala|local|onde|morada|endereco|luogo|dove|indirizzo|sede|waar|locatie|plaats|adres|zaal";

/** Before the people who will be there. */
export const WITH_WORDS =
  "with|meet|meeting|speak to|speaking with|talk to|talking to|interviewers?(?: will be| are|:)?|panel:|you'll meet|mit|treffen|es erwarten sie|teilnehmen werden|anwesend sind|dabei ist|dabei sind|avec|rencontrer|rencontrerez|en presence de|con|conocer a|conoceras a|estaran|com|conhecer|incontrera|incontrerai|saranno presenti|met|spreekt met|gesprek met|ontmoet";
