// The World: everything outside the pure core, as one argument. Built by worker.ts once per event; tests build their own.
import type { Instant } from "./calendar.ts";
import type { Settings } from "./settings.ts";

/** What the queue carries. Rows are the truth: a job that gets lost is found again by the sweep, one that comes twice does nothing. */
export type Job =
  | { readonly verb: "process"; readonly inboundId: string }
  | { readonly verb: "prepare"; readonly userId: string }
  | { readonly verb: "deliver"; readonly letterId: string }
  /** Those who are due behind the last one whom the cron has seen. */
  | { readonly verb: "wake"; readonly after: { readonly id: string; readonly since: Instant } };

/** What a job came to: done, or to be tried again after a while. */
export type JobOutcome = { readonly result: string; readonly retryAfterSeconds?: number };

/** A letter with its addresses, byte-stable for one `id`: the same id is always the same payload. */
export type AddressedLetter = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly text: string }[];
};

export type SendResult =
  /** `messageId`: the Message-ID that the provider gave it, without angle brackets; null when it did not say. */
  | { readonly is: "sent"; readonly providerId: string; readonly messageId: string | null }
  /** The provider said no, for now. */
  | { readonly is: "retry"; readonly afterSeconds: number; readonly reason: string }
  /** Nobody knows whether it left. */
  | { readonly is: "no-answer"; readonly reason: string }
  | { readonly is: "failed"; readonly reason: string };

export type Mailer = { send(letter: AddressedLetter): Promise<SendResult> };

/** Whether one more may come from whom the key names, now. */
export type Limit = (key: string) => Promise<boolean>;

export type World = {
  readonly db: D1Database;
  readonly raw: R2Bucket;
  readonly jobs: Pick<Queue<Job>, "sendBatch">;
  readonly mailer: Mailer;
  /** Per minute: what one network posts to the site, and what one sender mails. */
  readonly limits: { readonly visits: Limit; readonly mails: Limit };
  readonly settings: Settings;
  readonly now: Instant;
  /** 128 random bits in base32, lower case: 26 characters. */
  readonly newId: () => string;
  /** Waits a moment, longer with every attempt and never the same: two that collided should not meet again. */
  readonly pause: (attempt: number) => Promise<void>;
};

/** Queues jobs, 100 at a time; a failure is no error, as the sweep finds what was not queued. */
export async function queueJobs({ jobs }: World, wanted: readonly Job[]): Promise<boolean> {
  try {
    for (let at = 0; at < wanted.length; at += 100)
      await jobs.sendBatch(wanted.slice(at, at + 100).map((body) => ({ body })));
    return true;
  } catch {
    return false;
  }
}
