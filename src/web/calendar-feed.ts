// The calendar feed: interviews for whoever has the secret link. It reads, and writes nothing.
import { Hono } from "hono";
import { openHistory } from "../desk/history.ts";
import { EXPORT_TYPES, exportCalendar } from "../letters/export.ts";
import { isCalendarToken, userOfCalendarToken } from "../mail/address.ts";
import { loadBriefHistory, toBriefHistory } from "../store/opportunities.ts";
import { loadPerson, toPerson } from "../store/people.ts";
import type { World } from "../world.ts";

/** `GET /calendar/<token>.ics`: one round trip; 404 for a link that was replaced, switched off or never was. */
export function calendarFeed(world: World): Hono {
  const { db, now, settings } = world;
  const app = new Hono();
  app.get("/:file{[^/]+\\.ics}", async (c) => {
    const token = c.req.param("file").slice(0, -".ics".length);
    const userId = userOfCalendarToken(token);
    const [users, addresses, touchpoints] = await db.batch([
      ...loadPerson(db, "?", userId),
      loadBriefHistory(db, "?1", userId),
    ]);
    const person = toPerson(users?.results ?? [], addresses?.results ?? []);
    const key = person?.calendarKey ?? null;
    if (!person || key === null) return c.notFound();
    if (!(await isCalendarToken(token, userId, key, settings.believedSecrets))) return c.notFound();
    const history = openHistory(person, toBriefHistory(touchpoints?.results ?? []), now);
    const opportunities = history.opportunities().filter(({ stage }) => stage !== "closed");
    const calendar = exportCalendar({
      opportunities,
      now,
      mailDomain: settings.mailDomain,
      person: person.id,
      revision: history.revision(),
    });
    return c.body(calendar, 200, { "content-type": EXPORT_TYPES.ics });
  });
  return app;
}
