// Mails that are broken in one way each, and what must still be read out of them: in Node and in workerd alike.

/** Name, the mail with a character for each byte (\xfc is ü in Latin-1), and what it reads as. */
export const BROKEN_MAILS: readonly (readonly [string, string, object])[] = [
  [
    "8-bit headers in Latin-1",
    "From: J\xfcrgen <j@home.example>\r\nSubject: Gr\xfc\xdfe\r\n\r\nhello",
    { from: { name: "Jürgen" }, subject: "Grüße", text: "hello" },
  ],
  [
    "8-bit headers in UTF-8",
    "From: J\xc3\xbcrgen <j@home.example>\r\nSubject: Gr\xc3\xbc\xc3\x9fe\r\n\r\nhello",
    { from: { name: "Jürgen" }, subject: "Grüße" },
  ],
  [
    "8-bit headers in the charset that its body names",
    "From: a@home.example\r\nSubject: \xcf\xf0\xe8\xe2\xe5\xf2\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\n\xcf\xf0\xe8\xe2\xe5\xf2",
    { subject: "Привет", text: "Привет" },
  ],
  [
    "a body in Latin-1 without a charset",
    "From: a@home.example\r\nSubject: x\r\n\r\nSch\xf6n",
    { text: "Schön" },
  ],
  [
    "a body in Cyrillic without a charset",
    "From: a@home.example\r\nSubject: x\r\n\r\n\xcf\xf0\xe8\xe2\xe5\xf2, \xea\xe0\xea \xe4\xe5\xeb\xe0",
    { text: "Привет, как дела" },
  ],
  [
    "a charset that nobody knows",
    "From: a@home.example\r\nContent-Type: text/plain; charset=x-nobody\r\n\r\nhello",
    { text: "hello" },
  ],
  [
    "lines that end in carriage returns",
    "From: a@home.example\rSubject: x\r\rhello\r",
    { subject: "x", text: "hello" },
  ],
  ["no headers", "\r\nhello there", { text: "hello there" }],
  [
    "no empty line before its body",
    "From: a@home.example\r\nSubject: x\r\nhello there, this is no header",
    { subject: "x" },
  ],
  [
    "a boundary that never comes",
    'From: a@home.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\nhello there',
    { text: "hello there" },
  ],
  ["base64 that is none", "From: a@home.example\r\nContent-Transfer-Encoding: base64\r\n\r\nhello!!", {}],
  ["nothing at all", "", { text: "", from: null }],
  [
    "a charset that its body does not fit",
    "From: a@home.example\r\nSubject: Gespr\xe4ch\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSch\xf6n",
    { subject: "Gespräch", text: "Schön" },
  ],
  [
    "UTF-8 that calls itself Latin-1",
    "From: a@home.example\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nSch\xc3\xb6n",
    { text: "Schön" },
  ],
  [
    "UTF-8 that calls itself ASCII",
    "From: a@home.example\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nSch\xc3\xb6n",
    { text: "Schön" },
  ],
  [
    "Japanese in its own charset",
    "From: a@home.example\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n\x1b$BLL@\\\x1b(B",
    { text: "面接" },
  ],
  [
    "a byte order mark in front",
    "\xef\xbb\xbfFrom: a@home.example\r\nSubject: x\r\n\r\nhello",
    { from: { address: "a@home.example" }, text: "hello" },
  ],
];

/** The bytes of such a mail. */
export function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
