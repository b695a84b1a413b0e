// The board: every opportunity by stage, what is next, and adding one by hand.
import { Hono } from "hono";
import type { Context } from "hono";
import type { World } from "../world.ts";
import { BoardPage } from "./pages/board.tsx";
import { openPage, toSignIn } from "./visit.ts";

/** `GET /board?q=&show=` */
export function boardPage(world: World): Hono {
  const app = new Hono();
  app.get("/", async (c: Context) => {
    const visit = await openPage(c, world);
    if (!visit) return toSignIn(c);
    const { history, frame, person } = visit;
    return c.html(
      <BoardPage
        frame={frame}
        zone={person.zone}
        today={history.today}
        opportunities={history.opportunities()}
        followUps={history.followUps()}
        search={c.req.query("q") ?? ""}
        show={c.req.query("show") ?? ""}
      />,
    );
  });
  return app;
}
