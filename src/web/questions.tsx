// What we could not place, with answers of one click: the same answers that a reply to our question gives.
import { Hono } from "hono";
import { takeAnswer } from "../desk/answers.ts";
import type { Answered } from "../desk/answers.ts";
import { NOTHING_TOLD } from "../desk/orders.ts";
import type { Word } from "../desk/recording.ts";
import { nameOf } from "../letters/item.ts";
import { cut, oneLine } from "../mail/text.ts";
import { questionOf } from "../opportunity/questions.ts";
import type { Question } from "../opportunity/questions.ts";
import { countHeld, forgetHeld, heldKeys, releaseHeld, toHeldCount } from "../store/held.ts";
import { loadNames, toNames } from "../store/opportunities.ts";
import { findKept, loadWaiting, toKept, toWaiting } from "../store/waiting.ts";
import type { WaitingMail } from "../store/waiting.ts";
import { KIND_WORDS } from "../playbook/kind-names.ts";
import { KINDS } from "../vocabulary.ts";
import { queueJobs } from "../world.ts";
import type { World } from "../world.ts";
import { fieldOf } from "./form.ts";
import { QuestionsPage } from "./pages/questions.tsx";
import { openVisit, say } from "./session.ts";
import { changeHistory, openFrame, toSignIn } from "./visit.ts";

/** `GET /questions`, `POST /questions/:inboundId`, and what becomes of mails that were held back. */
export function questionPages(world: World): Hono {
  const { db } = world;
  const app = new Hono();
  app.get("/", async (c) => {
    const visit = await openFrame(c, world, [
      (which, parameter) => loadWaiting(db, which, parameter),
      (which, parameter) => loadNames(db, which, parameter),
      (which, parameter) => countHeld(db, which, parameter),
    ]);
    if (!visit) return toSignIn(c);
    const { frame, person, rows } = visit;
    const mails = toWaiting(rows[0]);
    return c.html(
      <QuestionsPage
        frame={frame}
        zone={person.zone}
        held={toHeldCount(rows[2])}
        mails={mails.map((mail) => ({ mail, questions: questionsOf(mail) }))}
        opportunities={toNames(rows[1])}
      />,
    );
  });
  app.post("/held/read", async (c) => {
    const visit = await openVisit(c, world, []);
    if (!visit) return toSignIn(c);
    const { results } = await releaseHeld(db, visit.person.id, world.now).all<{ id: string }>();
    await queueJobs(
      world,
      results.map(({ id }) => ({ verb: "process", inboundId: id })),
    );
    await say(c, { text: `${results.length} held mails are read now.`, undo: null }, world.settings);
    return c.redirect("/questions", 303);
  });
  app.post("/held/forget", async (c) => {
    const visit = await openVisit(c, world, []);
    if (!visit) return toSignIn(c);
    const keys = await heldKeys(db, visit.person.id);
    if (keys.length > 0) await world.raw.delete(keys);
    await forgetHeld(db, visit.person.id, keys).run();
    await say(c, { text: `${keys.length} held mails are gone.`, undo: null }, world.settings);
    return c.redirect("/questions", 303);
  });
  app.post("/:inboundId", async (c) => {
    const inboundId = c.req.param("inboundId");
    const form = await c.req.formData();
    const word = wordOf(form);
    const at = fieldOf(form, "at") === "" ? null : Number(fieldOf(form, "at"));
    return changeHistory(
      c,
      world,
      async ({ history, author }, rows) => {
        const kept = toKept(rows[0]);
        const isPlace = word.place === "new" || history.opportunities().some(({ id }) => id === word.place);
        if (!kept || (word.place !== null && !isPlace)) return null;
        const answered = await takeAnswer({ about: { inboundId, at }, word }, kept, history, author);
        return { told: { ...NOTHING_TOLD, asks: wordsOf(answered) }, answered, to: whereTo(answered) };
      },
      [(which, parameter) => findKept(db, which, parameter, inboundId)],
    );
  });
  return app;
}

/** The questions that were asked about a mail; one whose letter is not known is asked what it is. */
function questionsOf({ items, inboundId, answered }: WaitingMail): Question[] {
  const asked = items
    .map(questionOf)
    .filter((one) => one !== null)
    .filter((one) => one.inboundId === inboundId && !answered.includes(one.at ?? 0));
  return asked.length > 0 ? asked : [{ inboundId, at: null, place: null, said: {} }];
}

function wordOf(form: FormData): Word {
  const named = (name: string) => cut(oneLine(fieldOf(form, name)), 150) || undefined;
  return {
    said: {
      kind: KINDS.find((kind) => kind === fieldOf(form, "kind")),
      company: named("company"),
      role: named("role"),
    },
    place: fieldOf(form, "place") || null,
  };
}

function wordsOf({ records, unclear }: Answered): string[] {
  const said = records.map(({ became, opportunity, reading }) => {
    if (became === "aside") return `Set aside: it is ${KIND_WORDS[reading.kind]}.`;
    if (became === "unclear") return "Thank you. Which opportunity is it about?";
    return opportunity
      ? `${nameOf(opportunity)}: ${KIND_WORDS[reading.kind]}, recorded.`
      : "We are still not sure enough.";
  });
  return [...said, ...unclear];
}

function whereTo({ records }: Answered): string {
  const [opportunity] = records.flatMap((record) => record.opportunity ?? []);
  return opportunity ? `/opportunities/${opportunity.id}` : "/questions";
}
