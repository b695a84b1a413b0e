// One-tap links (RFC 6068): they open the person's own mail program with everything filled in.
import type { Draft } from "./draft.ts";

/** Longer links are cut by some clients and by Windows. */
const MAX_LINK_CHARACTERS = 2_000;

/** The link for a draft; null when there is nobody to write to, something only the person can add, or it would be too long. */
export function mailtoLink(
  draft: Pick<Draft, "to" | "subject" | "body" | "needs">,
  { bcc }: { readonly bcc: string | null },
): string | null {
  if (draft.to === null || draft.needs !== null) return null;
  const fields = Object.entries({
    subject: draft.subject,
    body: draft.body.replace(/\r?\n/g, "\r\n"),
    bcc: bcc ?? "",
  })
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`);
  const link = `mailto:${encodeURIComponent(draft.to.toWellFormed()).replaceAll("%40", "@")}?${fields.join("&")}`;
  return link.length <= MAX_LINK_CHARACTERS ? link : null;
}
