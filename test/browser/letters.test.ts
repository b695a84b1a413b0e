// Letters in a real Chromium: nothing wider than a phone, colours by day and by night, and one-tap links as a browser takes them apart.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, it } from "vitest";
import { mailtoLink } from "../../src/letters/mailto.ts";
import { PALETTE } from "../../src/letters/render.ts";
import { VIEWS, openBrowser } from "./chromium.ts";

const GOLDEN = join(import.meta.dirname, "../golden/letters");
const letters = readdirSync(GOLDEN).filter((name) => name.endsWith(".html"));

const opened = await openBrowser();
afterAll(async () => {
  if (opened.ok) await opened.browser.close();
});

describe.skipIf(opened.ok)("letters in a browser", () => {
  it(`are not looked at: ${opened.ok ? "" : opened.why}`, ({ expect }) => {
    expect(opened.ok).toBe(false);
  });
});

describe.runIf(opened.ok)("letters in a browser", () => {
  for (const { width, colorScheme, name } of VIEWS)
    it(`fit at ${name}, in the colours of the ${colorScheme} palette, without anything fetched`, async ({
      expect,
    }) => {
      if (!opened.ok) return;
      const context = await opened.browser.newContext({ viewport: { width, height: 640 }, colorScheme });
      const page = await context.newPage();
      const fetched: string[] = [];
      page.on("request", (request) => fetched.push(request.url()));
      for (const letter of letters) {
        await page.setContent(readFileSync(join(GOLDEN, letter), "utf8"));
        const seen = await page.evaluate(() => ({
          width: document.documentElement.scrollWidth,
          paper: getComputedStyle(document.body).backgroundColor,
          ink: getComputedStyle(document.body).color,
          smallest: Math.min(
            ...[...document.querySelectorAll("p, li, h2, h3")].map((one) =>
              Number.parseFloat(getComputedStyle(one).fontSize),
            ),
          ),
          taps: [...document.querySelectorAll("a.accent")].map((one) => one.getBoundingClientRect().height),
        }));
        expect(seen.width, letter).toBeLessThanOrEqual(width);
        expect(seen.paper, letter).toBe(rgb(PALETTE[colorScheme].paper));
        expect(seen.ink, letter).toBe(rgb(PALETTE[colorScheme].ink));
        expect(seen.smallest, letter).toBeGreaterThanOrEqual(14);
        // WCAG 2.5.5: what is tapped is at least 44 px high.
        for (const height of seen.taps) expect(height, letter).toBeGreaterThanOrEqual(44);
      }
      expect(fetched).toEqual([]);
      await context.close();
    });

  it("have one-tap links that give back every word", async ({ expect }) => {
    if (!opened.ok) return;
    const drafts = [
      { to: "rae@acme.example", subject: "Re: Interview", body: "Hi Rae,\n\nthank you.\n\nAda" },
      {
        to: "rae+jobs@acme.example",
        subject: "Re: 50 % & more? #1",
        body: "a+b = c & d; “quoted” 100 %\n\nÜber Straße, café – naïve",
      },
      {
        to: "o'brien/hr@acme.example",
        subject: "面接 😀",
        body: "こんにちは\n\n?subject=evil&bcc=eve@evil.example\r\nBcc: eve@evil.example",
      },
    ];
    const page = await opened.browser.newPage();
    for (const draft of drafts) {
      const link = mailtoLink({ ...draft, needs: null }, { bcc: "sent-abc01@callback.example" });
      const parsed = await page.evaluate((href) => {
        const anchor = document.createElement("a");
        anchor.href = href ?? "";
        const url = new URL(anchor.href);
        const fields = url.search
          .slice(1)
          .split("&")
          .map((field) => field.split("=").map(decodeURIComponent));
        return { to: decodeURIComponent(url.pathname), fields, protocol: url.protocol, href: anchor.href };
      }, link);
      expect(parsed).toEqual({
        protocol: "mailto:",
        href: link,
        to: draft.to,
        fields: [
          ["subject", draft.subject],
          ["body", draft.body.replace(/\r?\n/g, "\r\n")],
          ["bcc", "sent-abc01@callback.example"],
        ],
      });
      // Windows and several mail programs cut at about 2,000; RFC 6068 wants ASCII, and %0D%0A between lines.
      expect(link?.length).toBeLessThan(2_000);
      expect(link).toMatch(/^mailto:[\x21-\x7e]+$/);
      expect(link).not.toMatch(/\+|%0A(?<!%0D%0A)/);
    }
  });
});

function rgb(hex: string): string {
  return `rgb(${[1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16)).join(", ")})`;
}
