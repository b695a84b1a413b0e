// "Confirm that mail may be forwarded here": the mail by which providers ask, with its code and link.
// We never follow the link: the person decides.
import { normaliseAddress } from "./address.ts";
import type { Message } from "./message.ts";

export type Verification = {
  readonly provider: string;
  /** The mailbox that wants to forward to us. */
  readonly account: string | null;
  readonly code: string | null;
  readonly link: string | null;
};

/** The addresses that providers ask from. */
const PROVIDERS: Readonly<Record<string, { readonly provider: string; readonly link: RegExp }>> = {
  "forwarding-noreply@google.com": {
    provider: "gmail",
    link: /https:\/\/(?:mail-settings|mail)\.google\.com\/[^\s<>"]{1,500}/,
  },
};

/** What a provider's confirmation mail asks; null for every other mail. */
export function readVerification({ from, subject, text }: Message): Verification | null {
  const sender = normaliseAddress(from?.address ?? "");
  const known = Object.hasOwn(PROVIDERS, sender) ? PROVIDERS[sender] : undefined;
  if (!known) return null;
  const source = `${subject}\n${text.slice(0, 10_000)}`;
  return {
    provider: known.provider,
    account: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/.exec(source)?.[0] ?? null,
    code: /\b\d{6,12}\b/.exec(source)?.[0] ?? null,
    link: known.link.exec(source)?.[0] ?? null,
  };
}
