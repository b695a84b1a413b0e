// Words of orders in the languages that people answer in: English, German, French, Spanish, Portuguese, Italian, Dutch.
// Lower case, as they are typed; the longest that fits the beginning of a line wins.
import type { Verb } from "../vocabulary.ts";

/** What may stand behind an order's words. */
export type OrderShape =
  /** Numbers of the letter, or nothing: "done", "done 1 and 3". */
  | "items"
  /** Numbers, or a name: "close 2", "close Acme". */
  | "target"
  /** Numbers and until when: "snooze 2 a week". */
  | "until"
  /** At least two numbers: "merge 2 and 3". */
  | "pair"
  /** The person's own words, a number before them: "note 2: they use Rust". */
  | "words"
  /** Nothing: "pause". */
  | "alone";

export const ORDERS: readonly {
  readonly verb: Verb;
  readonly shape: OrderShape;
  readonly words: readonly string[];
}[] = [
  {
    verb: "done",
    shape: "items",
    words: words(
      "done, sent, did, did it, handed in, finished, completed, done with it, sent it off, erledigt, gemacht, hab ich gemacht, gesendet, abgeschickt, verschickt, geschickt, fertig",
      "abgegeben, fait, faite, envoyé, envoyée, terminé, hecho, hecha, he hecho, enviado, enviada, he enviado, lo envié, envié, listo, feito, feita, enviei, já enviei, pronto",
      "fatto, fatta, inviato, inviata, spedito, gedaan, klaar, verstuurd, verzonden, afgerond",
    ),
  },
  {
    verb: "snooze",
    shape: "until",
    words: words("snooze, later, postpone, remind me, remind me again, until, till, til"),
  },
  {
    verb: "snooze",
    shape: "until",
    words: words(
      "verschieben, verschiebe, später, erinnere mich, zurückstellen, reporter, reporte, plus tard, rappelle-moi, rappelez-moi",
      "posponer, aplazar, más tarde, recuérdame, adiar, mais tarde, lembrar, lembre-me",
      "rimanda, rinvia, più tardi, ricordami, uitstellen, herinner me, later herinneren",
    ),
  },
  {
    verb: "skip",
    shape: "items",
    words: words(
      "skip, skipped, skip this one, überspringen, auslassen, passer, passe, ignorer, saltar, omitir, pular, saltare, salta, overslaan, sla over",
    ),
  },
  {
    verb: "undo",
    shape: "items",
    words: words(
      "undo, undo that, take it back, take that back, revert, rückgängig, rückgängig machen, annuler, annule, deshacer, desfazer, annulla, ongedaan maken, herstel",
    ),
  },
  {
    verb: "replied",
    shape: "target",
    words: words(
      "they replied, they answered, they wrote back, they got back to me, they called, they responded, got a reply, got an answer, heard back, replied",
      "sie haben geantwortet, sie haben sich gemeldet, antwort erhalten, ils ont répondu, elle a répondu, il a répondu, réponse reçue",
      "han respondido, respondieron, me respondieron, ya respondieron, responderam, já responderam, hanno risposto, mi hanno risposto, ze hebben geantwoord, hebben gereageerd, antwoord gekregen",
    ),
  },
  {
    verb: "close",
    shape: "target",
    words: words(
      "close, schließen, schliessen, fermer, clore, cerrar, fechar, encerrar, chiudi, chiudere, sluiten, afsluiten",
    ),
  },
  {
    verb: "withdraw",
    shape: "target",
    words: words(
      "withdraw, withdrew, withdrawn, i withdraw, pull out of, zurückziehen, ich ziehe zurück, retirer, je me retire, retirar, me retiro, desistir, desisto, ritirare, mi ritiro, terugtrekken, ik trek me terug",
    ),
  },
  {
    verb: "rejected",
    shape: "target",
    words: words(
      "rejected, got rejected, was rejected, turned down, they rejected me, they said no, abgelehnt, abgesagt bekommen, refusé, refusée, rechazado, rechazada, recusado, recusada, rifiutato, scartato, scartata, afgewezen",
    ),
  },
  {
    verb: "accepted",
    shape: "target",
    words: words(
      "accepted, accept, took it, angenommen, zugesagt, accepté, acceptée, aceptado, aceptada, aceite, aceito, accettato, accettata, aangenomen, geaccepteerd",
    ),
  },
  {
    verb: "declined",
    shape: "target",
    words: words(
      "declined, decline, said no to, ich habe abgesagt, décliné, déclinée, declinado, declinada, recusei, declinato, declinata",
    ),
  },
  {
    verb: "add",
    shape: "words",
    words: words(
      "add, hinzufügen, neu bei, ajouter, ajoute, añadir, agregar, adicionar, aggiungi, aggiungere, toevoegen",
    ),
  },
  {
    verb: "merge",
    shape: "pair",
    words: words("merge, zusammenführen, fusionner, combinar, unir, juntar, unisci, samenvoegen"),
  },
  { verb: "split", shape: "items", words: words("split, trennen, séparer, separar, separare, splitsen") },
  {
    verb: "reopen",
    shape: "target",
    words: words(
      "reopen, open again, wieder öffnen, wieder eröffnen, rouvrir, reabrir, riaprire, riapri, heropenen",
    ),
  },
  {
    verb: "note",
    shape: "words",
    words: words("note, notiz, remarque, nota, anotar, notitie, noteer, notieren"),
  },
  {
    verb: "no-show",
    shape: "target",
    words: words(
      "no show, no-show, noshow, they did not turn up, they didn't turn up, they did not show up, they didn't show up, nobody came, nobody showed up",
      "nicht erschienen, niemand gekommen, personne n'est venu, ils ne sont pas venus, no se presentaron, no vino nadie, não apareceram, ninguém apareceu",
      "non si sono presentati, nessuno si è presentato, niet komen opdagen, niemand kwam",
    ),
  },
  {
    verb: "why",
    shape: "items",
    words: words("why, warum, wieso, pourquoi, por qué, porqué, porquê, por quê, por que, perché, waarom"),
  },
  {
    verb: "list",
    shape: "alone",
    words: words(
      "list, list all, show me the list, show list, status, overview, show all, liste, übersicht, aperçu, lista, resumen, resumo, elenco, lijst, overzicht",
    ),
  },
  {
    verb: "pause",
    shape: "alone",
    words: words(
      "pause, stop, stop digests, stop sending, stop sending me emails, unsubscribe me, pause digests, unsubscribe, pausieren, anhalten, stopp, abmelden, mettre en pause, arrêter, pausar, parar, pausa, sospendi, ferma, pauze, pauzeren, stoppen",
    ),
  },
  {
    verb: "resume",
    shape: "alone",
    words: words(
      "resume, unpause, continue, start again, fortsetzen, weiter, weitermachen, reprendre, reanudar, continuar, retomar, riprendi, riprendere, hervatten, verder",
    ),
  },
  {
    verb: "weekly",
    shape: "alone",
    words: words(
      "weekly, make it weekly, switch to weekly, every week, once a week, wöchentlich, jede woche, hebdomadaire, chaque semaine, semanal, cada semana, semanalmente, settimanale, ogni settimana, wekelijks, elke week",
    ),
  },
  {
    verb: "daily",
    shape: "alone",
    words: words(
      "daily, make it daily, switch to daily, every day, täglich, jeden tag, quotidien, chaque jour, tous les jours, diario, cada día, diário, todos os dias, giornaliero, ogni giorno, dagelijks, elke dag",
    ),
  },
  {
    verb: "export",
    shape: "alone",
    words: words(
      "export, export my data, export all my data, export everything, exportieren, exporter, exportar, esporta, esportare, exporteren",
    ),
  },
  {
    verb: "forget",
    shape: "target",
    words: words("forget, vergiss, oublier, oublie, olvidar, olvida, esquecer, dimentica"),
  },
  {
    verb: "delete-me",
    shape: "alone",
    words: words(
      "delete me, forget me, forget everything, delete my account, delete everything, delete my data, delete all my data, lösche mich, alles löschen, konto löschen, supprimer mon compte, tout supprimer, borrar mi cuenta, borrar todo, eliminar todo",
      "apagar a minha conta, apagar minha conta, apagar tudo, cancella tutto, cancella il mio account, verwijder alles, verwijder mijn account",
    ),
  },
  {
    verb: "help",
    shape: "alone",
    words: words("help, help me, hilfe, aide, ayuda, ajuda, aiuto, hulp, commands, how does this work"),
  },
];

/** In front of an order's words: every number of the letter. */
export const ALL_WORDS: readonly string[] = words(
  "all, all of them, everything, both, alle, alles, beide, tout, toutes, tous, todo, todos, todas, tudo, tutto, tutti, tutte, allemaal",
);

/** Around an order, without telling anything. */
export const FILLERS: readonly string[] = words(
  "please, pls, plz, ok, okay, yes, yep, yeah, sure, just, already, also, and, then, so, great, now, oops, sorry, hi, hi there, hello, hey, hey there",
  "it's, it is, that's, that is, this is, they're, they are, could you, could you please, can you, can you please, would you, mark",
  "bitte, ja, schon, auch, und, dann, gut, ist, c'est, s'il te plaît, s'il vous plaît, svp, stp, oui, et, puis, ya, ya lo, por favor, y, luego, está, ya está",
  "já, sim, e, depois, per favore, poi, già, alsjeblieft, alstublieft, graag, en, dan, al",
);

/** The same, where somebody speaks of what they did themselves: what they then answered or refused is theirs, not the employer's. */
export const FIRST_PERSON: readonly string[] = words(
  "i have already, i have just, i have, i've already, i've just, i've, ive, i already, i just, i, ich habe, ich hab, habe, hab, j'ai déjà, j'ai, je l'ai, ho già, ho, ik heb, heb",
);

/** "All done, except 2", "if they call, close 2": whoever says that does not mean the rest of the line as it stands. */
export const EXCEPTIONS: readonly string[] = words(
  "except, except for, but, but not, not, unless, if, when, whenever, once, only, until then, außer, aber, nicht, wenn, falls, sobald, nur, sauf, mais, pas, quand, si, excepto, pero, menos, salvo, cuando, exceto, mas, não, quando, se",
  "tranne, eccetto, ma, non, behalve, maar, niet, als, wanneer",
);

/** Between an order and its numbers: "number 2". */
export const ITEM_WORDS: readonly string[] = words(
  "item, items, number, numbers, no, nr, nº, n°, it, that, this, them, this one, that one, the, nummer, punkt, es, das, die, den, numéro, le, la, point, número, numero, el, lo, o, a, il, punt, het",
);

/** Numbers in words, where nothing but numbers can stand. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...unit(1, "one eins first"),
  ...unit(2, "two zwei deux dos due twee second"),
  ...unit(3, "three drei trois tres tre drie third"),
  ...unit(4, "four vier quatre cuatro quattro fourth"),
};

/** Words that join two numbers: "done 1 and 3". */
export const JOINING_WORDS: readonly string[] = words("and, &, +, /, und, et, y, e, en").concat(",");

/** Before a day or a duration: "for a week", "until Friday". */
export const UNTIL_WORDS: readonly string[] = words(
  "for, until, untill, till, til, of, to, by, in, on, another, until the, für, um, bis, bis zum, auf, am, den, pour, jusqu'à, jusqu'au, à, au, dans, le, de, por, para, hasta, hasta el, a, al, el, en, até, até o, à, em, per, fino a, fino al, di, fra, tra, voor, tot, over, met, the, about",
).toSorted((a, b) => b.length - a.length);

/** Units of a snooze, in days. */
export const DURATION_DAYS: Readonly<Record<string, number>> = {
  ...unit(1, "d day days t tag tage tagen j jour jours día días dia dias giorno giorni dag dagen"),
  ...unit(7, "w week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane weken"),
  ...unit(14, "fortnight"),
  ...unit(30, "month months monat monate monaten mois mes meses mês mese mesi maand maanden"),
};

/** Counts in words. */
export const COUNT_WORDS: Readonly<Record<string, number>> = {
  ...unit(1, "a an one ein eine einen einer einem un une uno una um uma één een"),
  ...unit(2, "two zwei deux dos dois duas due twee"),
  ...unit(3, "three drei trois tres três tre drie"),
  ...unit(4, "four vier quatre cuatro quatro quattro"),
  ...unit(5, "five fünf cinq cinco cinque vijf"),
  ...unit(6, "six sechs sei zes"),
  ...unit(7, "seven sieben sept siete sete sette zeven"),
  ...unit(10, "ten zehn dix diez dez dieci tien"),
};

/** Whole durations: the coming week. */
export const NEXT_WEEK_WORDS: readonly string[] = words(
  "next week, nächste woche, la semaine prochaine, semaine prochaine, la próxima semana, próxima semana, la semana que viene, na próxima semana, semana que vem, la prossima settimana, la settimana prossima, settimana prossima, volgende week",
);

/** Words of a line that only is polite; nobody wants it said back. */
export const PLEASANTRIES: readonly string[] = words(
  "and, sí, si, sì, there, thanks, thank, you, very, much, so, a, lot, thx, ty, tysm, cheers, hi, hello, hey, dear, team, callback, ok, okay, great, perfect, good, nice, cool, super, wonderful, got, it, will, do, best, regards, kind, morning, evening, bye",
  "danke, vielen, dank, schön, hallo, guten, morgen, tag, abend, prima, liebe, grüße, viele, lg, vg, mfg, merci, beaucoup, bonjour, salut, bonsoir, parfait, bien, à, vous, gracias, muchas, hola, perfecto, buenos, días, vale",
  "obrigado, obrigada, muito, olá, oi, bom, dia, perfeito, grazie, mille, ciao, perfetto, buongiorno, bene, bedankt, dank, je, wel, dankjewel, hoi, dag, prima, top, goed",
);

/** How a letter to somebody begins, before a name. */
export const SALUTATIONS: readonly string[] = words(
  "hi, hello, dear, hey, good morning, good afternoon, good evening, hallo, guten tag, guten morgen, liebe, lieber, sehr geehrte, sehr geehrter, bonjour, cher, chère, hola, estimado, estimada, querido, querida, buenos días",
  "olá, oi, prezado, prezada, caro, cara, gentile, buongiorno, ciao, egregio, egregia, spettabile, beste, geachte, hoi, dag",
).toSorted((a, b) => b.length - a.length);

/** After a number or a name: what they did. */
export const THEY_DID: readonly (readonly [string, Verb])[] = [
  ...they(
    "replied",
    "replied, answered, wrote back, got back to me, called, hat geantwortet, a répondu, ha respondido, respondeu, ha risposto, heeft geantwoord",
  ),
  ...they(
    "rejected",
    "rejected me, declined me, turned me down, said no, hat abgesagt, m'a refusé, me rechazó, me recusou, mi ha rifiutato, heeft me afgewezen",
  ),
  ...they(
    "no-show",
    "no show, did not turn up, didn't turn up, did not show up, didn't show up, ist nicht erschienen",
  ),
];

/** Nobody's name. */
export const PRONOUNS: readonly string[] = words(
  "i, we, you, he, she, it, they, this, that, them, him, her, me, us, one, everything, all, all of it, about it, nobody, who, what, ich, wir, sie, er, es, ihr, das, je, nous, vous, il, elle, ils, on, ça, yo, él, ella, ellos, eles, ele, ela, io, lui, lei, loro, ik, hij, zij, ze, wij, het",
);

/** A salutation to everybody is none to a recruiter. */
export const GENERIC_NAMES: readonly string[] = words(
  "callback, there, team, guys, all, everyone, everybody, folks, friends, again, zusammen, alle, leute, tous, toutes, todos, todas, tutti, allemaal, iedereen",
);

/** `interview: cancelled` */
export const CANCELLED_WORDS: readonly string[] = words(
  "cancel, cancelled, canceled, off, abgesagt, ausgefallen, annulé, annulée, cancelada, cancelado, anulada, desmarcada, annullato, annullata, geannuleerd, afgezegd",
);

/** In front of the one good thing: "I liked the tour". */
export const GOOD_THING_LEADS: readonly string[] = words(
  "i really liked, i especially liked, i liked, i really enjoyed, i especially enjoyed, i enjoyed, i loved, liked, enjoyed, one good thing was, the good thing was",
  "mir gefiel besonders, mir gefiel, j'ai bien aimé, j'ai aimé, j'ai apprécié, me gustó mucho, me gustó, gostei muito de, gostei de, gostei, mi è piaciuto, mi è piaciuta, ik vond leuk",
);

function words(...lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(", "));
}

function they(verb: Verb, list: string): (readonly [string, Verb])[] {
  return words(list).map((one) => [one, verb] as const);
}

function unit(value: number, names: string): Record<string, number> {
  return Object.fromEntries(names.split(" ").map((name) => [name, value]));
}
