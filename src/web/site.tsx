// The website: where everything hangs, and what holds for every page. The local mailbox only on a developer's machine.
import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { isZone } from "../calendar.ts";
import { isLoopback } from "../settings.ts";
import type { World } from "../world.ts";
import { boardPage } from "./board.tsx";
import { calendarFeed } from "./calendar-feed.ts";
import { confirmPages, stopPages } from "./confirm.tsx";
import { deletePages, exportPages, exportSchema, importPages } from "./data.tsx";
import { contactCardFile, gettingStartedPages } from "./getting-started.tsx";
import { healthPage } from "./health.ts";
import { localMailbox } from "./local-mailbox.tsx";
import type { Doors } from "./local-mailbox.tsx";
import { opportunityPages } from "./opportunity.tsx";
import { undoSaid } from "./orders.ts";
import { overviewPage } from "./overview.tsx";
import { MessagePage, TooOftenPage } from "./pages/message.tsx";
import { StartPage } from "./pages/start.tsx";
import { questionPages } from "./questions.tsx";
import { sessionOf } from "./session.ts";
import { settingsPages } from "./settings.tsx";
import { signInPages, signOut } from "./sign-in.tsx";
import { networkOf } from "./tries.ts";
import { signUpForm } from "./sign-up.tsx";

/** The routes of one request's World. `doors` lead to the other shells: for the provider's reports, and for the local mailbox. */
export function site(world: World, doors: Doors): Hono {
  const app = new Hono();
  app.use("/local/*", headers({ styles: ["'self'", "'unsafe-inline'"] }));
  app.use(headers({ styles: ["'self'"] }));
  app.use(async (c, next) => {
    await next();
    // Pages are one person's: no cache between us and the browser keeps them.
    c.header("Cache-Control", "private, no-store");
  });
  app.route("/healthz", healthPage(world));
  // Whoever posts here has no cookie of ours: the signature is the proof.
  app.post("/webhooks/resend", async (c) => c.body(null, (await doors.report(c.req.raw)).status));
  // A mail program's one click comes from nowhere (RFC 8058); its token is the proof.
  app.route("/stop", stopPages(world));
  app.use(csrf());
  // Before anything that costs: nobody presses so many buttons in a minute.
  app.use(async (c, next) => {
    const isForm = c.req.method !== "GET" && c.req.method !== "HEAD";
    if (!isForm || (await world.limits.visits(networkOf(c.req.header("cf-connecting-ip") ?? ""))))
      return next();
    return c.html(<TooOftenPage />, 429, { "retry-after": "60" });
  });
  // What is no form could be sent by another site's script, too. (A form of ours comes from "null": our pages give no referrer.)
  app.use(async (c, next) => {
    const origin = c.req.header("origin") ?? "null";
    const from = c.req.header("sec-fetch-site") ?? "same-origin";
    const isForeign = (origin !== "null" && origin !== new URL(c.req.url).origin) || from !== "same-origin";
    return isForeign && c.req.method !== "GET" ? c.text("Forbidden", 403) : next();
  });
  app.get("/", (c) => {
    if (sessionOf(c, world.settings) !== null) return c.redirect("/board", 303);
    return c.html(<StartPage zone={zoneOf(c.req.raw)} />);
  });
  app.route("/people", signUpForm(world));
  app.route("/confirm", confirmPages(world));
  app.route("/sign-in", signInPages(world));
  app.route("/sign-out", signOut(world));
  app.route("/getting-started", gettingStartedPages(world));
  app.route("/callback.vcf", contactCardFile(world));
  app.route("/board", boardPage(world));
  app.route("/opportunities", opportunityPages(world));
  app.route("/questions", questionPages(world));
  app.route("/overview", overviewPage(world));
  app.route("/settings", settingsPages(world));
  app.route("/export", exportPages(world));
  app.route("/export.schema.json", exportSchema());
  app.route("/import", importPages(world));
  app.route("/delete", deletePages(world));
  app.route("/calendar", calendarFeed(world));
  app.post("/undo", (c) => undoSaid(c, world));
  if (world.settings.mailer.is === "local")
    // Two locks: the mailer's setting, and a request that was made to this very machine.
    app.use("/local/*", async (c, next) => (isLoopback(c.req.url) ? next() : c.notFound()));
  if (world.settings.mailer.is === "local") app.route("/local", localMailbox(world, doors));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    // A body that is no form: everything else is a fault of ours, and told to the operator.
    if (!(error instanceof TypeError) || c.req.method !== "POST") throw error;
    return c.html(<MessagePage title="That did not work">This is not a form of ours.</MessagePage>, 400);
  });
  app.notFound((c) => c.html(<MessagePage title="Nothing here">There is no such page.</MessagePage>, 404));
  return app;
}

/** Nothing from elsewhere, no script in a page, no frame around it. */
function headers({ styles }: { readonly styles: string[] }) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: styles,
      scriptSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
  });
}

/** Where Cloudflare thinks that the request comes from: a guess for those whose browser does not tell. */
function zoneOf(request: Request): string | null {
  const { cf } = request as Request & { readonly cf?: { readonly timezone?: unknown } };
  return typeof cf?.timezone === "string" && isZone(cf.timezone) ? cf.timezone : null;
}
