// Which role: the words around "position", "role" and "application for", in the text and the subject.
import { oneLine } from "../../mail/text.ts";
import { found } from "../reading.ts";
import type { Found } from "../reading.ts";
import { MAX_EXTRACT_CHARACTERS } from "./context.ts";
import type { ExtractContext } from "./context.ts";

/** A word of a title: dots only inside (`Node.js`) or after an abbreviation; a sentence's end is the title's, too. */
const WORD =
  "(?:(?:Sr|Jr|Dr|Asst|Assoc|Dipl|Ing)\\.|[\\p{Lu}\\d(][\\p{L}\\p{N}+#&/'’()-]{0,30}(?:\\.[\\p{L}\\p{N}]{1,10})?|\\.NET)";
const TITLE = `(${WORD}(?:,? (?:(?:of|and|for|in|&|-|–|to) )?${WORD}){0,8})`;

const PATTERNS: readonly (readonly [string, RegExp])[] = [
  [
    "role/field",
    new RegExp(`^[\\s*•-]{0,5}(?:Position|Role|Job(?: Title)?|Title|Vacancy):\\s{0,3}${TITLE}`, "mu"),
  ],
  [
    "role/the-x-position",
    new RegExp(
      `\\b(?:the|our|an?|of|for|to) (?:open )?${TITLE}(?: \\([^)\\n]{1,40}\\))? (?:position|role|opening|vacancy|job|internship|opportunity|search)\\b`,
      "u",
    ),
  ],
  [
    "role/position-of",
    new RegExp(
      `\\b(?:position|role|post|job|vacancy|opening)(?: of| as|:| for)(?: an?| the| our)? ${TITLE}`,
      "u",
    ),
  ],
  [
    "role/application-for",
    new RegExp(`\\b[Aa]ppl(?:ication|ied|ying)(?: for| to)(?: an?| the| our)? ${TITLE}`, "u"),
  ],
  [
    "role/as-a",
    new RegExp(`\\b(?:as|for) (?:an?|our|the) ${TITLE}(?= (?:at|with|on|in|and|to|I)\\b|[.,!;]|$)`, "mu"),
  ],
  ["role/opportunity-for", new RegExp(`\\bopportunity(?: we have)? for an? ${TITLE}`, "u")],
];

const SUBJECT_PATTERN = new RegExp(
  `(?:[-–—:|]|\\bfor(?: the| our)?) ${TITLE}\\s{0,3}(?:position|role|opening|search)?\\s{0,3}(?:$|[-–—|]|\\bat\\b|\\()`,
  "u",
);

/** Words that show that a capitalised run is a role and not a name: needed where only the subject speaks. */
const ROLE_WORDS =
  /\b(?:engineer|developer|manager|analyst|designer|nurse|teacher|assistant|associate|consultant|specialist|director|lead|intern|scientist|architect|administrator|coordinator|officer|representative|accountant|technician|counsel|lawyer|editor|writer|head|therapist|chef|driver|recruiter|researcher|programmer|advisor|adviser|supervisor|clerk|planner|buyer|trainee|apprentice|partner|tester|sre|devops|executive|controller|paralegal|pharmacist|physician|electrician|mechanic|welder|operator|producer|strategist|marketer|copywriter|librarian|tutor|lecturer|professor|fellow)\b/i;

/** The role's title. */
export function extractRole({ original, text }: ExtractContext): Found<string> {
  // A paragraph ends what stands in it; a line does not, as clients wrap.
  const body = text
    .slice(0, MAX_EXTRACT_CHARACTERS)
    .replace(/[ \t]+/g, " ")
    .replace(/\n\s*\n/g, "\n|\n");
  for (const source of [body.replace(/\n/g, " "), body, original.subject ?? ""]) {
    for (const [rule, pattern] of PATTERNS) {
      if (rule === "role/field" && source !== body) continue;
      const match = pattern.exec(source);
      const role = trimRole(match?.[1] ?? "");
      const sure = rule !== "role/application-for" && rule !== "role/as-a";
      if (match && role !== "" && (sure || ROLE_WORDS.test(role)))
        return found(role, match[0], "certain", rule);
    }
  }
  const subject = SUBJECT_PATTERN.exec(original.subject ?? "");
  const role = trimRole(subject?.[1] ?? "");
  return subject && ROLE_WORDS.test(role) ? found(role, subject[0], "implied", "role/subject") : null;
}

function trimRole(role: string): string {
  const trimmed = oneLine(role)
    .replace(/[.,;-]{1,3}$/, "")
    .replace(/ (?:at|with) .{1,80}$/, "")
    .trim();
  return /^(?:This|The|Our|Your|New|Open|Other|Next|Another|Any|I|We|You|Interview|Application)$/.test(
    trimmed,
  )
    ? ""
    : trimmed;
}
