import type { MatchEvent } from '../../shared/match/events.ts';
import type { MatchState } from '../../shared/match/state.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { describe } from '../../shared/view/describe.ts';
import { viewFor } from '../../shared/view/viewFor.ts';

/** A match as text: a heading for each round and step, and a sentence for each event. For who may read everything. */
export function matchLog(scenario: Scenario, state: MatchState, events: readonly MatchEvent[]): readonly string[] {
  const brief = briefOf(scenario);
  // Over or not: whoever holds the record may read all of it.
  const { texts } = viewFor(scenario, { ...state, status: 'finished' }, { kind: 'public' });
  const titles = new Map([...brief.steps, ...brief.phases].map(({ id, title }) => [id, title]));
  const lines: string[] = [];
  let step = '';
  for (const event of events) {
    if (event.type === 'roundStarted') lines.push('', describe(brief, texts, event));
    if (event.type === 'roundStarted' || event.type === 'phaseStarted') continue;
    if (event.step !== step && titles.has(event.step)) lines.push(`  ${titles.get(event.step)}`);
    step = event.step;
    lines.push(`    ${describe(brief, texts, event)}`);
  }
  return lines;
}
