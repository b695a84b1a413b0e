// Words as people compare them: without case, accents and curly apostrophes. As long as before, so that what stands behind them can be cut off.

/** `Später` → `spater`, one character for each. */
export function folded(text: string): string {
  return Array.from(text.normalize("NFC"), foldedCharacter).join("");
}

function foldedCharacter(character: string): string {
  const base = character.normalize("NFD")[0]?.toLowerCase() ?? character;
  return base.length === character.length ? base : character;
}
