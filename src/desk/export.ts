// What an export says about a person, for the mail and for the website.
import type { ExportContent } from "../letters/export.ts";
import type { Person } from "../store/people.ts";
import type { World } from "../world.ts";
import type { History } from "./history.ts";

/** Everything that is kept, as it stands. */
export function exportContent(
  person: Person,
  history: History,
  { now, settings }: Pick<World, "now" | "settings">,
): ExportContent {
  return {
    now,
    mailDomain: settings.mailDomain,
    person: person.id,
    revision: history.revision(),
    profile: {
      name: person.name,
      zone: person.zone,
      addresses: person.senders,
      inbox: person.inbox,
      digest: person.schedule,
      waitDays: person.waitDays,
      tone: person.tone,
      holidays: person.holidays,
      language: person.language,
      thankYou: person.thankYou,
      evening: person.evening,
      receipts: person.receipts,
      emptyDigest: person.emptyDigest,
    },
    opportunities: history.opportunities(),
    followUps: history.followUps(),
    touchpoints: history.touchpoints(),
  };
}
