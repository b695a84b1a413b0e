// Our own id in the References of every letter: providers replace Message-ID, but replies repeat References.

/** `<letter id>.letter@domain`, without angle brackets. */
export function letterReference(letterId: string, mailDomain: string): string {
  return `${letterId}.letter@${mailDomain}`;
}

/** The letter that a list of message ids names, the last first; null when none is ours. */
export function letterIdIn(ids: readonly string[], mailDomain: string): string | null {
  const ending = `.letter@${mailDomain}`;
  const own = ids.findLast((id) => id.toLowerCase().endsWith(ending));
  return own === undefined ? null : own.slice(0, own.length - ending.length).toLowerCase();
}
