// What people type above, below and between what their mail programs quote, in their languages.
import { describe, it } from "vitest";
import { readMessage } from "../../src/mail/message.ts";
import { visibleReply as visible } from "../../src/mail/reply.ts";
import { tidy } from "../../src/mail/text.ts";
import { writeMessage } from "../../src/mail/written-message.ts";

/** As in life: the text of a message is tidied first (Gmail wraps Hebrew in marks of direction). */
const visibleReply = (text: string) => visible(tidy(text));

const QUOTED = "> 1. First follow-up\n> done 7\n> all done";
const UNQUOTED = "1. First follow-up\ndone 7\nall done";
const HELLO = "Callback <hello@callback.example>";

const ATTRIBUTIONS: readonly (readonly [string, string])[] = [
  ["English", `On Mon, Nov 9, 2026 at 8:00 AM ${HELLO} wrote:`],
  ["English by Apple", `On Nov 9, 2026, at 8:00 AM, ${HELLO} wrote:`],
  ["English without a colon", `On Mon, 9 Nov 2026 08:00:00 +0100 ${HELLO} wrote`],
  ["German", `Am Mo., 9. Nov. 2026 um 08:00 Uhr schrieb ${HELLO}:`],
  ["French", `Le lun. 9 nov. 2026 à 08:00, ${HELLO} a écrit :`],
  ["Spanish", `El lun, 9 nov 2026 a las 8:00, ${HELLO} escribió:`],
  ["Portuguese", `Em seg., 9 de nov. de 2026 às 08:00, ${HELLO} escreveu:`],
  ["Italian", `Il giorno lun 9 nov 2026 alle ore 08:00 ${HELLO} ha scritto:`],
  ["Dutch", `Op ma 9 nov 2026 om 08:00 schreef ${HELLO}:`],
  ["Danish", `Den man. 9. nov. 2026 kl. 08.00 skrev ${HELLO}:`],
  ["Norwegian", `man. 9. nov. 2026 kl. 08:00 skrev ${HELLO}:`],
  ["Swedish", `Den mån 9 nov. 2026 kl 08:00 skrev ${HELLO}:`],
  ["Finnish", `ma 9. marrask. 2026 klo 8.00 ${HELLO} kirjoitti:`],
  ["Polish", `pon., 9 lis 2026 o 08:00 ${HELLO} napisał(a):`],
  ["Czech", `po 9. 11. 2026 v 8:00 odesílatel ${HELLO} napsal:`],
  ["Slovak", `po 9. 11. 2026 o 8:00 ${HELLO} napísal(a):`],
  ["Hungarian", `${HELLO} ezt írta (időpont: 2026. nov. 9., H, 8:00):`],
  ["Romanian", `În lun., 9 nov. 2026 la 08:00, ${HELLO} a scris:`],
  ["Bulgarian", `На пн, 9.11.2026 г. в 8:00 ${HELLO} написа:`],
  ["Russian", `пн, 9 нояб. 2026 г. в 08:00, ${HELLO}:`],
  ["Ukrainian", `пн, 9 лист. 2026 р. о 08:00 ${HELLO} пише:`],
  ["Greek", `Στις Δευ 9 Νοε 2026 στις 8:00 π.μ., ο χρήστης ${HELLO} έγραψε:`],
  ["Turkish", `${HELLO}, 9 Kas 2026 Pzt, 08:00 tarihinde şunu yazdı:`],
  ["Hebrew", `‫בתאריך יום ב׳, 9 בנוב׳ 2026 ב-8:00 מאת ‪${HELLO}‬‏>:‬`],
  ["Arabic", `في الاثنين، 9 نوفمبر 2026 في 8:00 ص تمت كتابة ما يلي بواسطة ${HELLO}:`],
  ["Chinese", `${HELLO} 于2026年11月9日周一 08:00写道：`],
  ["Chinese of Taiwan", `${HELLO} 於 2026年11月9日 週一 上午8:00寫道：`],
  ["Japanese", `2026年11月9日(月) 8:00 ${HELLO}:`],
  ["Korean", `2026년 11월 9일 (월) 오전 8:00, ${HELLO}님이 작성:`],
  ["Vietnamese", `Vào Th 2, 9 thg 11, 2026 vào lúc 8:00 ${HELLO} đã viết:`],
  ["Indonesian", `Pada Sen, 9 Nov 2026 pukul 08.00 ${HELLO} menulis:`],
];

describe("what was typed", () => {
  for (const [language, attribution] of ATTRIBUTIONS)
    it(`is found above, below and between a quote in ${language}`, ({ expect }) => {
      expect(visibleReply(`done 2\n\n${attribution}\n\n${QUOTED}`)).toBe("done 2");
      expect(visibleReply(`done 2\n\n${attribution}\n\n${UNQUOTED}`)).toBe("done 2");
      expect(visibleReply(`${attribution}\n${QUOTED}\n\ndone 2`)).toBe("done 2");
      expect(
        visibleReply(`${attribution}\n\n${QUOTED}\n\ndone 2\n\n> 2. Second follow-up\n\nskip 3`).replace(
          /\n+/g,
          " ",
        ),
      ).toBe("done 2 skip 3");
      expect(visibleReply(`${attribution}\n${QUOTED}`)).toBe("");
    });

  for (const [language, header] of [
    ["English", ["From", "Sent", "To", "Subject"]],
    ["German", ["Von", "Gesendet", "An", "Betreff"]],
    ["French", ["De ", "Envoyé ", "À ", "Objet "]],
    ["Spanish", ["De", "Enviado", "Para", "Asunto"]],
    ["Dutch", ["Van", "Verzonden", "Aan", "Onderwerp"]],
    ["Polish", ["Od", "Wysłano", "Do", "Temat"]],
    ["Chinese", ["发件人", "发送时间", "收件人", "主题"]],
    ["Japanese", ["差出人", "送信日時", "宛先", "件名"]],
  ] as const)
    it(`is found above an Outlook block in ${language}`, ({ expect }) => {
      const block = [
        `${header[0]}: ${HELLO}`,
        `${header[1]}: 9. 11. 2026 8:00`,
        `${header[2]}: Ada`,
        `${header[3]}: Your week`,
      ].join("\n");
      for (const rule of ["________________________________\n", "-----Original Message-----\n", "\n"])
        expect(visibleReply(`done 2\n\n${rule}${block}\n\n${UNQUOTED}`)).toBe("done 2");
    });

  for (const words of [
    "Sent from my iPhone",
    "Von meinem iPhone gesendet",
    "Envoyé de mon iPhone",
    "Enviado desde mi iPhone",
    "Enviado do meu iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Sendt fra min iPhone",
    "Skickat från min iPhone",
    "Lähetetty iPhonesta",
    "Wysłane z iPhone'a",
    "Odesláno z iPhonu",
    "Отправлено с iPhone",
    "发自我的iPhone",
    "iPhoneから送信",
    "나의 iPhone에서 보냄",
    "Get Outlook for iOS<https://aka.example/o0ukef>",
    "Sent from Yahoo Mail on Android",
    "Sent with Proton Mail secure email.",
  ])
    it(`is found above "${words}"`, ({ expect }) => {
      expect(
        visibleReply(`done 2\n\n${words}\n\nOn Mon, Nov 9, 2026 at 8:00 AM ${HELLO} wrote:\n${QUOTED}`),
      ).toBe("done 2");
    });

  for (const farewell of [
    "-- \nAda Byron\ndone 9",
    "Best regards,\nAda",
    "Mit freundlichen Grüßen\nAda Byron\nTel. 030 555",
    "Cordialement,\nAda",
    "Saludos\nAda",
    "- Ada",
    "Cheers!",
  ])
    it(`is found above the farewell "${farewell.replaceAll("\n", " / ")}"`, ({ expect }) => {
      expect(visibleReply(`done 2\n\n${farewell}`)).toBe("done 2");
    });

  it("keeps sentences that only sound like a signature", ({ expect }) => {
    for (const text of [
      "Sent from my desk, it is much easier to type here.",
      "I sent it, best regards to Rae.",
      "They wrote: we need more time.",
    ])
      expect(visibleReply(text)).toBe(text);
  });

  it("is found in HTML without text", async ({ expect }) => {
    const html = `<div dir="ltr">done 2</div><br><div class="gmail_quote"><div dir="ltr">On Mon, Nov 9, 2026 at 8:00 AM Callback &lt;<a href="mailto:hello@callback.example">hello@callback.example</a>&gt; wrote:<br></div><blockquote>done 7</blockquote></div>`;
    expect(visibleReply((await readMessage(writeMessage({ from: "ada@home.example", html }))).text)).toBe(
      "done 2",
    );
  });

  it("is found in 800 kB of quote marks, in time", ({ expect }) => {
    const started = performance.now();
    expect(visibleReply(`done 2\n${"> ".repeat(400_000)}\n${"> x\n".repeat(100_000)}`)).toBe("done 2");
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("an order", () => {
  const quoted = "done 1\nskip 3";
  for (const [name, text, typed] of [
    [
      "right above an attribution without a time",
      `Done 1\nCallback <hello@callback.example> wrote:\n> x`,
      "Done 1",
    ],
    ["under a greeting", "Saludos,\ndone 2", "Saludos,\ndone 2"],
    ["under thanks", "Cheers!\ndone 2", "Cheers!\ndone 2"],
    ["that begins with a phone's word", "Sent via LinkedIn", "Sent via LinkedIn"],
    [
      "below a block whose quote is marked",
      `----- Original message -----\nFrom: ${HELLO}\nTo: Ada\nSubject: Your week\nDate: Mon, 9 Nov 2026\n\n> done 7\n\ndone 2`,
      "done 2",
    ],
    [
      "below a quote far from its attribution",
      `On Mon, Nov 9, 2026 at 8:00 AM ${HELLO} wrote:\n\n\n\n\n\n\n> done 7\n\ndone 2`,
      "done 2",
    ],
    [
      "above Zoho's line",
      `done 2\n\n---- On Tue, 03 Nov 2026 14:02:33 +0100 Callback wrote ----\n\n${quoted}`,
      "done 2",
    ],
    ["above a line between dashes in any language", `done 2\n\n---- 回复的原邮件 ----\n${quoted}`, "done 2"],
    ["above Samsung's Korean line", `done 2\n\n-------- 원본 이메일 --------\n${quoted}`, "done 2"],
    [
      "above an attribution with Arabic digits",
      `done 2\n\nفي الثلاثاء، ٣ نوفمبر ٢٠٢٦ في ٢:٠٢ م تمت كتابة ما يلي بواسطة ${HELLO}:\n\n${quoted}`,
      "done 2",
    ],
  ] as const)
    it(`is kept, and nothing quoted is: ${name}`, ({ expect }) => {
      expect(visibleReply(text)).toBe(typed);
    });

  for (const [client, html] of [
    ["Gmail", `<div dir="ltr">done 2</div><div class="gmail_quote">done 1<br>skip 3</div>`],
    ["Yahoo", `<div>done 2</div><div class="yahoo_quoted">done 1<br>skip 3</div>`],
    [
      "Outlook",
      `<div>done 2</div><div id="appendonsend"></div><hr style="width:98%"><div id="divRplyFwdMsg"><b>From:</b> ${HELLO.replace("<", "&lt;").replace(">", "&gt;")}<br><b>Sent:</b> Monday<br><b>To:</b> Ada<br><b>Subject:</b> Your week</div><div>done 1<br>skip 3</div>`,
    ],
    ["Apple Mail", `<div>done 2</div><blockquote type="cite"><div>done 1<br>skip 3</div></blockquote>`],
  ] as const)
    it(`is kept, and nothing quoted is, in the HTML of ${client}`, async ({ expect }) => {
      expect(visibleReply((await readMessage(writeMessage({ from: "ada@home.example", html }))).text)).toBe(
        "done 2",
      );
    });
});
