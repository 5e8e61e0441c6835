import type { Brief } from '../../shared/view/brief.ts';
import type { LegalOption, MatchView } from '../../shared/view/view.ts';
import type { TextKey } from './texts.ts';

/**
 * What an answer that takes down only what looks harmful comes to where a demand asks for a single thing that is still up: there is no part
 * of it to keep. Null for other answers and demands.
 */
export function singleItem(
  { actions }: Pick<Brief, 'actions'>,
  { demands }: Pick<MatchView, 'demands'>,
  { action, demand }: Pick<LegalOption, 'action' | 'demand'>,
): TextKey | null {
  const takesHarmful = actions[action]?.traces.some((trace) => 'takes' in trace && trace.takes === 'harmful') ?? false;
  const left = demands.find(({ id }) => id === demand)?.items.filter(({ status }) => status !== 'removed') ?? [];
  const [item] = left;
  if (!takesHarmful || item === undefined || left.length > 1) return null;
  if (item.harm === null || item.rights === null) return 'answer.single';
  return item.harm > item.rights ? 'answer.single.down' : 'answer.single.up';
}
