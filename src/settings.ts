// The operator's settings, parsed once at the edge. A missing or wrong one is named, with what it should be; values are never repeated.

export type Settings = {
  /** The domain whose mail reaches this Worker. */
  readonly mailDomain: string;
  /** Where the website is, without a slash at the end. */
  readonly siteUrl: string;
  /** The From of every letter: `Callback <hello@…>`. */
  readonly lettersFrom: string;
  /** Gets mail to postmaster@ and abuse@. */
  readonly operatorAddress: string;
  /** Whose Authentication-Results we believe. */
  readonly authservId: string;
  /** Signs reply addresses and links. */
  readonly signingSecret: string;
  /** Whose signatures are believed: the one that signs, and the one before it while it is being replaced. */
  readonly believedSecrets: readonly string[];
  /** How big the database may grow: the plan's own limit. */
  readonly databaseBytes: number;
  readonly mailer:
    | { readonly is: "local" }
    | {
        readonly is: "resend";
        readonly apiKey: string;
        readonly url: string;
        /** Sign what the provider reports: the newest, and the one before it while it is being replaced; none: no reports are taken. */
        readonly webhookSecrets: readonly string[];
      };
};

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What D1 gives on the free plan. */
const FREE_MEGABYTES = 500;
const RESEND_URL = "https://api.resend.com";

/** Reads the settings out of a Worker's environment. */
export function readSettings(env: Readonly<Record<string, unknown>>): SettingsResult {
  const problems: string[] = [];
  const optional = (name: string, shape: RegExp, should: string): readonly string[] =>
    env[name] === undefined || env[name] === "" ? [] : [read(name, shape, should)];
  const read = (name: string, shape: RegExp, should: string): string => {
    const value = env[name];
    const text = typeof value === "string" ? value.trim() : "";
    if (!shape.test(text))
      problems.push(`${name} ${text === "" ? "is missing" : "is wrong"}: it should be ${should}`);
    return text;
  };
  const siteUrl = read(
    "SITE_URL",
    /^https?:\/\/[^/\s]+$/,
    "the website's address without a slash at the end, like https://callback.example",
  );
  const mailer = read("MAILER", /^(?:resend|local)$/, '"resend" ("local" only on a developer\'s machine)');
  const signingSecret = read(
    "SIGNING_SECRET",
    /^.{32,}$/,
    "a secret of at least 32 characters (wrangler secret put SIGNING_SECRET)",
  );
  const settings: Settings = {
    siteUrl,
    mailDomain: read(
      "MAIL_DOMAIN",
      /^[a-z0-9.-]+\.[a-z]{2,}$/i,
      "the domain that receives mail, like callback.example",
    ).toLowerCase(),
    lettersFrom: read(
      "LETTERS_FROM",
      /^[^<>@\r\n]+<[^<>@\s]+@[^<>@\s]+>$/,
      "a name and an address, like Callback <hello@callback.example>",
    ),
    operatorAddress: read(
      "OPERATOR_ADDRESS",
      /^[^@\s]+@[^@\s]+$/,
      "the address that gets mail to postmaster@ and abuse@",
    ),
    authservId: read(
      "AUTHSERV_ID",
      /^[a-z0-9.-]+$/i,
      "the name in the Authentication-Results header of the receiving server, like mx.cloudflare.net",
    ),
    signingSecret,
    believedSecrets: [
      signingSecret,
      ...optional(
        "SIGNING_SECRET_BEFORE",
        /^.{32,}$/,
        "the SIGNING_SECRET that was replaced, or nothing at all",
      ),
    ],
    databaseBytes:
      Number(
        optional("DATABASE_MEGABYTES", /^\d{1,6}$/, "the size that your plan allows the database")[0] ??
          FREE_MEGABYTES,
      ) * 1_000_000,
    mailer:
      mailer === "local"
        ? { is: "local" }
        : {
            is: "resend",
            apiKey: read(
              "RESEND_API_KEY",
              /^re_.+$/,
              "a Resend API key that begins with re_ (wrangler secret put RESEND_API_KEY)",
            ),
            url: typeof env["RESEND_URL"] === "string" ? env["RESEND_URL"] : RESEND_URL,
            webhookSecrets: ["RESEND_WEBHOOK_SECRET", "RESEND_WEBHOOK_SECRET_BEFORE"].flatMap((name) =>
              optional(
                name,
                /^whsec_.+$/,
                "the signing secret of a webhook at Resend, which begins with whsec_",
              ),
            ),
          },
  };
  // The local mailbox shows every letter to whoever asks: it must not be reachable from outside.
  if (mailer === "local" && !isLoopback(siteUrl))
    problems.push('MAILER is wrong: "local" needs a SITE_URL on this machine, like http://localhost:8787');
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}

/** Whether a URL points at this very machine. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}
