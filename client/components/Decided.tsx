import type { MatchEvent } from '../../shared/match/events.ts';
import { describe } from '../../shared/view/describe.ts';
import { decidedFor } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { WhyButton } from './WhyButton.tsx';

/** What judges and dice have decided about the own seat's affairs among these events, each with the roll that led to it. */
export function Decided({ events }: { events: readonly MatchEvent[] }) {
  const { brief, view, events: all, seat } = usePlay();
  const decided = decidedFor(events, all, seat);
  if (decided.length === 0) return null;
  return (
    <ul class="decided">
      {decided.map(({ event, rolled }) => {
        const sentence = describe(brief, view.texts, event);
        return (
          <li key={event.id} class="log-line">
            <span class="log-text">
              <strong>{sentence}</strong> {rolled !== null && <span class="small soft">{describe(brief, view.texts, rolled)}</span>}
            </span>
            <WhyButton what={sentence} question={{ kind: 'event', event: event.id }} />
          </li>
        );
      })}
    </ul>
  );
}
