// What is tested in Node, once more in workerd: charsets, time zones and the names of months are the runtime's.
import { describe, it } from "vitest";
import { readArrival } from "../../src/mail/arrival.ts";
import { readMessage } from "../../src/mail/message.ts";
import { writeMessage } from "../../src/mail/written-message.ts";
import { readInvite } from "../../src/mail/invite.ts";
import { BROKEN_MAILS, bytes } from "../support/broken-mails.ts";

describe("in workerd", () => {
  for (const [name, raw, expected] of BROKEN_MAILS)
    it(`a mail with ${name} is read as in Node`, async ({ expect }) => {
      const message = await readMessage(bytes(raw));
      expect({ ...message, text: message.text.trim() }).toMatchObject(expected);
    });

  for (const [language, labels, date] of [
    ["Japanese", ["差出人", "送信日時", "宛先", "件名"], "2026年11月3日火曜日 14:02"],
    ["Greek", ["Από", "Στάλθηκε", "Προς", "Θέμα"], "Τρίτη, 3 Νοεμβρίου 2026 2:02 μμ"],
    ["Arabic", ["من", "تم الإرسال", "إلى", "الموضوع"], "الثلاثاء، ٣ نوفمبر ٢٠٢٦ ٢:٠٢ م"],
    ["Polish", ["Od", "Wysłano", "Do", "Temat"], "wtorek, 3 listopada 2026 14:02"],
  ] as const)
    it(`a forward in ${language} is dated as in Node`, async ({ expect }) => {
      const body = [
        `${labels[0]}: Rae Lind <rae@acme.example>`,
        `${labels[1]}: ${date}`,
        `${labels[2]}: Ada`,
        `${labels[3]}: Interview`,
        "",
        "Hello.",
      ].join("\n");
      const raw = writeMessage({
        from: "ada@home.example",
        subject: "FW: Interview",
        date: "Tue, 3 Nov 2026 15:00:00 +0100",
        body,
      });
      const { originals } = await readArrival(await readMessage(raw), {
        owners: [],
        inbox: null,
        zone: "Europe/Berlin",
        answersLetter: false,
      });
      expect(originals).toMatchObject([
        { from: { address: "rae@acme.example" }, date: "2026-11-03T13:02:00Z" },
      ]);
    });

  it("an invitation in a Windows zone has the right instant", ({ expect }) => {
    const calendar = [
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "UID:1",
      "DTSTART;TZID=Pacific Standard Time:20260710T090000",
      "END:VEVENT",
      "END:VCALENDAR",
    ].join("\r\n");
    expect(readInvite([calendar], "UTC")?.start).toBe("2026-07-10T09:00:00-07:00");
  });
});
