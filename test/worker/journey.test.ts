// Six weeks with Ada, from her first word to her last: mails at their own times, a change of clocks, a cron that fails, and every order.
// What she reads on the way is in test/golden/letters: all of it as text, the first letter of each kind as HTML.
import { describe, it } from "vitest";
import { site } from "../../src/web/site.tsx";
import {
  ADA,
  arrive,
  arriveAndSettle,
  count,
  countedIds,
  moveTo,
  runJobs,
  testWorld,
} from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";
import type { AddressedLetter } from "../../src/world.ts";

const PUBLIC = "hello@callback.example";

/** Ada's side of it: her mail program, her mailbox and her browser. */
class Ada {
  readonly world: TestWorld;
  inbox = "";
  #mails = 0;

  constructor(world: TestWorld) {
    this.world = world;
  }

  get last(): AddressedLetter {
    const letter = this.world.sent.at(-1);
    if (!letter) throw new Error("no letter yet");
    return letter;
  }

  letter(beginning: string): AddressedLetter {
    const found = this.world.sent.findLast(({ subject }) => subject.startsWith(beginning));
    if (!found)
      throw new Error(
        `no letter “${beginning}”: ${this.world.sent.map(({ subject }) => subject).join(" | ")}`,
      );
    return found;
  }

  /** Headers of a mail that is written now. */
  #head(from: string, to: string, subject: string): string {
    this.#mails += 1;
    const date = new Date(this.world.now).toUTCString().replace("GMT", "+0000");
    return `Message-ID: <${this.#mails}@home.example>\r\nFrom: ${from}\r\nTo: ${to}\r\nDate: ${date}\r\nSubject: ${subject}\r\n`;
  }

  /** What Gmail makes of a forward: the recruiter's mail, an hour old, under her comment. */
  async forward(from: string, subject: string, text: string, comment = ""): Promise<void> {
    const written = new Date(Date.parse(this.world.now) - 3_600_000);
    const date = new Intl.DateTimeFormat("en-US", {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: ADA.zone,
    }).format(written);
    const head = this.#head(`${ADA.name} <${ADA.address}>`, this.inbox, `Fwd: ${subject}`);
    const block = `---------- Forwarded message ---------\r\nFrom: ${from}\r\nDate: ${date}\r\nSubject: ${subject}\r\nTo: ${ADA.address}\r\n\r\n${text}`;
    const body = comment === "" ? block : `${comment}\r\n\r\n${block}`;
    await arriveAndSettle(this.world, `${head}Content-Type: text/plain; charset=utf-8\r\n\r\n${body}`, {
      to: this.inbox,
    });
  }

  /** A rule of hers forwards what comes, as it is. */
  async rule(from: string, subject: string, text: string, more = ""): Promise<void> {
    const raw = `${this.#head(from, ADA.address, subject)}${more === "" ? "Content-Type: text/plain; charset=utf-8\r\n" : more}\r\n${text}`;
    await arriveAndSettle(this.world, raw, {
      to: this.inbox,
      stamp: "dmarc=pass header.from=globex.example",
    });
  }

  async reply(letter: AddressedLetter, text: string): Promise<AddressedLetter> {
    const head = this.#head(
      `${ADA.name} <${ADA.address}>`,
      letter.replyTo,
      `Re: ${letter.subject.replace(/^Re: /, "")}`,
    );
    const quoted = letter.text
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\r\n");
    const raw = `${head}References: ${letter.headers["References"] ?? ""}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n\r\nAda\r\n\r\nOn Mon, Nov 2, 2026 at 8:00 AM Callback <${PUBLIC}> wrote:\r\n\r\n${quoted}`;
    await arriveAndSettle(this.world, raw, { to: letter.replyTo });
    return this.last;
  }

  /** Taps the one-tap link of a draft and sends what it fills in. */
  async tap(letter: AddressedLetter, which = 0): Promise<void> {
    const link = new URL([...letter.text.matchAll(/mailto:[^?\s]+\?\S+/g)][which]?.[0] ?? "");
    const fields = new URLSearchParams(link.search.replaceAll("+", "%2B"));
    const head = this.#head(
      `${ADA.name} <${ADA.address}>`,
      decodeURIComponent(link.pathname),
      fields.get("subject") ?? "",
    );
    await arriveAndSettle(
      this.world,
      `${head}Content-Type: text/plain; charset=utf-8\r\n\r\n${fields.get("body") ?? ""}`,
      { to: fields.get("bcc") ?? "" },
    );
  }

  /** Opens the page behind a letter's link, and presses its button. */
  async press(path: string): Promise<string> {
    const app = site(this.world, {
      receive: () => Promise.reject(new Error("no mail")),
      report: () => Promise.resolve({ status: 404 as const }),
      wake: () => Promise.resolve(),
    });
    const url = `http://localhost${path}`;
    await app.fetch(new Request(url));
    const response = await app.fetch(
      new Request(url, {
        method: "POST",
        body: new URLSearchParams(),
        headers: { origin: "http://localhost" },
      }),
    );
    await runJobs(this.world);
    return response.text();
  }

  async pressIn(letter: AddressedLetter): Promise<string> {
    return this.press(/\/confirm\/[a-z2-7]+/.exec(letter.text)?.[0] ?? "");
  }
}

const RAE = "Rae Lind <rae@acme.example>";
const KIM = "Kim Osei <kim@globex.example>";
const NOOR = "Noor Haddad <noor@northwind.example>";

/** Globex's invitation as their calendar sends it; the same meeting each time. */
function invite(sequence: number, start: string): { more: string; text: string } {
  const calendar = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    "UID:meeting-1@globex.example",
    `SEQUENCE:${sequence}`,
    `DTSTART:${start}`,
    "DURATION:PT1H",
    "SUMMARY:Interview Data Lead",
    "LOCATION:https://meet.google.com/abc-defg-hij",
    "ORGANIZER;CN=Kim Osei:mailto:kim@globex.example",
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
  const words =
    sequence === 0
      ? "Hi Ada,\r\n\r\nwe would like to invite you to an interview for the Data Lead position at Globex. You will meet Lin Achterberg, our Head of Data.\r\n\r\nKim Osei"
      : "Hi Ada,\r\n\r\nunfortunately we have to reschedule your interview for the Data Lead position at Globex; the new time is in the calendar entry.\r\n\r\nKim Osei";
  const more = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n';
  const text = `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n--b\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\n${calendar}\r\n--b--\r\n`;
  return { more, text };
}

async function stages(world: TestWorld): Promise<Record<string, string>> {
  const { results } = await world.db
    .prepare("SELECT company, stage, outcome FROM opportunities WHERE live = 1 ORDER BY company")
    .all<{ company: string; stage: string; outcome: string | null }>();
  return Object.fromEntries(results.map(({ company, stage, outcome }) => [company, outcome ?? stage]));
}

const sequences = (letters: readonly AddressedLetter[]) =>
  letters.flatMap(({ attachments }) =>
    attachments.map(({ text }) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1])),
  );

describe("six weeks with Ada", () => {
  it(
    "go from a first word to the last, and nothing is lost, doubled or pushy",
    { timeout: 60_000 },
    async ({ expect }) => {
      const world = testWorld("2026-10-19T07:00:00Z", { newId: countedIds() });
      const ada = new Ada(world);
      const go = (instant: string) => moveTo(world, instant);

      // Monday, 19 October, in summer time. Her first word; she wants an address.
      const hello = `Message-ID: <hello@home.example>\r\nFrom: ${ADA.name} <${ADA.address}>\r\nTo: ${PUBLIC}\r\nDate: Mon, 19 Oct 2026 09:00:00 +0200\r\nSubject: Hello\r\n\r\nHow does this work?`;
      expect(await arrive(world, hello, { to: PUBLIC })).toEqual({ is: "asked" });
      await runJobs(world);
      await ada.pressIn(ada.last);
      expect(ada.last.subject).toBe("Your Callback address");
      ada.inbox = /in-[a-z2-7]{26}@callback\.example/.exec(ada.last.text)?.[0] ?? "";

      // Gmail asks whether it may forward; a forged question stays where it is.
      const google = (stamp: string) =>
        arriveAndSettle(
          world,
          `Message-ID: <${stamp.slice(6, 10)}@google.example>\r\nFrom: Gmail Team <forwarding-noreply@google.com>\r\nTo: ${ada.inbox}\r\nDate: Mon, 19 Oct 2026 09:10:00 +0200\r\nSubject: (#123456789) Gmail Forwarding Confirmation - Receive Mail from ada.byron@gmail.com\r\n\r\nada.byron@gmail.com has requested to automatically forward mail to your email address.\r\nConfirmation code: 123456789\r\n\r\nhttps://mail-settings.google.com/mail/vf-abc\r\n`,
          { to: ada.inbox, stamp },
        );
      await google("dmarc=fail header.from=google.com");
      expect(ada.last.subject).toBe("Your Callback address");
      await google("dmarc=pass header.from=google.com");
      expect(ada.last.text).toMatch(
        /The code: 123456789[\s\S]*https:\/\/mail-settings\.google\.com\/mail\/vf-abc[\s\S]*Create a new filter/,
      );

      // The first week: one mail of many kinds.
      await go("2026-10-20T08:00:00Z");
      await ada.forward(
        "Acme Careers <careers@acme.example>",
        "Your application: Staff Engineer",
        "Dear Ada,\r\n\r\nthank you for applying. We have received your application for the Staff Engineer position at Acme and will review it.\r\n\r\nAcme Careers",
      );
      await go("2026-10-21T08:00:00Z");
      await ada.forward(
        RAE,
        "Interview: Staff Engineer",
        "Hi Ada,\r\n\r\nwe would like to invite you to an interview for the Staff Engineer position at Acme. You would be speaking with Jo Park, Engineering Manager, on Tuesday, October 27 at 3:00 PM CET on Zoom: https://zoom.us/j/555\r\n\r\nBest regards,\r\nRae Lind\r\nTalent Partner, Acme",
      );
      expect(ada.last.attachments.map(({ name }) => name)).toEqual(["interview.ics"]);
      expect(ada.last.headers["In-Reply-To"]).toMatch(/^<\d+@home\.example>$/);
      await ada.tap(ada.last);
      await ada.forward(
        "LinkedIn Job Alerts <jobs@jobsite.example>",
        "12 new jobs for you",
        "Your job alert: 12 new jobs for Software Engineer in Berlin. View all jobs. Unsubscribe from this alert.",
        "not a job",
      );
      await go("2026-10-22T08:00:00Z");
      await ada.forward(
        "Mum <mum@family.example>",
        "Sunday lunch",
        "Dear Ada, are you coming on Sunday? I am making the soup you like. Love, Mum",
        "not a job",
      );
      await ada.forward(
        "Sam Iyer <sam@talent.example>",
        "A role that fits you",
        "Hi Ada,\r\n\r\nI came across your profile and have an opportunity that may interest you: Engineering Manager at Initech. Would you be open to a short call?\r\n\r\nSam Iyer\r\nTalent Partners",
      );
      // The agency hides the company: she says it.
      await ada.reply(ada.last, "company: Initech");
      expect(await stages(world)).toEqual({ Acme: "interviewing", Initech: "lead" });

      // Monday, 26 October: the clocks have changed, the digest still leaves at 8 by hers.
      await go("2026-10-26T06:00:00Z");
      expect(world.sent.some(({ subject }) => subject.startsWith("Your week"))).toBe(false);
      await go("2026-10-26T07:00:00Z");
      expect(ada.letter("Your week").text).toContain("Tue 27 Oct, 15:00: interview, Staff Engineer at Acme");
      await go("2026-10-26T15:00:00Z");
      expect(ada.last.subject).not.toContain("Tomorrow");
      await go("2026-10-26T16:00:00Z");
      expect(ada.last.subject).toBe("Tomorrow, 15:00: interview, Staff Engineer at Acme");

      // The morning after: one good thing, and the thanks.
      await go("2026-10-28T08:00:00Z");
      expect(ada.last.subject).toBe("One good thing from Tue 27 Oct: Staff Engineer at Acme");
      await ada.tap(ada.last);
      await ada.reply(ada.letter("One good thing"), "How openly Jo spoke about mistakes");
      expect(ada.last.text).toContain("“how openly Jo spoke about mistakes”");

      // An invitation by a rule, moved twice: the calendar entry stays the same one.
      await go("2026-10-29T09:00:00Z");
      await ada.rule(
        KIM,
        "Invitation: interview, Data Lead",
        invite(0, "20261105T090000Z").text,
        invite(0, "20261105T090000Z").more,
      );
      const first = ada.last;
      expect(first.headers["In-Reply-To"]).toBeUndefined();
      await go("2026-10-30T09:00:00Z");
      await ada.rule(
        KIM,
        "Updated invitation: interview, Data Lead",
        invite(1, "20261109T090000Z").text,
        invite(1, "20261109T090000Z").more,
      );
      await go("2026-11-04T15:00:00Z");
      await ada.rule(
        KIM,
        "Updated invitation: interview, Data Lead",
        invite(2, "20261112T130000Z").text,
        invite(2, "20261112T130000Z").more,
      );
      const moves = world.sent.filter(({ attachments }) =>
        attachments.some(({ text }) => text.includes("Data Lead")),
      );
      expect(sequences(moves)).toEqual(sequences(moves).toSorted((a, b) => a - b));
      expect(new Set(sequences(moves)).size).toBe(3);
      expect(
        new Set(moves.map(({ attachments }) => /UID:(\S+)/.exec(attachments[0]?.text ?? "")?.[1])).size,
      ).toBe(1);

      // A test with a deadline, an out-of-office, a mail with nothing in it.
      await ada.forward(
        NOOR,
        "Next step: a short exercise",
        "Hi Ada,\r\n\r\nthe next step for the Backend Engineer position at Northwind is a short coding test of two hours. Please complete the assessment by Friday, November 13.\r\n\r\nNoor Haddad",
      );
      await ada.rule(
        KIM,
        "Automatic reply: Interview",
        "I am out of the office until Monday.",
        "Auto-Submitted: auto-replied\r\nContent-Type: text/plain; charset=utf-8\r\n",
      );
      const unplaced = world.sent.length;
      await arriveAndSettle(
        world,
        `Message-ID: <n@home.example>\r\nFrom: ${ADA.name} <${ADA.address}>\r\nTo: ${ada.inbox}\r\nDate: Thu, 5 Nov 2026 09:00:00 +0100\r\nSubject: Fwd: hm\r\n\r\n`,
        { to: ada.inbox },
      );
      expect(world.sent.length).toBe(unplaced + 1);

      // A digest every day for a while; the first follow-up, sent with one tap, and "done" changes nothing more.
      await go("2026-11-05T09:00:00Z");
      await ada.reply(ada.letter("Your week"), "daily");
      await go("2026-11-06T07:00:00Z");
      const friday = ada.letter("Your week");
      expect(friday.text).toContain("First follow-up: Staff Engineer at Acme");
      expect(friday.text).toContain("I especially enjoyed how openly Jo spoke about mistakes");
      const numberOf = (letter: AddressedLetter, title: string) =>
        Number(new RegExp(`^(\\d+)\\. ${title}`, "m").exec(letter.text)?.[1]);
      await ada.tap(friday);
      const marked = await ada.reply(friday, `done ${numberOf(friday, "First follow-up")}`);
      expect(marked.text).toContain("nothing changed");
      await ada.reply(friday, "weekly");

      // Monday, 9 November: the cron is dead until the afternoon. The digest leaves once, late.
      const digests = () => count(world, "digests");
      const before = await digests();
      await go("2026-11-09T14:30:00Z");
      await go("2026-11-09T14:45:00Z");
      expect(await digests()).toBe(before + 1);
      const late = ada.letter("Your week");
      expect(late.text).toMatch(/DONE SINCE LAST TIME[\s\S]*First follow-up, Staff Engineer at Acme: sent/);
      // The deadline comes before the next digest.
      expect(late.text).toContain("Mind the deadline: Backend Engineer at Northwind");
      const deadline = numberOf(late, "Mind the deadline");
      expect((await ada.reply(late, `why ${deadline}`)).text).toContain("complete the assessment by Friday");
      expect((await ada.reply(late, `snooze ${deadline} until Thursday`)).text).toContain(
        "comes back on Thu 12 Nov",
      );
      expect((await ada.reply(late, "undo")).text).toContain("Taken back");

      // Globex does not turn up; Northwind's day comes.
      await go("2026-11-11T16:00:00Z");
      expect(ada.last.subject).toBe("Tomorrow, 14:00: interview, Data Lead at Globex");
      await go("2026-11-13T07:00:00Z");
      expect(ada.last.subject).toBe("Due today: Backend Engineer at Northwind");
      await ada.reply(ada.last, "done");
      await go("2026-11-13T08:00:00Z");
      await ada.reply(ada.letter("One good thing from Thu 12 Nov"), "no show");
      expect(ada.last.text).toContain("did not turn up on Thu 12 Nov");

      // Monday, 16 November: the second and final follow-up, references, and an offer.
      await go("2026-11-16T07:00:00Z");
      const second = ada.letter("Your week");
      expect(second.text).toContain("Second and final follow-up: Staff Engineer at Acme");
      await ada.reply(second, `skip ${numberOf(second, "Second and final follow-up")}`);
      await ada.forward(
        NOOR,
        "References",
        "Hi Ada,\r\n\r\nthank you for the test, well done. Could you please send us two professional references for the Backend Engineer position at Northwind by Friday, November 20?\r\n\r\nNoor Haddad",
      );
      await ada.forward(
        RAE,
        "Staff Engineer: a short update",
        "Hi Ada,\r\n\r\nthank you for your patience. We are still interviewing other candidates and will get back to you by Friday, November 27.\r\n\r\nRae Lind",
      );
      await go("2026-11-18T09:00:00Z");
      await ada.forward(
        NOOR,
        "Offer: Backend Engineer",
        "Hi Ada,\r\n\r\nwe are delighted to offer you the position of Backend Engineer at Northwind. The offer letter is attached; please let us know your decision by Wednesday, November 25.\r\n\r\nNoor Haddad",
      );
      expect(await stages(world)).toMatchObject({ Northwind: "offer", Acme: "interviewing" });

      // All the other orders, several at once.
      const list = await ada.reply(ada.last, "list");
      expect(list.text).toMatch(/OFFERS[\s\S]*Northwind[\s\S]*INTERVIEWING[\s\S]*Acme/);
      const many = await ada.reply(
        list,
        "add Hooli, Site Reliability Engineer\nadd Hooly, SRE\nclose Initech\nnote Globex\nthey replied Globex\nsomething else entirely",
      );
      expect(many.text).toMatch(
        /Hooli: added as applied[\s\S]*Initech: closed[\s\S]*did not understand[\s\S]*something else entirely/,
      );
      const again = await ada.reply(many, "list");
      const numbered = (name: string) =>
        Number(new RegExp(`^\\* (\\d+): ${name}`, "m").exec(again.text)?.[1]);
      const merged = await ada.reply(
        again,
        `merge ${numbered("Site Reliability Engineer at Hooli")} and ${numbered("SRE at Hooly")}\nnote ${numbered("Data Lead")}: they lost my number\ninterview ${numbered("Data Lead")}: Thu 26 Nov 11:00\nreopen Initech`,
      );
      expect(merged.text).toMatch(
        /one opportunity now[\s\S]*noted[\s\S]*interview on Thu 26 Nov, 11:00[\s\S]*open again/,
      );
      expect(
        (
          await ada.reply(
            again,
            `role ${numbered("Site Reliability Engineer at Hooli")}: Reliability Lead\ncompany ${numbered("Site Reliability Engineer at Hooli")}: Hooli`,
          )
        ).text,
      ).toContain("Reliability Lead at Hooli: put right");
      expect(
        (await ada.reply(merged, "rejected Hooli\ndeclined Initech\naccepted Northwind\nhelp")).text,
      ).toMatch(/Congratulations[\s\S]*Numbers are those of the letter/);
      expect(await stages(world)).toEqual({
        Acme: "interviewing",
        Globex: "interviewing",
        Hooli: "rejected",
        Initech: "declined",
        Northwind: "accepted",
      });
      expect((await ada.reply(merged, "withdraw Acme")).text).toContain(
        "withdraw from the Staff Engineer role at Acme",
      );
      expect((await ada.reply(ada.last, "undo")).text).toContain("Taken back");

      // A letter to Rae by mistake comes to us only.
      const stray = await ada.reply(
        ada.letter("Your week"),
        "Hi Rae,\r\n\r\nthank you for the update. I am still very interested in the role and look forward to hearing from you.\r\n\r\nBest,\r\nAda",
      );
      expect(stray.text).toContain("reads like a letter to Rae Lind");

      // Monday, 23 November: her mail program's "unsubscribe". Nothing by the clock any more; receipts go on.
      await go("2026-11-23T07:00:00Z");
      const unsubscribe = ada.letter("Your week").headers["List-Unsubscribe"] ?? "";
      await ada.press(new URL(unsubscribe.slice(1, -1)).pathname);
      expect(ada.last.subject).toBe("Your digests are paused");
      const quiet = world.sent.length;
      await go("2026-11-25T16:00:00Z");
      await go("2026-11-30T07:00:00Z");
      expect(world.sent.length).toBe(quiet);
      await ada.forward(
        "Pat Moss <pat@initrode.example>",
        "Your application to Initrode",
        "Dear Ada,\r\n\r\nunfortunately we have decided to move forward with other candidates for the Platform Engineer position at Initrode. We wish you all the best.\r\n\r\nPat Moss",
      );
      expect(world.sent.length).toBe(quiet + 1);

      // She takes her data along, and goes.
      expect((await ada.reply(ada.last, "resume\nexport")).attachments.map(({ name }) => name)).toEqual([
        "callback.json",
        "callback.csv",
        "callback.ics",
      ]);
      await ada.reply(ada.last, "forget Initrode");
      expect(await ada.pressIn(ada.last)).toContain("forgotten");
      await ada.reply(ada.last, "pause");

      // Nothing left twice, nothing is stuck, nobody but Ada got a letter, and none of them is pushy or needs an image.
      const stuck = await world.db
        .prepare("SELECT count(*) AS n FROM inbound_messages WHERE state NOT IN ('delivered', 'ignored')")
        .first("n");
      expect(stuck).toBe(0);
      expect(new Set(world.sent.map(({ id }) => id)).size).toBe(world.sent.length);
      expect(new Set(world.sent.map(({ to }) => to))).toEqual(new Set([ADA.address]));
      for (const { html, text, subject } of world.sent) {
        expect(html, subject).not.toMatch(/<img|<script|@import|url\(/i);
        for (const [, href] of html.matchAll(/href="([^"]+)"/g))
          expect(text, subject).toContain((href ?? "").replaceAll("&amp;", "&").replaceAll("&#39;", "'"));
      }
      const asRead = world.sent.map(({ subject, text, attachments }) =>
        [`# ${subject}`, "", text, ...attachments.map(({ name }) => `[${name}]`)].join("\n"),
      );
      await expect(`${asRead.join("\n")}\n`).toMatchFileSnapshot("../golden/letters/six-weeks.txt");
      const byKind = new Map(
        world.sent.map((letter) => [letter.headers["Feedback-ID"]?.split(":")[0] ?? "", letter]),
      );
      byKind.set("digest", friday);
      byKind.set("answer", many);
      byKind.set("receipt", first);
      for (const [kind, { html }] of byKind)
        await expect(html).toMatchFileSnapshot(`../golden/letters/${kind}.html`);

      await ada.reply(ada.last, "delete me");
      expect(await ada.pressIn(ada.last)).toContain("Everything is deleted");
      for (const table of [
        "users",
        "addresses",
        "opportunities",
        "touchpoints",
        "outbox",
        "inbound_messages",
      ])
        expect(await count(world, table), table).toBe(0);
    },
  );
});
