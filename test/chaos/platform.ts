// The World of one invocation: real D1 and R2 behind the weather, a queue that forgets and repeats, and whatever clock its machine has.
import type { Job, Mailer, World } from "../../src/world.ts";
import type { Invocation } from "./weather.ts";

/** D1 of which every call that leaves the Worker is one step. */
export function stormyDb(db: D1Database, { step }: Invocation): D1Database {
  const reals = new WeakMap<object, D1PreparedStatement>();
  const wrap = (real: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(real.bind(...values)),
      first: (column?: string) =>
        step("d1", () => (column === undefined ? real.first() : real.first(column))),
      run: () => step("d1", () => real.run()),
      all: () => step("d1", () => real.all()),
    } as unknown as D1PreparedStatement;
    reals.set(wrapped, real);
    return wrapped;
  };
  const realOf = (statement: D1PreparedStatement) => reals.get(statement) ?? statement;
  return {
    prepare: (sql: string) => wrap(db.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) => step("d1", () => db.batch(statements.map(realOf))),
  } as unknown as D1Database;
}

export function stormyRaw(raw: R2Bucket, { step }: Invocation): R2Bucket {
  return {
    put: (key: string, value: Uint8Array) => step("r2", () => raw.put(key, value)),
    get: (key: string) => step("r2", () => raw.get(key)),
    delete: (keys: string | string[]) => step("r2", () => raw.delete(keys)),
    list: (options: R2ListOptions) => step("r2", () => raw.list(options)),
  } as unknown as R2Bucket;
}

export function stormyJobs(enqueue: (job: Job) => void, { step }: Invocation): World["jobs"] {
  return {
    sendBatch: (batch) =>
      step("queue", () => {
        for (const { body } of batch) enqueue(body);
        return Promise.resolve({ metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } });
      }),
  };
}

/** The mailer never throws: what goes wrong on the way is an answer that does not come. */
export function stormyMailer(provider: Mailer, { step, isDead }: Invocation): Mailer {
  return {
    send: async (letter) => {
      try {
        return await step("mailer", () => provider.send(letter));
      } catch (error) {
        if (isDead()) throw error;
        return { is: "no-answer", reason: "no answer in time" };
      }
    },
  };
}
