import type { MatchEvent } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { Texts } from '../../shared/view/view.ts';

/** So many events stand at the top of a reveal, where several are equally grave. */
const MOST = 2;

/**
 * The greatest events among those of a round that came since seats chose: a block, people held, an app that is gone … Those of the
 * viewer's own seat first; none where nothing great happened. What the briefing has told, and what the host let happen, is not among them.
 */
export function greatestOf(
  events: readonly MatchEvent[],
  { phases }: Pick<Brief, 'phases'>,
  texts: Pick<Texts, 'demands'>,
  own: string | null,
): readonly MatchEvent[] {
  const choosing = new Set(phases.filter(({ kind }) => kind === 'choice').map(({ id }) => id));
  const from = events.findIndex((event) => event.type === 'phaseStarted' && choosing.has(event.phase));
  const weighed = events.slice(Math.max(0, from)).map((event) => ({ event, gravity: gravityOf(event, texts) }));
  const most = Math.max(0, ...weighed.map(({ gravity }) => gravity));
  if (most === 0) return [];
  const greatest = weighed.filter(({ gravity }) => gravity === most).map(({ event }) => event);
  const isOwn = (event: MatchEvent) => 'seat' in event && event.seat === own;
  return greatest.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a))).slice(0, MOST);
}

/** How grave an event is; 0 is no headline. */
function gravityOf(event: MatchEvent, { demands }: Pick<Texts, 'demands'>): number {
  switch (event.type) {
    case 'regimeChanged':
      return 10;
    case 'restricted':
      return event.kind === 'block' ? 9 : 5;
    case 'staffChanged':
      return event.to === 'detained' ? 8 : event.to === 'visited' ? 4 : 0;
    case 'itemChanged':
      return event.status === 'removed' && demands[event.template]?.scope === 'app' ? 7 : 0;
    case 'presenceChanged':
      return event.to === 'none' ? 6 : 0;
    case 'lifted':
      return event.kind === 'block' ? 6 : 0;
    case 'lawPassed':
      return 3;
    case 'happened':
      return event.kind === 'crisis' && event.host !== true ? 2 : 0;
    default:
      return 0;
  }
}
