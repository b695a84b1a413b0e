// Where the links of letters lead: pages with one button.

/** The page on which a token is used. */
export function confirmLink(siteUrl: string, secret: string): string {
  return `${siteUrl}/confirm/${secret}`;
}
