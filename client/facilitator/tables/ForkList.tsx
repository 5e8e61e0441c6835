import type { ConsoleFork } from '../../../shared/workshop.ts';
import { t } from '../../state/texts.ts';

/** Matches in whose place others play on: kept as they were, each with the way to watch it. */
export function ForkList({ forks }: { forks: readonly ConsoleFork[] }) {
  if (forks.length === 0) return null;
  return (
    <section class="sheet stack tight" aria-labelledby="forks-title">
      <h3 id="forks-title">{t('console.forks')}</h3>
      <ul class="stack tight">
        {forks.map((fork) => (
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
