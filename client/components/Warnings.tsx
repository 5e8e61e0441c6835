import type { Promised, Table, Warning } from '../../shared/view/promises.ts';
import type { LegalOption } from '../../shared/view/view.ts';
import { seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { type Warnings, warningsOf } from '../state/warnings.ts';

/** What the own seat knows of the table; null for somebody who watches. */
export function useTable(): Table | null {
  const { brief, view, seat } = usePlay();
  return seat === null ? null : { brief, view, seat };
}

function BreaksLine({ warning: { about, likelihood } }: { warning: Warning<Promised> }) {
  const { brief } = usePlay();
  const values = { who: seatName(brief, about.partner), term: about.term.title, n: about.until };
  return <span class="small warning">{t(likelihood === 'surely' ? 'warning.breaks' : 'warning.may-break', values)}</span>;
}

/** Beside an option: which promise of one's own it breaks, and whether it works against one's aim. Never a prohibition. */
export function OptionWarnings({ option }: { option: LegalOption }) {
  const table = useTable();
  if (table === null) return null;
  const { broken, aim } = warningsOf(table, option);
  return (
    <>
      {broken.map((warning) => (
        <BreaksLine key={warning.about.pact} warning={warning} />
      ))}
      {aim !== null && <span class="small warning">{t(aim.likelihood === 'surely' ? 'warning.aim' : 'warning.may-aim')}</span>}
    </>
  );
}

/** In the bar, before a lock: what the whole choice does against one's word and aim. */
export function LockWarnings({ warnings: { broken, undone, aim } }: { warnings: Warnings }) {
  const { brief } = usePlay();
  return (
    <>
      {broken.map((warning) => (
        <p key={warning.about.pact}>
          <BreaksLine warning={warning} />
        </p>
      ))}
      {undone.map(({ pact, partner, term }) => (
        <p key={pact}>
          <span class="small warning">{t('warning.undone', { who: seatName(brief, partner), term: term.title })}</span>
        </p>
      ))}
      {aim !== null && (
        <p>
          <span class="small warning">{t(aim.likelihood === 'surely' ? 'lock.aim' : 'lock.may-aim', { aim: aim.about.text })}</span>
        </p>
      )}
    </>
  );
}
