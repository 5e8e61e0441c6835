import type { MatchEvent } from '../../shared/match/events.ts';
import { describe } from '../../shared/view/describe.ts';
import { goodFor } from '../state/figures.ts';
import { seatName } from '../state/labels.ts';
import { byStep, changesOf } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { Delta } from './MeterFigure.tsx';
import { WhyButton } from './WhyButton.tsx';

/** One line of the log, with its "why?". */
export function LogLine({ event, now = false }: { event: MatchEvent; now?: boolean }) {
  const { brief, view } = usePlay();
  const sentence = describe(brief, view.texts, event);
  return (
    <li class={`log-line small${now ? ' now' : ''}`} data-event={event.id} data-type={event.type}>
      <span class="log-mark" aria-hidden="true">
        •
      </span>
      <span class="log-text">{sentence}</span>
      <WhyButton what={sentence} question={{ kind: 'event', event: event.id }} />
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
          <ul>
            {group.events
              .filter((event) => event.type !== 'meterChanged')
              .map((event) => (
                <LogLine key={event.id} event={event} now={event.id === now} />
              ))}
          </ul>
          <Changes events={group.events} now={now} />
        </li>
      ))}
    </ol>
  );
}

/** How the numbers moved in one step: a button for each, which opens its ledger. */
function Changes({ events, now }: { events: readonly MatchEvent[]; now: number | null }) {
  const { brief, ask, seat: reader } = usePlay();
  const changes = changesOf(events);
  if (changes.length === 0) return null;
  return (
    <ul class="changes">
      {changes.map(({ seat, meter, delta, ids }) => {
        const known = brief.meters[meter];
        return (
          <li key={`${seat} ${meter}`}>
            <button
              type="button"
              class={`change small${now !== null && ids.includes(now) ? ' now' : ''}`}
              onClick={() => ask({ kind: 'meter', seat, meter })}
            >
              <span>
                {seat === null ? '' : `${seatName(brief, seat)}: `}
                {known?.name ?? meter}
              </span>{' '}
              <Delta exact delta={delta} good={goodFor(known, seat, reader)} /> <span class="meter-why">{t('why.short')}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
