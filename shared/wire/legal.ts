import type { SeatId } from '../match/state.ts';
import type { ActionBrief, Brief } from '../view/brief.ts';
import type { LegalChoices, LegalOption } from '../view/view.ts';
import { packerOf } from './words.ts';

/** What stands for an option's `on` if it is its demand or its target. */
const [AS_DEMAND, AS_TARGET] = [0, 1];
const PER_OPTION = 6;

/** What a seat may do, packed: of each option only what does not stand in the brief. */
export function packLegal(brief: Brief, { round, phase, open, points, options }: LegalChoices): string {
  const parts: unknown[] = [round, phase, open, points];
  for (const { action, on, target, demand, points: costs, odds } of options) {
    parts.push(action, packAim({ on, target, demand }), target, demand, costs, packOdds(odds));
  }
  return packerOf(brief).pack(parts);
}

/** What a seat may do, as it was before it was packed. Throws `Unreadable`. */
export function unpackLegal(brief: Brief, seat: SeatId, text: string): LegalChoices {
  const parts = packerOf(brief).unpack(text) as readonly unknown[];
  const [round, phase, open, points] = parts as unknown as readonly [number, string, boolean, number];
  const options: LegalOption[] = [];
  for (let at = 4; at < parts.length; at += PER_OPTION) {
    const option = optionOf(brief, parts.slice(at, at + PER_OPTION) as unknown as Packed);
    if (option !== null) options.push(option);
  }
  return { round, phase, open, points, options, predictable: open ? predictableIn(brief, phase, seat) : [] };
}

/** What an option is aimed at: nothing, its demand, its target, something about its target (in a list), or what is said in full. */
type Aim = null | number | readonly [string] | string;
/** No odds, a whole percentage, or (in a list) a chance from 0 to 1. */
type Odds = null | number | readonly [number];
type Packed = readonly [string, Aim, SeatId | null, string | null, number, Odds];

function packAim({ on, target, demand }: Pick<LegalOption, 'target' | 'demand'> & { readonly on: string | undefined }): Aim {
  if (on === undefined) return null;
  if (on === demand) return AS_DEMAND;
  if (on === target) return AS_TARGET;
  return target !== null && on.endsWith(`@${target}`) ? [on.slice(0, -target.length - 1)] : on;
}

function unpackAim(aim: Aim, target: SeatId | null, demand: string | null): string | null {
  if (typeof aim === 'object') return aim === null ? null : `${aim[0]}@${target}`;
  return aim === AS_DEMAND ? demand : aim === AS_TARGET ? target : String(aim);
}

function packOdds(odds: number | null): Odds {
  if (odds === null) return null;
  const percent = Math.floor(odds * 100 + 0.5);
  return percent / 100 === odds ? percent : [odds];
}

const unpackOdds = (odds: Odds): number | null => (typeof odds === 'number' ? odds / 100 : (odds?.[0] ?? null));

function optionOf({ actions }: Brief, [action, aim, target, demand, points, odds]: Packed): LegalOption | null {
  const spec = actions[action];
  if (spec === undefined) return null;
  const on = unpackAim(aim, target, demand);
  const { costs, answer, tags, fallback } = spec;
  return {
    action,
    ...(on === null ? {} : { on }),
    target,
    demand,
    points,
    costs,
    slot: slotOf(spec, demand),
    answer,
    tags,
    fallback,
    odds: unpackOdds(odds),
  };
}

function slotOf({ answer, commitment }: ActionBrief, demand: string | null): string | null {
  if (demand === null || (answer === null && !commitment)) return null;
  return `${answer === null ? 'commitment' : 'answer'}:${demand}`;
}

/** What rivals may answer or commit in a phase: it stands in the brief. */
function predictableIn({ seats, actions }: Brief, phase: string, seat: SeatId): LegalChoices['predictable'] {
  const its = Object.values(actions).filter(
    (action) => action.phase === phase && !action.covert && (action.answer !== null || action.commitment),
  );
  return seats
    .filter(({ id }) => id !== seat)
    .map(({ id, role }) => ({
      seat: id,
      actions: its.filter((action) => action.roles.includes(role) && action.seats?.includes(id) !== false).map((action) => action.id),
    }))
    .filter((rival) => rival.actions.length > 0);
}
