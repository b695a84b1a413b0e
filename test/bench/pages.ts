// What a page costs, from the database's rows to HTML, for somebody with 200 opportunities: CPU time as Node measures it, and bytes as they travel.
// A Worker on the free plan has ten milliseconds a request. Run by `npm run bench`; pages are JSX, which Node does not run by itself: a small bundle is
// made first.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { measurePages } from "./pages-measured.tsx";

/** In milliseconds. */
const CPU_LIMIT = 10;
/** What a browser transfers for a page without the style sheet, the script and pictures, which it keeps. */
const BYTES_LIMIT = 60_000;

/** Prints a line for each page; the problems that it found. */
export async function benchPages(say: (line: string) => void): Promise<string[]> {
  const folder = mkdtempSync(join(import.meta.dirname, "../../node_modules/.bench-"));
  try {
    const outfile = join(folder, "pages.mjs");
    await build({
      entryPoints: [join(import.meta.dirname, "pages-measured.tsx")],
      bundle: true,
      outfile,
      format: "esm",
      platform: "node",
      packages: "external",
      jsx: "automatic",
      jsxImportSource: "hono/jsx",
      logLevel: "silent",
    });
    const measured: { measurePages: typeof measurePages } = await import(outfile);
    const problems: string[] = [];
    for (const { name, milliseconds, html } of await measured.measurePages()) {
      const bytes = gzipSync(html).length;
      say(
        `page ${name} with 200 opportunities: ${milliseconds.toFixed(1)} ms (limit ${CPU_LIMIT}), ${(bytes / 1000).toFixed(1)} KB gzipped of ${(html.length / 1000).toFixed(0)}`,
      );
      if (milliseconds > CPU_LIMIT)
        problems.push(`page ${name}: ${milliseconds.toFixed(1)} ms > ${CPU_LIMIT}`);
      if (bytes > BYTES_LIMIT) problems.push(`page ${name}: ${bytes} bytes > ${BYTES_LIMIT}`);
    }
    return problems;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
