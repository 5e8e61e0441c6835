import '../styles/play.css';
import { Connected } from '../components/Connected.tsx';
import { WithTable } from '../components/WithTable.tsx';
import { openHost } from '../state/entry.ts';
import { t } from '../state/texts.ts';
import { HostPanel } from './HostPanel.tsx';

/** `/host/CODE`: opens the host's panel with the key this device holds. */
export function HostPage({ code }: { code: string }) {
  return (
    <Connected
      code={code}
      open={openHost}
      missing={t('missing.host')}
      way="/"
      show={(session) => (
        <WithTable session={session} code={code}>
          <HostPanel />
        </WithTable>
      )}
    />
  );
}
