import { useState } from 'preact/hooks';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { browserKeyring } from '../../net/keyring.ts';
import { deletedClass, forgetHosted } from '../../state/hosted.ts';
import { go } from '../../state/route.ts';
import { t, tn } from '../../state/texts.ts';
import { useConsole, useOrder } from '../console/console.ts';
import { SaveSpreadsheet } from '../end/SaveSpreadsheet.tsx';

/** The one order that can't be taken back: says what is deleted, and asks for the press that does it. */
export function DeleteClass() {
  const { code, info, tables } = useConsole();
  const { order, busy, problem } = useOrder();
  const [done, setDone] = useState(false);
  const remove = async () => {
    if ((await order({ do: 'delete' })) === null) return;
    setDone(true);
    browserKeyring.set('host', code, null);
    forgetHosted(code);
    deletedClass.value = code;
    go('/', 'replace');
  };
  return (
    <>
      {info.status !== 'lobby' && <SaveSpreadsheet />}
      <p>
        {t('console.delete.what', { code, people: tn('console.people', info.players.length), tables: tn('console.tables', tables.length) })}
      </p>
      <p>{t('console.delete.final')}</p>
      <ProblemNote problem={problem} />
      <button type="button" class="button primary wide danger" aria-busy={busy} disabled={done} onClick={() => void remove()}>
        {t('console.delete')}
      </button>
    </>
  );
}
