// The search as pictures: where everything stood, and how long it has been quiet.
import { Hono } from "hono";
import { addDays } from "../calendar.ts";
import { sayBreadth } from "../letters/advice.ts";
import { silenceOf } from "../opportunity/outlook.ts";
import { pipelineOf } from "../opportunity/pipeline.ts";
import type { World } from "../world.ts";
import { OverviewPage } from "./pages/overview.tsx";
import { openPage, toSignIn } from "./visit.ts";

const WEEKS = 12;

/** `GET /overview` */
export function overviewPage(world: World): Hono {
  const app = new Hono();
  app.get("/", async (c) => {
    const visit = await openPage(c, world);
    if (!visit) return toSignIn(c);
    const { history, frame, person } = visit;
    const { today } = history;
    const days = Array.from({ length: WEEKS }, (_, at) => addDays(today, 7 * (at - WEEKS + 1)));
    const opportunities = history.opportunities();
    return c.html(
      <OverviewPage
        frame={frame}
        weeks={pipelineOf(history.touchpoints(), person.zone, days)}
        silences={opportunities.flatMap((opportunity) => {
          const silence = silenceOf(opportunity, opportunities, today);
          return silence ? [{ opportunity, silence }] : [];
        })}
        breadth={sayBreadth(opportunities, today)}
      />,
    );
  });
  return app;
}
