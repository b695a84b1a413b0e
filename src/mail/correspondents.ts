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

function readOne(text: string): Correspondent[] {
  const address = ADDRESS.exec(text.replace(/mailto:/gi, " "))?.[0] ?? "";
  const name = text
    .replace(/mailto:/gi, "")
    .replaceAll(address === "" ? "\0" : address, " ")
    .replace(/[<>[\]"*]/g, " ")
    // "Rae Lind on behalf of Acme Talent": Outlook's way to say who pressed the button.
    .replace(/\bon behalf of\b.{0,200}$/i, " ")
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
  return [...parts, part].filter((one) => one.trim() !== "");
}
