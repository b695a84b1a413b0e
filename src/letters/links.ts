// Where the links of letters lead: pages with one button.

/** The page on which a token is used. */
export function confirmLink(siteUrl: string, secret: string): string {
  return `${siteUrl}/confirm/${secret}`;
}

/** Stands in a stored sign-in letter where its secret goes: rows, and whoever reads them, must not be able to sign in. */
const SIGN_IN_SECRET = "sign-in-secret-of-this-letter";

/** The link of a stored sign-in letter. */
export function signInLink(siteUrl: string): string {
  return `${siteUrl}/sign-in/${SIGN_IN_SECRET}`;
}

/** The words of a letter as they leave. */
export function withSignInSecret(words: string, secret: string): string {
  return words.replaceAll(SIGN_IN_SECRET, secret);
}
