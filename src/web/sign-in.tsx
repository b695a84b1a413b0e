// Signing in by a link in a mail: the letter goes to proven addresses only, the answer is the same for all, and only the button behind the link
// signs in, because mail scanners follow links.
import { Hono } from "hono";
import { signInLink } from "../letters/links.ts";
import { composeSignIn } from "../letters/notices.ts";
import { linkSecret, normaliseAddress, secretName } from "../mail/address.ts";
import { isUsedUp } from "../store/conflicts.ts";
import { askToSignIn, signIn } from "../store/sign-in.ts";
import { SIGN_IN_MINUTES, endSession, findToken } from "../store/tokens.ts";
import { queueJobs } from "../world.ts";
import type { World } from "../world.ts";
import { fieldOf, problemWithAddress } from "./form.ts";
import { ButtonPage } from "./pages/button.tsx";
import { MessagePage, TooOftenPage } from "./pages/message.tsx";
import { SignInPage } from "./pages/sign-in.tsx";
import { dropSession, keepSession, sessionOf } from "./session.ts";
import { mayAsk } from "./tries.ts";

export function signInPages(world: World): Hono {
  const { db, now, settings, newId } = world;
  const app = new Hono();
  app.get("/", (c) => c.html(<SignInPage />));
  app.post("/", async (c) => {
    const address = normaliseAddress(fieldOf(await c.req.formData(), "address"));
    const problem = problemWithAddress(address);
    if (problem)
      return c.html(
        <MessagePage title="That did not work" back={["/sign-in", "Back to the form"]}>
          {problem}
        </MessagePage>,
        400,
      );
    const tries = await mayAsk(c, world, address);
    if (tries === "network") return c.html(<TooOftenPage />, 429);
    if (tries === "ok") await sendLink(world, address);
    return c.html(
      <MessagePage title="Look into your mail">
        If this address is signed up here, a letter with a link is on its way to it. It works for{" "}
        {SIGN_IN_MINUTES} minutes, once. Nothing came? You can ask a few times an hour; the newest letter
        counts, and it may lie in the folder for spam.
      </MessagePage>,
    );
  });
  app.get("/:secret", async (c) => {
    const token = await findToken(db, c.req.param("secret"), ["sign-in"], now);
    if (!token) return c.html(<TooLate />, 404);
    return c.html(
      <ButtonPage title="Sign in?" button="Sign in">
        This browser will be signed in as {token.about[0]} for 30 days.
      </ButtonPage>,
    );
  });
  app.post("/:secret", async (c) => {
    const link = c.req.param("secret");
    const token = await findToken(db, link, ["sign-in"], now);
    if (!token) return c.html(<TooLate />, 404);
    const session = newId();
    try {
      await db.batch(await signIn(db, { link, session, userId: token.userId }, now));
    } catch (error) {
      if (isUsedUp(error)) return c.html(<TooLate />, 404);
      throw error;
    }
    keepSession(c, session, settings);
    return c.redirect("/board", 303);
  });
  return app;
}

/** The same work whether the address is known or not: the time tells nothing. */
async function sendLink(world: World, address: string): Promise<void> {
  const { db, now, settings, newId } = world;
  const letterId = newId();
  const secret = await linkSecret(letterId, settings.signingSecret);
  const signedWith = await secretName(settings.signingSecret);
  const letter = await composeSignIn(signInLink(settings.siteUrl, letterId), SIGN_IN_MINUTES);
  await db.batch(await askToSignIn(db, { address, letterId, secret, signedWith, letter, now }));
  await queueJobs(world, [{ verb: "deliver", letterId }]);
}

function TooLate() {
  return (
    <MessagePage title="This link does not work any more">
      It was used already, or is older than {SIGN_IN_MINUTES} minutes.{" "}
      <a href="/sign-in">Ask for a new one</a>.
    </MessagePage>
  );
}

/** `POST /sign-out`: this browser only. */
export function signOut(world: World): Hono {
  const app = new Hono();
  app.post("/", async (c) => {
    const secret = sessionOf(c, world.settings);
    if (secret !== null) await (await endSession(world.db, secret)).run();
    dropSession(c, world.settings);
    return c.redirect("/", 303);
  });
  return app;
}
