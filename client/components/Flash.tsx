import { useMemo } from 'preact/hooks';
import { dealsAt, pactsMade } from '../negotiation/heard.ts';
import { promisedIn } from '../negotiation/promised.ts';
import { headlinesInChoice } from '../state/headlines.ts';
import { heardOf, noteHeard } from '../state/heard.ts';
import { is } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { NoticeBar } from './NoticeBar.tsx';

/** What comes in the middle of a round: headlines of the host, and deals. At the top of the screen until it is put away, or the phase is over. */
export function Flash() {
  const { brief, code, events, view } = usePlay();
  const key = `${code}.flash`;
  const [shown, dealsSeen] = [heardOf(key).value, heardOf(dealsAt(code)).value];
  const news = useMemo(() => headlinesInChoice(events, view.round, brief), [events, view.round, brief]);
  const deals = useMemo(() => pactsMade(events, view), [events, view]);
  const phaseBegan = events.findLast(is('phaseStarted'))?.id ?? 0;
  const lines = [
    ...news.map(({ id, title }) => ({ id, head: t('flash.news'), text: title })),
    ...deals
      .filter(({ event }) => event.id > dealsSeen)
      .map(({ event: { id, to }, pact }) => ({
        id,
        head: t(to === 'everyone' ? 'flash.deal' : 'flash.deal.private'),
        text: promisedIn(brief, pact),
      })),
  ]
    .filter(({ id }) => id > Math.max(shown, phaseBegan))
    // The latest first: on a phone the others are folded away.
    .toSorted((one, other) => other.id - one.id);
  const latest = Math.max(0, ...lines.map(({ id }) => id));
  return (
    <div role="status">
      {lines.length > 0 && view.status === 'playing' && (
        <NoticeBar key={latest} onClose={() => noteHeard(key, latest)}>
          <ul>
            {lines.map(({ id, head, text }) => (
              <li key={id}>
                <strong>{head}</strong> {text}
              </li>
            ))}
          </ul>
        </NoticeBar>
      )}
    </div>
  );
}
