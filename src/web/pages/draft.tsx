// A text ready to send: edit it, copy it, or open it in one's own mail program. A form whose action is `mailto:` does that without any script
// (HTML, section 4.10.21.3, "mail with headers").
import type { Draft } from "../../letters/draft.ts";

export function DraftForm({
  draft,
  copyTo,
  place,
}: {
  readonly draft: Draft;
  /** Gets a secret copy, so that we learn that it was sent. */
  readonly copyTo: string;
  /** Tells the drafts of a page apart. */
  readonly place: string;
}) {
  const { to, subject, body, needs, language } = draft;
  const id = `draft-${place}`;
  const action = to === null ? undefined : `mailto:${encodeURIComponent(to).replaceAll("%40", "@")}`;
  return (
    <form method="get" {...(action === undefined ? {} : { action })}>
      <p class="soft">
        {to === null ? "Nobody's address is known yet: put it in under “Facts”." : `To ${to}`}
        {needs === null ? "" : " · needs one line from you: replace the words in brackets"}
      </p>
      <label for={`${id}-subject`}>Subject</label>
      <input id={`${id}-subject`} name="subject" value={subject} />
      <label for={id}>Text</label>
      <textarea id={id} name="body" rows={Math.min(16, body.split("\n").length + 3)} lang={language}>
        {body}
      </textarea>
      <input type="hidden" name="bcc" value={copyTo} />
      <div class="actions">
        {to === null ? null : <button>Open in my mail program</button>}
        <button type="button" class="quiet" data-copy={id} hidden>
          Copy the text
        </button>
      </div>
    </form>
  );
}
