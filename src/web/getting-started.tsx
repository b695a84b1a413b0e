// The first steps: the secret address, how to forward, and one mail that really arrives.
import { Hono } from "hono";
import type { Context } from "hono";
import { isInstant } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { contactCard } from "../letters/contact-card.ts";
import { loadArrived, loadReadIn, toArrived } from "../store/inbound.ts";
import type { InboundLife } from "../store/inbound.ts";
import { loadNames, toHistory, toNames } from "../store/opportunities.ts";
import type { Load } from "../store/sessions.ts";
import type { World } from "../world.ts";
import { Arrived, GettingStartedPage } from "./pages/getting-started.tsx";
import { openFrame, toSignIn } from "./visit.ts";
import { openVisit } from "./session.ts";

/** `GET /getting-started`, and `/getting-started/arrived?since=` that the page asks again and again. */
export function gettingStartedPages(world: World): Hono {
  const { db, now } = world;
  const app = new Hono();
  const loads = (since: Instant): Load[] => [
    (which, parameter) => loadArrived(db, which, parameter, since),
    (which, parameter) => loadReadIn(db, which, parameter, since),
    (which, parameter) => loadNames(db, which, parameter),
  ];
  app.get("/", async (c) => {
    const since = sinceOf(c, now);
    const visit = await openFrame(c, world, loads(since));
    if (!visit) return toSignIn(c);
    const { frame, person, rows } = visit;
    return c.html(
      <GettingStartedPage frame={frame} inbox={person.inbox} since={since} {...arrivedIn(rows)} />,
    );
  });
  app.get("/arrived", async (c) => {
    const visit = await openFrame(c, world, loads(sinceOf(c, now)), { tells: false });
    if (!visit) return c.body(null, 401);
    const content = arrivedIn(visit.rows);
    c.header("arrived", content.arrived.some(isRead) ? "done" : "waiting");
    return c.html(<Arrived {...content} />);
  });
  return app;
}

function sinceOf(c: Context, now: Instant): Instant {
  const asked = c.req.query("since");
  return asked !== undefined && isInstant(asked) ? asked : now;
}

function arrivedIn([arrived, read = [], names]: readonly (readonly unknown[])[]) {
  return { arrived: toArrived(arrived), touchpoints: toHistory(read), opportunities: toNames(names) };
}

function isRead({ state }: InboundLife): boolean {
  return state !== "pending" && state !== "processing";
}

/** `GET /callback.vcf`: the secret address as a contact, so that a phone finds it by its name. */
export function contactCardFile(world: World): Hono {
  const app = new Hono();
  app.get("/", async (c) => {
    const visit = await openVisit(c, world, []);
    if (!visit) return toSignIn(c);
    return c.body(contactCard(visit.person.inbox), 200, {
      "content-type": "text/vcard; charset=utf-8",
      "content-disposition": 'attachment; filename="callback.vcf"',
    });
  });
  return app;
}
