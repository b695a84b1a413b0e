// Somebody at the website: keeps cookies as a browser does, and follows redirects.
import { site } from "../../src/web/site.tsx";
import { startSession } from "../../src/store/sign-in.ts";
import type { World } from "../../src/world.ts";

export const ORIGIN = "http://localhost";

export type Visited = { readonly status: number; readonly path: string; readonly text: string };

export type Visitor = {
  readonly get: (path: string) => Promise<Visited>;
  /** Sends a form, and follows where it leads. */
  readonly post: (path: string, fields?: Readonly<Record<string, string>> | FormData) => Promise<Visited>;
  /** Presses "Undo this" on a page that has just said what it did. */
  readonly undo: (page: Visited) => Promise<Visited>;
  /** One request, as it is answered. */
  readonly send: (request: Request) => Promise<Response>;
  readonly cookies: Map<string, string>;
};

/** A browser without any cookies; `address` is where its network is. */
export function visitor(world: World, address = "203.0.113.7"): Visitor {
  const cookies = new Map<string, string>();
  const send = async (request: Request): Promise<Response> => {
    const kept = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    if (kept !== "") request.headers.set("cookie", kept);
    request.headers.set("cf-connecting-ip", address);
    const app = site(world, {
      receive: () => Promise.resolve({ is: "rejected" }),
      report: () => Promise.resolve({ status: 404 as const }),
      wake: () => Promise.resolve(),
    });
    const response = await app.fetch(request);
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split(/=(.*)/);
      if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const follow = async (response: Response, path: string): Promise<Visited> => {
    const to = response.headers.get("location");
    if (response.status === 303 && to !== null) return get(new URL(to, ORIGIN).pathname);
    return { status: response.status, path, text: await response.text() };
  };
  const get = async (path: string) => follow(await send(new Request(`${ORIGIN}${path}`)), path);
  const post: Visitor["post"] = async (path, fields = {}) => {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return follow(
      await send(new Request(`${ORIGIN}${path}`, { method: "POST", body, headers: { origin: ORIGIN } })),
      path,
    );
  };
  const undo: Visitor["undo"] = (page) => {
    const said = /name="said" value="([\d-]+)"/.exec(page.text)?.[1];
    if (said === undefined) throw new Error("this page offers no undo");
    return post("/undo", { said });
  };
  return { get, post, undo, send, cookies };
}

/** A browser in which this person is signed in. */
export async function signedIn(world: World, userId: string): Promise<Visitor> {
  const session = world.newId();
  await (await startSession(world.db, { session, userId }, world.now)).run();
  const browser = visitor(world);
  browser.cookies.set("session", session);
  return browser;
}
