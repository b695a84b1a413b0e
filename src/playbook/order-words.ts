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
      "done, sent, did, handed in, finished, completed, erledigt, gemacht, gesendet, abgeschickt, verschickt, geschickt, fertig",
      "abgegeben, fait, faite, envoyé, envoyée, terminé, hecho, hecha, enviado, enviada, listo, feito, feita, pronto",
      "fatto, fatta, inviato, inviata, spedito, gedaan, klaar, verstuurd, verzonden, afgerond",
    ),
  },
  {
    verb: "snooze",
    shape: "until",
    words: words("snooze, later, postpone, remind me, remind me again, until, till, not now"),
  },
  {
    verb: "snooze",
    shape: "until",
    words: words(
      "verschieben, verschiebe, später, erinnere mich, bis, zurückstellen, reporter, reporte, plus tard, rappelle-moi, rappelez-moi, jusqu'à, jusqu'au",
      "posponer, aplazar, más tarde, recuérdame, hasta, adiar, mais tarde, lembrar, lembre-me, até",
      "rimanda, rinvia, più tardi, ricordami, fino a, uitstellen, herinner me, later herinneren, tot",
    ),
  },
  {
    verb: "skip",
    shape: "items",
    words: words(
      "skip, überspringen, auslassen, passer, passe, ignorer, saltar, omitir, pular, saltare, salta, overslaan, sla over",
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
      "they replied, they answered, they wrote back, they got back to me, they called, they responded, got a reply, got an answer, heard back, replied, answered",
      "sie haben geantwortet, sie haben sich gemeldet, antwort erhalten, geantwortet, ils ont répondu, elle a répondu, il a répondu, réponse reçue, répondu",
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
      "rejected, got rejected, turned down, they said no, abgelehnt, abgesagt bekommen, refusé, refusée, rechazado, rechazada, recusado, recusada, rifiutato, scartato, scartata, afgewezen",
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
      "declined, decline, said no to, ich habe abgesagt, décliné, déclinée, declinado, declinada, recusei, declinato, declinata, bedankt voor",
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
      "list, list all, status, overview, show all, liste, übersicht, aperçu, lista, resumen, resumo, elenco, lijst, overzicht",
    ),
  },
  {
    verb: "pause",
    shape: "alone",
    words: words(
      "pause, stop, stop digests, pause digests, unsubscribe, pausieren, anhalten, stopp, abmelden, mettre en pause, arrêter, pausar, parar, pausa, sospendi, ferma, pauze, pauzeren, stoppen",
    ),
  },
  {
    verb: "resume",
    shape: "alone",
    words: words(
      "resume, continue, start again, fortsetzen, weiter, weitermachen, reprendre, reanudar, continuar, retomar, riprendi, riprendere, hervatten, verder",
    ),
  },
  {
    verb: "weekly",
    shape: "alone",
    words: words(
      "weekly, every week, once a week, wöchentlich, jede woche, hebdomadaire, chaque semaine, semanal, cada semana, semanalmente, settimanale, ogni settimana, wekelijks, elke week",
    ),
  },
  {
    verb: "daily",
    shape: "alone",
    words: words(
      "daily, every day, täglich, jeden tag, quotidien, chaque jour, tous les jours, diario, cada día, diário, todos os dias, giornaliero, ogni giorno, dagelijks, elke dag",
    ),
  },
  {
    verb: "export",
    shape: "alone",
    words: words(
      "export, export my data, export everything, exportieren, exporter, exportar, esporta, esportare, exporteren",
    ),
  },
  {
    verb: "forget",
    shape: "target",
    words: words(
      "forget, vergiss, vergessen, oublier, oublie, olvidar, olvida, esquecer, dimentica, vergeet",
    ),
  },
  {
    verb: "delete-me",
    shape: "alone",
    words: words(
      "delete me, forget me, forget everything, delete my account, delete everything, delete all my data, lösche mich, alles löschen, konto löschen, supprimer mon compte, tout supprimer, borrar mi cuenta, borrar todo, eliminar todo",
      "apagar a minha conta, apagar minha conta, apagar tudo, cancella tutto, cancella il mio account, verwijder alles, verwijder mijn account",
    ),
  },
  {
    verb: "help",
    shape: "alone",
    words: words("help, hilfe, aide, ayuda, ajuda, aiuto, hulp, commands, how does this work"),
  },
];

/** In front of an order's words: every number of the letter. */
export const ALL_WORDS: readonly string[] = words(
  "all, all of them, everything, both, alle, alles, beide, tout, toutes, tous, todo, todos, todas, tudo, tutto, tutti, tutte, allemaal",
);

/** Around an order, without telling anything. Longer ones first. */
export const FILLERS: readonly string[] = words(
  "i have already, i have just, i have, i've already, i've just, i've, ive, i already, i just, i, we, please, pls, plz, ok, okay, yes, yep, yeah, sure, just, already, also, and, then, so, great, now",
  "ich habe, ich hab, habe, hab, bitte, ja, schon, auch, und, dann, gut, j'ai, je l'ai, c'est, s'il te plaît, s'il vous plaît, svp, stp, oui, et, puis, he, ya, por favor, sí, si, y, luego, está",
  "já, sim, e, depois, ho, per favore, sì, poi, già, heb, ik heb, alsjeblieft, alstublieft, graag, en, dan, al",
).toSorted((a, b) => b.length - a.length);

/** Between an order and its numbers: "done with it", "number 2". */
export const ITEM_WORDS: readonly string[] = words(
  "item, items, number, numbers, no, no., nr, nr., nº, n°, it, that, this, them, thing, for, to, on, about, in, the",
  "nummer, punkt, es, das, den, die, für, zu, bei, numéro, le, la, point, pour, número, numero, el, lo, para, o, a, per, il, op, punt, het, voor",
);

/** Words that join two numbers: "done 1 and 3". */
export const JOINING_WORDS: readonly string[] = words("and, &, +, und, et, y, e, en").concat(",");

/** Before a day or a duration: "for a week", "until Friday". */
export const UNTIL_WORDS: readonly string[] = words(
  "for, until, till, to, by, in, another, für, um, bis, bis zum, auf, pour, jusqu'à, jusqu'au, à, dans, de, por, para, hasta, hasta el, a, en, até, até o, em, per, fino a, di, fra, tra, voor, tot, over, met",
).toSorted((a, b) => b.length - a.length);

/** Units of a snooze, in days. */
export const DURATION_DAYS: Readonly<Record<string, number>> = {
  ...unit(1, "d day days t tag tage tagen j jour jours día días dia dias giorno giorni dag dagen"),
  ...unit(7, "w week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane weken"),
  ...unit(30, "month months monat monate monaten mois mes meses mês mese mesi maand maanden"),
};

/** Counts in words. */
export const COUNT_WORDS: Readonly<Record<string, number>> = {
  ...unit(1, "a an one ein eine einen einer einem un une uno una um uma één een"),
  ...unit(2, "two couple zwei deux dos dois duas due twee"),
  ...unit(3, "three drei trois tres três tre drie"),
  ...unit(4, "four vier quatre cuatro quatro quattro"),
};

/** Whole durations: the coming week. */
export const NEXT_WEEK_WORDS: readonly string[] = words(
  "next week, nächste woche, la semaine prochaine, semaine prochaine, la próxima semana, próxima semana, la semana que viene, na próxima semana, semana que vem, la prossima settimana, la settimana prossima, settimana prossima, volgende week",
);

/** Words of a line that only is polite; nobody wants it said back. */
export const PLEASANTRIES: readonly string[] = words(
  "and, thanks, thank, you, very, much, so, a, lot, thx, ty, tysm, cheers, hi, hello, hey, dear, team, callback, ok, okay, great, perfect, good, nice, cool, super, wonderful, got, it, will, do, best, regards, kind, morning, evening, bye",
  "danke, vielen, dank, schön, hallo, guten, morgen, tag, abend, prima, liebe, grüße, viele, lg, vg, mfg, merci, beaucoup, bonjour, salut, bonsoir, parfait, bien, à, vous, gracias, muchas, hola, perfecto, buenos, días, vale",
  "obrigado, obrigada, muito, olá, oi, bom, dia, perfeito, grazie, mille, ciao, perfetto, buongiorno, bene, bedankt, dank, je, wel, dankjewel, hoi, dag, prima, top, goed",
);

/** How a letter to somebody begins, before a name. */
export const SALUTATIONS: readonly string[] = words(
  "hi, hello, dear, hey, good morning, good afternoon, good evening, hallo, guten tag, guten morgen, liebe, lieber, sehr geehrte, sehr geehrter, bonjour, cher, chère, hola, estimado, estimada, querido, querida, buenos días",
  "olá, oi, prezado, prezada, caro, cara, gentile, buongiorno, ciao, egregio, egregia, spettabile, beste, geachte, hoi, dag",
).toSorted((a, b) => b.length - a.length);

/** `interview: cancelled` */
export const CANCELLED_WORDS: readonly string[] = words(
  "cancel, called off, off, abgesagt, fällt aus, annulé, cancelad, anulad, desmarcad, annullat, geannuleerd, afgezegd",
);

/** In front of the one good thing: "I liked the tour". */
export const GOOD_THING_LEADS: readonly string[] = words(
  "i really liked, i especially liked, i liked, i really enjoyed, i especially enjoyed, i enjoyed, i loved, liked, enjoyed, one good thing was, the good thing was",
  "mir gefiel besonders, mir gefiel, j'ai bien aimé, j'ai aimé, j'ai apprécié, me gustó mucho, me gustó, gostei muito de, gostei de, gostei, mi è piaciuto, mi è piaciuta, ik vond leuk",
);

function words(...lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(", "));
}

function unit(value: number, names: string): Record<string, number> {
  return Object.fromEntries(names.split(" ").map((name) => [name, value]));
}
