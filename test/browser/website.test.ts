// The website in a real Chromium, on the production build in workerd: from signing up to the digest, every order, with and without JavaScript, on a
// phone, by keyboard, and for screen readers (axe-core).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { startDemoWorker } from "../../src/cli/demo-worker.ts";
import type { DemoWorker } from "../../src/cli/demo-worker.ts";
import { VIEWS, openBrowser } from "./chromium.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/ada");
const ADA = {
  address: "ada@home.example",
  name: "Ada Byron",
  zone: "Europe/Berlin",
  now: "2026-11-02T07:00:00Z",
  inbox: "in-ada@callback.example",
};
const WIDTHS = [320, 640, 1440];
/** WCAG 2.5.5: what is tapped is at least so high. */
const TAP = 44;
const MOST_TRANSFERRED = 60_000;

const opened = await openBrowser();

describe.skipIf(opened.ok)("the website in a browser", () => {
  it(`is not looked at: ${opened.ok ? "" : opened.why}`, ({ expect }) => {
    expect(opened.ok).toBe(false);
  });
});

describe.runIf(opened.ok)("the website in a browser", () => {
  let worker: DemoWorker;
  let browser: Browser;
  let inbox: string;

  beforeAll(async () => {
    if (!opened.ok) return;
    ({ browser } = opened);
    worker = await startDemoWorker();
    inbox = await worker.signUp(ADA);
    // The cron sends the welcome.
    await worker.client.moveTo("2026-11-02T07:01:00Z");
    for (const name of ["01-gmail-en-interview", "02-outlook-en-acknowledgement", "11-gmail-en-nothing"])
      await worker.client.arrive(inbox, new Uint8Array(readFileSync(join(FIXTURES, `${name}.eml`))));
    await worker.client.moveTo("2026-11-09T07:30:00Z");
  }, 60_000);
  afterAll(async () => {
    await worker?.close();
    if (opened.ok) await opened.browser.close();
  });

  const at = (path: string) => new URL(path, worker.url).href;
  /** A browser of somebody who lives in Berlin; what it complains about fails the test. */
  async function visit(
    options: BrowserContextOptions = {},
  ): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
    const context = await browser.newContext({
      timezoneId: "Europe/Berlin",
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(worker.url.href)) complaints.push(`asked elsewhere: ${request.url()}`);
    });
    return { context, page, complaints };
  }
  /** The path of a link in the newest letter to an address. */
  async function linkFor(address: string, pattern: RegExp): Promise<string> {
    const { people } = await worker.client.state();
    const all = await Promise.all(
      ["", ...people.map(({ userId }) => userId)].map(async (person) => {
        const response = await fetch(at(`/local/state?person=${person}`));
        const state = await response.json<{ letters: { to: string; text: string | null }[] }>();
        return state.letters;
      }),
    );
    const letter = all.flat().find(({ to, text }) => to === address && pattern.test(text ?? ""));
    return pattern.exec(letter?.text ?? "")?.[0] ?? "";
  }
  /** By the developer's shortcut: letters with links are asked for only five times an hour. */
  async function signIn(page: Page): Promise<void> {
    const { people } = await worker.client.state();
    const ada = people.find(({ address }) => address === ADA.address)?.userId ?? "";
    await page.goto(at(`/local?person=${ada}`));
    await page.getByRole("button", { name: "Open the website as" }).click();
    await page.waitForURL(at("/board"));
  }
  async function until(find: () => Promise<string>): Promise<string> {
    for (let tries = 0; tries < 100; tries += 1) {
      const found = await find();
      if (found !== "") return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("it never came");
  }
  async function opportunity(page: Page, name: string): Promise<string> {
    await page.goto(at("/board"));
    return new URL((await page.getByRole("link", { name }).first().getAttribute("href")) ?? "", worker.url)
      .pathname;
  }
  async function everyPath(page: Page): Promise<string[]> {
    const one = await opportunity(page, "Acme: Staff Engineer");
    return [
      "/board",
      one,
      `${one}/forget`,
      "/questions",
      "/overview",
      "/settings",
      "/getting-started",
      "/import",
      "/delete",
      "/nothing",
    ];
  }

  it("leads from signing up to a mail that was understood, without a reload, and on to the digest", async ({
    expect,
  }) => {
    const { context, page, complaints } = await visit({ viewport: { width: 320, height: 640 } });
    await page.goto(at("/"));
    expect(await page.getByLabel("Your time zone").inputValue()).toBe("Europe/Berlin");
    await page.getByLabel("Your mail address").fill("new@home.example");
    await page.getByRole("button", { name: "Get my Callback address" }).click();
    await page.getByText("Look into your mail").waitFor();
    const link = /\/confirm\/[a-z2-7]{26}/;
    // Whoever has not confirmed is nobody yet: their letter is looked up in the outbox.
    const path = await until(async () => link.exec(await worker.letterTo("new@home.example"))?.[0] ?? "");
    await page.goto(at(path));
    await page.getByRole("button", { name: "Yes, sign me up" }).click();
    await page.waitForURL(/getting-started/);
    const address = (await page.locator("#inbox").innerText()).trim();
    expect(address).toMatch(/^in-[a-z2-7]{26}@callback\.example$/);
    await page.getByRole("button", { name: "Copy" }).waitFor();
    await page.getByText("Waiting for your mail").waitFor();
    const mail = readFileSync(join(FIXTURES, "01-gmail-en-interview.eml"), "latin1")
      .replaceAll("ada@home.example", "new@home.example")
      .replaceAll(inbox, address);
    await worker.client.arrive(address, Buffer.from(mail, "latin1"));
    await page.getByText("Arrived. Here is what we understood:").waitFor({ timeout: 10_000 });
    await page.locator("#arrived").getByRole("link", { name: "Staff Engineer at Acme" }).click();
    await page.getByRole("heading", { level: 1, name: "Staff Engineer at Acme" }).waitFor();
    await worker.client.moveTo("2026-11-16T07:30:00Z");
    const digest = await until(() => linkFor("new@home.example", /Your week|First follow-up[^\n]*/));
    expect(digest).toContain("First follow-up");
    await page.goto(at("/board"));
    await page.getByText("To do now").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("signs in by the link in a mail, once", async ({ expect }) => {
    const { context, page, complaints } = await visit({ javaScriptEnabled: false });
    await page.goto(at("/"));
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.getByLabel("Your mail address").fill(ADA.address);
    await page.getByRole("button", { name: "Send me the link" }).click();
    await page.getByText("Look into your mail").waitFor();
    const link = await until(() => linkFor(ADA.address, /\/sign-in\/[a-z2-7]{26}/));
    await page.goto(at(link));
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(at("/board"));
    await page.goto(at("/settings"));
    await page.getByRole("button", { name: "Sign out here" }).click();
    await page.goto(at("/board"));
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    expect((await page.goto(at(link)))?.status()).toBe(404);
    expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
    await context.close();
  });

  for (const javaScriptEnabled of [true, false])
    it(`takes every order on an opportunity, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      expect,
    }) => {
      const { context, page, complaints } = await visit({
        javaScriptEnabled,
        viewport: { width: 320, height: 640 },
      });
      await signIn(page);
      await page.getByText("Add one by hand").click();
      const name = `Cook ${javaScriptEnabled ? "A" : "B"}`;
      await page.getByLabel("Company", { exact: true }).fill("Hooli");
      await page.getByLabel("Role", { exact: true }).fill(name);
      await page.getByRole("button", { name: "Add it" }).click();
      await page.getByRole("heading", { level: 1, name: `${name} at Hooli` }).waitFor();
      const said = page.getByRole("status");
      const expectSaid = async (words: string | RegExp) => said.filter({ hasText: words }).waitFor();
      const press = (button: string | RegExp) =>
        page.getByRole("button", { name: button, exact: true }).first().click();
      await page.getByText("Put in the time of an interview").click();
      await page.getByLabel(/Day and time/).fill("2026-10-29T10:00");
      await press("That is the time");
      await expectSaid("interview on");
      await page.getByText(/your next letter says it/).waitFor();
      await page.getByLabel(/One good thing/).fill("the kitchen");
      await press("Keep it");
      await expectSaid("Your next letter to them says it");
      await page.getByLabel("Name").fill("Sam Roe");
      await page.getByLabel("Mail address").fill("sam@hooli.example");
      await press("Save the facts");
      await expectSaid("put right");
      const first = page.getByRole("article", { name: "First follow-up" });
      const draft = first.getByLabel("Text");
      expect(await draft.inputValue()).toContain("the kitchen");
      // Without the script a change would reach nobody: the text cannot be changed then.
      expect(await draft.isEditable()).toBe(javaScriptEnabled);
      const more = javaScriptEnabled ? "\nP.S. 100 % & more + “quoted” $1 $&" : "";
      if (javaScriptEnabled) await draft.fill(`${await draft.inputValue()}${more}`);
      const opening = mailIn(
        (await first.getByRole("link", { name: "Open in my mail program" }).getAttribute("href")) ?? "",
      );
      expect(opening.to).toBe("sam@hooli.example");
      expect(opening.fields["body"]).toBe((await draft.inputValue()).replaceAll("\n", "\r\n"));
      expect(opening.fields["body"]).toContain(more.trim());
      expect(opening.fields["body"]).toContain("Hi Sam,\r\n\r\n");
      expect(opening.fields["bcc"]).toMatch(/@callback\.example$/);
      await first.getByText("Later").click();
      await first.getByLabel("Until").fill("2026-12-01");
      await press("Snooze");
      await expectSaid("comes back on Tue 1 Dec");
      await press("Undo this");
      await expectSaid("Taken back");
      await press("I sent it");
      await expectSaid("marked as sent");
      await press("Undo this");
      await expectSaid("Taken back");
      await press("Skip it");
      await expectSaid("skipped");
      await page.getByLabel(/For yourself/).fill("Ask about shifts");
      await press("Keep the note");
      await page.getByRole("listitem").filter({ hasText: "Ask about shifts" }).first().waitFor();
      await press("They replied another way");
      await expectSaid("nothing more is planned");
      await page.getByText("Put in the time of an interview").click();
      await press(/^They did not come on/);
      await expectSaid("did not turn up");
      await page.getByText("Put in the time of an interview").click();
      await page.getByLabel(/Day and time/).fill("2027-01-05T10:00");
      await press("That is the time");
      await expectSaid("interview on");
      await page.getByText("Moved, called off, or they did not come").click();
      await press("It is called off");
      await expectSaid("called off");
      for (const [button, words] of [
        ["It went quiet", "closed"],
        ["They said no", "closed"],
        ["I said no", "declined"],
        ["I withdraw", "withdrawn"],
        ["I accepted", "Congratulations"],
      ] as const) {
        await page.getByText("Close it", { exact: true }).click();
        await press(button);
        await expectSaid(words);
        await press("Open it again");
        await expectSaid("open again");
      }
      await page.getByRole("link", { name: "Forget it for good …" }).click();
      await press("Forget it for good");
      await expectSaid("forgotten");
      expect(complaints).toEqual([]);
      await context.close();
    });

  it("answers a question by one click, merges and splits, and puts a message right", async ({ expect }) => {
    const { context, page, complaints } = await visit();
    await signIn(page);
    await page.getByRole("link", { name: "Questions (1)" }).click();
    await page.getByText("Company and role, if you like to say them").click();
    await page.getByLabel("Company").fill("Initech");
    await page.getByRole("button", { name: "An interview", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: /Initech/ }).waitFor();
    await page.getByText("It is the same as another one").click();
    await page.getByLabel("The other one").selectOption({ label: "Staff Engineer at Acme" });
    await page.getByRole("button", { name: "Make them one" }).click();
    await page.getByText("one opportunity now").waitFor();
    await page.getByText("Put it right", { exact: true }).first().click();
    await page.getByRole("button", { name: "It belongs to a new opportunity" }).first().click();
    await page.getByText(/put right/).waitFor();
    await page.getByText("Why?").first().click();
    await page
      .getByText(/Read as/)
      .first()
      .waitFor();
    await page.getByText("Put it right", { exact: true }).first().click();
    await page.getByLabel("It is", { exact: true }).first().selectOption("not-job");
    await page.getByRole("button", { name: "Put it right" }).first().click();
    await page
      .getByRole("status")
      .filter({ hasText: /put right|set aside/ })
      .waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("keeps settings, gives a feed, and takes data in and out", async ({ expect }) => {
    const { context, page, complaints } = await visit({ acceptDownloads: true });
    await signIn(page);
    await page.goto(at("/settings"));
    await page.getByLabel("Day of the week").selectOption("Friday");
    await page.getByLabel("Hour").selectOption("17:00");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("status").filter({ hasText: "Friday" }).waitFor();
    expect(await page.getByLabel("Day of the week").inputValue()).toBe("5");
    await page.getByRole("button", { name: "Make a link to subscribe to" }).click();
    const feed = new URL((await page.locator("#feed").innerText()).trim());
    expect(await (await fetch(at(feed.pathname))).text()).toContain("BEGIN:VCALENDAR");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "everything, as JSON" }).click();
    const file = await (await download).path();
    await page.goto(at("/import"));
    await page
      .getByLabel("The file")
      .setInputFiles({ name: "callback.json", mimeType: "application/json", buffer: readFileSync(file) });
    await page.getByRole("button", { name: "Bring it along" }).click();
    await page.getByText("0 new").waitFor();
    await page.goto(at("/import"));
    await page.getByLabel("or paste it here").fill("company,role\nGlobex,Nurse");
    await page.getByRole("button", { name: "Bring it along" }).click();
    await page.getByText("1 new").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("can be used by keyboard alone: the first stop skips the bar, and every stop is seen", async ({
    expect,
  }) => {
    const { context, page } = await visit();
    await signIn(page);
    await page.goto(at("/board"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    for (let stops = 0; stops < 25; stops += 1) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return true;
        const style = getComputedStyle(focused);
        return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
      });
      expect(seen, `stop ${stops}`).toBe(true);
    }
    await context.close();
  });

  for (const colorScheme of ["light", "dark"] as const)
    it(`has no barrier that axe-core knows, ${colorScheme}, at any width, with everything unfolded`, async ({
      expect,
    }) => {
      const { context, page, complaints } = await visit({ colorScheme });
      await signIn(page);
      const look = async (path: string) => {
        await page.goto(at(path));
        await page.evaluate(() => {
          for (const one of document.querySelectorAll("details")) one.open = true;
        });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
            `${path} at ${width}`,
          ).toBeLessThanOrEqual(width);
        }
        await page.setViewportSize({ width: 320, height: 800 });
        const small = await page.evaluate(
          (tap) =>
            [
              ...document.querySelectorAll(
                "button, .button, summary, input:not([type=checkbox]):not([type=hidden]), select, nav a",
              ),
            ]
              .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < tap)
              .map((one) => one.outerHTML.slice(0, 80)),
          TAP,
        );
        expect(small, path).toEqual([]);
        await page.evaluate(axe.source);
        const violations = await page.evaluate(async () => {
          const found = await (
            window as unknown as {
              axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            }
          ).axe.run();
          return found.violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
          );
        });
        expect(violations, path).toEqual([]);
      };
      for (const path of await everyPath(page)) await look(path);
      await context.clearCookies();
      for (const path of ["/", "/sign-in", "/confirm/nothing"]) await look(path);
      // A page that is not there says so to the console, too.
      expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
      await context.close();
    });

  it(`transfers at most ${MOST_TRANSFERRED / 1000} KB for any page, also with 200 opportunities`, async ({
    expect,
  }) => {
    const { context, page } = await visit();
    await signIn(page);
    await page.goto(at("/import"));
    const rows = Array.from(
      { length: 200 },
      (_, row) =>
        `Company number ${row},Senior Engineer ${row},2026-10-${String((row % 28) + 1).padStart(2, "0")},,a note`,
    );
    await page.getByLabel("or paste it here").fill(["company,role,date,status,notes", ...rows].join("\n"));
    await page.getByRole("button", { name: "Bring it along" }).click();
    await page.getByText("200 new").waitFor();
    const protocol = await context.newCDPSession(page);
    await protocol.send("Network.enable");
    await protocol.send("Network.setCacheDisabled", { cacheDisabled: true });
    let bytes = 0;
    protocol.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    const sizes: Record<string, number> = {};
    for (const path of [...(await everyPath(page)), "/sign-in"]) {
      bytes = 0;
      await page.goto(at(path), { waitUntil: "networkidle" });
      sizes[path.replace(/[a-z2-7]{26}/, ":id")] = bytes;
    }
    await context.clearCookies();
    bytes = 0;
    await page.goto(at("/"), { waitUntil: "networkidle" });
    sizes["/"] = bytes;
    for (const [path, size] of Object.entries(sizes))
      expect(size, `${path}: ${JSON.stringify(sizes)}`).toBeLessThanOrEqual(MOST_TRANSFERRED);
    expect(Object.values(sizes).every((size) => size > 1_000)).toBe(true);
    await context.close();
  });

  it("has the colours of the letters", async ({ expect }) => {
    for (const { width, colorScheme } of VIEWS) {
      const { context, page } = await visit({ colorScheme, viewport: { width, height: 640 } });
      await page.goto(at("/sign-in"));
      const { PALETTE } = await import("../../src/letters/render.ts");
      const [paper, ink] = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color];
      });
      expect([paper, ink]).toEqual([rgb(PALETTE[colorScheme].paper), rgb(PALETTE[colorScheme].ink)]);
      await context.close();
    }
  });
});

/** The mail that a link opens, as mail programs take it apart (RFC 6068): a plus sign is a plus sign. */
function mailIn(href: string): { to: string; fields: Record<string, string> } {
  const url = new URL(href);
  const fields = url.search
    .slice(1)
    .split("&")
    .map((field) => field.split("=").map(decodeURIComponent));
  return {
    to: decodeURIComponent(url.pathname),
    fields: Object.fromEntries(fields) as Record<string, string>,
  };
}

function rgb(hex: string): string {
  return `rgb(${[1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16)).join(", ")})`;
}
