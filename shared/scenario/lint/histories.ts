import type { LineSpec } from '../histories.ts';
import type { ActionSpec, Scenario } from '../schema.ts';
import type { Decisions } from './decide.ts';
import type { LintRule } from './rule.ts';
import { slotOf } from './slot.ts';

const firstOf = ({ from }: LineSpec): number => from ?? 1;
const lastOf = ({ until }: LineSpec, { rounds }: Scenario): number => Math.min(until ?? rounds, rounds);

/** Whether a line does, whenever a later one is due, all that the later one could: it fills the slots that the later one asks for. */
function covers(earlier: LineSpec, later: LineSpec, scenario: Scenario): boolean {
  const [action, other] = [scenario.actions[earlier.do], scenario.actions[later.do]];
  if (action === undefined || other === undefined || slotOf(action) === null || slotOf(action) !== slotOf(other)) return false;
  const free = action.points === 0 && action.costs.length === 0 && action.when === undefined && !action.once;
  const always = earlier.chance === undefined && earlier.most === undefined && (earlier.on === undefined || earlier.on === later.on);
  const inTime = firstOf(earlier) <= firstOf(later) && lastOf(earlier, scenario) >= lastOf(later, scenario);
  return free && always && inTime && action.phase === other.phase;
}

/** Why a line is never due; null if data alone can't tell. */
function whyNever(scenario: Scenario, decisions: Decisions, seat: string, line: LineSpec, before: readonly LineSpec[]): string | null {
  const action = scenario.actions[line.do];
  if (action === undefined) return null;
  const [first, last] = [firstOf(line), lastOf(line, scenario)];
  if (first > last) return `No round lies between "from" and "until" (there are ${scenario.rounds}). Check both.`;
  if (line.chance === 0) return 'Its chance is 0. Raise it, or remove the line.';
  const inTime = { round: { from: first, until: last } };
  if (decisions.verdict({ all: [inTime, ...conjuncts(action.when)] }) === 'never')
    return `"${line.do}" is never possible in these rounds. Check its "when", "from" and "until".`;
  const addressees = scenario.demands[line.on?.split('@')[0] ?? '']?.for;
  if (slotOf(action) === 'answer' && addressees?.includes(seat) === false)
    return `"${line.on}" is never sent to ${seat}. Move the line to a seat that gets it.`;
  if (action.target === 'law' && line.on !== undefined && !decisions.canPass(line.on))
    return `The law "${line.on}" can never be passed. Remove the line.`;
  const cover = before.find((earlier) => covers(earlier, line, scenario));
  return cover === undefined ? null : `An earlier line always does "${cover.do}" instead. Put this line before it.`;
}

/** The conditions that a condition asks for together: windows of rounds exclude each other only side by side. */
const conjuncts = (when: ActionSpec['when']) => (when === undefined ? [] : 'all' in when ? when.all : [when]);

export const deadLine: LintRule = {
  id: 'dead-line',
  severity: 'error',
  *find({ scenario, decisions }) {
    for (const [id, history] of Object.entries(scenario.histories)) {
      for (const [seat, lines] of Object.entries(history.seats)) {
        for (const [index, line] of lines.entries()) {
          const why = whyNever(scenario, decisions, seat, line, lines.slice(0, index));
          if (why !== null) yield { path: ['histories', id, 'seats', seat, index], message: `This line is never due. ${why}` };
        }
      }
    }
  },
};
