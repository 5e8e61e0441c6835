import type { MatchEvent } from '../match/events.ts';
import type { EventId } from '../match/state.ts';
import type { Brief } from './brief.ts';
import type { Texts } from './view.ts';

/** The titles of the demands and laws that came of a deed at once, as far as `events` tell: what a “Pass a law” was about. */
export function madeBy(brief: Brief, texts: Texts, deed: EventId, events: readonly MatchEvent[]): readonly string[] {
  const titles = events.flatMap((event) => {
    if ((event.type !== 'lawPassed' && event.type !== 'demandIssued') || !event.because.includes(deed)) return [];
    return (event.type === 'lawPassed' ? brief.laws[event.law]?.title : texts.demands[event.template]?.title) ?? [];
  });
  return [...new Set(titles)];
}
