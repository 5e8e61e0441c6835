import '../../styles/progress.css';
import { t } from '../../state/texts.ts';

/** How many are done, as a bar and in words. */
export function ProgressBar({ n, of }: { n: number; of: number }) {
  return (
    <div class="done-bar">
      <progress value={n} max={Math.max(1, of)} aria-hidden="true" />
      <span class="small">
        <strong>{t('console.done', { n, of })}</strong>
      </span>
    </div>
  );
}
