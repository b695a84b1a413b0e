// The settings of a Worker on a developer's machine: nothing leaves it, so nothing in here is a secret.

export const LOCAL_MAIL_DOMAIN = "callback.example";

/** Ada of the demo and of the demo data: her fixture mails are addressed to this inbox. */
export const ADA = {
  address: "ada@home.example",
  name: "Ada Byron",
  zone: "Europe/Berlin",
  inbox: `in-ada@${LOCAL_MAIL_DOMAIN}`,
} as const;

/** The variables that turn the Worker into a local one at `siteUrl`. */
export function localSettings(siteUrl: string): Record<string, string> {
  return {
    MAIL_DOMAIN: LOCAL_MAIL_DOMAIN,
    SITE_URL: siteUrl,
    LETTERS_FROM: `Callback <hello@${LOCAL_MAIL_DOMAIN}>`,
    OPERATOR_ADDRESS: `operator@${LOCAL_MAIL_DOMAIN}`,
    AUTHSERV_ID: "mx.callback.example",
    MAILER: "local",
    SIGNING_SECRET: "local-only-never-used-where-mail-is-real",
  };
}

/** Keeps wrangler from asking the network for anything, and from talking over our own output. */
export const QUIET_WRANGLER = {
  WRANGLER_SEND_METRICS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  CI: "1",
} as const;
