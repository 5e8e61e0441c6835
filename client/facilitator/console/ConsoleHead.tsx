import { Emblem } from '../../components/Crest.tsx';
import { Heading } from '../../components/Heading.tsx';
import { SettingsButton } from '../../components/SettingsSheet.tsx';
import { t } from '../../state/texts.ts';
import { debriefAt, timeOfDay } from '../plan/lesson.ts';
import { useConsole } from './console.ts';

/** The top of the console: which class this is, its projector, and how others join it. */
export function ConsoleHead() {
  const { code, brief, info, show } = useConsole();
  const at = debriefAt(info.settings.lessonEnds, Date.now());
  return (
    <header class="console-head">
      <div class="console-head-row">
        <a class="brand" href="/" aria-label={t('home')}>
          <Emblem />
        </a>
        <div class="console-title">
          <Heading of={`console-${info.status}`}>{t('console.class', { code })}</Heading>
          <p class="small soft">
            {brief.title}
            {at !== null && info.status !== 'finished' && <> · {t('console.lesson.from', { time: timeOfDay(at) })}</>}
          </p>
        </div>
        <div class="row console-head-buttons">
          {info.status !== 'lobby' && (
            <button type="button" class="button quiet wide-only" onClick={() => show({ kind: 'join' })}>
              {t('console.join')}
            </button>
          )}
          <a class="button quiet" href={`/projector/${code}${location.search}`} target="_blank" rel="noopener">
            {t('console.projector')}
          </a>
          <SettingsButton />
        </div>
      </div>
    </header>
  );
}
