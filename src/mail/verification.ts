// "Confirm that mail may be forwarded here": the mail by which providers ask, with its code and link.
// We never follow the link: the person decides.
import { domainOf, organisationalDomain } from "./address.ts";
import type { Message } from "./message.ts";

export type Verification = {
  readonly provider: string;
  /** The mailbox that wants to forward to us. */
  readonly account: string | null;
  readonly code: string | null;
  readonly link: string | null;
};

/** Providers by the registrable domains that they write from. */
const PROVIDERS: Readonly<Record<string, string>> = {
  "google.com": "gmail",
  "microsoft.com": "outlook",
  "outlook.com": "outlook",
  "yahoo.com": "yahoo",
  "yahoo-inc.com": "yahoo",
  "yahooinc.com": "yahoo",
  "aol.com": "aol",
  "gmx.net": "gmx",
  "gmx.de": "gmx",
  "gmx.at": "gmx",
  "gmx.ch": "gmx",
  "gmx.com": "gmx",
  "web.de": "webde",
  "yandex.ru": "yandex",
  "yandex.com": "yandex",
  "yandex-team.ru": "yandex",
  "apple.com": "icloud",
  "icloud.com": "icloud",
  "fastmail.com": "fastmail",
  "proton.me": "proton",
  "protonmail.com": "proton",
  "zoho.com": "zoho",
  "zoho.eu": "zoho",
  "zoho.in": "zoho",
  "zohomail.com": "zoho",
  "zohoaccounts.com": "zoho",
};

/** What only asks for this: no words are needed then, in whatever language it writes. */
const CERTAIN_SENDERS: readonly string[] = ["forwarding-noreply@google.com"];

/** Mailboxes and hosts of a provider's own hiring, or of the recruiting product it sells. */
const HIRING = /career|job|recruit|talent|hiring|applicant|people|staffing/;

/** A provider's machine, not one of its recruiters. */
const SYSTEM_MAILBOX =
  /no-?_?reply|do-?not-?reply|account|security|verif|notif|forwarding|support|postmaster|appleid/;

/** Words of forwarding in the languages of the providers; "looking forward" is none of them. */
const FORWARDING_WORDS =
  /\bforwarding\b|\bauto-?forward|\bforward (?:your |all |incoming )?(?:e-?mails?|messages?|mail)\b|weiterleit|transfert automatique|transfér(?:er|é)|réacheminement|reenv[ií]|encaminhamento|reencaminhamento|inoltr(?:o|are|ato|ata|i)\b|doorst[uo]r|vidarebefordr|videresend|edelleenlähet|przek(?:az|ier)|přepos|preposiel|továbbít|redirecțion|пересыл|переадрес|переслан|препращ|προώθηση|yönlendir|iletme|转发|轉寄|転送|전달|إعادة توجيه|העברה|chuyển tiếp|ส่งต่อ|penerusan/i;

/** Words of confirming: forwarding alone is also what a team of that name does. */
const CONFIRMING_WORDS =
  /confirm|verif|bestätig|vérifi|confirmer|bevestig|bekræft|bekreft|bekräfta|vahvista|potwierd|potvr|megerősít|подтверд|підтвердь|потвърд|επιβεβαί|onayla|doğrula|确认|驗證|验证|確認|확인|인증|تأكيد|אישור|אימות|xác nhận|ยืนยัน|konfirmasi|verifikasi/i;

/** What a provider's confirmation mail asks; null for every other mail. */
export function readVerification({ from, subject, text }: Message): Verification | null {
  const address = from?.address.toLowerCase() ?? "";
  const domain = organisationalDomain(domainOf(address));
  const provider = Object.hasOwn(PROVIDERS, domain) ? PROVIDERS[domain] : undefined;
  if (provider === undefined || !SYSTEM_MAILBOX.test(address.split("@")[0] ?? "")) return null;
  const source = `${subject}\n${text.slice(0, 10_000)}`;
  const isCertain = CERTAIN_SENDERS.includes(address);
  const asks = FORWARDING_WORDS.test(source) && CONFIRMING_WORDS.test(source);
  if (HIRING.test(address) || !(isCertain || asks)) return null;
  const link = linkOf(source, domain);
  const code = codeIn(source);
  return link === null && code === null
    ? null
    : { provider, account: accountIn(source, address), code, link };
}

/** A link to the provider itself; the one that confirms stands before the one that cancels. */
function linkOf(source: string, domain: string): string | null {
  const links = [...source.matchAll(/https:\/\/[^\s<>"')]{4,1000}/g)].map(([link]) =>
    link.replace(/[.,;]{1,3}$/, ""),
  );
  const own = links.filter(
    (link) =>
      URL.canParse(link) && belongs(new URL(link).hostname, domain) && !HIRING.test(new URL(link).hostname),
  );
  return own.find((link) => /\/vf-|verif|confirm|accept|approve/i.test(link)) ?? null;
}

function belongs(host: string, domain: string): boolean {
  const owner = organisationalDomain(host);
  return owner === domain || (Object.hasOwn(PROVIDERS, owner) && PROVIDERS[owner] === PROVIDERS[domain]);
}

/** Gmail writes `(#123456789)` in the subject; the others set the code beside the word or alone on a line. */
function codeIn(source: string): string | null {
  return (
    /\(#(\d{6,12})\)/.exec(source)?.[1] ??
    /\b(?:code|Code|código|codice|kod|kode|код|代码|代碼|コード|코드)[^\n\d]{0,60}\b(\d{4,10})\b/.exec(
      source,
    )?.[1] ??
    /^\s{0,10}(\d{6,10})\s{0,10}$/m.exec(source)?.[1] ??
    null
  );
}

function accountIn(source: string, sender: string): string | null {
  const addresses = [...source.matchAll(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g)].map(
    ([address]) => address,
  );
  return addresses.find((address) => address.toLowerCase() !== sender && !address.startsWith("in-")) ?? null;
}
