import type { TableSession } from '../../client/net/session.ts';
import type { Choice } from '../../shared/match/state.ts';
import { PHRASES } from '../../shared/talk.ts';
import { tablesOf } from './lesson.ts';
import type { Trial } from './trial.ts';

/** What clients ask for while their server is being killed: each one thing after the other, as long as it answers. */

const STAFF: Choice = { picks: [{ action: 'staff-plan' }] };
const NOTHING: Choice = { picks: [] };
const SEATS = ['regulator', 'alpha', 'beta', 'voices'];

/** Asks for things of a class one after the other, in its order, as long as the server answers. */
export async function hostOrders(trial: Trial, isLast: 'pause' | 'next' | null): Promise<void> {
  const { known, lesson } = trial;
  const { host, students } = lesson;
  const target = students[trial.some(2)]?.lobby.player ?? '';
  const table = tablesOf(host)[0]?.code ?? '';
  for (let times = 0; times < 2; times += 1) {
    const n = trial.next();
    await known.ask(`name ${target}`, `Name ${n}`, host.order({ do: 'rename', player: target, nickname: `Name ${n}` }));
    await known.ask(`extra ${target}`, String(n), host.order({ do: 'extra-time', player: target, seconds: n }));
    await known.ask('notice', `Notice ${n}`, host.order({ do: 'broadcast', text: `Notice ${n}` }));
    await known.ask('freeText', String(n % 2 === 0), host.order({ do: 'set', settings: { freeText: n % 2 === 0 } }));
    if (trial.players.length === 0) continue;
    known.is(`bookmark ${n}`, '0');
    await known.ask(`bookmark ${n}`, '1', host.order({ do: 'table', table, order: { do: 'bookmark', note: `Bookmark ${n}` } }));
  }
  if (isLast === 'pause') await known.ask('paused', 'true', host.order({ do: 'table', table, order: { do: 'pause' } }));
  if (isLast === 'next') await known.ask('phase', 'the next one', host.order({ do: 'table', table, order: { do: 'next' } }));
}

/** Seals a choice and takes it back, again and again. */
export async function lockAndReopen(trial: Trial, seat: string): Promise<void> {
  const { captain } = trial.team(seat);
  const thing = `choice ${seat} ${trial.phase}`;
  for (let times = 0; times < 3; times += 1) {
    const choice = seat === 'alpha' && trial.some(1) === 0 && trial.phase.startsWith('1 agenda') ? STAFF : NOTHING;
    await trial.known.ask(thing, JSON.stringify(choice), captain.choose(choice));
    await trial.known.ask(thing, 'none', captain.reopen());
  }
  await trial.known.ask(thing, JSON.stringify(NOTHING), captain.choose(NOTHING));
}

/** Drafts and proposes one plan after the other. */
export async function planAnew(trial: Trial, seat: string): Promise<void> {
  const { mate } = trial.team(seat);
  for (let times = 0; times < 4; times += 1) {
    const [choice, proposed] = [{ picks: [{ action: `plan-${trial.next()}` }] }, times % 2 === 1];
    await trial.known.ask(`plan ${mate.player}`, JSON.stringify([choice, proposed]), mate.plan(choice, proposed));
  }
}

/** Gives a vote and takes it back. */
export async function voteAnew(trial: Trial, seat: string): Promise<void> {
  const { captain, mate } = trial.team(seat);
  for (const to of [mate.player, null, mate.player])
    await trial.known.ask(`vote of ${captain.player} for ${mate.player}`, String(to !== null), captain.vote(to));
}

/** Says a phrase of one's own, twice. */
export async function talk(trial: Trial, player: TableSession, index: number): Promise<void> {
  const phrase = PHRASES[index] ?? 'thanks';
  const thing = `said ${player.player} ${phrase}`;
  const to = SEATS.find((seat) => seat !== player.seat) ?? '';
  for (let times = 0; times < 2; times += 1) await trial.known.ask(thing, phrase, player.say({ to, phrase }));
}

/** Offers something, and takes it back. */
export async function bargain(trial: Trial): Promise<void> {
  const [beta] = trial.on('beta');
  if (beta === undefined) return;
  const until = beta.view.value?.round ?? 0;
  await trial.known.ask('offers', 'offer', beta.offer({ to: 'alpha', give: { term: 'hush' }, get: {}, until, public: false }));
  const open = beta.view.value?.pacts.find(({ status }) => status === 'open');
  if (open !== undefined) await trial.known.ask('offers', `withdraw ${open.id}`, beta.answerPact(open.id, 'withdraw'));
}
