// The threat model as data: what somebody tries, what stops them, and which test proves it. `npm run prove` takes each defence away in a copy of the
// project and sees that its test fails; SECURITY.md tells the same in words, and a test keeps the two together.

export type Defence = {
  /** As in SECURITY.md. */
  readonly threat: string;
  /** What is taken away: the file, the exact text, and what stands there without the defence. */
  readonly without: readonly (readonly [file: string, text: string, instead: string])[];
  /** The test that sees it: its file, and a part of its title. */
  readonly test: readonly [file: string, title: string];
};

const AUTHENTICATION = "src/mail/authentication.ts";
const PROCESS = "src/inbound/process.ts";
const ADDRESS = "src/mail/address.ts";

export const DEFENCES: readonly Defence[] = [
  {
    threat: "forged From",
    without: [
      [
        PROCESS,
        "const proven = sender !== null && owners.includes(sender) ? sender : null;",
        'const proven = owners.find((one) => one === normaliseAddress(message.from?.address ?? "")) ?? null;',
      ],
    ],
    test: ["test/worker/reply.test.ts", "nobody whose mail"],
  },
  {
    threat: "forged From",
    without: [[AUTHENTICATION, "fromHeaders.length !== 1 || ", ""]],
    test: ["test/core/authentication.test.ts", "with two From headers"],
  },
  {
    threat: "forged From",
    without: [
      [AUTHENTICATION, `if (withoutQuotes(fromHeaders[0]?.value ?? "").includes(",")) return null;`, ""],
    ],
    test: ["test/core/authentication.test.ts", "with two addresses in From"],
  },
  {
    threat: "forged Authentication-Results",
    without: [
      [
        AUTHENTICATION,
        "if (parsed?.authservId !== authservId.toLowerCase()) return null;",
        "if (!parsed) return null;",
      ],
    ],
    test: ["test/core/authentication.test.ts", "by another server"],
  },
  {
    threat: "forged Authentication-Results",
    without: [
      [
        AUTHENTICATION,
        'message.headers.find(({ name }) => name === "authentication-results")',
        'message.headers.findLast(({ name }) => name === "authentication-results")',
      ],
    ],
    test: ["test/core/authentication.test.ts", "stays unproven"],
  },
  {
    threat: "forged Authentication-Results",
    without: [[AUTHENTICATION, "withoutComments(value.slice(0, 10_000))", "value.slice(0, 10_000)"]],
    test: ["test/core/authentication.test.ts", "by a comment"],
  },
  {
    threat: "forged Authentication-Results",
    without: [[AUTHENTICATION, "dmarc.length === 1 &&\n    dmarc.every(", "dmarc.some("]],
    test: ["test/core/authentication.test.ts", "by two DMARC verdicts"],
  },
  {
    threat: "guessed inbox address",
    without: [["src/worker.ts", "new Uint8Array(16)", "new Uint8Array(8)"]],
    test: ["test/worker/threats.test.ts", "has 128 bits"],
  },
  {
    threat: "leaked inbox address",
    without: [["src/store/inbound.ts", " AND (ends_at IS NULL OR ends_at > ?8)", " AND ?8 IS NOT NULL"]],
    test: ["test/worker/settings.test.ts", "secret"],
  },
  {
    threat: "leaked inbox address",
    without: [
      ["src/inbound/flood.ts", "claim.arrivedBefore >= FLOOD_FROM && ", "claim.arrivedBefore < 0 && "],
    ],
    test: ["test/worker/limits.test.ts", "kept unread in a flood"],
  },
  {
    threat: "leaked inbox address",
    without: [
      [
        "src/inbound/flood.ts",
        "const isVouchedFor = sender !== null || owner !== null || isSigned;",
        "const isVouchedFor = claim.arrivedBefore < 0 && (sender ?? owner) !== null && isSigned;",
      ],
    ],
    test: ["test/worker/limits.test.ts", "still takes what the person forwards"],
  },
  {
    threat: "leaked inbox address",
    without: [
      [
        "src/inbound/receive.ts",
        "owner.arrivedToday >= MOST_A_DAY.forOne || owner.fromSenderToday >= MOST_A_DAY.fromOne",
        "owner.arrivedToday < 0",
      ],
    ],
    test: ["test/worker/limits.test.ts", "turns mail away for now"],
  },
  {
    threat: "replayed or altered reply address",
    without: [[ADDRESS, "return fits.includes(true);", "return fits.length > 0;"]],
    test: ["test/worker/reply.test.ts", "altered reply address"],
  },
  {
    threat: "replayed or altered reply address",
    without: [
      [
        PROCESS,
        "return [...to, ...cc].every(({ address }) => domainOf(address) === settings.mailDomain);",
        "return [...to, ...cc].some(({ address }) => domainOf(address) === settings.mailDomain);",
      ],
    ],
    test: ["test/worker/thread.test.ts", "is no reply when it is also written to somebody else"],
  },
  {
    threat: "replayed or altered reply address",
    without: [["src/store/tokens.ts", "SET uses = uses + 1 WHERE", "SET uses = uses WHERE"]],
    test: ["test/worker/sign-in.test.ts", "by its button, once"],
  },
  {
    threat: "link scanners",
    without: [
      [
        "src/web/sign-in.tsx",
        'app.get("/:secret", async (c) => {',
        'app.get("/never/:secret", async (c) => {',
      ],
      [
        "src/web/sign-in.tsx",
        'app.post("/:secret", async (c) => {',
        'app.on(["GET", "POST"], "/:secret", async (c) => {',
      ],
    ],
    test: ["test/worker/threats.test.ts", "changes nothing when a scanner follows it"],
  },
  {
    threat: "link scanners",
    without: [
      ["src/web/confirm.tsx", 'app.get("/:token", async (c) => {', 'app.get("/never/:token", async (c) => {'],
      [
        "src/web/confirm.tsx",
        'app.post("/:token", async (c) => {',
        'app.on(["GET", "POST"], "/:token", async (c) => {',
      ],
    ],
    test: ["test/worker/privacy.test.ts", "never on GET"],
  },
  {
    threat: "instructions inside a recruiter's mail",
    without: [
      [
        "src/inbound/comments.ts",
        "if (owner === null || arrived.comment === null",
        "if (arrived.comment === null",
      ],
    ],
    test: ["test/worker/review.test.ts", "above a forward is not obeyed"],
  },
  {
    threat: "instructions inside a recruiter's mail",
    without: [
      ["src/mail/arrival.ts", "comment: visibleReply(message.text) || null", "comment: message.text || null"],
    ],
    test: ["test/worker/threats.test.ts", "nobody through what a reply quotes"],
  },
  {
    threat: "instructions inside a recruiter's mail",
    without: [
      [
        "src/inbound/replies.ts",
        "return owner === null || !isSigned ? unproven(inbound)",
        "return owner === null ? unproven(inbound)",
      ],
    ],
    test: ["test/worker/reply.test.ts", "only names a letter in its References"],
  },
  {
    threat: "HTML in letters and pages",
    without: [
      [
        "src/letters/render.ts",
        'import { html, raw } from "hono/html";',
        'import { html as escaped, raw } from "hono/html";\nconst html: typeof escaped = (parts, ...values) =>\n  escaped(parts, ...values.map((one: unknown) => (typeof one === "string" ? raw(one) : one)));',
      ],
    ],
    test: ["test/core/letters.test.ts", "never turns words of a mail into HTML"],
  },
  {
    threat: "HTML in letters and pages",
    without: [
      [
        "src/web/pages/words.tsx",
        'import type { Words } from "../../letters/render.ts";',
        'import { raw } from "hono/html";\nimport type { Words } from "../../letters/render.ts";',
      ],
      ["src/web/pages/words.tsx", "return <>{words}</>;", "return <>{raw(words)}</>;"],
    ],
    test: ["test/worker/website.test.ts", "shows every mail's words as text"],
  },
  {
    threat: "header injection",
    without: [["src/letters/render.ts", 'subject.replace(/\\s+/g, " ").trim()', "subject"]],
    test: ["test/core/notices.test.ts", ""],
  },
  {
    threat: "header injection",
    without: [
      [
        "src/letters/calendar-file.ts",
        "return `${calendar.toString()}\\r\\n`;",
        'return `${calendar.toString().replaceAll(String.raw`\\n`, "\\r\\n")}\\r\\n`;',
      ],
    ],
    test: ["test/core/calendar-file.test.ts", "lets nothing out of a mail break it"],
  },
  {
    threat: "formulas in CSV",
    without: [["src/letters/export.ts", "escapeFormulae: true, ", ""]],
    test: ["test/worker/privacy.test.ts", "that no spreadsheet runs"],
  },
  {
    threat: "patterns that take for ever (ReDoS)",
    without: [["src/mail/text.ts", ".slice(0, MAX_TEXT_CHARACTERS)", ""]],
    test: ["test/core/hostile.test.ts", "is read, as plain"],
  },
  {
    threat: "zip and MIME bombs",
    without: [["src/inbound/receive.ts", "if (arriving.size > MAX_RAW_BYTES)", "if (arriving.size < 0)"]],
    test: ["test/worker/receive.test.ts", "25 MiB"],
  },
  {
    threat: "mail loops",
    without: [["src/mail/automatic.ts", '["loop", ({ headers }) => header(headers, LETTER_HEADER)],', ""]],
    test: ["test/core/automatic.test.ts", "is known"],
  },
  {
    threat: "mail loops",
    without: [
      [
        "src/inbound/replies.ts",
        "if (arrived.automatic !== null) return ignored(`automatic: ${arrived.automatic.reason}`);",
        "",
      ],
    ],
    test: ["test/worker/thread.test.ts", "is not answered when a machine wrote it"],
  },
  {
    threat: "back-scatter",
    without: [
      [
        "src/inbound/first-word.ts",
        "const address = authenticatedSender(message, settings.authservId);",
        "const address = message.from?.address ?? null;",
      ],
    ],
    test: ["test/worker/thread.test.ts", "from nobody proven"],
  },
  {
    threat: "back-scatter",
    without: [["src/inbound/give-up.ts", "`problem/${world.now.slice(0, 10)}`", "`problem/${inboundId}`"]],
    test: ["test/worker/process.test.ts", "at most once a day"],
  },
  {
    threat: "back-scatter",
    without: [
      ["src/inbound/replies.ts", "if (claim.askedUnproven >= MOST_UNPROVEN)", "if (claim.askedUnproven < 0)"],
    ],
    test: ["test/worker/limits.test.ts", "at most five questions a day"],
  },
  {
    threat: "enumeration of people",
    without: [
      [
        "src/web/sign-in.tsx",
        'if (tries === "ok") await sendLink(world, address);',
        'if (!(await db.prepare("SELECT 1 FROM addresses WHERE address = ?").bind(address).first())) return c.notFound();\n    if (tries === "ok") await sendLink(world, address);',
      ],
    ],
    test: ["test/worker/sign-in.test.ts", "says the same to everybody"],
  },
  {
    threat: "CSRF",
    without: [
      ["src/web/site.tsx", "app.use(csrf());", ""],
      ["src/web/site.tsx", "return isForeign && ", 'return c.req.path === "never" && isForeign && '],
    ],
    test: ["test/worker/sign-in.test.ts", "another site's form"],
  },
  {
    threat: "session fixation",
    without: [
      [
        "src/web/sign-in.tsx",
        "const session = newId();",
        "const session = sessionOf(c, settings) ?? newId();",
      ],
    ],
    test: ["test/worker/threats.test.ts", "never one that the browser brought along"],
  },
  {
    threat: "stolen sessions",
    without: [["src/web/session.ts", "httpOnly: true", "httpOnly: false"]],
    test: ["test/worker/sign-in.test.ts", "not for scripts"],
  },
  {
    threat: "stolen sessions",
    without: [
      [
        "src/store/sessions.ts",
        "if (!row || row.expires_at <= now || !person) return null;",
        "if (!row || !person) return null;",
      ],
    ],
    test: ["test/worker/sign-in.test.ts", "after 30 days"],
  },
  {
    threat: "access across persons",
    without: [
      [
        "src/store/waiting.ts",
        "WHERE user_id = ${which} AND id = ?2 AND state = 'delivered'`,",
        "WHERE ${which} IS NOT NULL AND id = ?2 AND state = 'delivered'`,",
      ],
    ],
    test: ["test/worker/scope.test.ts", "show nothing and change nothing"],
  },
  {
    threat: "access across persons",
    without: [
      [
        "src/store/addresses.ts",
        "DELETE FROM addresses WHERE user_id = ? AND address = ? AND kind = 'inbox' AND ends_at IS NOT NULL",
        "DELETE FROM addresses WHERE ? <> '' AND address = ? AND kind = 'inbox'",
      ],
    ],
    test: ["test/worker/scope.test.ts", "show nothing and change nothing"],
  },
  {
    threat: "server-side requests (SSRF)",
    without: [
      [
        PROCESS,
        "const message = await readMessage(raw);",
        "const message = await readMessage(raw);\n  for (const [link] of message.text.matchAll(/https?:\\S+/g)) await fetch(link).catch(() => null);",
      ],
    ],
    test: ["test/worker/threats.test.ts", "makes us fetch nothing"],
  },
  {
    threat: "personal data and secrets in logs",
    without: [
      ["src/worker.ts", 'await logged("receive", "mail", world', 'await logged("receive", message.to, world'],
    ],
    test: ["test/worker/month.test.ts", "the logs name verbs"],
  },
  {
    threat: "personal data and secrets in logs",
    without: [
      [
        "src/store/tokens.ts",
        "new TextEncoder().encode(`token/${secret}`)",
        "new TextEncoder().encode(secret)",
      ],
      [
        "src/store/tokens.ts",
        'return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");',
        'return digest.byteLength > 0 ? secret : "";',
      ],
    ],
    test: ["test/worker/sign-in.test.ts", "stands in no row"],
  },
  {
    threat: "personal data and secrets in logs",
    without: [
      [ADDRESS, "return mac(`link/${name}`, secret);", 'return Promise.resolve(secret === "" ? "" : name);'],
    ],
    test: ["test/worker/threats.test.ts", "has 128 bits"],
  },
  {
    threat: "words that stay",
    without: [["src/opportunity/reading.ts", "MAX_QUOTE_CHARACTERS = 300", "MAX_QUOTE_CHARACTERS = 3_000"]],
    test: ["test/worker/month.test.ts", "no body is left"],
  },
  {
    threat: "words that stay",
    without: [["src/outbound/wake.ts", "ended: 7, failed: 30", "ended: 60, failed: 60"]],
    test: ["test/worker/month.test.ts", "no body is left"],
  },
  {
    threat: "deletion that is none",
    without: [
      [
        "src/web/confirm.tsx",
        "      await deleteRawOf(raw, userId);\n",
        "      if (raw === null) await deleteRawOf(raw, userId);\n",
      ],
    ],
    test: ["test/worker/privacy.test.ts", "deletes everything at once"],
  },
  {
    threat: "deletion that is none",
    without: [["src/outbound/wake.ts", "    await deleteRawOf(raw, userId);\n", ""]],
    test: ["test/worker/privacy.test.ts", "deletes everything at once"],
  },
  {
    threat: "forged reports of the provider",
    without: [
      [
        "src/outbound/webhook.ts",
        "return resend.webhooks.verify({ payload, headers: named, webhookSecret });",
        "return webhookSecret === named.id && resend ? null : (JSON.parse(payload) as object);",
      ],
    ],
    test: ["test/worker/reports.test.ts", "by its signature over the raw body"],
  },
  {
    threat: "forged reports of the provider",
    without: [
      [
        "src/outbound/webhook.ts",
        "      rememberReport(world.db, id, world.now),\n",
        '      ...(id === "" ? [rememberReport(world.db, id, world.now)] : []),\n',
      ],
    ],
    test: ["test/worker/reports.test.ts", "the same one twice counts once"],
  },
  {
    threat: "forged bounces",
    without: [
      [
        "src/mail/bounce.ts",
        "const letterId = await letterOfReplyAddress(address, believed);",
        "const letterId = (await letterOfReplyAddress(address, believed)) ?? /^reply-([a-z2-7]{26})/.exec(address)?.[1] ?? null;",
      ],
    ],
    test: ["test/worker/reports.test.ts", "is not believed without a reply address of ours"],
  },
  {
    threat: "somebody who asks too often",
    without: [["src/web/tries.ts", "const MOST_PER_ADDRESS = 5;", "const MOST_PER_ADDRESS = 5_000;"]],
    test: ["test/worker/sign-in.test.ts", "more than five times an hour"],
  },
  {
    threat: "somebody who asks too often",
    without: [["src/web/site.tsx", "if (!isForm || (await", "if (isForm || (await"]],
    test: ["test/worker/limits.test.ts", "answer a network that posts too much"],
  },
  {
    threat: "the local mailbox in production",
    without: [
      ["src/settings.ts", 'if (mailer === "local" && !isLoopback(siteUrl))', 'if (mailer === "never")'],
    ],
    test: ["test/core/settings.test.ts", "local"],
  },
  {
    threat: "a key that leaked",
    without: [
      [
        "src/outbound/deliver.ts",
        "return believedSecrets[names.indexOf(name)] ?? signingSecret;",
        "return names.includes(name) ? signingSecret : signingSecret;",
      ],
    ],
    test: ["test/worker/deliver.test.ts", "also when the secret was replaced"],
  },
];
