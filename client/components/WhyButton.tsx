import { type Question, usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** Opens the answer to a question: "why?". `what`: of what, for those who hear the page. */
export function WhyButton({ what, question }: { what: string; question: Question }) {
  const { ask } = usePlay();
  return (
    <button type="button" class="why-button" aria-label={t('why.of', { what })} onClick={() => ask(question)}>
      {t('why.short')}
    </button>
  );
}
