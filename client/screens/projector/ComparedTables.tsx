import type { Brief } from '../../../shared/view/brief.ts';
import { Heading } from '../../components/Heading.tsx';
import { CompareTables } from '../../facilitator/end/CompareTables.tsx';
import type { ClassTable } from '../../net/session.ts';
import { t } from '../../state/texts.ts';
import { BackToClass } from './BackToClass.tsx';

/** How far the seats of all tables came, side by side, as large as the debrief. */
export function ComparedTables({ brief, tables, onBack }: { brief: Brief; tables: readonly ClassTable[]; onBack: () => void }) {
  return (
    <main class="projected-debrief stack" data-screen="compared-tables">
      <p class="row">
        <BackToClass onBack={onBack} />
      </p>
      <Heading of="compared-tables" quiet>
        {t('console.compare')}
      </Heading>
      <CompareTables brief={brief} tables={tables} />
    </main>
  );
}
