import { Connected } from '../components/Connected.tsx';
import { openPlace } from '../state/entry.ts';
import { t } from '../state/texts.ts';
import { ClassLobby } from './ClassLobby.tsx';

/** `/c/CODE`: opens this device's place in a class that has no table for it yet. */
export function ClassPage({ code }: { code: string }) {
  return (
    <Connected
      code={code}
      name={t('console.class', { code })}
      open={openPlace}
      missing={t('missing.class', { code })}
      way={`/j/${code}`}
      show={(session) => <ClassLobby session={session} code={code} />}
    />
  );
}
