import { useMemo } from 'preact/hooks';
import { headlinesInChoice } from '../state/headlines.ts';
import { heardOf, noteHeard } from '../state/heard.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { Icon } from './Icon.tsx';

/** What comes while people choose, at the top of the screen until they put it away; it stays among the headlines. */
export function Flash() {
  const { brief, code, events, view } = usePlay();
  const key = `${code}.flash`;
  const heard = heardOf(key).value;
  const news = useMemo(() => headlinesInChoice(events, view.round, brief), [events, view.round, brief]);
  const flashes = news.filter(({ id }) => id > heard);
  const latest = view.status === 'playing' ? flashes.at(-1) : undefined;
  return (
    <div role="status">
      {latest !== undefined && (
        <div class="banner notice small">
          <ul>
            {flashes.map(({ id, title }) => (
              <li key={id}>
                <strong>{t('flash.news')}</strong> {title}
              </li>
            ))}
          </ul>
          <button type="button" class="icon-button" aria-label={t('got-it')} onClick={() => noteHeard(key, latest.id)}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
