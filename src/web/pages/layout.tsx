// The frame of every page: phone first, light and dark, no script, nothing from elsewhere.
import type { Child } from "hono/jsx";
import { raw } from "hono/html";

export function Layout({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title}</title>
          <style>{raw(STYLE)}</style>
        </head>
        <body>
          <main>{children}</main>
        </body>
      </html>
    </>
  );
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1f23; --soft: #555d66; --paper: #ffffff; --panel: #f3f6f5; --accent: #1f5f4d; --on-accent: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #a9b1ba; --paper: #14171a; --panel: #1e2326; --accent: #7cc4ae; --on-accent: #14171a; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 760px; margin: 0 auto; padding: 20px 16px 60px; overflow-wrap: anywhere; }
h1 { font-size: 26px; line-height: 1.2; } h2 { font-size: 19px; margin-top: 32px; } h3 { font-size: 16px; margin-bottom: 4px; }
a { color: var(--accent); }
.soft { color: var(--soft); font-size: 14px; }
.panel { background: var(--panel); border-radius: 8px; padding: 12px 14px; margin: 12px 0; }
label { display: block; margin: 10px 0 4px; }
input, textarea, select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 6px; padding: 8px; width: 100%; box-sizing: border-box; }
button { font: inherit; background: var(--accent); color: var(--on-accent); border: 0; border-radius: 6px; padding: 9px 14px; margin: 10px 8px 0 0; cursor: pointer; }
pre { white-space: pre-wrap; font: 14px/1.45 ui-monospace, Menlo, Consolas, monospace; }
iframe { width: 100%; height: 70vh; border: 1px solid var(--soft); border-radius: 6px; background: #ffffff; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: baseline; }
form.inline { display: inline; }
`;
