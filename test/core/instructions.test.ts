import { describe, it } from "vitest";
import { visibleReply } from "../../src/mail/reply.ts";
import { readInstructions, readsLikeLetter } from "../../src/opportunity/instructions.ts";

const read = (text: string) => readInstructions(text, { today: "2026-11-09", zone: "Europe/Berlin" });

describe("instructions", () => {
  for (const [text, expected] of [
    ["done", [{ verb: "done", items: [] }]],
    ["Done.", [{ verb: "done", items: [] }]],
    ["done 2", [{ verb: "done", items: [2] }]],
    ["DONE 1 and 3", [{ verb: "done", items: [1, 3] }]],
    ["done 1, 2", [{ verb: "done", items: [1, 2] }]],
    ["* done 2", [{ verb: "done", items: [2] }]],
    ["1. done 2", [{ verb: "done", items: [2] }]],
    ["*done 2*", [{ verb: "done", items: [2] }]],
    ["done #2", [{ verb: "done", items: [2] }]],
    ["all done!", [{ verb: "done", items: [], all: true }]],
    ["skip 2", [{ verb: "skip", items: [2] }]],
    ["snooze 2 a week", [{ verb: "snooze", items: [2], until: "2026-11-16" }]],
    ["snooze 1 3d", [{ verb: "snooze", items: [1], until: "2026-11-12" }]],
    ["snooze 1 and 2 for 2 weeks", [{ verb: "snooze", items: [1, 2], until: "2026-11-23" }]],
    [
      "done 1\nskip 2",
      [
        { verb: "done", items: [1] },
        { verb: "skip", items: [2] },
      ],
    ],
  ] as const)
    it(`understand "${text.replace("\n", " / ")}"`, ({ expect }) => {
      expect(read(text)).toEqual({ instructions: expected, unclear: [], asks: [] });
    });

  for (const [text, expected] of [
    // Every verb.
    ["undo", "undo"],
    ["they replied 3", "replied 3"],
    ["close Acme", "close =Acme"],
    ["withdraw 2", "withdraw 2"],
    ["rejected by Acme", "rejected =Acme"],
    ["accepted 2\ndeclined 3", "accepted 2|declined 3"],
    ["add Acme, Staff Engineer", "add :Acme, Staff Engineer"],
    ["merge 2 with 3", "merge 2,3"],
    ["reopen Acme", "reopen =Acme"],
    ["note 2: they use Rust, and like tests", "note 2 :they use Rust, and like tests"],
    ["company: Acme, role: Staff Engineer", "company :Acme|role :Staff Engineer"],
    ["interview: Thu 12 Nov 15:00", "interview :Thu 12 Nov 15:00"],
    ["good 1: the tour", "good 1 :the tour"],
    ["they didn’t turn up", "no-show"],
    ["why #2?", "why 2"],
    ["list\npause\nresume\nweekly\ndaily\nexport\nhelp", "list|pause|resume|weekly|daily|export|help"],
    ["forget Acme", "forget =Acme"],
    ["delete me", "delete-me"],
    // Several a line, numbers anywhere.
    ["done 1, skip 2 and snooze 3 a week", "done 1|skip 2|snooze 3 @2026-11-16"],
    ["snooze 2 until Friday, skip 3", "snooze 2 @2026-11-13|skip 3"],
    ["snooze 1 until Friday and 2 until Monday", "snooze 1 @2026-11-13|snooze 2 @2026-11-16"],
    ["close Acme. They never answered.", "close =Acme"],
    ["close Acme, 2 is done", "close =Acme|done 2"],
    ["number 2 is done", "done 2"],
    ["1, 2, and 3 done", "done 1,2,3"],
    ["done 1-3", "done 1,2,3"],
    ["done (2)", "done 2"],
    ["done two and three", "done 2,3"],
    // As phones and people write.
    ["Done 👍", "done"],
    ["“done 2”", "done 2"],
    ["I’ve sent 2, thanks so much!", "done 2"],
    ["It's done", "done"],
    ["oops undo", "undo"],
    ["could you snooze 2 for a week please?", "snooze 2 @2026-11-16"],
    ["Acme replied", "replied =Acme"],
    ["I turned down 2", "declined 2"],
    ["I was rejected by Acme", "rejected =Acme"],
    ["snooze 1 and 2 until 4 December", "snooze 1,2 @2026-12-04"],
    ["snooze 2 in ten days", "snooze 2 @2026-11-19"],
    ["snooze all until Friday", "snooze * @2026-11-13"],
    // In other languages, accents or not.
    ["Nummer 2 ist erledigt", "done 2"],
    ["spater 2 bis Freitag, den 4.12.", "snooze 2 @2026-12-04"],
    ["2 bis nächste Woche", "snooze 2 @2026-11-16"],
    ["J'ai envoyé la 2 et passe 3", "done 2|skip 3"],
    ["hecho 1 y 3", "done 1,3"],
    ["feito 2, pular 3", "done 2|skip 3"],
    ["fatto tutto", "done *"],
    ["gedaan 1 en 2", "done 1,2"],
  ] as const)
    it(`understand "${text.replaceAll("\n", " / ")}"`, ({ expect }) => {
      const said = read(text).instructions.map(({ verb, items, all, target, value, until }) =>
        [
          verb,
          ...(all ? ["*"] : items.length > 0 ? [items.join(",")] : []),
          ...(target === undefined ? [] : [`=${target}`]),
          ...(value === undefined ? [] : [`:${value}`]),
          ...(until === undefined ? [] : [`@${until}`]),
        ].join(" "),
      );
      expect(said.join("|")).toBe(expected);
    });

  for (const text of [
    "snooze 2 until Thu 4 Dec",
    "interview: Fri 12 Nov 15:00",
    "interview: lunedì 3 dicembre alle 15",
    "zone: Mars",
  ])
    it(`ask about "${text}"`, ({ expect }) => {
      expect(read(text)).toMatchObject({ instructions: [], unclear: [], asks: [expect.any(String)] });
    });

  it("say nothing back to mere politeness, or a name under it", ({ expect }) => {
    for (const text of ["Thank you so much!", "Hi there,", "sí, gracias", "ok 👍\n\nAda"])
      expect(
        readInstructions(text, { today: "2026-11-09", zone: "Europe/Berlin", me: "Ada Byron" }),
        text,
      ).toEqual({
        instructions: [],
        unclear: [],
        asks: [],
      });
  });

  for (const text of [
    // Exceptions and conditions: nobody means the rest of the line as it stands.
    "all done, except 2",
    "Alles erledigt, außer 2",
    "If they call, close 2",
    "skip 2, unless it is important",
    // Who did it: not they, and not I.
    "I replied",
    "I answered 2",
    "He accepted",
    "We did it!",
    // Questions.
    "close 2?",
    "Accepted?",
    // Sentences that begin like an order, also broken ones.
    "Until Friday I'm in Paris",
    "until Friday, so I will not write before then.",
    "Bis Montag und schönes Wochenende",
    "Hasta mañana!",
    "Tot morgen",
    "Add me on LinkedIn",
    "Forget it",
    "Bedankt voor alles",
    "My flat is no. 5",
    "later today I have a call at 15:00",
    "1. Thursday",
  ])
    it(`see no order in "${text}"`, ({ expect }) => {
      expect(read(text).instructions).toEqual([]);
    });

  it("are read in time that does not explode, whatever is written", ({ expect }) => {
    for (const line of [
      "until x, ",
      "bis x ; ",
      "snooze 1 and 1",
      "interview: monday 3 ",
      "1:1 ",
      "done ",
      "a",
    ]) {
      const started = performance.now();
      read(`${line.repeat(300 / line.length)}\n`.repeat(50));
      expect(performance.now() - started, line).toBeLessThan(1_000);
    }
  });

  for (const text of [
    "I am done with this company",
    "donee",
    "done with 2",
    "done 0",
    "snooze",
    "snooze 1 forever",
  ])
    it(`say "${text}" back`, ({ expect }) => {
      expect(read(text)).toEqual({ instructions: [], unclear: [text], asks: [] });
    });

  it("still understand the rest of a mail", ({ expect }) => {
    expect(read("done 1\nand thank you")).toEqual({
      instructions: [{ verb: "done", items: [1] }],
      unclear: [],
      asks: [],
    });
  });
});

describe("a letter to somebody else", () => {
  const context = { today: "2026-11-09", zone: "Europe/Berlin" };

  for (const text of [
    "Hi Rae,\n\nthank you for the interview on Monday. I look forward to hearing from you.\n\nAda",
    "Sehr geehrte Frau Lind,\n\nvielen Dank für das Gespräch.",
    "Hi Rae,\nI accept the offer!",
    "Hi Rae,\n\nthese times work for me:\n1. Thursday\n2. Friday",
  ])
    it(`is "${text.slice(0, 30).replace("\n", " ")}…"`, ({ expect }) => {
      expect(readsLikeLetter(text, context)).toBe(true);
    });

  for (const text of [
    "Hi team,\ndone 1, skip 2 and snooze 3 for a week please, thank you so much",
    "Hello Callback,\nplease tell me what this is about, I do not understand your letter at all",
    "done 1",
  ])
    it(`is not "${text.slice(0, 30).replace("\n", " ")}…"`, ({ expect }) => {
      expect(readsLikeLetter(text, context)).toBe(false);
    });
});

describe("what a person typed", () => {
  for (const [name, text] of [
    [
      "Gmail",
      "done\n\nOn Mon, Nov 9, 2026 at 8:00 AM Callback <hello@callback.example> wrote:\n> all done\n",
    ],
    [
      "Gmail with a wrapped quote line",
      "done\n\nOn Mon, Nov 9, 2026 at 8:00 AM Callback\n<hello@callback.example> wrote:\n\n> skip 1\n",
    ],
    [
      "Outlook",
      "done\n\n________________________________\nFrom: Callback <hello@callback.example>\nSent: Monday, November 9, 2026 8:00 AM\nTo: Ada\nSubject: Your week\n\nskip 1",
    ],
    [
      "Outlook for iOS",
      "done\n\nGet Outlook for iOS<https://aka.example/o>\n________________________________\nFrom: Callback\nskip 1",
    ],
    [
      "Apple Mail on a phone",
      "done\n\nSent from my iPhone\n\n> On 9 Nov 2026, at 08:00, Callback wrote:\n> skip 1",
    ],
    ["a signature", "done\n-- \nAda Byron\nskip 1"],
    ["an answer below the quote", "> Your week\n> 1. First follow-up\ndone"],
  ] as const)
    it(`is found in a reply by ${name}`, ({ expect }) => {
      expect(visibleReply(text)).toBe("done");
    });
});
