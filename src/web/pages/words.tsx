// A sentence of a letter on a page, links and all.
import type { Words } from "../../letters/render.ts";

export function WordsLine({ words }: { readonly words: Words }) {
  if (typeof words === "string") return <>{words}</>;
  return (
    <>
      {words.map((part) =>
        typeof part === "string" ? (
          part
        ) : /^(?:https:\/\/|mailto:)/i.test(part.href) ? (
          <a href={part.href} rel="noreferrer">
            {part.words}
          </a>
        ) : (
          part.words
        ),
      )}
    </>
  );
}
