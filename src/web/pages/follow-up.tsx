// One thing to do: why, its text, and what became of it.
import { addDays, sayDay } from "../../calendar.ts";
import { writeDraft } from "../../letters/draft.ts";
import { whyNow } from "../../letters/item.ts";
import type { FollowUp } from "../../opportunity/follow-ups.ts";
import { FOLLOW_UPS } from "../../playbook/follow-ups.ts";
import { DraftForm } from "./draft.tsx";
import type { OpportunityContent } from "./opportunity.tsx";

const DONE_BUTTONS: Readonly<Partial<Record<FollowUp["kind"], string>>> = {
  deadline: "It is handed in",
  "move-on": "Move on, close it",
};

export function FollowUpPanel({
  opportunity,
  followUp,
  plan,
  copies,
  writer,
  place,
}: OpportunityContent & { readonly followUp: FollowUp; readonly place: string }) {
  const { kind, id } = followUp;
  const action = `/opportunities/${opportunity.id}`;
  const draft = writeDraft(followUp, opportunity, writer);
  return (
    <article class="panel next" aria-labelledby={place}>
      <h3 id={place}>{FOLLOW_UPS[kind].title}</h3>
      <p>{whyNow(followUp, opportunity, plan.today)}</p>
      {draft === null ? null : (
        <DraftForm draft={draft} copyTo={copies.get(id) ?? writer.inbox} place={place} />
      )}
      <div class="actions">
        <Mark
          action={action}
          verb="done"
          item={id}
          words={DONE_BUTTONS[kind] ?? "I sent it"}
          isMain={draft === null}
        />
        <Mark action={action} verb="skip" item={id} words="Skip it" />
      </div>
      <details>
        <summary>Later</summary>
        <form method="post" action={action} class="row">
          <input type="hidden" name="verb" value="snooze" />
          <input type="hidden" name="item" value={id} />
          <div class="grow">
            <label for={`${place}-until`}>Until</label>
            <input
              id={`${place}-until`}
              name="until"
              type="date"
              required
              min={addDays(plan.today, 1)}
              value={addDays(plan.today, 7)}
            />
          </div>
          <button class="quiet">Snooze</button>
        </form>
      </details>
    </article>
  );
}

function Mark({
  action,
  verb,
  item,
  words,
  isMain = false,
}: {
  readonly action: string;
  readonly verb: string;
  readonly item: string;
  readonly words: string;
  readonly isMain?: boolean;
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="item" value={item} />
      <button class={isMain ? "" : "quiet"}>{words}</button>
    </form>
  );
}

/** What comes later, by its day. */
export function Planned({ followUps }: { readonly followUps: readonly FollowUp[] }) {
  return followUps.length === 0 ? null : (
    <p class="soft">
      Planned:{" "}
      {followUps.map(({ kind, dueOn }) => `${FOLLOW_UPS[kind].title} on ${sayDay(dueOn)}`).join("; ")}.
    </p>
  );
}
