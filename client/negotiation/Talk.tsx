import { useEffect } from 'preact/hooks';
import { EVERYBODY, type Said } from '../../shared/talk.ts';
import { Crest } from '../components/Crest.tsx';
import { seatBrief, seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { hasWords, noteHeard } from './heard.ts';
import { SayForm } from './SayForm.tsx';
import { wordsOf } from './words.ts';

/** What this seat can say, and what was said that it may read: newest first. */
export function Talk({ seat }: { seat: string }) {
  const { session, code, table } = usePlay();
  const said = session.said.value;
  const latest = said.at(-1)?.id ?? 0;
  useEffect(() => noteHeard(code, latest), [code, latest]);
  const isMuted = table.roster.find(({ id }) => id === seat)?.muted === true;
  return (
    <>
      {isMuted ? <p>{t('say.muted')}</p> : <SayForm seat={seat} />}
      <section class="stack tight" aria-labelledby="said-title">
        <h3 id="said-title">{t('say.history')}</h3>
        {said.length === 0 && <p class="soft">{t('say.none')}</p>}
        <ul class="stack tight" data-testid="said">
          {said.toReversed().map((one) => (
            <Line key={one.id} said={one} seat={seat} />
          ))}
        </ul>
      </section>
    </>
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
          {who(said, seat, (id) => seatName(brief, id))} {said.round > 0 && <>({t('say.when', { n: said.round, phase })})</>}
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
