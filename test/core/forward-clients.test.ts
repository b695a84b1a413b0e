// Forwards as clients write them, in their languages: the marker, the labels, the order and the date of each.
import { describe, it } from "vitest";
import { readArrival } from "../../src/mail/arrival.ts";
import { MONTH_NAMES } from "../../src/mail/month-names.ts";
import { readMessage } from "../../src/mail/message.ts";
import { writeMessage } from "../../src/mail/written-message.ts";

const RAE = "Rae Lind <rae@acme.example>";
const TO = "ada@home.example";
const SUBJECT = "Interview";
/** 14:02 in Berlin on 3 November 2026, where Ada's clock stands. */
const AT = "2026-11-03T13:02:00Z";

type Layout = readonly [client: string, language: string, outerSubject: string, lines: readonly string[]];

const outlook = (labels: readonly [string, string, string, string], date: string) => [
  "________________________________",
  `${labels[0]}: ${RAE}`,
  `${labels[1]}: ${date}`,
  `${labels[2]}: ${TO}`,
  `${labels[3]}: ${SUBJECT}`,
];
const gmail = (marker: string, labels: readonly [string, string, string, string], date: string) => [
  `---------- ${marker} ---------`,
  `${labels[0]}: ${RAE}`,
  `${labels[1]}: ${date}`,
  `${labels[2]}: ${SUBJECT}`,
  `${labels[3]}: <${TO}>`,
];
const apple = (marker: string, labels: readonly [string, string, string, string], date: string) =>
  [
    marker,
    "",
    `${labels[0]}: ${RAE}`,
    `${labels[1]}: ${SUBJECT}`,
    `${labels[2]}: ${date}`,
    `${labels[3]}: ${TO}`,
  ].map((line) => `> ${line}`);

const LAYOUTS: readonly Layout[] = [
  [
    "Outlook",
    "en",
    "FW: Interview",
    outlook(["From", "Sent", "To", "Subject"], "Tuesday, November 3, 2026 2:02 PM"),
  ],
  [
    "Outlook",
    "de",
    "WG: Interview",
    outlook(["Von", "Gesendet", "An", "Betreff"], "Dienstag, 3. November 2026 14:02"),
  ],
  [
    "Outlook",
    "fr",
    "TR: Interview",
    outlook(["De ", "Envoyé ", "À ", "Objet "], "mardi 3 novembre 2026 14:02"),
  ],
  [
    "Outlook",
    "es",
    "RV: Interview",
    outlook(["De", "Enviado", "Para", "Asunto"], "martes, 3 de noviembre de 2026 14:02"),
  ],
  [
    "Outlook",
    "pt",
    "ENC: Interview",
    outlook(["De", "Enviada em", "Para", "Assunto"], "terça-feira, 3 de novembro de 2026 14:02"),
  ],
  [
    "Outlook",
    "it",
    "I: Interview",
    outlook(["Da", "Inviato", "A", "Oggetto"], "martedì 3 novembre 2026 14:02"),
  ],
  [
    "Outlook",
    "nl",
    "FW: Interview",
    outlook(["Van", "Verzonden", "Aan", "Onderwerp"], "dinsdag 3 november 2026 14:02"),
  ],
  ["Outlook", "da", "VS: Interview", outlook(["Fra", "Sendt", "Til", "Emne"], "3. november 2026 14:02")],
  [
    "Outlook",
    "no",
    "VS: Interview",
    outlook(["Fra", "Sendt", "Til", "Emne"], "tirsdag 3. november 2026 14:02"),
  ],
  [
    "Outlook",
    "sv",
    "VB: Interview",
    outlook(["Från", "Skickat", "Till", "Ämne"], "den 3 november 2026 14:02"),
  ],
  [
    "Outlook",
    "fi",
    "VL: Interview",
    outlook(["Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe"], "tiistai 3. marraskuuta 2026 14.02"),
  ],
  [
    "Outlook",
    "pl",
    "PD: Interview",
    outlook(["Od", "Wysłano", "Do", "Temat"], "wtorek, 3 listopada 2026 14:02"),
  ],
  [
    "Outlook",
    "cs",
    "FW: Interview",
    outlook(["Od", "Odesláno", "Komu", "Předmět"], "úterý 3. listopadu 2026 14:02"),
  ],
  [
    "Outlook",
    "sk",
    "FW: Interview",
    outlook(["Od", "Odoslané", "Komu", "Predmet"], "utorok 3. novembra 2026 14:02"),
  ],
  [
    "Outlook",
    "hu",
    "Továbbítás: Interview",
    outlook(["Feladó", "Elküldve", "Címzett", "Tárgy"], "2026. november 3., kedd 14:02"),
  ],
  [
    "Outlook",
    "ro",
    "Redir: Interview",
    outlook(["De la", "Trimis", "Către", "Subiect"], "marți, 3 noiembrie 2026 14:02"),
  ],
  [
    "Outlook",
    "bg",
    "Препр: Interview",
    outlook(["От", "Изпратено", "До", "Относно"], "3 ноември 2026 г. 14:02"),
  ],
  ["Outlook", "ru", "FW: Interview", outlook(["От", "Отправлено", "Кому", "Тема"], "3 ноября 2026 г. 14:02")],
  [
    "Outlook",
    "uk",
    "FW: Interview",
    outlook(["Від", "Надіслано", "Кому", "Тема"], "3 листопада 2026 р. 14:02"),
  ],
  [
    "Outlook",
    "hr",
    "Prs: Interview",
    outlook(["Od", "Poslano", "Za", "Predmet"], "3. studenoga 2026. 14:02"),
  ],
  [
    "Outlook",
    "sl",
    "Posr: Interview",
    outlook(["Od", "Poslano", "Za", "Zadeva"], "torek, 3. november 2026 14:02"),
  ],
  [
    "Outlook",
    "et",
    "Edasi: Interview",
    outlook(["Saatja", "Saadetud", "Adressaat", "Teema"], "3. november 2026 14:02"),
  ],
  [
    "Outlook",
    "lv",
    "Pārs: Interview",
    outlook(["No", "Nosūtīts", "Kam", "Tēma"], "2026. gada 3. novembris 14:02"),
  ],
  [
    "Outlook",
    "lt",
    "Prs: Interview",
    outlook(["Nuo", "Išsiųsta", "Kam", "Tema"], "2026 m. lapkričio 3 d., antradienis 14:02"),
  ],
  [
    "Outlook",
    "el",
    "ΠΡΘ: Interview",
    outlook(["Από", "Στάλθηκε", "Προς", "Θέμα"], "Τρίτη, 3 Νοεμβρίου 2026 2:02 μμ"),
  ],
  [
    "Outlook",
    "tr",
    "İlt: Interview",
    outlook(["Kimden", "Gönderildi", "Kime", "Konu"], "3 Kasım 2026 Salı 14:02"),
  ],
  [
    "Outlook",
    "ar",
    "إعادة توجيه: Interview",
    outlook(["من", "تم الإرسال", "إلى", "الموضوع"], "الثلاثاء، 3 نوفمبر 2026 02:02 م"),
  ],
  [
    "Outlook",
    "he",
    "הועבר: Interview",
    outlook(["מאת", "נשלח", "אל", "נושא"], "יום שלישי 3 נובמבר 2026 14:02"),
  ],
  [
    "Outlook",
    "zh",
    "转发: Interview",
    [
      "________________________________",
      `发件人: ${RAE}`,
      "发送时间: 2026年11月3日 14:02",
      `收件人: ${TO}`,
      `主题: ${SUBJECT}`,
    ],
  ],
  [
    "Outlook",
    "zh-TW",
    "轉寄: Interview",
    [
      "________________________________",
      `寄件者：${RAE}`,
      "寄件日期：2026年11月3日 下午 02:02",
      `收件者：${TO}`,
      `主旨：${SUBJECT}`,
    ],
  ],
  [
    "Outlook",
    "ja",
    "転送: Interview",
    [
      "________________________________",
      `差出人: ${RAE}`,
      "送信日時: 2026年11月3日火曜日 14:02",
      `宛先: ${TO}`,
      `件名: ${SUBJECT}`,
    ],
  ],
  [
    "Outlook",
    "ko",
    "전달: Interview",
    [
      "________________________________",
      `보낸 사람: ${RAE}`,
      "보낸 날짜: 2026년 11월 3일 화요일 오후 2:02",
      `받는 사람: ${TO}`,
      `제목: ${SUBJECT}`,
    ],
  ],
  [
    "Outlook",
    "vi",
    "CT: Interview",
    outlook(["Từ", "Đã gửi", "Đến", "Chủ đề"], "Thứ Ba, 3 tháng 11, 2026 2:02 CH"),
  ],
  ["Outlook", "th", "ส่งต่อ: Interview", outlook(["จาก", "ส่ง", "ถึง", "เรื่อง"], "3 พฤศจิกายน 2569 14:02")],
  [
    "Outlook",
    "id",
    "Trs: Interview",
    outlook(["Dari", "Dikirim", "Kepada", "Subjek"], "Selasa, 3 November 2026 14.02"),
  ],
  [
    "Gmail",
    "en",
    "Fwd: Interview",
    gmail("Forwarded message", ["From", "Date", "Subject", "To"], "Tue, Nov 3, 2026 at 2:02 PM"),
  ],
  [
    "Gmail",
    "de",
    "Fwd: Interview",
    gmail("Forwarded message", ["Von", "Date", "Subject", "To"], "Di., 3. Nov. 2026 um 14:02 Uhr"),
  ],
  [
    "Gmail",
    "fr",
    "Fwd: Interview",
    gmail("Forwarded message", ["De", "Date", "Subject", "To"], "mar. 3 nov. 2026 à 14:02"),
  ],
  [
    "Gmail",
    "pt",
    "Fwd: Interview",
    gmail("Forwarded message", ["De", "Date", "Subject", "To"], "ter., 3 de nov. de 2026 às 14:02"),
  ],
  [
    "Gmail",
    "ja",
    "Fwd: Interview",
    gmail("Forwarded message", ["From", "Date", "Subject", "To"], "2026年11月3日(火) 14:02"),
  ],
  [
    "Gmail",
    "zh",
    "Fwd: Interview",
    gmail("Forwarded message", ["发件人", "Date", "Subject", "To"], "2026年11月3日周二 14:02"),
  ],
  [
    "Gmail",
    "ru",
    "Fwd: Interview",
    gmail("Forwarded message", ["От", "Date", "Subject", "To"], "вт, 3 нояб. 2026 г. в 14:02"),
  ],
  [
    "Gmail",
    "el",
    "Fwd: Interview",
    gmail("Forwarded message", ["Από", "Date", "Subject", "To"], "Τρί 3 Νοε 2026 στις 2:02 μ.μ."),
  ],
  [
    "Gmail",
    "he",
    "Fwd: Interview",
    gmail("Forwarded message", ["מאת", "Date", "Subject", "To"], "יום ג׳, 3 בנוב׳ 2026 ב-14:02"),
  ],
  [
    "Gmail",
    "ar",
    "Fwd: Interview",
    gmail("Forwarded message", ["من", "Date", "Subject", "To"], "الثلاثاء، ٣ نوفمبر ٢٠٢٦ في ٢:٠٢ م"),
  ],
  [
    "Gmail",
    "hu",
    "Fwd: Interview",
    gmail("Forwarded message", ["Feladó", "Date", "Subject", "To"], "2026. nov. 3., K, 14:02"),
  ],
  [
    "Apple Mail",
    "en",
    "Fwd: Interview",
    apple(
      "Begin forwarded message:",
      ["From", "Subject", "Date", "To"],
      "November 3, 2026 at 2:02:00 PM GMT+1",
    ),
  ],
  [
    "Apple Mail",
    "de",
    "Fwd: Interview",
    apple(
      "Anfang der weitergeleiteten Nachricht:",
      ["Von", "Betreff", "Datum", "An"],
      "3. November 2026 um 14:02:00 MEZ",
    ),
  ],
  [
    "Apple Mail",
    "fr",
    "Fwd: Interview",
    apple("Début du message réexpédié :", ["De", "Objet", "Date", "À"], "3 novembre 2026 à 14:02:00 UTC+1"),
  ],
  [
    "Apple Mail",
    "sv",
    "Fwd: Interview",
    apple("Vidarebefordrat mejl:", ["Från", "Ämne", "Datum", "Till"], "3 november 2026 14:02:00 CET"),
  ],
  [
    "Apple Mail",
    "ja",
    "Fwd: Interview",
    apple("転送されたメッセージ:", ["差出人", "件名", "日付", "宛先"], "2026年11月3日 22:02:00 JST"),
  ],
  [
    "Apple Mail",
    "zh",
    "转发: Interview",
    apple("以下是转发的邮件：", ["发件人", "主题", "日期", "收件人"], "2026年11月3日 GMT+8 21:02:00"),
  ],
  [
    "Apple Mail",
    "ko",
    "Fwd: Interview",
    apple(
      "전달된 메시지 시작:",
      ["보낸 사람", "제목", "날짜", "받는 사람"],
      "2026년 11월 3일 오후 10:02:00 GMT+9",
    ),
  ],
  [
    "Apple Mail",
    "pl",
    "Fwd: Interview",
    apple(
      "Początek przekazywanej wiadomości:",
      ["Od", "Temat", "Data", "Do"],
      "3 listopada 2026 14:02:00 CET",
    ),
  ],
  [
    "Yahoo",
    "en",
    "Fw: Interview",
    [
      `----- Forwarded Message ----- From: ${RAE}To: ${TO} <${TO}>Sent: Tuesday, November 3, 2026 at 02:02:00 PM GMT+1Subject: ${SUBJECT}`,
    ],
  ],
  [
    "Thunderbird",
    "de",
    "Fwd: Interview",
    [
      "-------- Weitergeleitete Nachricht --------",
      `Betreff: \t${SUBJECT}`,
      "Datum: \tTue, 3 Nov 2026 14:02:00 +0100",
      `Von: \t${RAE}`,
      `An: \t${TO}`,
    ],
  ],
  [
    "Thunderbird, old",
    "en",
    "[Fwd: Interview]",
    [
      "-------- Original Message --------",
      `Subject: ${SUBJECT}`,
      "Date: Tue, 3 Nov 2026 14:02:00 +0100",
      `From: ${RAE}`,
      `To: ${TO}`,
    ],
  ],
  [
    "Proton",
    "en",
    "Fw: Interview",
    [
      "------- Forwarded Message -------",
      `From: ${RAE}`,
      "Date: On Tuesday, November 3rd, 2026 at 2:02 PM",
      `Subject: ${SUBJECT}`,
      `To: ${TO}`,
    ],
  ],
  [
    "Fastmail",
    "en",
    "Fwd: Interview",
    [
      "----- Original message -----",
      `From: ${RAE}`,
      `To: ${TO}`,
      `Subject: ${SUBJECT}`,
      "Date: Tuesday, 3 November 2026 14:02",
    ],
  ],
  [
    "Zoho",
    "en",
    "Fwd: Interview",
    [
      "============ Forwarded message ============",
      `From: ${RAE}`,
      `To: <${TO}>`,
      "Date: Tue, 03 Nov 2026 14:02:00 +0100",
      `Subject: ${SUBJECT}`,
      "============ Forwarded message ============",
    ],
  ],
  [
    "GMX",
    "de",
    "Fw: Interview",
    [
      "Gesendet: Dienstag, 03. November 2026 um 14:02 Uhr",
      `Von: "Rae Lind" <rae@acme.example>`,
      `An: ${TO}`,
      `Betreff: ${SUBJECT}`,
    ],
  ],
  [
    "Mail.ru",
    "ru",
    "Fwd: Interview",
    [
      "-------- Пересылаемое сообщение --------",
      `От кого: ${RAE}`,
      `Кому: ${TO}`,
      "Дата: Вторник, 3 ноября 2026, 14:02 +01:00",
      `Тема: ${SUBJECT}`,
    ],
  ],
  [
    "MailMate",
    "en",
    "Fwd: Interview",
    [
      "Forwarded message:",
      "",
      `> From: ${RAE}`,
      `> To: ${TO}`,
      `> Subject: ${SUBJECT}`,
      "> Date: Tue, 3 Nov 2026 14:02:00 +0100",
      ">",
    ],
  ],
  [
    "Samsung Mail",
    "en",
    "Fwd: Interview",
    [
      "-------- Original message --------",
      `From: ${RAE}`,
      "Date: 03/11/2026 14:02 (GMT+01:00)",
      `To: ${TO}`,
      `Subject: ${SUBJECT}`,
    ],
  ],
  [
    "Roundcube",
    "en",
    "Fwd: Interview",
    [
      "-------- Original Message --------",
      `Subject: ${SUBJECT}`,
      "Date: 2026-11-03 14:02",
      `From: ${RAE}`,
      `To: ${TO}`,
    ],
  ],
  [
    "Mutt",
    "en",
    "Interview (fwd)",
    [
      `----- Forwarded message from ${RAE} -----`,
      "",
      "Date: Tue, 3 Nov 2026 14:02:00 +0100",
      `From: ${RAE}`,
      `To: ${TO}`,
      `Subject: ${SUBJECT}`,
    ],
  ],
  [
    "The Bat!",
    "en",
    "Fwd: Interview",
    [
      "This is a forwarded message",
      `From: ${RAE}`,
      `To: ${TO}`,
      "Date: Tuesday, November 3, 2026, 2:02:00 PM",
      `Subject: ${SUBJECT}`,
      "",
      "===8<==============Original message text===============",
    ],
  ],
  [
    "KMail",
    "en",
    "Fwd: Interview",
    [
      "----------  Forwarded Message  ----------",
      "",
      `Subject: ${SUBJECT}`,
      "Date: Tuesday, 3 November 2026, 14:02:00 CET",
      `From: ${RAE}`,
      `To: ${TO}`,
    ],
  ],
  [
    "Evolution",
    "en",
    "Fwd: Interview",
    [
      "-------- Forwarded Message --------",
      `From: ${RAE}`,
      `To: ${TO}`,
      `Subject: ${SUBJECT}`,
      "Date: Tue, 03 Nov 2026 14:02:00 +0100",
    ],
  ],
  [
    "HubSpot",
    "nl",
    "Fwd: Interview",
    [
      "---------- Doorgestuurd bericht ---------",
      `Van: ${RAE}`,
      "Datum: dinsdag 3 november 2026, 14:02:00 +0100",
      `Onderwerp: ${SUBJECT}`,
      `Aan: ${TO}`,
    ],
  ],
  [
    "Spark",
    "en",
    "Fwd: Interview",
    [
      "---------- Forwarded message ----------",
      `From: ${RAE}`,
      "Date: 3 Nov 2026 at 14:02 +0100",
      `To: ${TO}`,
      `Subject: ${SUBJECT}`,
    ],
  ],
  [
    "iCloud on the web",
    "es",
    "Fwd: Interview",
    apple(
      "Inicio del mensaje reenviado:",
      ["De", "Asunto", "Fecha", "Para"],
      "3 de noviembre de 2026, 14:02:00 CET",
    ),
  ],
];

/** Clients that write no header block and so no subject: one line stands for it. */
const LINES: readonly Layout[] = [
  [
    "Outlook for Mac",
    "en",
    "FW: Interview",
    ['On 03/11/2026, 14:02, "Rae Lind" <rae@acme.example> wrote:', ""],
  ],
  [
    "Outlook for Mac",
    "fr",
    "TR: Interview",
    ["Le 03/11/2026 14:02, « Rae Lind » <rae@acme.example> a écrit :", ""],
  ],
  [
    "Yandex",
    "ru",
    "Fwd: Interview",
    ["-------- Пересылаемое сообщение --------", '03.11.2026, 14:02, "Rae Lind" <rae@acme.example>:', ""],
  ],
];

async function forwardBy(
  subject: string,
  lines: readonly string[],
  { comment = "Look at this", body = "See you soon.\n\nRae" } = {},
) {
  const raw = writeMessage({
    from: "Ada Byron <ada@home.example>",
    to: "in-ada@callback.example",
    subject,
    date: "Tue, 3 Nov 2026 15:00:00 +0100",
    body: [comment, "", ...lines, "", body].join("\n"),
  });
  return readArrival(await readMessage(raw), { owners: [], inbox: null, zone: "UTC", answersLetter: false });
}

describe("a forward", () => {
  for (const [client, language, subject, lines] of [...LAYOUTS, ...LINES])
    it(`by ${client} in ${language} shows who, what and when`, async ({ expect }) => {
      const { arrival, originals, comment } = await forwardBy(subject, lines);
      expect({ arrival, comment }).toEqual({ arrival: "forward", comment: "Look at this" });
      expect(originals).toMatchObject([
        { from: { name: "Rae Lind", address: "rae@acme.example" }, subject: SUBJECT, date: AT },
      ]);
      expect(originals[0]?.text.replace(/^> ?/gm, "")).toBe("See you soon.\n\nRae");
    });

  for (const [client, language, , lines] of LAYOUTS.filter(
    ([, , , one]) => !one.some((line) => line.startsWith("-----") && line.includes("From:")),
  ))
    it(`is none when ${client} in ${language} answers with the same block below`, async ({ expect }) => {
      const { arrival } = await forwardBy("Re: Interview", lines, { comment: "Fine with me." });
      expect(arrival).not.toBe("forward");
    });

  for (const [how, from, expected] of [
    [
      "with a mailto",
      "Rae Lind [mailto:rae@acme.example]",
      { name: "Rae Lind", address: "rae@acme.example" },
    ],
    [
      "with the address twice",
      "Rae Lind <rae@acme.example<mailto:rae@acme.example>>",
      { name: "Rae Lind", address: "rae@acme.example" },
    ],
    [
      "on behalf of somebody",
      "Rae Lind <rae@acme.example> On Behalf Of Acme Talent",
      { name: "Rae Lind", address: "rae@acme.example" },
    ],
    [
      "with a comma in the name",
      '"Lind, Rae" <rae@acme.example>',
      { name: "Lind, Rae", address: "rae@acme.example" },
    ],
    [
      "with quotes of another kind",
      "'Rae Lind' <rae@acme.example>",
      { name: "Rae Lind", address: "rae@acme.example" },
    ],
    ["with an address only", "rae@acme.example", { name: null, address: "rae@acme.example" }],
    ["with a name only", "Rae Lind", { name: "Rae Lind", address: "" }],
  ] as const)
    it(`names the sender ${how}`, async ({ expect }) => {
      const { originals } = await forwardBy("FW: Interview", [
        `From: ${from}`,
        "Sent: Tuesday, November 3, 2026 2:02 PM",
        "To: Ada",
        "Subject: Interview",
      ]);
      expect(originals[0]?.from).toEqual(expected);
    });

  it("by Exchange, whose own clock is always at +0000, is dated by the person's zone", async ({ expect }) => {
    const lines = [
      "From: Rae Lind <rae@acme.example>",
      "Sent: Friday, July 3, 2026 2:02 PM",
      "To: Ada",
      "Subject: Interview",
      "",
      "Hello.",
    ];
    const raw = (date: string) =>
      readMessage(
        writeMessage({ from: "ada@home.example", subject: "FW: Interview", date, body: lines.join("\n") }),
      );
    const dated = async (date: string) =>
      (
        await readArrival(await raw(date), {
          owners: [],
          inbox: null,
          zone: "Europe/Berlin",
          answersLetter: false,
        })
      ).originals[0]?.date;
    expect(await dated("Fri, 3 Jul 2026 13:00:00 +0000")).toBe("2026-07-03T12:02:00Z");
    expect(await dated("Fri, 3 Jul 2026 08:00:00 -0500")).toBe("2026-07-03T19:02:00Z");
  });

  it("may lack date and subject, have bold labels, wrapped lines and further headers first", async ({
    expect,
  }) => {
    const { originals } = await forwardBy("Fwd: Interview on Tuesday", [
      "Received: from mx",
      "Return-Path: <x@y.example>",
      "*From:* Rae Lind",
      "  <rae@acme.example>",
      "*To:* ada@home.example,",
      "  kim@home.example",
    ]);
    expect(originals).toMatchObject([
      {
        from: { name: "Rae Lind", address: "rae@acme.example" },
        to: [{ address: "ada@home.example" }, { address: "kim@home.example" }],
        subject: "Interview on Tuesday",
        date: null,
      },
    ]);
  });

  it("in HTML may keep its block in a table", async ({ expect }) => {
    const html = `<p>Look</p><br>-------- Forwarded Message --------<table class="moz-email-headers-table"><tr><th align="RIGHT">Subject: </th><td>Interview</td></tr><tr><th>Date: </th><td>Tue, 3 Nov 2026 14:02:00 +0100</td></tr><tr><th>From: </th><td>Rae Lind <a href="mailto:rae@acme.example">&lt;rae@acme.example&gt;</a></td></tr><tr><th>To: </th><td>ada@home.example</td></tr></table><br>See you soon.`;
    const raw = writeMessage({
      from: "ada@home.example",
      to: "in-ada@callback.example",
      subject: "Fwd: Interview",
      date: "Tue, 3 Nov 2026 15:00:00 +0100",
      html,
    });
    const { originals, comment } = await readArrival(await readMessage(raw), {
      owners: [],
      inbox: null,
      zone: "UTC",
      answersLetter: false,
    });
    expect(originals).toMatchObject([
      {
        from: { name: "Rae Lind", address: "rae@acme.example" },
        subject: "Interview",
        date: AT,
        text: "See you soon.",
      },
    ]);
    expect(comment).toBe("Look");
  });
});

describe("the names of the months", () => {
  const LOCALES = [
    "en",
    "de",
    "fr",
    "es",
    "pt",
    "it",
    "nl",
    "da",
    "nb",
    "sv",
    "fi",
    "pl",
    "cs",
    "sk",
    "hu",
    "ro",
    "bg",
    "ru",
    "uk",
    "sl",
    "et",
    "lv",
    "lt",
    "el",
    "tr",
    "ar",
    "he",
    "id",
    "th",
    "ca",
  ];
  it("hold what Unicode knows for these languages", ({ expect }) => {
    const missing = LOCALES.flatMap((locale) =>
      MONTH_NAMES.flatMap((names, at) => {
        const date = new Date(Date.UTC(2026, at, 15, 12));
        const parts = new Intl.DateTimeFormat(locale, {
          day: "numeric",
          month: "long",
          year: "numeric",
          timeZone: "UTC",
          calendar: "gregory",
        }).formatToParts(date);
        const name = (parts.find(({ type }) => type === "month")?.value ?? "")
          .normalize("NFC")
          .toLowerCase()
          .replace(/[.\u200e\u200f]/g, "")
          .trim();
        return /\p{L}/u.test(name) && !names.includes(name) && name !== "listopada"
          ? [`${locale} ${at + 1} ${name}`]
          : [];
      }),
    );
    expect(missing).toEqual([]);
  });
});
