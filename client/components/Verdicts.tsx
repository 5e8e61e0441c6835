import type { MatchEvent } from '../../shared/match/events.ts';
import { describe } from '../../shared/view/describe.ts';
import { verdictsIn } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { WhyButton } from './WhyButton.tsx';

/** Which promises were broken among these events, and in smaller letters which were kept, as far as the viewer may know. */
export function Verdicts({ events }: { events: readonly MatchEvent[] }) {
  const { brief, view } = usePlay();
  const verdicts = verdictsIn(events);
  if (verdicts.length === 0) return null;
  return (
    <ul class="decided" data-testid="verdicts">
      {verdicts.map((event) => {
        const sentence = describe(brief, view.texts, event);
        return (
          <li key={event.id} class={`log-line${event.kept ? ' kept' : ''}`}>
            <span class="log-text">{event.kept ? <span class="small soft">{sentence}</span> : <strong>{sentence}</strong>}</span>
            <WhyButton what={sentence} question={{ kind: 'event', event: event.id }} />
          </li>
        );
      })}
    </ul>
  );
}
