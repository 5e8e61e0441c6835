import { actWords } from '../effects/acts.ts';
import type { EventOf } from '../match/events.ts';
import { ended, isLeftAlone, percent, type Sentences, shareOf, signed, threatened } from './sentences.ts';

const REGIMES = actWords('de').regimes;
const ANSWERED = {
  comply: (who: string, demand: string) => `${who} befolgt „${demand}“.`,
  narrow: (who: string, demand: string) => `${who} befolgt „${demand}“ zum Teil.`,
  writing: (who: string, demand: string) => `${who} verlangt „${demand}“ schriftlich.`,
  stall: (who: string, demand: string) => `${who} hält „${demand}“ hin.`,
  refuse: (who: string, demand: string) => `${who} lehnt „${demand}“ ab.`,
  court: (who: string, demand: string) => `${who} geht wegen „${demand}“ vor Gericht.`,
} as const;
const CLOSED: Readonly<Record<string, string>> = {
  complied: 'wurde befolgt',
  narrowed: 'wurde zum Teil befolgt',
  refused: 'lief ab, ohne ganz befolgt zu werden',
  lapsed: 'verfiel',
  withdrawn: 'wurde fallen gelassen',
};
const FORMALITY = { court: 'Anordnung vom Gericht', notice: 'Schreiben vom Amt', call: 'Anruf', visit: 'Besuch im Büro' } as const;
const STAFF = {
  safe: 'ist sicher',
  warned: 'wurde gewarnt',
  visited: 'wurde zu Hause besucht',
  detained: 'wird festgehalten',
  released: 'ist wieder frei',
  relocated: 'hat das Land verlassen',
  resigned: 'hat gekündigt',
} as const;
const PRESENCE = { none: 'niemanden mehr im Land', representative: 'eine Vertretung im Land', office: 'ein Büro im Land' } as const;
/** When a law starts; after the last answers it binds nobody any more. */
function lawStarts(from: number, rounds: number): string {
  if (from < rounds) return `Es gilt ab dem Ende von Runde ${from}.`;
  return from > rounds ? 'Das Spiel endet, bevor es gilt.' : 'Es gilt erst nach den letzten Antworten und bindet niemanden mehr.';
}

const STAND_IN = {
  away: 'von einem Bot gewählt: Niemand war da',
  undecided: 'von einem Bot gewählt: Es ging weiter',
  replaced: 'von einem Bot gewählt: Er hielt diesen Platz',
} as const;

/** What is said of a deed that nobody chose, or a bot did in the place of people. */
function howChosen({ defaulted, standIn }: EventOf<'acted'>): string {
  if (defaulted) return ' (nichts anderes war gewählt)';
  return standIn === undefined ? '' : ` (${STAND_IN[standIn]})`;
}

const demands = (count: number): string => `${count} ${count === 1 ? 'Forderung' : 'Forderungen'}`;
/** Numbers have a comma before their decimals. */
const comma = (number: string): string => number.replace('.', ',');

const OF: Sentences['of'] = {
  matchStarted: () => 'Das Spiel begann.',
  roundStarted: (e) => (e.label === '' ? `Runde ${e.round} begann.` : `Runde ${e.round}: ${e.label}.`),
  phaseStarted: (e, n) => `Phase „${n.brief.phases.find(({ id }) => id === e.phase)?.title ?? e.phase}“ begann.`,
  sealed: (e, n) => `${n.seat(e.seat)} hat eine Wahl versiegelt.`,
  reopened: (e, n) =>
    e.rule === 'host' ? `${n.seat(e.seat)} kann nicht mehr tun, was festgelegt war.` : `${n.seat(e.seat)} hat eine Wahl zurückgenommen.`,
  acted: (e, n) => {
    const title = n.brief.actions[e.action]?.title ?? e.action;
    const against = threatened(e, n.brief);
    if (against !== null) return `${n.seat(e.seat)}, wenn ${n.seat(against)} nicht gehorcht: ${title}${howChosen(e)}.`;
    const aim = e.target !== null && e.target !== e.seat ? ` – ${n.seat(e.target)}` : '';
    return `${n.seat(e.seat)}: ${title}${aim}${howChosen(e)}.`;
  },
  happened: (e) => {
    const told = ended(e.title);
    if (e.host !== true) return told;
    return `${told} Das hat die Spielleitung ${e.kind === 'headline' ? 'geschrieben' : 'gebracht'}.`;
  },
  intelDealt: (e, n) => `${n.seat(e.seat)} hat etwas erfahren, was andere nicht wissen.`,
  deskFilled: (e, n) => `Auf dem Schreibtisch (${n.seat(e.seat)}): ${demands(e.demands.length)} zur Auswahl.`,
  demandIssued: (e, n) => `${n.seat(e.from)} schickte „${n.demand(e.template)}“ an ${n.seat(e.seat)}: ${FORMALITY[e.formality]}.`,
  demandAnswered: (e, n) => ANSWERED[e.answer](n.seat(e.seat), n.demand(e.template)),
  demandClosed: (e, n) => `„${n.demand(e.template)}“ an ${n.seat(e.seat)} ${CLOSED[e.status] ?? 'wurde erledigt'}.`,
  demandWritten: (e, n) => `„${n.demand(e.template)}“ an ${n.seat(e.seat)} muss jetzt anders kommen: ${FORMALITY[e.formality]}.`,
  disclosed: (e, n) =>
    `Es wurde bekannt, dass „${n.demand(e.template)}“ an ${n.seat(e.seat)} ging${e.by === null ? '' : `. Veröffentlicht von: ${n.seat(e.by)}`}.`,
  reviewed: (e, n) =>
    `${n.seat(e.seat)} weiß jetzt mehr über „${n.item(e.template, e.item)}“: Schaden ${e.harm} von 10, wenn es bleibt; verlorene Rechte ${e.rights} von 10, wenn es weg ist.`,
  itemChanged: (e, n) =>
    e.status === 'removed'
      ? `${n.seat(e.seat)} hat „${n.item(e.template, e.item)}“ ${e.scope === 'global' ? 'weltweit' : 'im Land'} gelöscht.`
      : `${n.seat(e.seat)} hat „${n.item(e.template, e.item)}“ zurückgestellt.`,
  fined: (e, n) => `Geldstrafe für ${n.seat(e.seat)}: ${comma(shareOf(e.share))} des Umsatzes.`,
  restricted: (e, n) =>
    e.kind === 'block'
      ? `${n.seat(e.seat)} wurde gesperrt.`
      : e.declared
        ? `${n.seat(e.seat)} wurde gedrosselt.`
        : `${n.seat(e.seat)} ist langsam geworden. Niemand sagt, warum.`,
  lifted: (e, n) => `${n.seat(e.seat)} ist nicht mehr ${e.kind === 'block' ? 'gesperrt' : 'gedrosselt'}.`,
  rungChanged: (e, n) =>
    `Der Staat ging auf der Leiter nach ${e.to > e.from ? 'oben' : 'unten'}, auf „${n.brief.rungs[e.to]?.title ?? e.to}“ (${n.seat(e.seat)}).`,
  staffChanged: (e, n) =>
    `${n.staff(e.seat, e.staff)} (${n.seat(e.seat)}) ${isLeftAlone(e) ? 'wird wieder in Ruhe gelassen' : STAFF[e.to]}.`,
  presenceChanged: (e, n) => `${n.seat(e.seat)} hat jetzt ${PRESENCE[e.to]}.`,
  lawPassed: (e, n) => `Ein Gesetz wurde beschlossen: ${n.brief.laws[e.law]?.title ?? e.law}. ${lawStarts(e.from, n.brief.rounds)}`,
  lawInForce: (e, n) => `Ein Gesetz gilt jetzt: ${n.brief.laws[e.law]?.title ?? e.law}.`,
  courtOpened: (e, n) =>
    `${n.seat(e.seat)} ging vor Gericht: „${n.brief.courts[e.court]?.title ?? e.court}“. Das Urteil kommt in Runde ${e.due}; die Chance zu gewinnen ist ${percent(e.odds)}.`,
  courtRuled: (e, n) =>
    `„${n.brief.courts[e.court]?.title ?? e.court}“: Das Urteil ist ${e.won ? 'für' : 'gegen'} ${n.seat(e.seat)} ausgefallen.`,
  pressed: (e, n) =>
    `Der Druck auf ${n.seat(e.seat)} ${e.by < 0 ? 'sank' : 'stieg'} um ${comma(String(Math.abs(e.by)))}${e.from === null || e.from === e.seat ? '' : ` wegen ${n.seat(e.from)}`}.`,
  rolled: (e, n) => {
    const about = `„${e.label}“${e.seat === null ? '' : ` (${n.seat(e.seat)})`}`;
    const chance = `${percent(e.odds)}, der Würfel zeigte ${percent(e.roll)}`;
    if (e.rule.startsWith('court:'))
      return `${about}: Der Fall wurde ${e.hit ? 'gewonnen' : 'verloren'}. Die Chance zu gewinnen war ${chance}.`;
    return `${about} ${e.hit ? 'trat ein' : 'trat nicht ein'}. Die Chance war ${chance}.`;
  },
  regimeChanged: (e) => `Der Staat hat sich verändert: von „${REGIMES[e.from]}“ zu „${REGIMES[e.to]}“.`,
  reported: (e, n) =>
    `${n.seat(e.seat)} veröffentlichte einen Bericht: ${demands(e.received)}${e.informal === null ? '' : `, ${e.informal} davon ohne Papier`}, ${e.acted} befolgt.`,
  meterChanged: (e, n) =>
    `${n.brief.meters[e.meter]?.name ?? e.meter}${e.seat === null ? '' : ` (${n.seat(e.seat)})`} ${comma(signed(e.delta))}${e.bounded ? ' (weiter geht es nicht)' : ''}.`,
  scheduled: (e) => `${e.label} kommt in Runde ${e.due}.`,
  predicted: (e, n) =>
    `${n.seat(e.seat)} tippte, dass ${n.seat(e.rival)} „${n.brief.actions[e.action]?.title ?? e.action}“ wählt. Das war ${e.right ? 'richtig' : 'falsch'}.`,
  pactOffered: (e, n) =>
    `${n.seat(e.seat)} bot ${n.seat(e.partner)} eine Abmachung bis Runde ${e.until} an. ${n.seat(e.seat)} gibt ${n.side(e.seat, e.give)}. ${n.seat(e.partner)} gibt ${n.side(e.partner, e.get)}.`,
  pactAnswered: (e, n) => {
    const [who, partner] = [n.seat(e.seat), n.seat(e.partner)];
    if (e.answer === 'accepted') return `${who} machte eine Abmachung mit ${partner}.`;
    if (e.answer === 'declined') return `${who} lehnte ein Angebot von ${partner} ab.`;
    return e.answer === 'withdrawn' ? `${who} zog ein Angebot an ${partner} zurück.` : `Das Angebot von ${who} an ${partner} lief ab.`;
  },
  promiseJudged: (e, n) =>
    `${n.seat(e.seat)} hat das Versprechen an ${n.seat(e.partner)} ${e.kept ? 'gehalten' : 'gebrochen'}: „${n.term(e.term)}“.`,
  scored: (e, n) => `${n.seat(e.seat)} erreichte ${e.outcome.score} von 100 bei den eigenen Zielen.`,
  matchFinished: () => 'Das Spiel ist vorbei.',
};

/** Events told in German. */
export const GERMAN: Sentences = {
  of: OF,
  unnamed: { country: 'das Land', promise: 'ein Versprechen', demand: 'eine Forderung', item: 'ein Beitrag', staff: 'Jemand aus dem Büro' },
  gift: (term, pay) => {
    const parts = [...(term === null ? [] : [`„${term}“`]), ...(pay === null ? [] : [`${pay.points} Punkte ${pay.of ?? 'Geld'}`])];
    return parts.length === 0 ? 'nichts' : parts.join(' und ');
  },
  removed: (who, items) => `${who} hat ${items.map((item) => `„${item}“`).join(', ')} gelöscht.`,
};
