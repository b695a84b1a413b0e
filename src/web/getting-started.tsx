// The first steps: the secret address, how to forward, and one mail that really arrives.
import { Hono } from "hono";
import { isInstant } from "../calendar.ts";
import { contactCard } from "../letters/contact-card.ts";
import { loadArrived, toArrived } from "../store/inbound.ts";
import type { InboundLife } from "../store/inbound.ts";
import type { World } from "../world.ts";
import { Arrived, GettingStartedPage } from "./pages/getting-started.tsx";
import { openPage, toSignIn } from "./visit.ts";
import { openVisit } from "./session.ts";

/** `GET /getting-started`, and `/getting-started/arrived?since=` that the page asks again and again. */
export function gettingStartedPages(world: World): Hono {
  const { db, now } = world;
  const app = new Hono();
  const sinceOf = (asked: string | undefined) => (asked !== undefined && isInstant(asked) ? asked : now);
  app.get("/", async (c) => {
    const since = sinceOf(c.req.query("since"));
    const visit = await openPage(c, world, {
      more: [(which, parameter) => loadArrived(db, which, parameter, since)],
    });
    if (!visit) return toSignIn(c);
    const { frame, person, history, rows } = visit;
    return c.html(
      <GettingStartedPage
        frame={frame}
        inbox={person.inbox}
        since={since}
        arrived={toArrived(rows[0])}
        touchpoints={history.touchpoints()}
        opportunities={history.opportunities()}
      />,
    );
  });
  app.get("/arrived", async (c) => {
    const since = sinceOf(c.req.query("since"));
    const visit = await openPage(c, world, {
      more: [(which, parameter) => loadArrived(db, which, parameter, since)],
    });
    if (!visit) return c.body(null, 401);
    const { history, rows } = visit;
    const arrived = toArrived(rows[0]);
    c.header("arrived", arrived.some(isRead) ? "done" : "waiting");
    return c.html(
      <Arrived
        arrived={arrived}
        touchpoints={history.touchpoints()}
        opportunities={history.opportunities()}
      />,
    );
  });
  return app;
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
