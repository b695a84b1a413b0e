// A real Chromium out of an npm package, without anything installed by hand. It is for Linux; elsewhere, and where it cannot start, its users
// say so and go on without.
import process from "node:process";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import type { Browser } from "playwright-core";

export type Opened =
  { readonly ok: true; readonly browser: Browser } | { readonly ok: false; readonly why: string };

export async function openBrowser(): Promise<Opened> {
  if (process.platform !== "linux")
    return { ok: false, why: `there is no Chromium for ${process.platform} here` };
  try {
    const executablePath = await chromium.executablePath();
    // Its own arguments are for one page in a function; ours opens many.
    const args = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"];
    return { ok: true, browser: await playwright.launch({ executablePath, args, headless: true }) };
  } catch (error) {
    return {
      ok: false,
      why: `Chromium does not start: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : "unknown"}`,
    };
  }
}

/** Phones and desks, by day and by night. */
export const VIEWS = [320, 640].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({
    width,
    colorScheme,
    name: `${width}-${colorScheme}`,
  })),
);
