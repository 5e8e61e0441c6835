import { useEffect } from 'preact/hooks';
import { EVERYBODY } from '../../shared/phrases.ts';
import type { Said } from '../../shared/talk.ts';
import { Crest } from '../components/Crest.tsx';
import { noteHeard } from '../state/heard.ts';
import { seatBrief, seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';
import { hasWords } from './heard.ts';
import { SayForm } from './SayForm.tsx';
import { wordsOf } from './words.ts';

/** As much of the talk stands above the form: the rest is behind a tap. */
const LATEST = 4;

/** What was said that this seat may read, newest first, and what it can say. */
export function Talk({ seat }: { seat: string }) {
  const { session, code, table } = usePlay();
  const said = session.said.value;
  const newest = said.toReversed();
  const latest = newest[0]?.id ?? 0;
  const earlier = newest.slice(LATEST);
  useEffect(() => noteHeard(code, latest), [code, latest]);
  const isMuted = table.roster.find(({ id }) => id === seat)?.muted === true;
  return (
    <>
      <section class="stack tight" aria-labelledby="said-title" data-testid="said">
        <h3 id="said-title">{t('say.history')}</h3>
        {said.length === 0 && <p class="soft">{t('say.none')}</p>}
        <Lines said={newest.slice(0, LATEST)} seat={seat} />
        {earlier.length > 0 && (
          <details>
            <summary>{tn('say.earlier', earlier.length)}</summary>
            <Lines said={earlier} seat={seat} />
          </details>
        )}
      </section>
      {isMuted ? <p>{t('say.muted')}</p> : <SayForm seat={seat} />}
    </>
  );
}

function Lines({ said, seat }: { said: readonly Said[]; seat: string }) {
  return (
    <ul>
      {said.map((one) => (
        <Line key={one.id} said={one} seat={seat} />
      ))}
    </ul>
  );
}

function Line({ said, seat }: { said: Said; seat: string }) {
  const { brief } = usePlay();
  const role = seatBrief(brief, said.from)?.role ?? 'none';
  const phase = brief.phases.find(({ id }) => id === said.phase)?.title ?? said.phase;
  return (
    <li class={`said role-${role}`} data-said={said.id}>
      {role !== 'none' && <Crest role={role} />}
      <div>
        <p class="small soft">
          {who(said, seat, (id) => seatName(brief, id))}
          {said.round > 0 && ` · ${t('say.when', { n: said.round, phase })}`}
        </p>
        {hasWords(said) ? <p>{t('say.quote', { words: wordsOf(said) })}</p> : <p class="soft">{t('say.hidden')}</p>}
      </div>
    </li>
  );
}

/** Who says it to whom, as this seat reads it. */
function who({ from, to }: Said, seat: string, name: (id: string) => string): string {
  if (to === EVERYBODY) return from === seat ? t('say.by.you.public') : t('say.by.public', { who: name(from) });
  return from === seat ? t('say.by.you', { who: name(to) }) : t('say.by.to-you', { who: name(from) });
}
