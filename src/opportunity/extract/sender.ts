// Who stands in From: a person, whatever firm stands beside the name, and what the domain says.
import type { Original } from "../../mail/original.ts";
import { domainLabel, fitOf } from "./domain-names.ts";
import { plainLetters } from "./plain-times.ts";
import { isPersonName } from "./signature.ts";

/** The sender's name if it is a person's, and the part of the domain that an organisation chose ("" when unknown). */
export function senderOf({ from }: Pick<Original, "from">): {
  readonly person: string | null;
  readonly label: string;
} {
  const label = domainLabel(from?.address ?? "");
  return { person: personIn(spokenName(from?.name ?? null), label, from?.address ?? ""), label };
}

/** "Lind, Rae" and "LIND Rae" as people say it: "Rae Lind". */
export function spokenName(name: string | null): string | null {
  const turned =
    /^(\p{Lu}[\p{L}'’ -]{0,40}), (\p{Lu}[\p{L}'’.-]{0,25}(?: \p{L}[\p{L}.]{0,20})?)(?: \([^)]{1,40}\))?$/u.exec(
      name ?? "",
    );
  if (turned) return `${turned[2]} ${turned[1]}`;
  const loud = /^(\p{Lu}[\p{Lu}'’-]{2,30}) (\p{Lu}\p{Ll}[\p{L}'’-]{0,25})$/u.exec(name ?? "");
  if (!loud) return name;
  const family = (loud[1] ?? "").replace(
    /\p{Lu}[\p{Lu}'’]*/gu,
    (part) => `${part[0] ?? ""}${part.slice(1).toLowerCase()}`,
  );
  return `${loud[2]} ${family}`;
}

/** The person in a display name: "Lenny - Copper Pan Chefs", "Isa von Nestwärme", "Raj | Hexa Talent". */
function personIn(name: string | null, label: string, address: string): string | null {
  if (name === null) return null;
  // A system writes for somebody: a firm, unless first and last name stand there.
  const via = /^(.{1,60}?) via .{1,60}$/u.exec(name)?.[1];
  if (via !== undefined) return isPersonName(via) && via.includes(" ") ? via : null;
  const [first = "", ...rest] = name.split(
    /\s*[|,/(]\s*|\s[-–—@]\s|\s(?:from|at|von|de chez|de|da|di|van|bei|chez|of|via)\s(?=\p{Lu})/u,
  );
  const isFirm = (said: string) => label !== "" && fitOf(said, label) >= 0.6;
  if (
    rest.length > 0 &&
    isPersonName(first) &&
    first.split(" ").length <= 3 &&
    !isFirm(first) &&
    rest.some((piece) => isFirm(piece) || piece.length > 2)
  )
    // "Rosa de la Cruz" is one name, "Isa von Nestwärme" is two: the domain knows.
    return /[|,/(@]|\s[-–—]\s/.test(name) || rest.some(isFirm) ? first : name;
  // "Rae Acme" writes from rae@acme, "Wren Foods" from jobs@wrenfoods; "Dean Purvis" from dean@ is no dean.
  const local = plainLetters(address.split("@")[0] ?? "");
  const said = plainLetters(name.replace(TITLE, "")).split(/[^\p{L}]+/u);
  const [given = ""] = said;
  const isGiven = given.length > 2 && local.split(/[._-]/).includes(given) && !label.includes(given);
  if (!isPersonName(name))
    return isGiven && said.length === 2 && isPersonName(`Rae ${name.slice(given.length + 1)}`) ? name : null;
  if (!isFirm(name) || TITLE.test(name)) return name;
  return said.length === 2 && said.some((word) => word.length > 2 && local.includes(word)) ? name : null;
}

const TITLE = /^(?:(?:Dr|Prof|Dott|Ing|Mag|dott|prof|ing|drs|ir)\.?(?:ssa)? ){1,2}/u;
