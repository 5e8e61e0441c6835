import type { Brief } from '../../shared/view/brief.ts';
import type { PactView } from '../../shared/view/pactsFor.ts';
import { seatName } from '../state/labels.ts';
import { quoted, t, within } from '../state/texts.ts';
import { givenBy } from './deals.ts';

/** What both parties of a deal give, in one line: their promises by name, and money. */
export function promisedIn(brief: Brief, pact: PactView): string {
  return [pact.from, pact.to].map((seat) => t('pact.gives', { who: seatName(brief, seat), what: whatGives(brief, pact, seat) })).join(', ');
}

function whatGives(brief: Brief, pact: PactView, seat: string): string {
  const { term, pay } = givenBy(pact, seat);
  const promise = term === null ? [] : [quoted(brief.pacts?.terms[term]?.title ?? term)];
  const money = pay === 0 ? [] : [t('pact.money', { n: pay, money: moneyName(brief, seat) })];
  return [...promise, ...money].join(' + ') || t('pact.nothing');
}

/** What a seat's money is called, in the middle of a sentence. */
export function moneyName(brief: Brief, seat: string): string {
  return within(brief.meters[brief.pacts?.purses[seat] ?? '']?.name ?? '');
}
