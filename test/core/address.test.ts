import { describe, it } from "vitest";
import {
  base32,
  inboxAddress,
  letterOfReplyAddress,
  organisationalDomain,
  replyAddress,
} from "../../src/mail/address.ts";
import { letterIdIn, letterReference } from "../../src/mail/letter-id.ts";

const SECRET = "a secret that is long enough for this";
const LETTER = "abcdefghijklmnopqrstuvwxy2";

describe("our own addresses", () => {
  it("stay within the 64 octets of a local part, in lower case", async ({ expect }) => {
    const reply = await replyAddress(LETTER, "callback.example", SECRET);
    const inbox = inboxAddress(base32(new Uint8Array(16).fill(255)), "callback.example");
    for (const address of [reply, inbox]) {
      expect(address.split("@")[0]?.length).toBeLessThanOrEqual(64);
      expect(address).toBe(address.toLowerCase());
    }
  });

  it("name their letter in any case, and only with the right MAC", async ({ expect }) => {
    const address = await replyAddress(LETTER, "callback.example", SECRET);
    expect(await letterOfReplyAddress(address.toUpperCase(), [SECRET])).toBe(LETTER);
    expect(await letterOfReplyAddress(address, [`${SECRET}!`])).toBeNull();
    expect(await letterOfReplyAddress(address.replace(LETTER, "b".repeat(26)), [SECRET])).toBeNull();
    expect(await letterOfReplyAddress(address.replace(/.{4}@/, "@"), [SECRET])).toBeNull();
    expect(await letterOfReplyAddress("reply-@callback.example", [SECRET])).toBeNull();
  });

  it("are believed by either of two secrets while one replaces the other, and not any more afterwards", async ({
    expect,
  }) => {
    const next = "another secret that is long enough";
    const before = await replyAddress(LETTER, "callback.example", SECRET);
    const after = await replyAddress(LETTER, "callback.example", next);
    for (const address of [before, after])
      expect(await letterOfReplyAddress(address, [next, SECRET])).toBe(LETTER);
    expect(await letterOfReplyAddress(before, [next])).toBeNull();
  });

  it("are base32 as RFC 4648 writes it", ({ expect }) => {
    expect(base32(new TextEncoder().encode("foobar"))).toBe("mzxw6ytboi");
    expect(base32(new TextEncoder().encode("fooba"))).toBe("mzxw6ytb");
  });
});

describe("letters in References", () => {
  it("are found among other ids, the newest last", ({ expect }) => {
    const ids = [
      "x@home.example",
      letterReference("one", "callback.example"),
      letterReference("two", "callback.example"),
    ];
    expect(letterIdIn(ids, "callback.example")).toBe("two");
    expect(letterIdIn(["two.letter@other.example"], "callback.example")).toBeNull();
  });
});

describe("organisational domains", () => {
  it("follow the public suffix list", ({ expect }) => {
    expect(organisationalDomain("mail.acme.co.uk")).toBe("acme.co.uk");
    expect(organisationalDomain("acme.example")).toBe("acme.example");
    expect(organisationalDomain("acme.github.io")).toBe("acme.github.io");
  });
});
