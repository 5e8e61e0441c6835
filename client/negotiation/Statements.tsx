import { seatBrief, seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { publicly } from './heard.ts';
import { wordsOf } from './words.ts';

/** More would hide the news. */
const MOST = 6;

/** What seats have said in public from a round on, as quotes: the latest first. Nothing if all were silent. */
export function Statements({ since, wide = false }: { since: number; wide?: boolean }) {
  const { session, brief } = usePlay();
  const recent = publicly(session.said.value)
    .filter(({ round }) => round >= since)
    .slice(-MOST)
    .toReversed();
  if (recent.length === 0) return null;
  return (
    <section class={`stack tight${wide ? ' wide' : ''}`} aria-labelledby="quotes-title" data-testid="quotes">
      <h2 id="quotes-title">{t('quotes.title')}</h2>
      <ul class="stack tight">
        {recent.map((said) => (
          <li key={said.id} class={`quote role-${seatBrief(brief, said.from)?.role ?? 'none'}`}>
            <span class="small soft">{t('quotes.who', { who: seatName(brief, said.from) })}</span> <q>{wordsOf(said)}</q>
          </li>
        ))}
      </ul>
    </section>
  );
}
