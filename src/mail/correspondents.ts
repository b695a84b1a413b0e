// Names and addresses as clients write them in a forward's header block: not RFC 5322, so not a header parser's work.
import type { Correspondent } from "./address.ts";

const MAX_CORRESPONDENTS = 100;
const ADDRESS = /[^\s<>()[\]"',;:]{1,64}@[^\s<>()[\]"',;:]{1,255}/;

/**
 * Reads `Rae Lind <rae@acme.example>`, `"Lind, Rae" [mailto:rae@acme.example]`, `<rae@acme.example>`, a bare address,
 * a bare name (address ""), and lists of them separated by `;` or `,`.
 */
export function readCorrespondents(value: string | null): Correspondent[] {
  if (!value) return [];
  return split(value.slice(0, 20_000)).flatMap(readOne).slice(0, MAX_CORRESPONDENTS);
}

/** "Sender on behalf of From": Outlook's way to say who pressed the button, in its languages. */
const ON_BEHALF_OF =
  /(?:^|[\s>\]])(?:on behalf of|im auftrag von|de la part de|en nombre de|em nome de|per conto di|namens|på vegne af|på vegne av|på uppdrag av|för|puolesta|w imieniu|jménem|v mene|nevében|în numele|от имени|від імені|от името на|u ime|v imenu|εκ μέρους|adına|代表|代理)\s/i;

function readOne(text: string): Correspondent[] {
  const behalf = ON_BEHALF_OF.exec(text);
  if (!behalf || behalf.index === 0) return readPlain(text);
  const [sender] = readPlain(text.slice(0, behalf.index + 1));
  const [from] = readPlain(text.slice(behalf.index + behalf[0].length));
  if (!sender || !from) return readPlain(text);
  const isPerson =
    sender.name !== null &&
    !/no-?reply|careers|jobs|talent|recruit|team/i.test(`${sender.name} ${sender.address}`);
  // A person who sent stays the person to talk to; behind a department or a machine it is the one whom it wrote for.
  if (isPerson) return [sender];
  return [from.address === "" ? { name: from.name, address: sender.address } : from];
}

function readPlain(text: string): Correspondent[] {
  const address = ADDRESS.exec(text.replace(/mailto:/gi, " "))?.[0] ?? "";
  const name = text
    .replace(/mailto:/gi, "")
    .replaceAll(address === "" ? "\0" : address, " ")
    .replace(/[<>[\]"*]/g, " ")
    .replace(/\(\s{0,5}\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^['\s]{1,5}|['\s,;]{1,5}$/g, "")
    .trim();
  return address === "" && name === "" ? [] : [{ name: name || null, address }];
}

/** Splits at `;` and `,`, but a comma only where an address stands before it: "Lind, Rae <rae@…>" is one person. */
function split(value: string): string[] {
  const parts: string[] = [];
  let part = "";
  let quoted = false;
  for (const character of value) {
    if (character === '"') quoted = !quoted;
    const separates = character === ";" || (character === "," && ADDRESS.test(part.slice(-320)));
    if (separates && !quoted) {
      parts.push(part);
      part = "";
    } else part += character;
  }
  return joinedWithAddress([...parts, part].filter((one) => one.trim() !== ""));
}

/** QQ Mail writes `"Rae Lind";<rae@acme.example>;`: a name, and its address behind the separator. */
function joinedWithAddress(parts: readonly string[]): string[] {
  return parts.reduce<string[]>((joined, part) => {
    const before = joined.at(-1);
    const isAddressAlone = /^\s{0,5}<[^<>\s]{3,320}>\s{0,5}$/.test(part);
    if (before !== undefined && isAddressAlone && !ADDRESS.test(before))
      return [...joined.slice(0, -1), `${before} ${part}`];
    return [...joined, part];
  }, []);
}
