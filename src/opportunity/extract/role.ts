// Which role: titles are known by their heads ("nurse", "Leiterin", "preparatrice") and by the words around them ("position of", "als",
// "puesto de", "… vacancy"). Every place that could name it is weighed; the best wins.
import type { Language } from "../../playbook/languages.ts";
import { LANGUAGES } from "../../playbook/languages.ts";
import { AFTER_ROLE, BEFORE_ROLE, ROLE_ENDS, ROLE_HEADS, ROLE_MODIFIERS } from "../../playbook/role-words.ts";
import { found } from "../reading.ts";
import type { Found } from "../reading.ts";
import { sentencesOf } from "./context.ts";
import type { ExtractContext } from "./context.ts";
import { plainLetters } from "./plain-times.ts";
import { senderOf } from "./sender.ts";
import { signatureOf } from "./signature.ts";

const HEADS: Readonly<Record<Language, readonly string[]>> = ROLE_HEADS;
const MODIFIERS = new Set(ROLE_MODIFIERS);
const ENDS = new Set(ROLE_ENDS);
const AFTER = new Set(AFTER_ROLE);
/** Between the parts of a title: "Head of Chemistry", "préparatrice en pharmacie". */
const LINKS = new Set(
  "of and & de d du des en in for für fur di del della dei da do dos das y e et und van van der à a la aux au al".split(
    " ",
  ),
);
const MAX_TITLE_WORDS = 8;

type Token = { readonly said: string; readonly plain: string; readonly at: number; readonly end: number };
type Candidate = {
  readonly role: string;
  readonly quote: string;
  readonly weight: number;
  readonly rule: string;
};

/** The role's title, as it is written. */
export function extractRole(context: ExtractContext): Found<string> {
  if (context.kind === "not-job") return null;
  const best = strongest(roleCandidates(context));
  // Alerts name many posts: only one that the mail clearly is about is its role.
  if (best && context.kind === "other-job" && best.weight < 4) return null;
  return best ? found(best.role, best.quote, best.weight >= 4 ? "certain" : "implied", best.rule) : null;
}

/** Every place that could name the role. */
export function roleCandidates(context: ExtractContext): Candidate[] {
  const { person, label } = senderOf(context.original);
  const { body } = signatureOf(context.text, person, label);
  const heads: Heads = {
    isHead: headTest(context.language),
    isRomance: ROMANCE.includes(context.language),
    looksLikeHead: (word) =>
      word.length > 4 && HEAD_ENDINGS[context.language].test(word) && !NO_HEAD.test(word),
  };
  const subject = context.original.subject ?? "";
  return [
    ...fieldCandidates(body),
    ...candidatesIn(subject.replace(/^(?:(?:re|aw|sv|rv|fwd?|wg|tr|r|i)\s?:\s*)+/i, ""), heads, true),
    // A paragraph ends what stands in it; a line does not, as clients wrap.
    ...[...new Set([...sentencesOf(body), ...sentencesOf(body.replace(/(\S)\n(?=\S)/g, "$1 "))])].flatMap(
      (sentence) => candidatesIn(sentence, heads, false),
    ),
  ];
}

/** `Position: Ward Clerk` on a line of its own. */
function fieldCandidates(text: string): Candidate[] {
  const field =
    /^[\s*•–-]{0,5}(?:position|role|job(?: title)?|title|vacancy|post|stelle|position als|funktion|fonction|poste|emploi|intitulé|affichage|puesto|plaza|vacante|cargo|vaga|função|posizione|ruolo|functie|vacature)\s?:\s{0,3}([^\n|(]{3,80})/gimu;
  return [...text.matchAll(field)].map((match) => ({
    role: trimmed(match[1] ?? ""),
    quote: match[0],
    weight: 6,
    rule: "role/field",
  }));
}

function candidatesIn(sentence: string, heads: Heads, isSubject: boolean): Candidate[] {
  const { isHead, looksLikeHead } = heads;
  const tokens = tokensOf(sentence);
  const plain = ` ${tokens.map((token) => token.plain).join(" ")} `;
  const out: Candidate[] = [];
  const add = (from: number, to: number, weight: number, rule: string) => {
    const role = trimmed(sentence.slice(tokens[from]?.at ?? 0, tokens[to - 1]?.end ?? 0));
    const said = plainLetters(role);
    if (role.length < 3 || role.length > 80 || NO_ROLE.test(said) || NO_TITLE.test(said)) return;
    const inSubject = isSubject ? 0.5 : 0;
    out.push({ role, quote: sentence, weight: weight + inSubject, rule });
  };
  for (const cue of CUES) {
    for (let at = plain.indexOf(cue.padded); at >= 0; at = plain.indexOf(cue.padded, at + 1)) {
      const start = plain.slice(0, at + cue.padded.length - 1).split(" ").length - 1;
      const from = skipArticles(tokens, start);
      const to = titleEnd(tokens, from, heads);
      if (to <= from) continue;
      const headed = tokens.slice(from, to).some(({ plain: word }) => isHead(word));
      const capital = /^[\p{Lu}„"“«'‘]/u.test(tokens[from]?.said ?? "");
      const looks = tokens.slice(from, to).some(({ plain: word }) => looksLikeHead(word));
      if (cue.strong && (headed || capital || looks))
        add(from, to, headed ? 6 : looks ? 5 : 4.5, "role/named");
      else if (headed) add(from, to, capital ? 4 : 3, "role/as-a");
      else if (looks && (capital || cue.as)) add(from, to, 2.6, "role/as-a");
    }
  }
  for (const [index, token] of tokens.entries()) {
    if (AFTER.has(token.plain)) {
      const from = titleStart(tokens, index, isHead);
      if (from < index) {
        const headed = tokens.slice(from, index).some(({ plain: word }) => isHead(word));
        const capital = tokens
          .slice(from, index)
          .every(({ said, plain: word }) => /^[\p{Lu}\d(&/+-]/u.test(said) || LINKS.has(word));
        if (headed) add(from, index, 5.5, "role/before-position");
        else if (capital && STRONG_AFTER.has(token.plain)) add(from, index, 3.5, "role/before-position");
      }
    }
    const named =
      isHead(token.plain) || (isSubject && looksLikeHead(token.plain) && standsAlone(tokens, index));
    if (named && /^\p{Lu}/u.test(token.said)) {
      const from = capitalStart(tokens, index);
      const to = titleEnd(tokens, from, heads);
      const alone = to - from === 1;
      // A line that is a title, or begins with one and goes on behind a mark.
      const next = tokens[to];
      const isLine = from === 0 && (next === undefined || /^[^\p{L}\p{N}]/u.test(next.said));
      const wanted = index > 0 && SOMEBODY.has(tokens[from - 1]?.plain ?? "");
      if (to > index && (isSubject || !alone || tokens.length > index))
        add(from, to, isSubject ? 3.5 : isLine || wanted ? 2.6 : alone ? 1 : 2, "role/title-case");
    } else if (isSubject && looksLikeHead(token.plain) && tokens.length === 1) {
      // "AW: Festmacherin": a word for somebody, and nothing else.
      add(index, index + 1, 2.6, "role/subject");
    } else if (
      !isSubject &&
      index > 0 &&
      SOMEBODY.has(tokens[index - 1]?.plain ?? "") &&
      isHead(token.plain)
    ) {
      // "… without a correctrice": somebody is spoken of by what they do.
      add(index, titleEnd(tokens, index, heads), 2, "role/somebody");
    } else if (isHead(token.plain) && isSubject) {
      const from = titleStart(tokens, index + 1, isHead);
      add(from, titleEnd(tokens, from, heads), 3, "role/subject");
    }
  }
  return out;
}

/** In a subject, a capitalised run between marks: "Cable Jointer - hiring paused", "// Taifeira //". */
function standsAlone(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  const before = tokens[capitalStart(tokens, index) - 1];
  const isMark = (token: Token | undefined) => token === undefined || !/^[\p{L}\p{N}]/u.test(token.said);
  return isMark(next) && isMark(before) && tokens.length > 1;
}

/** Titles that several places name count together; a longer form of a title carries the shorter ones. */
function strongest(candidates: readonly Candidate[]): Candidate | null {
  const scored = candidates.slice(0, 200).map((candidate) => {
    const key = plainLetters(candidate.role);
    const others = candidates.filter(
      (other) =>
        other !== candidate && (plainLetters(other.role) === key || key.includes(plainLetters(other.role))),
    );
    return { ...candidate, weight: candidate.weight + Math.min(2, 0.4 * others.length) };
  });
  const [best] = scored.toSorted((a, b) => b.weight - a.weight);
  return best && best.weight >= 2 ? best : null;
}

const STRONG =
  /position|role|post\b|job|vacancy|opening|title|stelle|poste|puesto|plaza|vacante|cargo|vaga|funcao|posto|posizione|ruolo|functie|vacature|bewerbung|beworben|application|applying|applied|candidature|candidatura|postulacion|sollicitatie|gesolliciteerd|concorso|avviso|bolsa|shortlist|up for|zusage|cv for|la place|en qualite|fonction|incarico|kandidatuur|selectieprocedure|assunzione|vertragsangebot|emploi|convocatoria|inscripcion en la oferta|credenciamento|posti di|recruitment|recrutement/;

type Cue = {
  readonly padded: string;
  /** It names a position: whatever follows is one. */
  readonly strong: boolean;
  /** "As", "als", "como": what follows is what somebody would be. */
  readonly as: boolean;
};

const AS =
  /(?:^| )(?:as|als|comme|como|come|quale|werden|be our|tant que|become|becoming)(?: our| an?| the| unsere?| nuestr[ao]| noss[ao]| onze)?$/;

const CUES: readonly Cue[] = [...new Set(BEFORE_ROLE)].map((words) => {
  const padded = ` ${tokensOf(words)
    .map((token) => token.plain)
    .join(" ")} `;
  // "Applying to Acme" names the company as often as the role.
  return { padded, strong: STRONG.test(words) && !words.endsWith(" to"), as: AS.test(words) };
});
/** Articles of somebody who is not known yet. */
const SOMEBODY = new Set(
  "a an eine einen einer ein une un una uno uma um een nuestra nuestro our unsere unser notre nossa nosso nostra nostro onze".split(
    " ",
  ),
);
const STRONG_AFTER = new Set("position role post job vacancy opening internship apprenticeship".split(" "));

/** What stands where a title could, and is none. */
const NO_ROLE =
  /^(?:(?:this|that|the|our|your|my|an?|any|new|open|other|next|another|i|we|you|it|one|interview|application|candidate|applicant|team|person|people|member|someone|somebody|position|role|job|post|vacancy|opening|guide|agent|head|hand|partner|owner|mate|fellow|host|keeper|guard|doctor|professor|captain|chef|head of|principal|dean|director|manager|the manager|hiring manager|recruiter|talent acquisition|hr|hr manager|line manager|panel|first|second|third|final|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ada|byron|frau|herr|madame|monsieur|candidat|candidate|candidata|candidato|kandidatin|bewerberin|mitarbeiter|mitarbeiterin|chefin|responsable|jefe|jefa|gerente|responsabile|hoofd|leider|equipo|persona|dame|dan)$|.{0,40}\b(?:reference|references|interview|application|bewerbung|gesprach|entretien|entrevista|colloquio|gesprek)$)/u;

/** A title has no verb, no day, no reminder in it, is not addressed, and does not end as a firm or a street does. */
const NO_TITLE =
  /(?:^|[^\p{L}])(?:reminder|reminders|erinnerung|rappel|recordatorio|lembrete|promemoria|herinnering|monday|tuesday|wednesday|thursday|friday|saturday \d+|sunday \d+|i'll|i'm|i've|we'll|we're|we've|they're|has|have|had|is|are|was|were|will|would|came|got|said|says|asked|asks|sends|sent|wants|wanted|made|scored|pulled|goes|went)(?:$|[^\p{L}])|^(?:heads? up|lead heads|sister \p{L}+|herr|frau|mr|mrs|ms|mister|mein|meine|my|your|ur)(?:$| )|[ &](?:partners|group|sons|llp|ltd|limited|plc|gmbh|inc|llc|st|street)$/u;

function tokensOf(text: string): Token[] {
  return [
    ...text.matchAll(
      /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’+#]*(?:[-./&][\p{L}\p{N}+#]+)*|[,:;()[\]"“”„«»–—|!?…&]|-(?=\s)/gu,
    ),
  ].map((match) => ({
    said: match[0],
    plain: plainLetters(match[0]).replace(/^(?:d|l|dell|all)'(?=.)/, ""),
    at: match.index,
    end: match.index + match[0].length,
  }));
}

function skipArticles(tokens: readonly Token[], start: number): number {
  let at = start;
  while (
    at < tokens.length &&
    at < start + 3 &&
    /^(?:an?|the|our|eine?[rn]?|der|die|das|une?|la|le|el|unas?|uma?|o|il|lo|een|de|het|:|„|"|“|«|\(|of|as)$/.test(
      tokens[at]?.plain ?? "",
    )
  )
    at += 1;
  return at;
}

/** The first token that no longer belongs to the title that begins at `from`. */
function titleEnd(tokens: readonly Token[], from: number, { isHead, isRomance }: Heads): number {
  const capital = /^\p{Lu}/u.test(tokens[from]?.said ?? "");
  let at = from;
  for (; at < tokens.length && at < from + MAX_TITLE_WORDS; at++) {
    const token = tokens[at];
    if (!token) break;
    const next = tokens[at + 1];
    if (
      token.plain === "," &&
      capital &&
      next &&
      /^\p{Lu}/u.test(next.said) &&
      at > from &&
      !ENDS.has(next.plain)
    ) {
      // "Category Buyer, Dairy" goes on; "Ward Clerk, Northmoor Trust" does not: one more word at most.
      if (tokens[at + 2] && /^\p{Lu}/u.test(tokens[at + 2]?.said ?? "")) break;
      continue;
    }
    if (/^[^\p{L}\p{N}&]/u.test(token.said)) break;
    // "Ramp Team Leader" goes on behind its "team".
    if (
      AFTER.has(token.plain) &&
      next !== undefined &&
      isHead(next.plain) &&
      /^\p{Lu}/u.test(next.said) === capital
    )
      continue;
    const linked = LINKS.has(token.plain) && at > from && next !== undefined && !/^[^\p{L}]/u.test(next.said);
    if (capital) {
      if (/^[\p{Lu}\d&]/u.test(token.said)) {
        if (at > from && (AFTER.has(token.plain) || (ENDS.has(token.plain) && !linked))) break;
        continue;
      }
      if (linked && (/^\p{Lu}/u.test(next.said) || (LINK_SMALL.has(token.plain) && !ENDS.has(next.plain))))
        continue;
      if (MODIFIERS.has(token.plain) || SMALL_TAIL.test(token.plain)) continue;
      // "Jefe de poscosecha", "Responsable d'exploitation", and what ends the line behind a head: "Protesista dental".
      const behindLink = at > from && LINK_SMALL.has(tokens[at - 1]?.plain ?? "");
      const elided = /^[dl]['’]\p{L}/u.test(token.said);
      const endsLine =
        isRomance &&
        !AFTER.has(token.plain) &&
        at > from &&
        /^\p{Ll}/u.test(token.said) &&
        isHead(tokens[at - 1]?.plain ?? "") &&
        (!next || /^[^\p{L}\p{N}]/u.test(next.said));
      if ((behindLink || elided || endsLine) && !ENDS.has(token.plain)) continue;
      break;
    }
    if (AFTER.has(token.plain) || (ENDS.has(token.plain) && !(linked && LINK_SMALL.has(token.plain)))) break;
    if (/^\p{Lu}/u.test(token.said)) break;
    if (at - from >= 5) break;
  }
  while (
    at > from &&
    (LINKS.has(tokens[at - 1]?.plain ?? "") || /^[^\p{L}\p{N}]/u.test(tokens[at - 1]?.said ?? ""))
  )
    at -= 1;
  return at;
}

/** Links behind which the romance languages go on in small letters. */
const LINK_SMALL = new Set("de d du des en di del della dei da do dos das van a à la".split(" "));
/** Adjectives that end German and romance titles are written small. */
const SMALL_TAIL =
  /(?:ique|aire|iel|ielle|social|sociale|sociaal|clinica|clinico|tecnica|tecnico|hydrauliek|pedagogico|administrativa|administrativo|mecanico|juridico|juridica|superior|senior|junior|medica|medico|dentaire|maritime|credit)$/;

function capitalStart(tokens: readonly Token[], index: number): number {
  let from = index;
  while (from > 0) {
    const before = tokens[from - 1];
    if (!before) break;
    const isLink = LINKS.has(before.plain) && /^\p{Lu}/u.test(tokens[from - 2]?.said ?? "");
    if (isLink && from - 2 >= 0) from -= 2;
    else if (
      /^[\p{Lu}\d]/u.test(before.said) &&
      !(from - 1 === 0 && ENDS.has(before.plain)) &&
      !NOT_IN_TITLE.test(before.plain)
    )
      from -= 1;
    else break;
  }
  // A reference number in front is none of it.
  while (from < index && /^[\d(]/.test(tokens[from]?.said ?? "")) from += 1;
  return from;
}

/** Where a title begins that ends before `end`. */
function titleStart(tokens: readonly Token[], end: number, isHead: (word: string) => boolean): number {
  const last = tokens[end - 1];
  if (!last) return end;
  if (/^[\p{Lu}\d(]/u.test(last.said)) return capitalStart(tokens, end - 1);
  if (!isHead(last.plain) && !MODIFIERS.has(last.plain)) return end;
  let from = end - 1;
  while (from > 0 && from > end - 4) {
    const before = tokens[from - 1];
    if (!before || !/^\p{L}/u.test(before.said) || ENDS.has(before.plain) || NOT_IN_TITLE.test(before.plain))
      break;
    from -= 1;
  }
  return from;
}

const NOT_IN_TITLE =
  /^(?:an?|the|our|your|my|their|his|her|this|that|these|re|of|as|about|new|open|application|interview|invitation|offer|update|change|confirmation|confirmed|reminder|position|role|job|post|vacancy|your|final|first|second|dear|hello|hi|thank|thanks|regarding|candidate|vacancies|hiring|great|good|really|same|right|available|permanent|mr|mrs|ms|dr|der|die|das|le|la|el|il|de|een|het|ihre?|votre|su|sua|uw|je|bewerbung|stelle|gesprach|entretien|poste|entrevista|puesto|vaga|colloquio|sollicitatie|vacature)$/;

function trimmed(role: string): string {
  return role
    .replace(/\s+/g, " ")
    .replace(/^[\s,.:;"“„«'‘(-]+|[\s,.:;"”“»'’)-]+$/gu, "")
    .replace(/['’]s$/, "")
    .replace(/ (?:\(?m\/w\/d\)?|\(?[mwfdhx]\/[mwfdhx](?:\/[mwfdhx])?\)?)$/i, "")
    .trim();
}

/** They write the adjective behind the head: "Protesista dental". */
const ROMANCE: readonly Language[] = ["fr", "es", "pt", "it"];

type Heads = {
  readonly isRomance: boolean;
  readonly isHead: (word: string) => boolean;
  /** Ends as words for people do: enough beside words that announce a title. */
  readonly looksLikeHead: (word: string) => boolean;
};

const HEAD_ENDINGS: Readonly<Record<Language, RegExp>> = {
  en: /(?:er|or|ist|ian|ant|ess|man|woman|hand|wright|smith)$/,
  de: /(?:er|erin|ist|istin|ent|entin|ant|antin|frau|mann|leitung|kraft|eur|eurin|loge|login|ige|iger|hilfe)$/,
  fr: /(?:eur|euse|rice|ier|iere|iste|ien|ienne|ant|ante|aire|logue|ne)$/,
  es: /(?:or|ora|ero|era|ista|ario|aria|ante|ente|ico|ica|ologo|ologa|ito|ita|ado|ada|iz)$/,
  pt: /(?:or|ora|eiro|eira|ista|ario|aria|ante|ente|ico|ica|ologo|ologa|ito|ita|ado|ada)$/,
  it: /(?:ore|ora|rice|iere|iera|aio|aia|ista|ario|aria|ante|ente|ico|ica|ologo|ologa|ato|ata)$/,
  nl: /(?:er|ster|ist|eur|euse|kundige|ent|ante|aar|hulp|bode|ier|iste|oog|wacht|man|vrouw|ige)$/,
};
const NO_HEAD =
  /^(?:other|another|over|under|after|never|ever|whether|either|neither|later|earlier|better|further|longer|rather|together|number|letter|offer|order|summer|winter|september|october|november|december|paper|computer|water|father|mother|brother|sister|your|their|future|important|relevant|significant|different|oder|aber|hier|immer|wieder|leider|weiter|unser|dieser|einer|jeder|daruber|wegen|september|oktober|november|dezember|nummer|sommer|winter|papier|zimmer|quartier|premier|dernier|dossier|janvier|fevrier|courrier|metier|particulier|maintenant|avant|suivant|important|pendant|durant|bonne|personne|semaine|prochaine|ligne|cabine|enero|febrero|primera|carrera|manera|segunda|favor|mayor|mejor|anterior|exterior|superior|valor|calor|tecnica|practica|publica|unica|logica|importante|siguiente|presente|corriente|cliente|reciente|ambiente|primeiro|primeira|carreira|janeiro|fevereiro|dinheiro|maneira|ancora|allora|ogni|ora|valore|settore|favore|altro|lavoratore|maggiore|migliore|superiore|seguente|presente|recente|importante|interessante|candidata|candidato|januari|februari|september|oktober|november|december|nummer|kamer|papier|hier|daar|maar|jaar|klaar|naar|waar|verder|eerder|later|onder|over|zonder|beter|kandidaat|kandidate|gesprek|avond|midday)$/;

const headTests = new Map<Language, (word: string) => boolean>();

/** Whether a word can be the head of a title: in the mail's language or in English, whole or as the end of a compound. */
function headTest(language: Language): (word: string) => boolean {
  const known = headTests.get(language);
  if (known) return known;
  const whole = new Set([...HEADS.en, ...HEADS[language], ...(LANGUAGES.includes(language) ? [] : [])]);
  const compounds =
    language === "de" || language === "nl" ? HEADS[language].filter((head) => head.length >= 4) : [];
  const isHead = (word: string) =>
    whole.has(word) ||
    (word.endsWith("s") && whole.has(word.slice(0, -1)) && language === "en") ||
    (word.includes("-") && word.split("-").some((part) => whole.has(part))) ||
    (word.includes("/") && whole.has(word.split("/")[0] ?? "")) ||
    /(?:therapist|ologist|iatrist|ographer|ician|keeper|worker|maker|master)$/.test(word) ||
    (word.length > 6 && compounds.some((head) => word.endsWith(head)));
  headTests.set(language, isHead);
  return isHead;
}
