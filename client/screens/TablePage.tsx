import { Connected } from '../components/Connected.tsx';
import { openSeat } from '../state/entry.ts';
import { t } from '../state/texts.ts';
import { TableScreen } from './TableScreen.tsx';

/** `/t/CODE`: opens this device's seat at the table. */
export function TablePage({ code }: { code: string }) {
  return (
    <Connected
      code={code}
      open={openSeat}
      missing={t('missing.table', { code })}
      way={`/j/${code}`}
      show={(session) => <TableScreen session={session} code={code} />}
    />
  );
}
