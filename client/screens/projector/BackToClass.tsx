import { t } from '../../state/texts.ts';

/** The way back to all tables, pressed at the teacher's own screen; beside it, which table this is. */
export function BackToClass({ table, onBack }: { table?: number; onBack: () => void }) {
  return (
    <span class="back-to-class">
      <button type="button" class="button quiet" onClick={onBack}>
        <span aria-hidden="true">←</span> {t('projector.class.back')}
      </button>
      {table !== undefined && <strong>{t('console.table', { n: table })}</strong>}
    </span>
  );
}
