import type { Rejection } from '../match/commands.ts';
import type { Choice, MeterId, Pick } from '../match/state.ts';
import type { LegalChoices, LegalOption } from '../view/view.ts';

const reject = (code: Rejection['code'], message: string): Rejection => ({ code, message });

/** The option that a pick names, if it is legal. */
export const optionOf = (legal: LegalChoices, pick: Pick): LegalOption | undefined =>
  legal.options.find((option) => option.action === pick.action && option.on === pick.on);

/** Why a choice may not be made, or null if it may. The same rules that made the options are the ones that check them. */
export function checkChoice(legal: LegalChoices, choice: Choice): Rejection | null {
  const seen = new Set<string>();
  const costs = new Map<string, number>();
  let points = 0;
  for (const pick of choice.picks) {
    const option = optionOf(legal, pick);
    if (option === undefined) return reject('not-legal', 'This can’t be chosen here now. Look at the choices again and pick another.');
    const key = option.slot ?? `${pick.action}|${pick.on ?? ''}`;
    if (seen.has(key))
      return reject('picked-twice', 'The same thing was chosen twice, or two answers were given to one demand. Keep one of them.');
    seen.add(key);
    points += option.points;
    for (const { meter, by } of option.costs) costs.set(meter, (costs.get(meter) ?? 0) + by);
  }
  if (points > legal.points)
    return reject('too-many-points', `This needs ${points} action points, and you have ${legal.points}. Take something out.`);
  const { prediction } = choice;
  if (
    prediction !== undefined &&
    !legal.predictable.some(({ seat, actions }) => seat === prediction.seat && actions.includes(prediction.action))
  ) {
    return reject('no-such-prediction', 'That can’t be predicted now. Choose another rival or answer.');
  }
  return null;
}

/** The first meter of the own seat that a choice would take more of than there is; null if it can be paid for. `of`: what there is. */
export function lackingFor(legal: LegalChoices, choice: Choice, of: (meter: MeterId) => number): MeterId | null {
  const costs = new Map<MeterId, number>();
  for (const pick of choice.picks) {
    for (const { meter, by } of optionOf(legal, pick)?.costs ?? []) costs.set(meter, (costs.get(meter) ?? 0) + by);
  }
  for (const [meter, cost] of costs) if (of(meter) + cost < 0) return meter;
  return null;
}
