// Signing up on the site: the address is asked first, by a letter with a link.
import { Hono } from "hono";
import { canonicalZone } from "../calendar.ts";
import type { Zone } from "../calendar.ts";
import { confirmLink } from "../letters/links.ts";
import { linkSecret, normaliseAddress } from "../mail/address.ts";
import { findPerson, whoseAddress } from "../store/people.ts";
import { askOnceMore, askToSignUp } from "../store/sign-up.ts";
import { queueJobs } from "../world.ts";
import type { World } from "../world.ts";
import { fieldOf, problemWithAddress } from "./form.ts";
import { MessagePage, TooOftenPage } from "./pages/message.tsx";
import { mayAsk } from "./tries.ts";

/** `POST /people`. The same answer for known and unknown addresses: nobody learns who is here. */
export function signUpForm(world: World): Hono {
  const app = new Hono();
  app.post("/", async (c) => {
    const form = await c.req.formData();
    const address = normaliseAddress(fieldOf(form, "address"));
    const zone = canonicalZone(fieldOf(form, "zone"));
    const problem = problemWithAddress(address);
    if (problem !== null || zone === null)
      return c.html(
        <MessagePage title="That did not work">
          {problem ?? "Please give a time zone by its name, like Europe/Berlin."}
        </MessagePage>,
        400,
      );
    const tries = await mayAsk(c, world, address);
    if (tries === "network") return c.html(<TooOftenPage />, 429);
    if (tries === "ok") await ask(world, address, zone);
    return c.html(
      <MessagePage title="Look into your mail">
        If this address is not signed up yet, a letter with a link is on its way to it. Its button gives you
        your Callback address; without it we forget you in two days.
      </MessagePage>,
    );
  });
  return app;
}

/** Asks the address, and nobody else, whether it wants to sign up: the button behind its link does it. Whoever has not answered yet is asked again. */
async function ask(world: World, address: string, zone: Zone): Promise<void> {
  const { db, now, newId, settings } = world;
  const known = await whoseAddress(db, address);
  const applicant = known && known.kind === "sender" ? await findPerson(db, known.userId) : null;
  if (known && applicant?.inbox !== "") return;
  const [userId, letterId, linkName] = [newId(), newId(), newId()];
  const secret = await linkSecret(linkName, settings.signingSecret);
  const link = confirmLink(settings.siteUrl, linkName);
  await db.batch(
    applicant
      ? await askOnceMore(db, applicant, { letterId, secret, link, now })
      : await askToSignUp(db, { userId, letterId, secret, address, name: null, zone, link, now }),
  );
  await queueJobs(world, [{ verb: "deliver", letterId }]);
}
