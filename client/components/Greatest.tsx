import type { MatchEvent } from '../../shared/match/events.ts';
import { describe } from '../../shared/view/describe.ts';
import { usePlay } from '../state/play.ts';
import { WhyButton } from './WhyButton.tsx';

/** The headline of a reveal: the greatest of what happened, each in one sentence. */
export function Greatest({ events }: { events: readonly MatchEvent[] }) {
  const { brief, view } = usePlay();
  return events.map((event) => {
    const sentence = describe(brief, view.texts, event);
    return (
      <article key={event.id} class="headline greatest" data-testid="greatest">
        <h2 class="greatest-line">{sentence}</h2>
        <WhyButton what={sentence} question={{ kind: 'event', event: event.id }} />
      </article>
    );
  });
}
