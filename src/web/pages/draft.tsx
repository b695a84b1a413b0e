// A text ready to send: copy it, change it, or open it in one's own mail program. The link carries the text as it was written by us; the script keeps
// it in step with changes, and only the script lets the text be changed here. (A form with a `mailto:` action would not do: browsers write its
// blanks as plus signs, and mail programs show them.)
import type { Draft } from "../../letters/draft.ts";
import { mailtoLink } from "../../letters/mailto.ts";

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
  const link = mailtoLink({ ...draft, needs: null }, { bcc: copyTo });
  return (
    <div data-draft={id}>
      <p class="soft">
        {to === null ? "Nobody's address is known yet: put it in under “Facts”." : `To ${to}`}
        {needs === null ? "" : " · needs one line from you: replace the words in brackets"}
      </p>
      <p>
        <span class="soft">Subject</span> {subject}
      </p>
      <label for={id}>Text</label>
      <textarea id={id} rows={Math.min(16, body.split("\n").length + 3)} lang={language} readonly>
        {body}
      </textarea>
      <div class="actions">
        {link === null ? null : (
          <a class="button" href={link}>
            Open in my mail program
          </a>
        )}
        <button type="button" class="quiet" data-copy={id} hidden>
          Copy the text
        </button>
      </div>
    </div>
  );
}
