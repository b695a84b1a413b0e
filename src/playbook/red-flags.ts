// What should make a candidate look twice (S8), and, apart from it, what scams look like. Data points, never verdicts.
import type { RedFlagKind, ScamSignKind } from "../vocabulary.ts";

export const RED_FLAG_PHRASES: readonly {
  readonly kind: RedFlagKind;
  readonly why: string;
  readonly phrases: readonly string[];
}[] = [
  {
    kind: "rude",
    why: "pressure or insult instead of courtesy (S8)",
    phrases: [
      "final warning",
      "do not waste our time",
      "don't waste our time",
      "take it or leave it",
      "not serious about",
    ],
  },
  {
    kind: "unpaid-take-home",
    why: "project work without pay may be free labour (S8)",
    phrases: [
      "unpaid assignment",
      "unpaid project",
      "unpaid trial",
      "without compensation",
      "no compensation for",
    ],
  },
];

export const SCAM_PHRASES: readonly { readonly kind: ScamSignKind; readonly phrases: readonly string[] }[] = [
  {
    kind: "asks-money",
    phrases: [
      "registration fee",
      "training fee",
      "processing fee",
      "pay a deposit",
      "wire transfer",
      "gift card",
      "security deposit",
    ],
  },
  {
    kind: "asks-identity",
    phrases: [
      "copy of your passport",
      "social security number",
      "copy of your id",
      "bank account details",
      "bank details",
    ],
  },
  {
    kind: "chat-interview",
    phrases: [
      "interview on telegram",
      "interview via telegram",
      "interview on whatsapp",
      "interview via whatsapp",
      "telegram interview",
      "google hangouts interview",
    ],
  },
];
