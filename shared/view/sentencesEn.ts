import { actWords } from '../effects/acts.ts';
import type { EventOf } from '../match/events.ts';
import { ended, isLeftAlone, percent, type Sentences, shareOf, signed, threatened } from './sentences.ts';

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const REGIMES = actWords('en').regimes;
const ANSWERED = {
  comply: 'complies with',
  narrow: 'complies in part with',
  writing: 'asks for it in writing:',
  stall: 'stalls on',
  refuse: 'refuses',
  court: 'goes to court over',
} as const;
const CLOSED: Readonly<Record<string, string>> = {
  complied: 'was obeyed',
  narrowed: 'was obeyed in part',
  refused: 'ran out without being obeyed in full',
  lapsed: 'came to nothing',
  withdrawn: 'was dropped',
};
const FORMALITY = { court: 'a court order', notice: 'an official notice', call: 'a phone call', visit: 'a visit to the office' } as const;
const STAFF = {
  safe: 'is safe',
  warned: 'has been warned',
  visited: 'had a visit at home',
  detained: 'has been detained',
  released: 'is free again',
  relocated: 'has left the country',
  resigned: 'has resigned',
} as const;
const staffNow = (event: EventOf<'staffChanged'>): string => (isLeftAlone(event) ? 'is left alone again' : STAFF[event.to]);
const PRESENCE = {
  none: 'has no one left in the country',
  representative: 'has a representative in the country',
  office: 'has an office in the country',
} as const;
/** When a law starts; after the last answers it binds nobody any more. */
function lawStarts(from: number, rounds: number): string {
  if (from < rounds) return `It starts at the end of round ${from}.`;
  return from > rounds ? 'The game ends before it starts.' : 'It starts after the last answers, so it binds no one any more.';
}

const STAND_IN = {
  away: 'chosen by a bot: nobody was there',
  undecided: 'chosen by a bot: the host went on',
  replaced: 'chosen by a bot: it held this seat',
} as const;

/** What is said of a deed that nobody chose, or a bot did in the place of people. */
function howChosen({ defaulted, standIn }: EventOf<'acted'>): string {
  if (defaulted) return ' (nothing else was chosen)';
  return standIn === undefined ? '' : ` (${STAND_IN[standIn]})`;
}

const OF: Sentences['of'] = {
  matchStarted: () => 'The match began.',
  roundStarted: (e) => (e.label === '' ? `Round ${e.round} began.` : `Round ${e.round}: ${e.label}.`),
  phaseStarted: (e, n) => `${n.brief.phases.find(({ id }) => id === e.phase)?.title ?? e.phase} began.`,
  sealed: (e, n) => `${n.seat(e.seat)} sealed a choice.`,
  reopened: (e, n) =>
    e.rule === 'host' ? `${n.seat(e.seat)} can’t do what it had locked any more.` : `${n.seat(e.seat)} took a sealed choice back.`,
  acted: (e, n) => {
    const title = n.brief.actions[e.action]?.title ?? e.action;
    const against = threatened(e, n.brief);
    if (against !== null) return `${n.seat(e.seat)}, if ${n.seat(against)} does not obey: ${title}${howChosen(e)}.`;
    const aim = e.target !== null && e.target !== e.seat ? ` – ${n.seat(e.target)}` : '';
    return `${n.seat(e.seat)}: ${title}${aim}${howChosen(e)}.`;
  },
  happened: (e) => {
    const told = ended(e.title);
    if (e.host !== true) return told;
    return `${told} The host ${e.kind === 'headline' ? 'wrote this' : 'let this happen'}.`;
  },
  intelDealt: (e, n) => `${n.seat(e.seat)} learned something that others don’t know.`,
  deskFilled: (e, n) => `${plural(e.demands.length, 'possible demand')} lay on the desk of ${n.seat(e.seat)}.`,
  demandIssued: (e, n) => `${n.seat(e.from)} sent “${n.demand(e.template)}” to ${n.seat(e.seat)} as ${FORMALITY[e.formality]}.`,
  demandAnswered: (e, n) => `${n.seat(e.seat)} ${ANSWERED[e.answer]} “${n.demand(e.template)}”.`,
  demandClosed: (e, n) => `“${n.demand(e.template)}” to ${n.seat(e.seat)} ${CLOSED[e.status] ?? 'was closed'}.`,
  demandWritten: (e, n) => `“${n.demand(e.template)}” to ${n.seat(e.seat)} must now come as ${FORMALITY[e.formality]}.`,
  disclosed: (e, n) =>
    `It became known that “${n.demand(e.template)}” was put to ${n.seat(e.seat)}${e.by === null ? '' : `. ${n.seat(e.by)} made it public`}.`,
  reviewed: (e, n) =>
    `${n.seat(e.seat)} learned about “${n.item(e.template, e.item)}”: harm ${e.harm} of 10 if it stays, rights lost ${e.rights} of 10 if it goes.`,
  itemChanged: (e, n) =>
    `${n.seat(e.seat)} ${e.status === 'removed' ? 'removed' : 'put back'} “${n.item(e.template, e.item)}”${e.status === 'removed' ? (e.scope === 'global' ? ' everywhere' : ' in the country') : ''}.`,
  fined: (e, n) => `${n.seat(e.seat)} was fined ${shareOf(e.share)} of its turnover.`,
  restricted: (e, n) =>
    e.kind === 'block'
      ? `${n.seat(e.seat)} was blocked.`
      : e.declared
        ? `${n.seat(e.seat)} was throttled.`
        : `${n.seat(e.seat)} has become slow. Nobody says why.`,
  lifted: (e, n) => `${n.seat(e.seat)} is no longer ${e.kind === 'block' ? 'blocked' : 'throttled'}.`,
  rungChanged: (e, n) =>
    `The state went ${e.to > e.from ? 'up' : 'down'} the ladder with ${n.seat(e.seat)}, to “${n.brief.rungs[e.to]?.title ?? e.to}”.`,
  staffChanged: (e, n) => `${n.staff(e.seat, e.staff)} of ${n.seat(e.seat)} ${staffNow(e)}.`,
  presenceChanged: (e, n) => `${n.seat(e.seat)} now ${PRESENCE[e.to]}.`,
  lawPassed: (e, n) => `A law was passed: ${n.brief.laws[e.law]?.title ?? e.law}. ${lawStarts(e.from, n.brief.rounds)}`,
  lawInForce: (e, n) => `A law came into force: ${n.brief.laws[e.law]?.title ?? e.law}.`,
  courtOpened: (e, n) =>
    `${n.seat(e.seat)} opened a case: “${n.brief.courts[e.court]?.title ?? e.court}”. A ruling is due in round ${e.due}; the chance to win it is ${percent(e.odds)}.`,
  courtRuled: (e, n) => `“${n.brief.courts[e.court]?.title ?? e.court}”: the ruling is ${e.won ? 'for' : 'against'} ${n.seat(e.seat)}.`,
  pressed: (e, n) =>
    `Pressure on ${n.seat(e.seat)} ${e.by < 0 ? 'fell' : 'rose'} by ${Math.abs(e.by)}${e.from === null || e.from === e.seat ? '' : ` because of ${n.seat(e.from)}`}.`,
  rolled: (e, n) => {
    const about = `“${e.label}”${e.seat === null ? '' : ` (${n.seat(e.seat)})`}`;
    const chance = `${percent(e.odds)}, the dice showed ${percent(e.roll)}`;
    if (e.rule.startsWith('court:')) return `${about}: the case was ${e.hit ? 'won' : 'lost'}. The chance to win it was ${chance}.`;
    return `${about} ${e.hit ? 'came true' : 'did not come true'}. The chance was ${chance}.`;
  },
  regimeChanged: (e) => `The state changed: from “${REGIMES[e.from]}” to “${REGIMES[e.to]}”.`,
  reported: (e, n) =>
    `${n.seat(e.seat)} published a transparency report: ${plural(e.received, 'demand')}${e.informal === null ? '' : `, ${e.informal} of them informal`}, ${e.acted} acted on.`,
  meterChanged: (e, n) =>
    `${n.brief.meters[e.meter]?.name ?? e.meter}${e.seat === null ? '' : ` of ${n.seat(e.seat)}`} ${signed(e.delta)}${e.bounded ? ' (it can’t go further)' : ''}.`,
  scheduled: (e) => `${e.label} is due in round ${e.due}.`,
  predicted: (e, n) =>
    `${n.seat(e.seat)} predicted that ${n.seat(e.rival)} would choose “${n.brief.actions[e.action]?.title ?? e.action}”. That was ${e.right ? 'right' : 'wrong'}.`,
  pactOffered: (e, n) =>
    `${n.seat(e.seat)} offered ${n.seat(e.partner)} a deal until round ${e.until}. ${n.seat(e.seat)} gives ${n.side(e.seat, e.give)}. ${n.seat(e.partner)} gives ${n.side(e.partner, e.get)}.`,
  pactAnswered: (e, n) => {
    const [who, partner] = [n.seat(e.seat), n.seat(e.partner)];
    if (e.answer === 'accepted') return `${who} made a deal with ${partner}.`;
    if (e.answer === 'declined') return `${who} turned down an offer of ${partner}.`;
    return e.answer === 'withdrawn' ? `${who} took back an offer to ${partner}.` : `The offer of ${who} to ${partner} ran out.`;
  },
  promiseJudged: (e, n) => `${n.seat(e.seat)} ${e.kept ? 'kept' : 'broke'} its promise to ${n.seat(e.partner)}: “${n.term(e.term)}”.`,
  scored: (e, n) => `${n.seat(e.seat)} reached ${e.outcome.score} of 100 on its own goals.`,
  matchFinished: () => 'The match is over.',
};

/** Events told in English. */
export const ENGLISH: Sentences = {
  of: OF,
  unnamed: { country: 'the country', promise: 'a promise', demand: 'a demand', item: 'an item', staff: 'An employee' },
  gift: (term, pay) => {
    const parts = [
      ...(term === null ? [] : [`“${term}”`]),
      ...(pay === null ? [] : [`${pay.points} of ${pay.of?.toLowerCase() ?? 'money'}`]),
    ];
    return parts.length === 0 ? 'nothing' : parts.join(' and ');
  },
  removed: (who, items) => `${who} removed ${items.map((item) => `“${item}”`).join(', ')}.`,
};
