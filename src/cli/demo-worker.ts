// The Worker for the demo: the production build in workerd with an empty database, and a person in it.
import process from "node:process";
import type { Instant, Zone } from "../calendar.ts";
import { withLinkSecrets } from "../letters/links.ts";
import { linkSecret } from "../mail/address.ts";
import { newestLetterTo, setClockOffset } from "../store/local.ts";
import { localClient } from "./local-client.ts";
import type { LocalClient } from "./local-client.ts";
import { LOCAL_MAIL_DOMAIN, QUIET_WRANGLER, localSettings } from "./local-settings.ts";
import { createPerson } from "./new-person.ts";

export type DemoWorker = {
  readonly url: URL;
  readonly client: LocalClient;
  /** Adds the person whose story it is, at this moment; resolves to their inbox address. */
  readonly signUp: (person: {
    address: string;
    name: string | null;
    zone: Zone;
    now: Instant;
    /** One that written mails can name; a secret one when absent. */
    inbox?: string;
  }) => Promise<string>;
  /** The newest letter to an address, also to somebody who has not signed up yet; empty when there is none. */
  readonly letterTo: (address: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

export async function startDemoWorker(): Promise<DemoWorker> {
  Object.assign(process.env, QUIET_WRANGLER, { WRANGLER_LOG: "none" });
  const { createTestHarness } = await import("wrangler");
  const settings = localSettings("http://127.0.0.1");
  const harness = createTestHarness({
    workers: [{ configPath: "wrangler.toml", vars: settings }],
  });
  const { url } = await harness.listen();
  const worker = harness.getWorker<{ DB: D1Database }>();
  await worker.applyD1Migrations("DB");
  const { DB } = await worker.getEnv();
  return {
    url,
    client: localClient(url),
    signUp: async (person) => {
      await setClockOffset(DB, (Date.parse(person.now) - Date.now()) / 1000);
      return (await createPerson(DB, { ...person, mailDomain: LOCAL_MAIL_DOMAIN })).inbox;
    },
    letterTo: async (address) =>
      withLinkSecrets((await newestLetterTo(DB, address)) ?? "", settings["SITE_URL"] ?? "", (name) =>
        linkSecret(name, settings["SIGNING_SECRET"] ?? ""),
      ),
    close: () => harness.close(),
  };
}
