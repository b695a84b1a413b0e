// What a week came to, and what is wrong with it: nothing lost, nothing twice, and everything as if nothing had gone wrong.
import type { Bindings, Played } from "./play.ts";

/** The rows of a week, in words that do not depend on ids or on the order in which things were read. */
export type State = {
  readonly mails: readonly MailRow[];
  readonly letters: readonly LetterRow[];
  readonly opportunities: readonly string[];
  readonly touchpoints: readonly string[];
  readonly followUps: readonly string[];
  readonly digests: readonly { readonly on: string; readonly at: string; readonly late: 0 | 1 }[];
  readonly objects: readonly string[];
};
type MailRow = { id: string; messageId: string; state: string; reason: string | null; rawKey: string | null };
type LetterRow = {
  id: string;
  key: string;
  kind: string;
  state: string;
  reason: string | null;
  items: string;
};
type TouchpointRow = {
  opportunityId: string;
  kind: string;
  happenedAt: string;
  originalKey: string | null;
  about: string | null;
};

export async function stateOf({ DB, RAW }: Bindings): Promise<State> {
  const all = async <T>(sql: string) => (await DB.prepare(sql).all<T>()).results;
  const touchpoints = await all<TouchpointRow>(
    "SELECT opportunity_id AS opportunityId, kind, happened_at AS happenedAt, original_key AS originalKey, coalesce(event ->> 'followUpId', event ->> 'text', '') AS about FROM touchpoints ORDER BY seq",
  );
  const names = namesOf(touchpoints);
  const name = (id: string) => names.get(id) ?? "nobody's";
  const withoutId = (text: string) => text.replace(/^[a-z2-7]{26}\//, "");
  const opportunities = await all<Record<string, string | null>>(
    "SELECT id, company, agency, role, requisition, stage, outcome, (SELECT group_concat(address) FROM contacts WHERE opportunity_id = opportunities.id) AS contacts FROM opportunities WHERE live = 1",
  );
  const followUps = await all<Record<string, string | null>>(
    "SELECT id, opportunity_id AS opportunityId, kind, round, ordinal, due_on, state, ended_at FROM follow_ups",
  );
  return {
    mails: await all(
      "SELECT id, message_id AS messageId, state, reason, raw_key AS rawKey FROM inbound_messages",
    ),
    letters: await all("SELECT id, letter_key AS key, kind, state, reason, items FROM outbox"),
    opportunities: opportunities
      .map(({ id, ...rest }) => `${name(id ?? "")}: ${Object.values(rest).join(" · ")}`)
      .toSorted(),
    touchpoints: touchpoints
      .map((one) =>
        [name(one.opportunityId), one.kind, one.happenedAt, one.originalKey, withoutId(one.about ?? "")].join(
          " · ",
        ),
      )
      .toSorted(),
    followUps: followUps
      .map(({ id, opportunityId, ...rest }) =>
        [name(opportunityId ?? ""), withoutId(id ?? ""), ...Object.values(rest)].join(" · "),
      )
      .toSorted(),
    digests: await all("SELECT covers_on AS 'on', prepared_at AS at, late FROM digests"),
    objects: (await RAW.list()).objects.map(({ key }) => key).toSorted(),
  };
}

/** An opportunity is known by the first of its mails. */
function namesOf(touchpoints: readonly TouchpointRow[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { opportunityId, originalKey } of touchpoints) {
    const before = names.get(opportunityId);
    if (originalKey !== null && (before === undefined || originalKey < before))
      names.set(opportunityId, originalKey);
  }
  return names;
}

/** What a host would have to be told about a week, whatever the weather was. */
export type Figures = {
  readonly mails: number;
  readonly letters: number;
  readonly digests: number;
  readonly lateDigests: number;
  /** Digests that were so late that what they had to say had passed. */
  readonly emptiedDigests: number;
  readonly faults: number;
  readonly failed: number;
  /** Letters of which nobody knows whether they left. */
  readonly unknown: number;
  /** Second copies from a provider that knows no idempotency keys, after an attempt without an answer. */
  readonly excusedCopies: number;
  /** Reminders that would have come too late to be of use, and did not leave. */
  readonly lateReminders: number;
};

/** Everything that is wrong with a stormy week, given the same week in calm. */
export function problemsOf(
  stormy: { readonly played: Played; readonly state: State },
  calm: { readonly played: Played; readonly state: State },
  { knowsKeys }: { readonly knowsKeys: boolean },
): { readonly problems: readonly string[]; readonly figures: Figures } {
  const { played, state } = stormy;
  const problems = [
    ...mailProblems(played, state),
    ...differences("opportunity", state.opportunities, calm.state.opportunities),
    ...differences("touchpoint", state.touchpoints, calm.state.touchpoints),
    ...differences("follow-up", state.followUps, calm.state.followUps),
    ...played.provider.refusedPayloads.map((id) => `letter ${id} came again with other words`),
  ];
  const copies = copiesOf(state, played);
  if (knowsKeys) problems.push(...copies.map(({ key }) => `letter ${key} left twice`));
  const sent = new Set(played.provider.left.map(({ letterId }) => letterId));
  for (const { id, key, state: now, reason } of state.letters) {
    if (now === "sent" && !sent.has(id)) problems.push(`letter ${key} is called sent and never left`);
    if (now === "waiting" || now === "sending") problems.push(`letter ${key} is still ${now} (${reason})`);
    if (now === "failed") problems.push(`letter ${key} failed: ${reason}`);
  }
  problems.push(...sameReminders(state));
  const missing = missingLetters(state, calm.state, played.emptyAt);
  problems.push(...missing.problems);
  const figures: Figures = {
    mails: state.mails.length,
    letters: state.letters.length,
    digests: state.digests.length,
    lateDigests: state.digests.filter(({ late }) => late === 1).length,
    emptiedDigests: missing.emptied,
    faults: [...played.faults.values()].reduce((sum, n) => sum + n, 0),
    failed: played.failed,
    unknown: state.letters.filter((letter) => letter.state === "unknown").length,
    excusedCopies: knowsKeys ? 0 : copies.reduce((sum, { more }) => sum + more, 0),
    lateReminders: missing.lateReminders,
  };
  return { problems, figures };
}

function mailProblems({ taken }: Played, { mails, objects }: State): string[] {
  const known = new Map(mails.map((mail) => [mail.messageId, mail]));
  const lost = [...taken].filter((id) => !known.has(id)).map((id) => `mail ${id} was taken and is gone`);
  const twice = mails.length - known.size;
  return [
    ...lost,
    ...(twice > 0 ? [`${twice} mails are there twice`] : []),
    ...mails.flatMap(({ messageId, state, reason, rawKey }) => {
      if (state === "delivered") return [];
      if (state === "ignored")
        return reason === null ? [`mail ${messageId} was ignored without a reason`] : [];
      if (state !== "failed") return [`mail ${messageId} is still ${state}`];
      return rawKey !== null && objects.includes(rawKey)
        ? [`mail ${messageId} failed: ${reason}`]
        : [`mail ${messageId} failed (${reason}) and its raw is gone`];
    }),
  ];
}

function differences(what: string, stormy: readonly string[], calm: readonly string[]): string[] {
  const rest = [...calm];
  const more = stormy.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [...more.map((one) => `${what} too much: ${one}`), ...rest.map((one) => `${what} missing: ${one}`)];
}

function copiesOf({ letters }: State, { provider }: Played) {
  return letters.flatMap(({ id, key }) => {
    const times = provider.left.filter(({ letterId }) => letterId === id).length;
    return times > 1 ? [{ key, more: times - 1 }] : [];
  });
}

/** Two letters about one interview's evening, or one day's deadline, are one too many, whatever their keys. */
function sameReminders({ letters }: State): string[] {
  const about = letters
    .filter(({ kind }) => REMINDERS.includes(kind))
    .map(({ kind, key, items }) => `${kind} ${key.split("/").at(-1)} ${items}`);
  return about.filter((one, at) => about.indexOf(one) !== at).map((one) => `two letters: ${one}`);
}

const REMINDERS = ["evening", "morning", "deadline"];

/** Every mail that has a receipt in calm has one in the storm, or shares one; every answer is there; digests and reminders may be late. */
function missingLetters(
  stormy: State,
  calm: State,
  emptyAt: readonly number[],
): { problems: string[]; lateReminders: number; emptied: number } {
  const messageIdOf = (state: State) => new Map(state.mails.map(({ id, messageId }) => [id, messageId]));
  const [stormyIds, calmIds] = [messageIdOf(stormy), messageIdOf(calm)];
  const nameIn = (ids: Map<string, string>, key: string) => {
    const [kind = "", rest = ""] = key.split(/\/(.*)/);
    return `${kind}/${ids.get(rest) ?? ""}`;
  };
  const isOwn = ({ key }: LetterRow) => /^(?:receipt|answer)\//.test(key);
  const there = new Set(stormy.letters.map(({ key }) => nameIn(stormyIds, key)));
  const shared = stormy.letters.filter(({ key }) => key.startsWith("receipts/")).length;
  const without = calm.letters.filter(isOwn).filter(({ key }) => !there.has(nameIn(calmIds, key)));
  const reminders = (state: State) => state.letters.filter(({ kind }) => REMINDERS.includes(kind)).length;
  const problems = without
    .filter(({ key }) => !key.startsWith("receipt/") || shared === 0)
    .map(({ key }) => `letter ${nameIn(calmIds, key)} is missing`);
  const sharedInCalm = calm.letters.filter(({ key }) => key.startsWith("receipts/")).length;
  if (shared === 0 && sharedInCalm > 0) {
    const receipts = stormy.letters.filter(({ key }) => key.startsWith("receipt/")).length;
    const wanted = stormy.mails.filter(
      ({ state, reason }) => state === "delivered" && reason !== null,
    ).length;
    if (receipts < wanted) problems.push("receipts are missing");
  }
  const days = stormy.digests.map(({ on }) => on);
  const unsent = calm.digests.filter(({ on }) => !days.includes(on));
  // Late, and by then there was nothing to say any more.
  const emptied = unsent.filter(({ at }) =>
    emptyAt.some((empty) => empty > Date.parse(at) + 300_000 && empty < Date.parse(at) + 20 * 3_600_000),
  );
  if (stormy.digests.length + emptied.length < calm.digests.length)
    problems.push(`digests are missing: ${unsent.map(({ on }) => on).join(", ")}`);
  return {
    problems,
    emptied: emptied.length,
    lateReminders: Math.max(0, reminders(calm) - reminders(stormy)),
  };
}
