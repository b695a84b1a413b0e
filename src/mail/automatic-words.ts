// How machines write that a mail did not arrive, or that somebody is away: beginnings of subjects and sentences, lower case.
// A bounce needs more than one of these from a sender that is no mail daemon: people write about bounces, too.

/** Local parts of mail systems; nobody is called that. */
export const DAEMON_MAILBOXES: readonly string[] = [
  "mailer-daemon",
  "mailerdaemon",
  "mail-daemon",
  "maildaemon",
  "mdaemon",
  "mmdf",
  "smtp-daemon",
  "double-bounce",
];
/** Mailboxes of mail systems behind which a person may sit. */
export const POSTMASTER_MAILBOXES: readonly string[] = [
  "postmaster",
  "post_master",
  "post-master",
  "poostmaster",
  "bounce",
  "bounces",
  "mailadmin",
  "mail-admin",
];
/** Display names of mail systems. */
export const DAEMON_NAMES: readonly string[] = [
  "mailer-daemon",
  "mail delivery system",
  "mail delivery subsystem",
  "delivery subsystem",
  "internet mail delivery",
];

export const BOUNCE_SUBJECTS: readonly string[] = [
  "undeliver", // Exchange, Postfix: "Undeliverable: …", "Undelivered Mail Returned to Sender"
  "unzustellbar", // Exchange, German
  "non remis", // Exchange, French
  "no se puede entregar", // Exchange, Spanish
  "não é possível entregar", // Exchange, Portuguese
  "non recapitabile", // Exchange, Italian
  "onbestelbaar", // Exchange, Dutch
  "не удается доставить", // Exchange, Russian
  "无法送达", // Exchange, Chinese
  "delivery status", // RFC 3464, Gmail, McAfee
  "delivery failure",
  "delivery has failed",
  "delivery report",
  "delivery notification",
  "delivery incomplete", // Gmail, a delay
  "delivery delayed",
  "delayed mail", // Postfix, a delay
  "delayed:",
  "delivery problem",
  "failed delivery", // X2
  "failed mail",
  "failure notice", // qmail
  "failure delivery",
  "mail delivery failed", // Exim
  "mail delivery failure",
  "mail delivery system", // Postfix
  "mail delivery error",
  "mail delivery problem",
  "mail delivery report",
  "mail failure",
  "mail failed",
  "mail could not be delivered",
  "mail system error",
  "mail error",
  "message delivery", // Exim, a delay
  "message delayed",
  "message not delivered",
  "message status - undeliverable",
  "message you sent blocked",
  "nondeliverable mail",
  "non-delivery",
  "notice: mail delivery status",
  "notification: delivery",
  "postfix smtp server: errors",
  "postmaster notify",
  "returned mail", // Sendmail
  "returned to sender",
  "returning message to sender",
  "rejected:",
  "rejected mail",
  "sendmail error",
  "undelivered",
  "user unknown",
  "warning: could not send message", // Sendmail, a delay
  "warning: message", // Exim, a delay
  "your message could not be delivered",
  "メール送信エラー",
  "配信不能",
  "退信", // QQ Mail, 163
  "系统退信",
];

/** Subjects of feedback reports that come without their own content type. */
export const FEEDBACK_SUBJECTS: readonly string[] = [
  "complaint about message from",
  "email feedback report",
  "abuse report",
  "fbl report",
];

/** Sentences in which a mail system says that it did not deliver. */
export const BOUNCE_SENTENCES: readonly string[] = [
  "this is the mail system at",
  "this is the mail delivery",
  "this is the mailer-daemon",
  "this is a permanent error",
  "this is an automatically generated delivery status notification",
  "this message was created automatically by mail delivery software", // Exim
  "this is the dragonfly mail agent",
  "this is the james mail server",
  "message that you sent could not be delivered",
  "did not reach some or all of",
  "message could not be delivered",
  "message was not delivered",
  "message wasn't delivered",
  "message couldn't be delivered",
  "could not be delivered to",
  "cannot be delivered",
  "was not able to deliver",
  "wasn't able to deliver", // qmail
  "unable to deliver",
  "was undeliverable",
  "is undeliverable",
  "undeliverable mail",
  "error delivering your mail",
  "error was encountered while attempting to deliver",
  "delivery to the following recipient",
  "delivery to the following recipients failed",
  "delivery has failed to these recipients",
  "delivery of the following message failed",
  "the following addresses had",
  "the following address(es) failed",
  "following recipients could not be reached",
  "recipient address rejected",
  "returned to sender",
  "no such user",
  "user unknown",
  "unknown user",
  "mailbox unavailable",
  "mailbox is full",
  "mailbox full",
  "quota exceeded",
  "over quota",
  "transcript of session follows",
  "are not a member of this mailing list", // fml
  "no valid recipients",
  "konnte nicht zugestellt werden", // German
  "n'a pas pu être remis", // French
  "no se pudo entregar", // Spanish
  "não pôde ser entregue", // Portuguese
  "impossibile recapitare", // Italian
  "kon niet worden afgeleverd", // Dutch
  "не удалось доставить", // Russian
  "未能送达",
  "配信できませんでした",
];

/** Sentences that no person writes: by themselves enough. */
export const CERTAIN_BOUNCE_SENTENCES: readonly string[] = [
  '"notificationtype":"bounce"',
  '"notificationtype":"complaint"',
  '"eventtype":"bounce"',
];

/** What mail programs put before the subject of an out-of-office; followed by a colon, or by nothing. */
export const AUTO_REPLY_SUBJECTS: readonly string[] = [
  "out of office", // Exchange 2003: "Out of Office: …"
  "out of office autoreply",
  "automatic reply", // Outlook and Exchange, English
  "auto reply",
  "auto-reply",
  "autoreply",
  "automatische antwort", // Outlook, German
  "automatische rückantwort",
  "abwesenheitsnotiz",
  "abwesenheit:",
  "réponse automatique", // Outlook, French
  "message d'absence",
  "respuesta automática", // Outlook, Spanish
  "resposta automática", // Outlook, Portuguese
  "risposta automatica", // Outlook, Italian
  "automatisch antwoord", // Outlook, Dutch
  "autosvar", // Outlook, Danish, Norwegian, Swedish
  "automatisk svar",
  "automatiskt svar",
  "automaattinen vastaus", // Outlook, Finnish
  "odpowiedź automatyczna", // Outlook, Polish
  "automatyczna odpowiedź",
  "automatická odpověď", // Outlook, Czech
  "automatická odpoveď", // Outlook, Slovak
  "automatikus válasz", // Outlook, Hungarian
  "răspuns automat", // Outlook, Romanian
  "автоматический ответ", // Outlook, Russian
  "автоответ",
  "автоматична відповідь", // Outlook, Ukrainian
  "автоматичен отговор", // Outlook, Bulgarian
  "automatski odgovor", // Outlook, Croatian, Serbian
  "samodejni odgovor", // Outlook, Slovene
  "αυτόματη απάντηση", // Outlook, Greek
  "otomatik yanıt", // Outlook, Turkish
  "רד אוטומטי",
  "תשובה אוטומטית", // Outlook, Hebrew
  "رد تلقائي", // Outlook, Arabic
  "自动答复", // Outlook, Chinese
  "自动回复",
  "自動回覆",
  "自動応答", // Outlook, Japanese
  "自動返信",
  "자동 회신", // Outlook, Korean
  "trả lời tự động", // Outlook, Vietnamese
  "balasan otomatis", // Outlook, Indonesian
  "resposta automàtica", // Outlook, Catalan
  "abwesenheitsnachricht",
  "abwesenheitsmeldung",
  "respuesta automatica",
  "automaatvastus", // Outlook, Estonian
  "automātiska atbilde", // Outlook, Latvian
  "automatinis atsakymas", // Outlook, Lithuanian
  "аутоматски одговор", // Outlook, Serbian
  "پاسخ خودکار", // Outlook, Persian
  "การตอบกลับอัตโนมัติ", // Outlook, Thai
  "balasan automatik", // Outlook, Malay
  "स्वचालित उत्तर", // Outlook, Hindi
  "sjálfvirkt svar", // Outlook, Icelandic
];

/** Words about being away in a subject: people write them, too, so the text must say it as well. */
export const AWAY_SUBJECTS: readonly string[] = [
  "out of office",
  "out of the office",
  "out-of-office",
  "away from the office",
  "away from my mail",
  "vacation reply",
  "on vacation",
  "i am on leave",
  "abwesend",
  "nicht im büro",
  "außer haus",
  "absence du bureau",
  "absent du bureau",
  "fuera de la oficina",
  "ausente de la oficina",
  "fora do escritório",
  "ausência temporária",
  "fuori ufficio",
  "fuori sede",
  "assente dall'ufficio",
  "afwezigheid",
  "niet aanwezig",
  "ikke til stede",
  "frånvarande",
  "poissaoloilmoitus",
  "nieobecność",
  "mimo kancelář",
  "házon kívül",
  "不在",
  "부재 중",
  "ooo",
  "on leave",
  "annual leave",
  "urlaub",
  "congé",
  "vacaciones",
  "férias",
  "ferie",
  "vakantie",
  "semester",
  "отпуск",
  "urlop",
  "dovolen",
];

/** Sentences of out-of-office mails; with a question beside them, somebody writes about their plans. */
export const AWAY_SENTENCES: readonly string[] = [
  "i am out of the office",
  "i'm out of the office",
  "i am currently out",
  "i am away",
  "i'm away",
  "i am on vacation",
  "i am on leave",
  "i will be out of the office",
  "i am currently away",
  "with limited access",
  "limited access to email",
  "no access to email",
  "will respond when i return",
  "will reply when i return",
  "upon my return",
  "when i am back",
  "when i return",
  "ich bin derzeit nicht",
  "ich bin abwesend",
  "ich bin nicht im büro",
  "außer haus",
  "nicht erreichbar",
  "ihre nachricht wird nicht weitergeleitet",
  "je suis absent",
  "je suis actuellement",
  "de retour le",
  "estoy fuera",
  "me encuentro fuera",
  "estarei ausente",
  "estou fora",
  "sono assente",
  "sono fuori",
  "ik ben afwezig",
  "ik ben niet aanwezig",
  "jestem nieobecn",
  "jsem mimo",
  "я в отпуске",
  "меня не будет",
  "不在",
];
