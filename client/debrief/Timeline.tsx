import { LogLine } from '../components/LogList.tsx';
import { byRound, weightOf } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';

/** All that happened: round by round, the turning points first and the smaller steps behind a tap. */
export function Timeline() {
  const { events, brief } = usePlay();
  return (
    <div class="stack loose">
      <p>{t('timeline.text')}</p>
      <ol class="timeline">
        {byRound(events, brief)
          .filter((group) => group.round > 0)
          .map((group) => {
            const main = group.events.filter((event) => weightOf(event) >= 2);
            const small = group.events.filter((event) => weightOf(event) === 1);
            return (
              <li key={group.round} class="stack tight">
                <h3>{t('round.label', { n: group.round, label: group.label })}</h3>
                {main.length === 0 && <p class="soft">{t('timeline.quiet')}</p>}
                <ul>
                  {main.map((event) => (
                    <LogLine key={event.id} event={event} />
                  ))}
                </ul>
                {small.length > 0 && (
                  <details>
                    <summary>{tn('timeline.more', small.length)}</summary>
                    <ul>
                      {small.map((event) => (
                        <LogLine key={event.id} event={event} />
                      ))}
                    </ul>
                  </details>
                )}
              </li>
            );
          })}
      </ol>
    </div>
  );
}
