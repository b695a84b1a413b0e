// Where the links of letters lead: pages with one button. A stored letter has only the names of its links in it; the secrets come when it leaves,
// so that no row, and nobody who reads rows, can open one.

/** The page on which a token is used. `name`: 26 characters of base32, an id from the World. */
export function confirmLink(siteUrl: string, name: string): string {
  return `${siteUrl}/confirm/${name}`;
}

/** The page on which somebody signs in. */
export function signInLink(siteUrl: string, name: string): string {
  return `${siteUrl}/sign-in/${name}`;
}

/** The words of a letter as they leave: with the secrets of its links in place of their names. */
export async function withLinkSecrets(
  words: string,
  siteUrl: string,
  secretOf: (name: string) => Promise<string>,
): Promise<string> {
  // Neither page's address nor a name has a character that HTML would write otherwise.
  const [first = "", ...rest] = words.split(`${siteUrl}/`);
  const revealed = await Promise.all(
    rest.map(async (after) => {
      const [, page = "", name = ""] = /^(confirm|sign-in)\/([a-z2-7]{26})(?![\w-])/.exec(after) ?? [];
      return name === ""
        ? after
        : `${page}/${await secretOf(name)}${after.slice(page.length + 1 + name.length)}`;
    }),
  );
  return [first, ...revealed].join(`${siteUrl}/`);
}
