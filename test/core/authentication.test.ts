import { describe, it } from "vitest";
import { authenticatedSender, parseAuthenticationResults } from "../../src/mail/authentication.ts";
import { readMessage } from "../../src/mail/message.ts";

const SERVER = "mx.cloudflare.net";

/** Who is proven by a mail with these header lines on top. */
async function proven(...lines: string[]): Promise<string | null> {
  const from = lines.some((line) => line.startsWith("From:")) ? [] : ["From: Ada <ada@home.example>"];
  const raw = [...lines, ...from, "Subject: x", "", "done"].join("\r\n");
  return authenticatedSender(await readMessage(new TextEncoder().encode(raw)), SERVER);
}

const results = (value: string) => `Authentication-Results: ${SERVER}; ${value}`;

describe("an authentic sender", () => {
  it("passed DMARC for the From domain", async ({ expect }) => {
    expect(
      await proven(
        results(
          "dkim=pass header.d=home.example; dmarc=pass header.from=home.example policy.dmarc=reject; spf=pass",
        ),
      ),
    ).toBe("ada@home.example");
  });

  it("has an aligned DKIM signature where there is no DMARC policy", async ({ expect }) => {
    expect(
      await proven(results("dmarc=none header.from=home.example; dkim=pass header.d=mail.home.example")),
    ).toBe("ada@home.example");
    expect(await proven(results("dkim=pass header.i=@home.example"))).toBe("ada@home.example");
  });

  it("is found in folded headers with comments and blanks around the equals sign", async ({ expect }) => {
    expect(
      await proven(
        `Authentication-Results: ${SERVER} 1;\r\n dmarc = pass (p=none dis=none (nested)) header.from=HOME.example`,
      ),
    ).toBe("ada@home.example");
  });
});

describe("a sender that is not proven", () => {
  for (const [name, lines] of [
    ["without any Authentication-Results", []],
    ["by another server", ["Authentication-Results: mx.evil.example; dmarc=pass header.from=home.example"]],
    [
      "by the second header only",
      ["Authentication-Results: mx.evil.example; dmarc=pass", results("dmarc=pass header.from=home.example")],
    ],
    [
      "by a failure above a forged pass",
      [results("dmarc=fail header.from=home.example"), results("dmarc=pass header.from=home.example")],
    ],
    ["for another domain", [results("dmarc=pass header.from=evil.example")]],
    ["for a domain that only begins alike", [results("dmarc=pass header.from=home.example.evil.example")]],
    ["without a header.from", [results("dmarc=pass")]],
    ["by SPF alone", [results("spf=pass smtp.mailfrom=ada@home.example")]],
    ["by a quoted MAIL FROM", [results('spf=none smtp.mailfrom="dmarc=pass"@evil.example')]],
    [
      "by a quoted MAIL FROM with semicolons",
      [results('spf=none smtp.mailfrom="x; dmarc=pass header.from=home.example; y"@evil.example')],
    ],
    [
      "by an escaped quote in MAIL FROM",
      [results('spf=none smtp.mailfrom="x\\"; dmarc=pass header.from=home.example; \\""@evil.example')],
    ],
    ["by a tag in MAIL FROM", [results("spf=pass smtp.mailfrom=x+dmarc=pass@evil.example")]],
    [
      "by a comment",
      [results("spf=pass (x; dmarc=pass header.from=home.example; y) smtp.mailfrom=evil.example")],
    ],
    ["by an unclosed comment", [results("spf=pass (x; dmarc=pass header.from=home.example")]],
    [
      "by two DMARC verdicts",
      [results("dmarc=fail header.from=home.example; dmarc=pass header.from=home.example")],
    ],
    [
      "by a signature of another domain",
      [results("dkim=pass header.d=evil.example; dmarc=none header.from=home.example")],
    ],
    [
      "by a signature when DMARC failed",
      [results("dkim=pass header.d=home.example; dmarc=fail header.from=home.example")],
    ],
    [
      "with two From headers",
      [
        "From: Ada <ada@home.example>",
        "From: Eve <eve@evil.example>",
        results("dmarc=pass header.from=home.example"),
      ],
    ],
    [
      "with two addresses in From",
      [
        "From: Ada <ada@home.example>, Eve <eve@evil.example>",
        results("dmarc=pass header.from=home.example"),
      ],
    ],
  ] as const)
    it(`stays unproven ${name}`, async ({ expect }) => {
      expect(await proven(...lines)).toBeNull();
    });

  it("is not aligned by a public suffix that it shares with the signer", async ({ expect }) => {
    const from = "From: Ada <ada@home.co.uk>";
    expect(await proven(from, results("dkim=pass header.d=evil.co.uk"))).toBeNull();
    expect(await proven(from, results("dkim=pass header.d=mail.home.co.uk"))).toBe("ada@home.co.uk");
  });
});

describe("the parser", () => {
  it("reads methods, results and properties", ({ expect }) => {
    expect(
      parseAuthenticationResults(
        'a.example; spf=pass smtp.mailfrom="b c"@d.example; dkim=fail (bad) header.d=e.example',
      ),
    ).toEqual({
      authservId: "a.example",
      results: [
        { method: "spf", result: "pass", properties: { "smtp.mailfrom": '"b c"@d.example' } },
        { method: "dkim", result: "fail", properties: { "header.d": "e.example" } },
      ],
    });
  });

  it("takes time in proportion to its input", ({ expect }) => {
    expect(parseAuthenticationResults("(".repeat(1_000_000))).toBeNull();
    expect(parseAuthenticationResults(`a; ${"x=y; ".repeat(200_000)}`)?.results.length).toBeGreaterThan(100);
  });
});
