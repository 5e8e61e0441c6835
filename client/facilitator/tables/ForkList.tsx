import type { ConsoleFork } from '../../../shared/workshop.ts';
import { t } from '../../state/texts.ts';

/** Matches in whose place others play on: kept as they were, each with the way to watch it. A way back that was not taken is none. */
export function ForkList({ forks }: { forks: readonly ConsoleFork[] }) {
  const kept = forks.filter(({ round }) => round > 0);
  if (kept.length === 0) return null;
  return (
    <section class="sheet stack tight" aria-labelledby="forks-title">
      <h3 id="forks-title">{t('console.forks')}</h3>
      <ul class="stack tight">
        {kept.map((fork) => (
          <li key={fork.code} class="row">
            {t('console.forks.line', { n: fork.number, round: fork.round })}
            <a class="button quiet" href={`/projector/${fork.code}`} target="_blank" rel="noopener">
              {t('console.forks.watch', { code: fork.code })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
