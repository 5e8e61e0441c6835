import type { MatchEvent } from '../../shared/match/events.ts';
import { describe } from '../../shared/view/describe.ts';
import type { Texts } from '../../shared/view/view.ts';
import { Delta } from '../components/MeterFigure.tsx';
import { goodFor } from '../state/figures.ts';
import { seatName } from '../state/labels.ts';
import { is } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { quoted, t } from '../state/texts.ts';
import type { Consequence, Thread } from './chapters.ts';
import type { Move } from './reach.ts';

/** One thing that mattered, and below it what it led to. A press on any line answers why. */
export function ThreadView({ thread: { head, led, moves } }: { thread: Thread }) {
  return (
    <li class="thread" data-thread={head.id}>
      <Head event={head} />
      {led.length + moves.length > 0 && (
        <ul class="thread-led">
          {led.map((consequence) => (
            <li key={consequence.event.id}>
              <Led of={consequence} since={head.round} />
            </li>
          ))}
          {moves.length > 0 && (
            <li class="thread-moves">
              {moves.map((move) => (
                <Moved key={`${move.seat} ${move.meter}`} move={move} />
              ))}
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

function Head({ event }: { event: MatchEvent }) {
  const { brief, view, ask } = usePlay();
  return (
    <button type="button" class="thread-line" onClick={() => ask({ kind: 'event', event: event.id })}>
      <strong>{describe(brief, view.texts, event)}</strong> <span class="meter-why">{t('why.short')}</span>
    </button>
  );
}

/** A consequence; with its round, if it came in a later one. */
function Led({ of: { event, more }, since }: { of: Consequence; since: number }) {
  const { brief, view, ask } = usePlay();
  return (
    <button type="button" class="thread-line" onClick={() => ask({ kind: 'event', event: event.id })}>
      <span class="soft">→ {t('story.led')}</span> {describe(brief, view.texts, event)}
      {more.length > 0 && ` ${alsoText(view.texts, event, more)}`}{' '}
      {event.round > since && <span class="soft">{t('why.round', { n: event.round })}</span>}
    </button>
  );
}

/** The others of a kind: what was removed too by its name, since the harmless may be among it, and all else by its number. */
function alsoText(texts: Texts, of: MatchEvent, more: readonly MatchEvent[]): string {
  const items = more.filter(is('itemChanged')).filter(({ status }) => of.type === 'itemChanged' && of.status === status);
  if (items.length < more.length) return t('story.more', { n: more.length });
  const labels = items.map(({ template, item }) => texts.demands[template]?.items.find(({ id }) => id === item)?.label ?? item);
  return t('story.also', { items: [...new Set(labels)].map((label) => quoted(label)).join(', ') });
}

function Moved({ move: { seat, meter, delta } }: { move: Move }) {
  const { brief, ask, seat: reader } = usePlay();
  const known = brief.meters[meter];
  return (
    <button type="button" class="thread-line" onClick={() => ask({ kind: 'meter', seat, meter })}>
      <span class="soft">
        → <span class="hidden-visually">{t('story.led')}</span>
      </span>{' '}
      {seat === null ? '' : `${seatName(brief, seat)}: `}
      {known?.name ?? meter} <Delta delta={delta} good={goodFor(known, seat, reader)} />
    </button>
  );
}
