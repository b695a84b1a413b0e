// The website, so far: what Callback is, signing up, and whether it is well. The local mailbox only on a developer's machine.
import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import { isZone } from "../calendar.ts";
import { confirmLink } from "../letters/links.ts";
import { normaliseAddress } from "../mail/address.ts";
import { isLoopback } from "../settings.ts";
import { whoseAddress } from "../store/people.ts";
import { askToSignUp } from "../store/sign-up.ts";
import { queueJobs } from "../world.ts";
import type { World } from "../world.ts";
import { confirmPages, stopPages } from "./confirm.tsx";
import { fieldOf } from "./form.ts";
import { localMailbox } from "./local-mailbox.tsx";
import type { Doors } from "./local-mailbox.tsx";
import { StartPage } from "./pages/start.tsx";
import { MessagePage } from "./pages/message.tsx";

/** The routes of one request's World. `doors` lead to the other shells, for the local mailbox. */
export function site(world: World, doors: Doors): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        formAction: ["'self'"],
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
      },
    }),
  );
  // A mail program's one click comes from nowhere (RFC 8058); its token is the proof.
  app.route("/stop", stopPages(world));
  app.use(csrf());
  app.route("/confirm", confirmPages(world));
  app.get("/", (c) => c.html(<StartPage />));
  app.post("/people", async (c) => {
    const form = await c.req.formData();
    const address = normaliseAddress(fieldOf(form, "address"));
    const zone = fieldOf(form, "zone");
    const problem = problemWith(address, zone);
    if (problem) return c.html(<MessagePage title="That did not work">{problem}</MessagePage>, 400);
    await ask(world, address, zone);
    // The same answer for known and unknown addresses: nobody learns who is here.
    return c.html(
      <MessagePage title="Look into your mail">
        If this address is not signed up yet, a letter with a link is on its way to it. Its button gives you
        your Callback address; without it we forget you in two days.
      </MessagePage>,
    );
  });
  if (world.settings.mailer.is === "local")
    // Two locks: the mailer's setting, and a request that was made to this very machine.
    app.use("/local/*", async (c, next) => (isLoopback(c.req.url) ? next() : c.notFound()));
  if (world.settings.mailer.is === "local") app.route("/local", localMailbox(world, doors));
  app.notFound((c) => c.html(<MessagePage title="Nothing here">There is no such page.</MessagePage>, 404));
  return app;
}

function problemWith(address: string, zone: string): string | null {
  if (!/^[^\s@<>"]{1,64}@[^\s@<>"]{1,250}\.[^\s@<>"]{2,}$/.test(address))
    return "Please give a mail address, like ada@home.example.";
  return isZone(zone) ? null : "Please give a time zone by its name, like Europe/Berlin.";
}

/** Asks the address, and nobody else, whether it wants to sign up: the button behind its link does it. */
async function ask(world: World, address: string, zone: string): Promise<void> {
  const { db, now, newId, settings } = world;
  if (await whoseAddress(db, address)) return;
  const [userId, letterId, secret] = [newId(), newId(), newId()];
  const link = confirmLink(settings.siteUrl, secret);
  await db.batch(await askToSignUp(db, { userId, letterId, secret, address, name: null, zone, link, now }));
  await queueJobs(world, [{ verb: "deliver", letterId }]);
}
