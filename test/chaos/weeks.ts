// One week by its seed: stormy, then the same week in calm, and what the storm changed.
import type { Settings } from "../../src/settings.ts";
import { playInCalm, playInWeather } from "./play.ts";
import type { Bindings } from "./play.ts";
import { problemsOf, stateOf } from "./verdict.ts";
import type { Figures } from "./verdict.ts";
import { weekOf } from "./week.ts";
import type { Week } from "./week.ts";

export type Verdict = {
  readonly seed: number;
  readonly problems: readonly string[];
  readonly figures: Figures;
};

/** Plays the week of a seed in empty storage, and leaves it empty. */
export async function judgeWeek(bindings: Bindings, settings: Settings, seed: number): Promise<Verdict> {
  return judge(bindings, settings, weekOf(seed));
}

async function judge(bindings: Bindings, settings: Settings, week: Week): Promise<Verdict> {
  await empty(bindings);
  const played = await playInWeather(bindings, settings, week);
  const stormy = { played, state: await stateOf(bindings) };
  await empty(bindings);
  const calm = await playInCalm(bindings, settings, week, played);
  const inCalm = { played: calm, state: await stateOf(bindings) };
  await empty(bindings);
  // A late mail may have put something into a letter that is not there in calm: Ada does not say what she could not have said.
  if (calm.unsayable.length > 0) {
    const answers = week.answers.filter((answer) => !calm.unsayable.includes(answer));
    return judge(bindings, settings, { ...week, answers });
  }
  return { seed: week.seed, ...problemsOf(stormy, inCalm, week) };
}

async function empty({ DB, RAW }: Bindings): Promise<void> {
  await DB.batch([DB.prepare("DELETE FROM users"), DB.prepare("DELETE FROM seen")]);
  const { objects } = await RAW.list();
  if (objects.length > 0) await RAW.delete(objects.map(({ key }) => key));
}
