// Facts about how mail clients write a forward: the labels of the header block, the line above it, the subject's prefix.
// Data only; one line per language or client, with where it was seen.

export const HEADER_LABELS = ["from", "date", "subject", "to", "cc", "replyTo", "other"] as const;
export type HeaderLabel = (typeof HEADER_LABELS)[number];

type LanguageLabels = Readonly<Partial<Record<HeaderLabel, readonly string[]>>>;

/**
 * Labels of header blocks by language, lower case, without the colon. A block is read in one language (and English, which
 * clients mix in: Gmail writes "Date:" and "To:" in many of them), so that "Da:" is Italian "from" or Danish "to", not both.
 */
export const LABELS_BY_LANGUAGE: Readonly<Record<string, LanguageLabels>> = {
  en: {
    from: ["from"],
    date: ["date", "sent", "sent at", "sent on"], // "Sent": Outlook, Yahoo; "Date": the others
    subject: ["subject"],
    to: ["to"],
    cc: ["cc"],
    replyTo: ["reply-to", "reply to"], // Apple Mail, Thunderbird
    other: [
      "bcc",
      "importance",
      "attachments",
      "when",
      "where",
      "sender",
      "organization",
      "resent-from",
      "message-id",
      "x-mailer",
      "user-agent",
      "return-path",
      "delivered-to",
      "received",
      "mime-version",
      "content-type",
      "priority",
      "sensitivity",
      "mailed-by",
      "signed-by",
      "security",
      "newsgroups",
      "references",
      "in-reply-to",
      "list-id",
      "list-unsubscribe",
      "content-transfer-encoding",
      "envelope-to",
    ],
  },
  de: {
    from: ["von"],
    date: ["gesendet", "datum", "gesendet am", "gesendet um"],
    subject: ["betreff"],
    to: ["an"],
    cc: ["kopie", "kopie an"],
    replyTo: ["antwort an", "antworten an"],
    other: [
      "organisation",
      "firma",
      "anlagen",
      "anhänge",
      "wichtigkeit",
      "priorität",
      "bcc",
      "blindkopie",
      "termin",
      "ort",
    ],
  },
  fr: {
    from: ["de", "expéditeur"],
    date: ["envoyé", "date", "envoyé le", "date d'envoi"],
    subject: ["objet", "sujet"],
    to: ["à", "a", "pour", "destinataire"],
    cc: ["cc", "copie à", "copie"],
    replyTo: ["répondre à"],
    other: ["organisation", "adresse de retour", "pièces jointes", "importance", "cci"],
  },
  es: {
    from: ["de", "remitente"],
    date: ["enviado", "enviado el", "fecha", "enviados"],
    subject: ["asunto"],
    to: ["para", "a"],
    cc: ["cc", "copia"],
    replyTo: ["responder a"],
    other: ["organización", "datos adjuntos", "importancia", "cco"],
  },
  pt: {
    from: ["de", "remetente"],
    date: ["enviado", "enviada em", "enviada", "enviado em", "data", "enviado a"],
    subject: ["assunto"],
    to: ["para"],
    cc: ["cc", "com cópia", "cópia"],
    replyTo: ["responder a", "responder para"],
    other: ["anexos", "importância", "cco"],
  },
  it: {
    from: ["da", "mittente"],
    date: ["inviato", "data", "inviata", "inviato il"],
    subject: ["oggetto"],
    to: ["a", "destinatario"],
    cc: ["cc", "copia"],
    replyTo: ["rispondi a"],
    other: ["organizzazione", "allegati", "priorità", "ccn"],
  },
  nl: {
    from: ["van", "afzender"],
    date: ["verzonden", "datum", "verstuurd"],
    subject: ["onderwerp"],
    to: ["aan"],
    cc: ["cc", "kopie"],
    replyTo: ["antwoord aan", "beantwoorden"],
    other: ["organisatie", "bijlagen", "urgentie"],
  },
  da: {
    from: ["fra"],
    date: ["sendt", "dato"],
    subject: ["emne"],
    to: ["til"],
    cc: ["cc", "kopi"],
    replyTo: ["svar til"],
    other: ["vedhæftet", "prioritet"],
  },
  no: {
    from: ["fra"],
    date: ["sendt", "dato"],
    subject: ["emne"],
    to: ["til"],
    cc: ["kopi", "cc"],
    replyTo: ["svar til"],
    other: ["vedlegg", "viktighet"],
  },
  sv: {
    from: ["från"],
    date: ["skickat", "datum", "skickat den"],
    subject: ["ämne"],
    to: ["till"],
    cc: ["kopia", "cc"],
    replyTo: ["svara till", "svar till"],
    other: ["bifogade filer", "prioritet"],
  },
  fi: {
    from: ["lähettäjä"],
    date: ["lähetetty", "päivämäärä", "päiväys"],
    subject: ["aihe"],
    to: ["vastaanottaja", "saaja"],
    cc: ["kopio"],
    replyTo: ["vastausosoite"],
    other: ["liitteet"],
  },
  is: { from: ["frá"], date: ["sent", "dagsetning"], subject: ["efni"], to: ["til"], cc: ["afrit"] },
  pl: {
    from: ["od", "nadawca"],
    date: ["wysłano", "data", "wysłane", "data wysłania"],
    subject: ["temat"],
    to: ["do", "adresat", "odbiorca"],
    cc: ["dw", "do wiadomości", "kopia"],
    replyTo: ["odpowiedź do", "odpowiedz do"],
    other: ["organizacja", "udw", "załączniki", "ważność"],
  },
  cs: {
    from: ["od", "odesílatel"],
    date: ["odesláno", "datum", "odesláno dne"],
    subject: ["předmět"],
    to: ["komu", "pro", "příjemce"],
    cc: ["kopie"],
    replyTo: ["odpověď komu", "odpovědět"],
    other: ["organizace", "přílohy", "důležitost"],
  },
  sk: {
    from: ["od", "odosielateľ"],
    date: ["odoslané", "dátum", "poslané"],
    subject: ["predmet"],
    to: ["komu", "pre", "príjemca"],
    cc: ["kópia", "kópia komu"],
    replyTo: ["odpovedať"],
    other: ["prílohy"],
  },
  hu: {
    from: ["feladó", "küldő"],
    date: ["elküldve", "küldve", "dátum", "küldés dátuma"],
    subject: ["tárgy"],
    to: ["címzett", "címzettek"],
    cc: ["másolatot kap", "másolat"],
    replyTo: ["válaszcím"],
    other: ["mellékletek"],
  },
  ro: {
    from: ["de la", "expeditor", "expeditorul", "de"],
    date: ["trimis", "data", "dată", "trimis la"],
    subject: ["subiect", "subiectul"],
    to: ["către", "la", "pentru", "catre", "destinatar", "destinatarul"],
    cc: ["cc", "copie"],
    replyTo: ["răspuns către", "răspundeți la"],
    other: ["atașări"],
  },
  bg: {
    from: ["от", "подател"],
    date: ["изпратено", "дата"],
    subject: ["относно", "тема"],
    to: ["до", "получател"],
    cc: ["копие", "як"],
  },
  ru: {
    from: ["от", "от кого", "отправитель"],
    date: ["отправлено", "дата", "отправлен", "отправленные"],
    subject: ["тема"],
    to: ["кому", "получатель"],
    cc: ["копия"],
    replyTo: ["ответить", "кому отвечать", "отвечать"],
    other: ["организация", "вложения", "важность", "скрытая копия"],
  },
  uk: {
    from: ["від", "від кого", "відправник"],
    date: ["надіслано", "дата", "відправлено"],
    subject: ["тема"],
    to: ["кому", "до", "одержувач"],
    cc: ["копія"],
    replyTo: ["відповісти"],
  },
  sr: {
    from: ["od", "од", "пошиљалац"],
    date: ["datum", "датум", "poslato", "послато"],
    subject: ["naslov", "наслов", "tema", "тема", "предмет"],
    to: ["za", "за", "prima", "прима"],
    cc: ["kopija", "копија"],
  },
  hr: {
    from: ["od", "šalje", "pošiljatelj"],
    date: ["datum", "poslano"],
    subject: ["predmet"],
    to: ["za", "prima", "primatelj"],
    cc: ["kopija", "kopija za"],
    replyTo: ["odgovori na"],
  },
  sl: {
    from: ["od", "pošiljatelj"],
    date: ["datum", "poslano"],
    subject: ["zadeva"],
    to: ["za", "prejemnik"],
    cc: ["kp", "kopija"],
  },
  et: {
    from: ["saatja"],
    date: ["saadetud", "kuupäev", "saatmisaeg"],
    subject: ["teema"],
    to: ["adressaat", "saaja"],
    cc: ["koopia"],
  },
  lv: {
    from: ["no", "sūtītājs"],
    date: ["nosūtīts", "datums"],
    subject: ["tēma", "temats"],
    to: ["kam", "adresāts"],
    cc: ["kopija"],
  },
  lt: {
    from: ["nuo", "siuntėjas"],
    date: ["išsiųsta", "data"],
    subject: ["tema"],
    to: ["kam", "iki", "gavėjas"],
    cc: ["kopija"],
  },
  el: {
    from: ["από", "αποστολέας"],
    date: ["στάλθηκε", "ημερομηνία", "απεσταλμένα", "εστάλη"],
    subject: ["θέμα"],
    to: ["προς"],
    cc: ["κοιν.", "κοιν", "κοινοποίηση", "κοιν.:"],
    replyTo: ["απάντηση προς"],
  },
  tr: {
    from: ["kimden", "gönderen"],
    date: ["gönderildi", "tarih", "gönderme tarihi", "gönderim tarihi", "gönderilme tarihi"],
    subject: ["konu"],
    to: ["kime", "alıcı"],
    cc: ["bilgi"],
    replyTo: ["yanıt adresi"],
  },
  ar: {
    from: ["من"],
    date: ["تاريخ الإرسال", "التاريخ", "تم الإرسال", "أرسلت", "تاريخ"],
    subject: ["الموضوع", "موضوع"],
    to: ["إلى", "الى"],
    cc: ["نسخة", "نسخة إلى", "نسخة كربونية"],
  },
  fa: {
    from: ["از", "فرستنده"],
    date: ["تاریخ", "ارسال شده", "ارسال"],
    subject: ["موضوع"],
    to: ["به", "گیرنده"],
    cc: ["رونوشت"],
  },
  he: {
    from: ["מאת", "מ"],
    date: ["נשלח", "תאריך", "בתאריך", "נשלח ב"],
    subject: ["נושא", "הנדון"],
    to: ["אל", "עבור", "ל"],
    cc: ["עותק", "העתק", "עותקים"],
  },
  zh: {
    from: ["发件人", "寄件者", "寄件人", "发送人", "發件人"],
    date: [
      "发送时间",
      "日期",
      "发送日期",
      "时间",
      "寄件日期",
      "傳送時間",
      "傳送日期",
      "寄送日期",
      "時間",
      "发件时间",
    ],
    subject: ["主题", "主旨", "主題", "标题"],
    to: ["收件人", "收件者"],
    cc: ["抄送", "副本"],
    replyTo: ["回复", "回覆", "答复"],
  },
  ja: {
    from: ["差出人", "送信者", "送信元", "from"],
    date: ["送信日時", "日時", "日付", "送信日"],
    subject: ["件名"],
    to: ["宛先", "受信者", "to"],
    cc: ["cc", "同報"],
    replyTo: ["返信先"],
  },
  ko: {
    from: ["보낸 사람", "보낸사람", "발신", "보내는 사람", "발신인"],
    date: ["보낸 날짜", "날짜", "보낸날짜", "보낸 시간", "일시"],
    subject: ["제목"],
    to: ["받는 사람", "받는사람", "수신", "받은 사람"],
    cc: ["참조"],
    replyTo: ["회신"],
  },
  vi: {
    from: ["từ", "người gửi"],
    date: ["ngày", "đã gửi", "ngày gửi", "vào"],
    subject: ["chủ đề", "tiêu đề"],
    to: ["tới", "đến", "người nhận"],
    cc: ["cc", "đồng gửi"],
  },
  id: {
    from: ["dari", "pengirim"],
    date: ["tanggal", "dikirim", "terkirim"],
    subject: ["subjek", "perihal", "hal"],
    to: ["kepada", "ke", "untuk"],
    cc: ["cc", "tembusan"],
  },
  th: {
    from: ["จาก"],
    date: ["วันที่", "ส่งเมื่อ", "ส่ง", "วันที่ส่ง"],
    subject: ["เรื่อง", "ชื่อเรื่อง", "หัวเรื่อง", "หัวข้อ"],
    to: ["ถึง"],
    cc: ["สำเนา", "สำเนาถึง"],
  },
  ca: {
    from: ["de"],
    date: ["enviat", "data", "enviat el"],
    subject: ["assumpte", "tema"],
    to: ["a", "per a", "per"],
    cc: ["cc", "a/c"],
  },
  ms: {
    from: ["daripada"],
    date: ["tarikh", "dihantar"],
    subject: ["subjek", "perkara"],
    to: ["kepada"],
    cc: ["sk"],
  },
  mk: {
    from: ["од"],
    date: ["испратено", "датум"],
    subject: ["предмет", "тема"],
    to: ["до", "за"],
    cc: ["копија"],
  },
  sq: { from: ["nga"], date: ["dërguar", "data"], subject: ["subjekti", "tema"], to: ["për", "drejt"] },
  eu: {
    from: ["nork", "bidaltzailea"],
    date: ["data", "bidalia"],
    subject: ["gaia"],
    to: ["nori", "hartzailea"],
  },
  fil: {
    from: ["mula kay", "mula sa"],
    date: ["petsa", "ipinadala"],
    subject: ["paksa"],
    to: ["para kay", "kay"],
  },
  cy: { from: ["oddi wrth"], date: ["dyddiad", "anfonwyd"], subject: ["pwnc"], to: ["at"] },
  hi: {
    from: ["प्रेषक", "से"],
    date: ["दिनांक", "तारीख", "भेजा गया"],
    subject: ["विषय"],
    to: ["प्रति", "को", "प्राप्तकर्ता"],
    cc: ["प्रतिलिपि"],
  },
};

/**
 * Lines that stand alone above a forwarded message, lower case, without dashes, equals signs and blanks around them.
 * A line between rules of dashes is taken for a marker in any language; these are the ones that have no dashes.
 */
export const FORWARD_MARKERS: readonly string[] = [
  "forwarded message", // Gmail, Thunderbird, Yahoo, Proton, Zoho, MailMate ("Forwarded message:")
  "forwarded mail",
  "this is a forwarded message", // The Bat!
  "begin forwarded message", // Apple Mail, English
  "anfang der weitergeleiteten nachricht", // Apple Mail, German
  "anfang der weitergeleiteten e-mail", // Apple Mail, German, older
  "début du message réexpédié", // Apple Mail, French
  "début du message transféré",
  "inicio del mensaje reenviado", // Apple Mail, Spanish
  "início da mensagem reencaminhada", // Apple Mail, Portuguese
  "início da mensagem encaminhada", // Apple Mail, Portuguese of Brazil
  "inizio messaggio inoltrato", // Apple Mail, Italian
  "inizio del messaggio inoltrato",
  "begin doorgestuurd bericht", // Apple Mail, Dutch
  "start på videresendt besked", // Apple Mail, Danish
  "start på videresendt e-mail",
  "videresendt besked",
  "påbegynn videresendt melding", // Apple Mail, Norwegian
  "start på videresendt melding",
  "videresendt melding",
  "vidarebefordrat mejl", // Apple Mail, Swedish
  "vidarebefordrat brev",
  "början på vidarebefordrat meddelande",
  "vidarebefordrat meddelande",
  "välitetty viesti alkaa", // Apple Mail, Finnish
  "välitetty viesti",
  "początek przekazywanej wiadomości", // Apple Mail, Polish
  "początek przesłanej dalej wiadomości",
  "začátek přeposílané zprávy", // Apple Mail, Czech
  "začiatok preposlanej správy", // Apple Mail, Slovak
  "továbbított levél kezdete", // Apple Mail, Hungarian
  "továbbított üzenet kezdete",
  "începutul mesajului redirecționat", // Apple Mail, Romanian
  "începe mesajul redirecționat",
  "start mesaj redirecționat",
  "начало переадресованного сообщения", // Apple Mail, Russian
  "начало пересылаемого сообщения",
  "начало переадресованного письма",
  "початок листа, що пересилається", // Apple Mail, Ukrainian
  "початок переадресованого повідомлення",
  "početak proslijeđene poruke", // Apple Mail, Croatian
  "započni proslijeđenu poruku",
  "αρχή προωθημένου μηνύματος", // Apple Mail, Greek
  "έναρξη προωθημένου μηνύματος",
  "iletilen ileti başlangıcı", // Apple Mail, Turkish
  "yönlendirilen iletinin başlangıcı",
  "inici del missatge reenviat", // Apple Mail, Catalan
  "bắt đầu thư được chuyển tiếp", // Apple Mail, Vietnamese
  "bắt đầu chuyển tiếp thư",
  "mulai pesan terusan", // Apple Mail, Indonesian
  "awal pesan yang diteruskan",
  "เริ่มข้อความที่ส่งต่อ", // Apple Mail, Thai
  "以下是转发的邮件", // Apple Mail, Chinese
  "下面是被转发的邮件",
  "开始转发的邮件",
  "開始轉寄郵件", // Apple Mail, Chinese of Taiwan
  "以下是轉寄的郵件",
  "转发的邮件",
  "轉寄的郵件",
  "转发邮件信息",
  "轉寄郵件",
  "転送されたメッセージ", // Apple Mail and Gmail, Japanese
  "転送メッセージ",
  "전달된 메시지 시작", // Apple Mail, Korean
  "전달된 메시지",
  "بداية الرسالة المعاد توجيهها", // Apple Mail, Arabic
  "بداية الرسالة المُعاد توجيهها",
  "رسالة معاد توجيهها",
  "תחילת הודעה שהועברה", // Apple Mail, Hebrew
  "תחילת ההודעה שהועברה",
  "הודעה שהועברה",
];

/** Pieces of words that mean "forwarded", in a marker between dashes, lower case. */
export const FORWARD_STEMS: readonly string[] = [
  "forward",
  "weitergeleit",
  "weiterleit",
  "transf",
  "réexp",
  "reenv",
  "encaminh",
  "inoltr",
  "doorgest",
  "doorstuur",
  "videres",
  "vidarebef",
  "välit",
  "edasta",
  "przek",
  "przes",
  "přepos",
  "prepos",
  "továbbít",
  "redirec",
  "перес",
  "переад",
  "препр",
  "прослед",
  "προωθ",
  "ilet",
  "yönlend",
  "转发",
  "轉寄",
  "轉發",
  "転送",
  "전달",
  "توجيه",
  "محول",
  "הועבר",
  "מועבר",
  "chuyển tiếp",
  "terus",
  "dimaj",
  "ส่งต่อ",
  "proslijeđ",
  "prosleđ",
  "posredov",
  "pārsūt",
  "persių",
  "áframsend",
];

/** Prefixes that mean a forward in these languages only, and a reply in others ("VS:" is Finnish "Vastaus"). */
export const PREFIX_LANGUAGES: Readonly<Record<string, readonly string[]>> = { vs: ["da", "no"] };

/** Words in a marker between dashes that a reply's quote carries as well: they prove nothing by themselves. */
export const ORIGINAL_MARKERS: readonly string[] = [
  "original message", // Outlook before 2013, Samsung Mail, Roundcube, Fastmail, IONOS
  "original mail",
  "original email",
  "original", // QQ Mail
  "původní e-mail", // Seznam
  "mail original", // Zimbra
  "e-mail d'origine", // AOL
  "ursprüngliche mitteilung",
  "원본 이메일", // Samsung
  "원본 메일", // Daum
  "tin nhắn gốc",
  "ursprüngliche nachricht", // Outlook, German
  "originalnachricht",
  "original-nachricht",
  "message d'origine", // Outlook, French
  "message original",
  "mensaje original", // Outlook, Spanish
  "mensagem original", // Outlook, Portuguese
  "messaggio originale", // Outlook, Italian
  "oorspronkelijk bericht", // Outlook, Dutch
  "oprindelig meddelelse", // Outlook, Danish
  "opprinnelig melding", // Outlook, Norwegian
  "ursprungligt meddelande", // Outlook, Swedish
  "originalmeddelande",
  "alkuperäinen viesti", // Outlook, Finnish
  "wiadomość oryginalna", // Outlook, Polish
  "oryginalna wiadomość",
  "původní zpráva", // Outlook, Czech
  "pôvodná správa", // Outlook, Slovak
  "eredeti üzenet", // Outlook, Hungarian
  "mesaj original", // Outlook, Romanian
  "mesajul original",
  "исходное сообщение", // Outlook, Russian
  "оригинальное сообщение",
  "початкове повідомлення", // Outlook, Ukrainian
  "оригінальне повідомлення",
  "оригинално съобщение", // Outlook, Bulgarian
  "izvorna poruka", // Outlook, Croatian
  "izvirno sporočilo", // Outlook, Slovene
  "originalna poruka",
  "αρχικό μήνυμα", // Outlook, Greek
  "özgün ileti", // Outlook, Turkish
  "orijinal ileti",
  "orijinal mesaj",
  "الرسالة الأصلية", // Outlook, Arabic
  "رسالة أصلية",
  "הודעה מקורית", // Outlook, Hebrew
  "邮件原件", // Outlook, Chinese
  "原始邮件", // Foxmail, QQ Mail
  "原始郵件", // Outlook, Chinese of Taiwan
  "原邮件信息",
  "元のメッセージ", // Outlook, Japanese
  "原始訊息",
  "원본 메시지", // Outlook, Korean
  "원본메시지",
  "thư gốc", // Outlook, Vietnamese
  "missatge original", // Outlook, Catalan
];

/** Prefixes of the outer subject, lower case, without the colon. */
export const FORWARD_PREFIXES: readonly string[] = [
  "fw", // Outlook
  "fwd", // Gmail, Apple Mail, Thunderbird
  "wg", // Outlook, German
  "tr", // Outlook, French
  "rv", // Outlook, Spanish
  "enc", // Outlook, Portuguese of Brazil
  "i", // Outlook, Italian
  "vs", // Outlook, Danish and Norwegian
  "videresend", // Outlook for Mac, Norwegian
  "videresendt",
  "vb", // Outlook, Swedish
  "vl", // Outlook, Finnish
  "pd", // Outlook, Polish
  "podaj dalej",
  "doorst", // Outlook, Dutch
  "redir", // Outlook, Romanian
  "redirecționat",
  "továbbítás", // Outlook, Hungarian
  "továbbítva",
  "továbbküldött",
  "ilt", // Outlook, Turkish
  "yönlendirilen",
  "ynt-ilt",
  "πρθ", // Outlook, Greek
  "πρωθ",
  "προωθ",
  "edasi", // Outlook, Estonian
  "pārs", // Outlook, Latvian
  "prs", // Outlook, Lithuanian and Croatian
  "posr", // Outlook, Slovene
  "prosl",
  "hb", // Outlook, Danish, older
  "rvv",
  "rm", // Outlook, Catalan
  "reenv",
  "reenviado",
  "inoltro",
  "weiterleitung",
  "пер", // Mail.ru
  "пересл", // Outlook, Russian
  "переадр",
  "переслано",
  "препр", // Outlook, Bulgarian and Serbian
  "转发", // Outlook and Foxmail, Chinese
  "轉寄", // Outlook, Chinese of Taiwan
  "轉發",
  "転送", // Outlook, Japanese
  "전달", // Outlook, Korean
  "ﺇﻋﺎﺩﺓ ﺗﻮﺟﻴﻪ",
  "إعادة توجيه", // Outlook, Arabic
  "اعادة توجيه",
  "تحويل",
  "הועבר", // Outlook, Hebrew
  "העבר",
  "ct", // Outlook, Vietnamese
  "trs", // Outlook, Indonesian
  "trả lời-ct",
  "ส่งต่อ", // Outlook, Thai
];

/** Prefixes of replies, lower case, without the colon. */
export const REPLY_PREFIXES: readonly string[] = [
  "re", // all clients
  "aw", // Outlook, German
  "antwort", // Notes, German
  "antwoord", // Notes, Dutch
  "res", // Outlook, Portuguese of Brazil ("Resposta")
  "odpověď", // Seznam
  "odpoveď",
  "ats", // Outlook, Lithuanian
  "tl", // Outlook, Vietnamese
  "پاسخ", // Outlook, Persian
  "на", // Outlook, Russian, older
  "antw", // Outlook, Dutch
  "sv", // Outlook, Danish, Norwegian, Swedish
  "odp", // Outlook, Polish
  "rif", // Outlook, Italian
  "r", // Outlook, Italian
  "bls", // Outlook, Indonesian
  "ynt", // Outlook, Turkish
  "yan",
  "απ", // Outlook, Greek
  "σχετ",
  "atb", // Outlook, Latvian
  "vá", // Outlook, Hungarian
  "válasz",
  "odg", // Outlook, Croatian and Slovene
  "відп", // Outlook, Ukrainian
  "отв", // Mail.ru
  "отг", // Outlook, Bulgarian
  "ha", // Outlook, Catalan
  "rép",
  "réf",
  "回复", // Outlook, Chinese
  "答复",
  "回覆", // Outlook, Chinese of Taiwan
  "返信", // Outlook, Japanese
  "답장", // Outlook, Korean
  "회신",
  "رد", // Outlook, Arabic
  "השב", // Outlook, Hebrew
  "תשובה",
  "trả lời", // Outlook, Vietnamese
  "ตอบ", // Outlook, Thai
];

/** Verbs of attribution lines ("On …, Rae wrote:"), lower case, as they end or stand in the line. */
export const WROTE_WORDS: readonly string[] = [
  "wrote", // English
  "schrieb", // German
  "a écrit", // French
  "escribió", // Spanish
  "escreveu", // Portuguese
  "ha scritto", // Italian
  "scrive",
  "schreef", // Dutch
  "het volgende geschreven", // Dutch, Apple Mail
  "skrev", // Danish, Norwegian, Swedish
  "følgende", // Danish, Apple Mail
  "kirjoitti", // Finnish
  "napisał", // Polish
  "napisała",
  "napisał(a)",
  "pisze",
  "napsal", // Czech
  "napsal(a)",
  "napsala",
  "napísal", // Slovak
  "napísal(a)",
  "napísala",
  "písal",
  "ezt írta", // Hungarian
  "írta",
  "a scris", // Romanian
  "написал", // Russian
  "написал(а)",
  "написала",
  "пишет",
  "написав", // Ukrainian
  "пише",
  "пишете",
  "написа", // Bulgarian
  "je napisao", // Croatian, Serbian
  "je napisala",
  "napisao je",
  "je napisal", // Slovene
  "je napisao/la",
  "je napisal/a",
  "kirjutas", // Estonian
  "rakstīja", // Latvian
  "rašė", // Lithuanian
  "έγραψε", // Greek
  "έγραψεν",
  "şunu yazdı", // Turkish
  "yazdı",
  "tarihinde",
  "كتب", // Arabic
  "كتبت",
  "نوشت", // Persian
  "כתב", // Hebrew
  "כתבה",
  "‫כתב",
  "写道", // Chinese
  "寫道", // Chinese of Taiwan
  "のメール", // Japanese
  "wrote/writes",
  "さんは書きました",
  "작성", // Korean
  "님이 작성",
  "đã viết", // Vietnamese
  "menulis", // Indonesian
  "เขียนว่า", // Thai
  "va escriure", // Catalan
  "ha escrit",
  "escribiu", // Galician
  "geskryf", // Afrikaans
  "napisal(a)", // Slovene
  "쓴 글", // Korean, Thunderbird
  "writes", // Gnus
  "تمت كتابة", // Arabic, Gmail
  "skrifaði", // Icelandic
];

/** How attribution lines begin, lower case: a line that begins so and names a day belongs to the one below it. */
export const ATTRIBUTION_LEADS: readonly string[] = [
  "on",
  "am",
  "le",
  "el",
  "em",
  "a",
  "il",
  "il giorno",
  "in data",
  "op",
  "den",
  "dnia",
  "w dniu",
  "dne",
  "dňa",
  "în",
  "pe",
  "na",
  "στις",
  "vào",
  "pada",
  "du",
  "fra",
  "quoting",
  "zitat von",
  "citando",
  "missatge de",
];
