// Resend, through its own SDK. The SDK never throws: every answer is looked at here, and only here it is decided
// whether a letter is tried again.
import { Resend } from "resend";
import type { CreateEmailResponse } from "resend";
import type { AddressedLetter, Mailer, SendResult } from "../../world.ts";

const ANSWER_WITHIN_MS = 20_000;
const ASK_WITHIN_MS = 5_000;
/** When the provider asks to slow down without saying for how long. */
const RATE_LIMIT_WAIT_SECONDS = 5;
const QUOTA_WAIT_SECONDS = 3_600;
const SERVER_FAULT_WAIT_SECONDS = 120;
const CONCURRENT_WAIT_SECONDS = 30;

/** A mailer for an API key; `url` is Resend's own, or a stand-in's in tests. */
export function resendMailer({ apiKey, url }: { readonly apiKey: string; readonly url: string }): Mailer {
  const resend = new Resend(apiKey, { baseUrl: url });
  return {
    async send(letter) {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      try {
        const result = toResult(
          await resend.emails.send(payload(letter), { idempotencyKey: letter.id, signal }),
        );
        return result.is === "sent" ? { ...result, messageId: await messageIdOf(result.providerId) } : result;
      } catch {
        // The SDK throws only when it was aborted: nobody knows whether the letter left.
        return { is: "no-answer", reason: "no answer in time" };
      }
    },
  };

  /** Asked for after sending, because no webhook tells it. The letter has left: whatever goes wrong here is no matter. */
  async function messageIdOf(providerId: string): Promise<string | null> {
    try {
      const { data } = await resend.get<{ message_id?: unknown }>(
        `/emails/${encodeURIComponent(providerId)}`,
        {
          signal: AbortSignal.timeout(ASK_WITHIN_MS),
        },
      );
      const said = typeof data?.message_id === "string" ? data.message_id : "";
      return said.replace(/^<|>$/g, "") || null;
    } catch {
      return null;
    }
  }
}

function payload({ id, from, to, replyTo, subject, text, html, headers, attachments }: AddressedLetter) {
  const files = attachments.map((file) => ({
    filename: file.name,
    contentType: file.type,
    content: base64(file.text),
  }));
  return {
    from,
    to,
    replyTo,
    subject,
    text,
    html,
    headers,
    tags: [{ name: "letter_id", value: id }],
    ...(files.length === 0 ? {} : { attachments: files }),
  };
}

/** Attachments travel in base64 of their UTF-8. */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8_192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(binary);
}

function toResult({ data, error, headers }: CreateEmailResponse): SendResult {
  if (!error) return { is: "sent", providerId: data.id, messageId: null };
  const { statusCode, name } = error;
  const asked = Number(headers?.["retry-after"] ?? Number.NaN);
  const retry = (usual: number): SendResult => ({
    is: "retry",
    reason: name,
    afterSeconds: Number.isFinite(asked) ? Math.max(1, asked) : usual,
  });
  if (name === "daily_quota_exceeded" || name === "monthly_quota_exceeded") return retry(QUOTA_WAIT_SECONDS);
  if (statusCode === 429) return retry(RATE_LIMIT_WAIT_SECONDS);
  // The same key is being sent at this very moment; the same key with another payload is a bug of ours.
  if (name === "concurrent_idempotent_requests") return retry(CONCURRENT_WAIT_SECONDS);
  if (statusCode === null || statusCode === undefined) return { is: "no-answer", reason: name };
  return statusCode >= 500
    ? retry(SERVER_FAULT_WAIT_SECONDS)
    : { is: "failed", reason: `${statusCode} ${name}` };
}
