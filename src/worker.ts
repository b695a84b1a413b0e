// The Worker: every event builds a World and names one verb. The only place that sees Env, the clock and randomness.
import { toInstant } from "./calendar.ts";
import { receive } from "./inbound/receive.ts";
import { base32 } from "./mail/address.ts";
import { localMailer } from "./outbound/mailers/local.ts";
import { resendMailer } from "./outbound/mailers/resend.ts";
import { hearProvider } from "./outbound/webhook.ts";
import { wake } from "./outbound/wake.ts";
import { perform, performDead } from "./perform.ts";
import { readSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";
import { clockOffset } from "./store/local.ts";
import { site } from "./web/site.tsx";
import type { Job, Limit, World } from "./world.ts";

export interface Env {
  readonly DB: D1Database;
  readonly RAW: R2Bucket;
  readonly JOBS: Queue<Job>;
  /** Absent where an older wrangler.toml is deployed: then nothing is limited by the minute. */
  readonly VISITS?: RateLimit;
  readonly MAILS?: RateLimit;
}

/** The queue for jobs that failed too often; the name of wrangler.toml. */
const DEAD_JOBS = "callback-dead-jobs";

export default {
  async fetch(request, env) {
    const read = readSettings({ ...env });
    if (!read.ok)
      return new Response(`Callback is not set up yet.\n\n${read.problems.join("\n")}\n`, { status: 500 });
    const world = await buildWorld(env, read.settings);
    return site(world, {
      receive: (arriving) => receive(world, arriving),
      report: (posted) => hearProvider(world, posted),
      wake: async () => wake(await buildWorld(env, read.settings)),
    }).fetch(request);
  },

  async email(message, env) {
    const world = await buildWorld(env, settingsOf(env));
    const bytes = async () => new Uint8Array(await new Response(message.raw).arrayBuffer());
    const received = await logged("receive", "mail", world, async () => ({
      value: await receive(world, { from: message.from, to: message.to, size: message.rawSize, bytes }),
    }));
    // Temporary: the sending server comes again.
    if (received.is === "later") throw new Error("Too much mail at the moment. Please try again later.");
    if (received.is === "rejected") message.setReject(received.reason);
    if (received.is === "for-operator") await message.forward(world.settings.operatorAddress);
  },

  async queue(batch, env) {
    const settings = settingsOf(env);
    for (const message of batch.messages) {
      const world = await buildWorld(env, settings);
      const run = batch.queue === DEAD_JOBS ? performDead : perform;
      const { retryAfterSeconds } = await logged(message.body.verb, idOf(message.body), world, async () => ({
        value: await run(world, message.body, message.attempts),
      }));
      if (retryAfterSeconds === undefined) message.ack();
      else message.retry({ delaySeconds: retryAfterSeconds });
    }
  },

  async scheduled(_, env) {
    const world = await buildWorld(env, settingsOf(env));
    await logged("wake", "cron", world, async () => ({ value: await wake(world) }));
  },
} satisfies ExportedHandler<Env, Job>;

/** Outside of a request nobody sees a page: a Worker that is not set up must not take mail. */
function settingsOf(env: Env): Settings {
  const read = readSettings({ ...env });
  if (!read.ok) throw new Error(`Callback is not set up: ${read.problems.join("; ")}`);
  return read.settings;
}

async function buildWorld(env: Env, settings: Settings): Promise<World> {
  const isLocal = settings.mailer.is === "local";
  const offset = isLocal ? await clockOffset(env.DB) : 0;
  return {
    db: env.DB,
    raw: env.RAW,
    jobs: env.JOBS,
    mailer: settings.mailer.is === "resend" ? resendMailer(settings.mailer) : localMailer(),
    limits: { visits: limitBy(env.VISITS), mails: limitBy(env.MAILS) },
    settings,
    now: toInstant(Date.now() + offset * 1000),
    newId: () => base32(crypto.getRandomValues(new Uint8Array(16))),
    pause: (attempt) => scheduler.wait(Math.random() * 40 * 2 ** attempt),
  };
}

function limitBy(binding: RateLimit | undefined): Limit {
  return async (key) => binding === undefined || (await binding.limit({ key })).success;
}

/** One line per job: verb, id, outcome, milliseconds. Never an address, a subject or a body. */
async function logged<T>(
  verb: string,
  id: string,
  { now }: World,
  run: () => Promise<{ value: T }>,
): Promise<T> {
  const started = Date.now();
  const { value } = await run();
  // eslint-disable-next-line no-console -- the one place that logs
  console.log(JSON.stringify({ verb, id, outcome: outcomeOf(value), ms: Date.now() - started, now }));
  return value;
}

function outcomeOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "done";
  if ("result" in value) return String(value.result);
  return "is" in value ? String(value.is) : "done";
}

function idOf(job: Job): string {
  switch (job.verb) {
    case "process":
      return job.inboundId;
    case "prepare":
      return job.userId;
    case "deliver":
      return job.letterId;
    case "wake":
      return job.after.id;
    default:
      return job satisfies never;
  }
}
