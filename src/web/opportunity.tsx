// One opportunity: everything that is known about it, why, and what the person can say to it.
import { Hono } from "hono";
import type { Context } from "hono";
import { copyAddresses } from "../mail/address.ts";
import { calendarFile } from "../letters/calendar-file.ts";
import { planFollowUps } from "../opportunity/follow-ups.ts";
import { isAhead } from "../opportunity/steps.ts";
import { findForgettable, forgetOpportunities } from "../store/forget.ts";
import { loadLettersAbout, toLettersAbout } from "../store/outbox.ts";
import type { LetterAbout } from "../store/outbox.ts";
import { planFor, writerOf } from "../store/people.ts";
import type { World } from "../world.ts";
import { orderOn, addByHand } from "./orders.ts";
import { ButtonPage } from "./pages/button.tsx";
import { nameOf } from "../letters/item.ts";
import { OpportunityPage } from "./pages/opportunity.tsx";
import { openPage, toSignIn } from "./visit.ts";
import { openVisit, say } from "./session.ts";

/** `/opportunities`: add one, see one, order something, forget it, its interviews as a calendar. */
export function opportunityPages(world: World): Hono {
  const { db, raw, settings, now } = world;
  const app = new Hono();
  app.post("/", (c) => addByHand(c, world));
  app.get("/:id", async (c) => {
    const id = c.req.param("id");
    const visit = await openPage(c, world, {
      fullOf: id,
      more: [(which, parameter) => loadLettersAbout(db, which, parameter, id)],
    });
    if (!visit) return toSignIn(c);
    const { history, person, frame, rows } = visit;
    const opportunity = history.opportunities().find((one) => one.id === id);
    if (!opportunity) return movedOrGone(c, history.mergedInto(id));
    const plan = planFor(person, history.today);
    return c.html(
      <OpportunityPage
        frame={frame}
        opportunity={opportunity}
        all={history.opportunities()}
        followUps={planFollowUps(opportunity, plan)}
        touchpoints={history.touchpoints().filter(({ opportunityId }) => opportunityId === id)}
        plan={plan}
        copies={await copiesOf(toLettersAbout(rows[0]), world)}
        writer={writerOf(person)}
      />,
    );
  });
  app.post("/:id", (c) => orderOn(c, world, c.req.param("id")));
  app.get("/:id/interviews.ics", async (c) => {
    const id = c.req.param("id");
    const visit = await openPage(c, world, { fullOf: id, tells: false });
    if (!visit) return toSignIn(c);
    const { history, person } = visit;
    const opportunity = history.opportunities().find((one) => one.id === id);
    if (!opportunity) return c.notFound();
    const entries = opportunity.steps
      .filter((step) => isAhead(step, now))
      .map((step) => ({ opportunity, step }));
    const context = { now, mailDomain: settings.mailDomain, person: person.id, revision: history.revision() };
    return c.body(calendarFile(entries, "PUBLISH", context), 200, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="interviews.ics"',
    });
  });
  app.get("/:id/forget", async (c) => {
    const id = c.req.param("id");
    const visit = await openPage(c, world, { fullOf: id, tells: false });
    if (!visit) return toSignIn(c);
    const opportunity = visit.history.opportunities().find((one) => one.id === id);
    if (!opportunity) return c.notFound();
    return c.html(
      <ButtonPage title={`Forget ${nameOf(opportunity)}?`} button="Forget it for good">
        This deletes its mails, history, contacts and drafts, and the words of letters that were sent to you.
        It cannot be taken back. Backups of the database keep it for up to 30 days.
      </ButtonPage>,
    );
  });
  app.post("/:id/forget", async (c) => {
    const visit = await openVisit(c, world, []);
    if (!visit) return toSignIn(c);
    const { person } = visit;
    const found = await findForgettable(db, person, [c.req.param("id")]);
    if (!found || found.names.length === 0) return c.notFound();
    // Objects first: a row without one is found again, an object without a row is not.
    if (found.rawKeys.length > 0) await raw.delete([...found.rawKeys]);
    await db.batch(forgetOpportunities(db, person.id, found));
    await say(c, { text: `${found.names.map(nameOf).join(" and ")}: forgotten.`, undo: null }, settings);
    return c.redirect("/board", 303);
  });
  return app;
}

/** One that was merged lives on elsewhere. */
function movedOrGone(c: Context, into: string | null) {
  return into === null ? c.notFound() : c.redirect(`/opportunities/${into}`, 303);
}

/** The secret copy addresses of follow-ups that some letter has numbered: what is sent with one marks that follow-up, and no other. */
async function copiesOf(
  letters: readonly LetterAbout[],
  { settings }: World,
): Promise<ReadonlyMap<string, string>> {
  const copies = new Map<string, string>();
  // The newest letter comes first, and its number is the one that counts.
  for (const { id, items } of letters) {
    const copyTo = await copyAddresses(id, settings.mailDomain, settings.signingSecret);
    for (const [at, item] of items.entries()) if (!copies.has(item)) copies.set(item, copyTo(at + 1));
  }
  return copies;
}
