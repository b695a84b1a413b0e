// Who is on the other side: the person who writes, else the one who signs; a department or a system where nobody does.
import { normaliseAddress } from "../../mail/address.ts";
import { isSystemAddress } from "../../playbook/senders.ts";
import type { Part } from "../../vocabulary.ts";
import type { Contact } from "../reading.ts";
import type { ExtractContext } from "./context.ts";
import { domainLabel, fitOf } from "./domain-names.ts";
import { plainLetters } from "./plain-times.ts";
import { isPersonName, sharesWord, signatureOf } from "./signature.ts";

/** The people to whom the person would write, the main one first. */
export function extractContacts({ original, text }: ExtractContext, agency: string | null): Contact[] {
  const { from } = original;
  const label = domainLabel(from?.address ?? "");
  const sender = personIn(spokenName(from?.name ?? null), label);
  const signature = signatureOf(text, sender, label);
  const address = normaliseAddress(original.replyTo[0]?.address ?? from?.address ?? "") || null;
  const name = fullest(sender, signature.name) ?? from?.name ?? null;
  if (name === null && address === null) return [];
  const isSystem = address !== null && isSystemAddress(address);
  const isPerson = sender !== null || signature.name !== null;
  return [
    {
      name,
      address,
      title: isPerson ? signature.title : null,
      phone: signature.phone,
      part: partOf(signature.title, isSystem && !isPerson, agency !== null),
    },
  ];
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
function personIn(name: string | null, label: string): string | null {
  if (name === null) return null;
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
  return isPersonName(name) && !isFirm(name)
    ? name
    : isPersonName(name) && name.split(" ").length === 2 && !name.includes("&")
      ? name
      : null;
}

/** The same person's longer name. */
function fullest(sender: string | null, signed: string | null): string | null {
  if (sender === null || signed === null) return sender ?? signed;
  if (!sharesWord(sender, signed)) return sender;
  return signed.split(" ").length > sender.split(" ").length ? signed : sender;
}

function partOf(title: string | null, isSystem: boolean, isAgency: boolean): Part {
  const text = plainLetters(title ?? "");
  if (isSystem) return "system";
  if (isAgency) return "agency-recruiter";
  if (
    /coordinat|coordin|koordin|assist|secretar|sekretar|segretar|secretaria|clerk|office|empfang|scheduling/.test(
      text,
    )
  )
    return "coordinator";
  if (
    /\b(?:recruit|talent|people|hr|human|personal|rh|drh|rrhh|risorse|ressources|recursos|personeel|seleccion|selezione|werving|recrutement)/.test(
      text,
    )
  )
    return "recruiter";
  if (/\S/.test(text)) return "hiring-manager";
  return "recruiter";
}
