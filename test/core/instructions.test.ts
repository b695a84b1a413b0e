import { describe, it } from "vitest";
import { visibleReply } from "../../src/mail/reply.ts";
import { readInstructions } from "../../src/opportunity/instructions.ts";

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
