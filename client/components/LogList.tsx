import type { MatchEvent } from '../../shared/match/events.ts';
import { describe } from '../../shared/view/describe.ts';
import { verdict } from '../state/figures.ts';
import { byStep } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** A sign before a log line: arrows for meters, a dot for the rest. */
function Mark({ event }: { event: MatchEvent }) {
  const { brief } = usePlay();
  if (event.type !== 'meterChanged') return <span class="log-mark" aria-hidden="true">•</span>;
  const judged = verdict(event.delta, brief.meters[event.meter]?.good ?? null);
  return <span class={`log-mark delta ${judged}`} aria-hidden="true">{event.delta > 0 ? '▲' : '▼'}</span>;
}

/** One line of the log, with its "why?". */
export function LogLine({ event, now = false }: { event: MatchEvent; now?: boolean }) {
  const { brief, view, ask } = usePlay();
  const sentence = describe(brief, view.texts, event);
  return (
    <li class={`log-line small${now ? ' now' : ''}`} data-event={event.id} data-type={event.type}>
      <Mark event={event} />
      <span class="log-text">{sentence}</span>
      <button type="button" class="why-button" aria-label={t('why.of', { what: sentence })} onClick={() => ask({ kind: 'event', event: event.id })}>{t('why.short')}</button>
    </li>
  );
}

/** The log, step by step as the rules resolved it. `now` marks the event that the board is showing. */
export function LogList({ events, now = null }: { events: readonly MatchEvent[]; now?: number | null }) {
  const { brief } = usePlay();
  if (events.length === 0) return <p class="soft">{t('log.empty')}</p>;
  return (
    <ol class="stack tight">
      {byStep(events, brief).map((group) => (
        <li class="log-step" key={`${group.step}-${group.events[0]?.id}`}>
          <h3>{group.title}</h3>
          {group.text !== '' && <p class="small soft">{group.text}</p>}
          <ul>{group.events.map((event) => <LogLine key={event.id} event={event} now={event.id === now} />)}</ul>
        </li>
      ))}
    </ol>
  );
}
