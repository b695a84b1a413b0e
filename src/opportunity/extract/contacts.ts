// Who is on the other side: the person who writes, else the one who signs; a department or a system where nobody does.
import { normaliseAddress } from "../../mail/address.ts";
import { isSystemAddress } from "../../playbook/senders.ts";
import type { Part } from "../../vocabulary.ts";
import type { Contact } from "../reading.ts";
import type { ExtractContext } from "./context.ts";
import { plainLetters } from "./plain-times.ts";
import { senderOf } from "./sender.ts";
import { sharesWord, signatureOf } from "./signature.ts";

/** The people to whom the person would write, the main one first. */
export function extractContacts({ original, text }: ExtractContext, agency: string | null): Contact[] {
  const { from } = original;
  const { person: sender, label } = senderOf(original);
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
