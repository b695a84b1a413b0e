// How people and phones end a mail: what stands below is no order and no news. Data only, lower case.

/** Lines that mail programs and phones add by themselves; a line that begins (or ends) so and is short is one of them. */
export const SENT_FROM_BEGINNINGS: readonly string[] = [
  "sent from my",
  "sent from outlook",
  "sent from yahoo",
  "sent from mail",
  "sent from gmail",
  "sent from spark",
  "sent from typeapp",
  "sent from proton",
  "sent from the",
  "sent from blackberry",
  "sent from an",
  "sent with proton",
  "sent with spark",
  "sent with airmail",
  "sent via the",
  "sent using",
  "get outlook for",
  "download outlook",
  // English
  "von meinem",
  "gesendet von",
  "gesendet mit",
  "gesendet aus",
  "diese nachricht wurde von",
  "outlook für",
  "holen sie sich outlook", // German
  "envoyé de",
  "envoyé depuis",
  "envoyé à partir",
  "envoyé avec",
  "télécharger outlook",
  "obtenir outlook",
  "obtenez outlook", // French
  "enviado desde",
  "enviado con",
  "obtener outlook",
  "descargar outlook", // Spanish
  "enviado do",
  "enviado de",
  "enviado a partir",
  "enviado pelo",
  "enviado via",
  "obter o outlook",
  "obtenha o outlook", // Portuguese
  "inviato da",
  "inviato dal",
  "inviato con",
  "scarica outlook",
  "ottieni outlook", // Italian
  "verzonden vanuit",
  "verzonden vanaf",
  "verstuurd vanaf",
  "verzonden met",
  "verzonden via",
  "outlook voor",
  "download outlook voor", // Dutch
  "sendt fra",
  "sendt med",
  "hent outlook", // Danish, Norwegian
  "skickat från",
  "skickades från",
  "hämta outlook", // Swedish
  "lähetetty",
  "hanki outlook", // Finnish
  "wysłane z",
  "wysłano z",
  "pobierz aplikację outlook", // Polish
  "odesláno z",
  "získat outlook", // Czech
  "odoslané z",
  "odoslané z",
  "získajte outlook", // Slovak
  "küldve",
  "elküldve", // Hungarian
  "trimis de pe",
  "trimis din", // Romanian
  "отправлено с",
  "отправлено из",
  "отправлено от", // Russian
  "надіслано з",
  "відправлено з", // Ukrainian
  "изпратено от", // Bulgarian
  "στάλθηκε από",
  "εστάλη από", // Greek
  "poslano s",
  "poslano iz",
  "poslato sa", // Croatian, Slovene, Serbian
  "išsiųsta iš",
  "nosūtīts no",
  "saadetud minu", // Lithuanian, Latvian, Estonian
  "נשלח מ",
  "أرسلت من",
  "تم الإرسال من",
  "مرسل من",
  "ارسال شده از", // Hebrew, Arabic, Persian
  "获取 outlook",
  "获取",
  "发自我的",
  "发自",
  "發自我的",
  "從我的",
  "从我的", // Chinese
  "đã gửi từ",
  "được gửi từ",
  "dikirim dari",
  "terkirim dari",
  "ส่งจาก", // Vietnamese, Indonesian, Thai
  "enviat des de", // Catalan
];
export const SENT_FROM_ENDINGS: readonly string[] = [
  "を入手",
  "다운로드",
  "gesendet",
  "gönderildi",
  "から送信",
  "에서 보냄",
  "传送",
  "傳送",
  "küldve",
  "sendt",
];

/** Words that open a farewell; alone on a line, with a name and little else below. */
export const SIGN_OFFS: readonly string[] = [
  "regards",
  "best regards",
  "kind regards",
  "warm regards",
  "kindest regards",
  "with kind regards",
  "many regards",
  "best wishes",
  "best",
  "all the best",
  "sincerely",
  "yours sincerely",
  "yours truly",
  "cheers",
  "br", // English
  "mit freundlichen grüßen",
  "mit freundlichen gruessen",
  "freundliche grüße",
  "viele grüße",
  "beste grüße",
  "liebe grüße",
  "schöne grüße",
  "herzliche grüße",
  "mfg",
  "lg",
  "vg",
  "grüße",
  "gruß", // German
  "cordialement",
  "bien cordialement",
  "bien à vous",
  "sincères salutations",
  "cdt",
  "salutations",
  "bonne journée", // French
  "saludos",
  "un saludo",
  "saludos cordiales",
  "un cordial saludo",
  "atentamente",
  "cordialmente", // Spanish
  "cumprimentos",
  "com os melhores cumprimentos",
  "melhores cumprimentos",
  "atenciosamente",
  "abraços",
  "abraço",
  "att", // Portuguese
  "cordiali saluti",
  "distinti saluti",
  "saluti",
  "un saluto", // Italian
  "met vriendelijke groet",
  "met vriendelijke groeten",
  "vriendelijke groet",
  "groeten",
  "groet",
  "mvg", // Dutch
  "med venlig hilsen",
  "venlig hilsen",
  "mange hilsner",
  "hilsen",
  "mvh",
  "kh",
  "vh", // Danish
  "med vennlig hilsen",
  "vennlig hilsen",
  "beste hilsen", // Norwegian
  "med vänliga hälsningar",
  "vänliga hälsningar",
  "hälsningar",
  "med vänlig hälsning", // Swedish
  "ystävällisin terveisin",
  "terveisin",
  "t", // Finnish
  "pozdrawiam",
  "z poważaniem",
  "serdecznie pozdrawiam", // Polish
  "s pozdravem",
  "s pozdravom",
  "lp",
  "s poštovanjem",
  "lep pozdrav",
  "srdačan pozdrav", // Czech, Slovak, Slovene, Croatian
  "üdvözlettel",
  "cu stimă",
  "cu respect", // Hungarian, Romanian
  "с уважением",
  "с найкращими побажаннями",
  "з повагою",
  "поздрави",
  "с уважение", // Russian, Ukrainian, Bulgarian
  "με εκτίμηση",
  "φιλικά",
  "saygılarımla",
  "iyi çalışmalar", // Greek, Turkish
  "תודה",
  "בברכה",
  "مع تحياتي",
  "تحياتي", // Hebrew, Arabic
  "此致",
  "谨上",
  "よろしくお願いします",
  "よろしくお願いいたします",
  "敬具",
  "감사합니다",
  "trân trọng",
  "salam",
  "hormat kami", // Chinese, Japanese, Korean, Vietnamese, Indonesian
];
