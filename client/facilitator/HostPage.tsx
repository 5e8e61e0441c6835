import '../styles/play.css';
import { Connected } from '../components/Connected.tsx';
import { WithTable } from '../components/WithTable.tsx';
import { t } from '../state/texts.ts';
import { ClassConsole } from './console/ClassConsole.tsx';
import { HostPanel } from './HostPanel.tsx';
import { openAsHost } from './openEither.ts';

/** `/host/CODE`: the console of a class, or the panel of a table of its own, with the key this device holds. */
export function HostPage({ code }: { code: string }) {
  return (
    <Connected
      code={code}
      open={openAsHost}
      missing={t('missing.host')}
      show={({ entered }) =>
        entered.at === 'class' ? (
          <ClassConsole session={entered.session} code={code} />
        ) : (
          <WithTable session={entered.session} code={code}>
            <HostPanel />
          </WithTable>
        )
      }
    />
  );
}
