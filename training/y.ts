import { readFileSync } from "node:fs";
import { merge, sightingsIn } from "../src/opportunity/extract/organisations.ts";
import { asOriginal } from "../src/mail/original.ts";
import { readMessage } from "../src/mail/message.ts";
import { writeMessage } from "../src/mail/written-message.ts";
for (const l of readFileSync("/work/shared/corpus/labeled.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((x) => JSON.parse(x))) {
  if (!process.argv.slice(2).includes(l.id)) continue;
  const o = asOriginal(
    await readMessage(
      writeMessage({
        from: l.from || "recruiting@employer.example",
        to: "ada@home.example",
        subject: l.subject,
        body: l.body,
      }),
    ),
  );
  console.log("#", l.id, l.company, l.from, o.text.slice(0, 400));
  for (const x of merge(
    sightingsIn({
      original: o,
      text: o.text,
      language: "en",
      kind: "rejection",
      subkind: null,
      zone: "UTC",
    } as never),
  ).slice(0, 5))
    console.log("   ", x.name, x.weight.toFixed(2), x.fits, x.rule, "|", x.quote.slice(0, 80));
}
