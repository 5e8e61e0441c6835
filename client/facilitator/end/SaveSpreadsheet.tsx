import { ProblemNote } from '../../components/ProblemNote.tsx';
import { isProblem, spreadsheet } from '../../net/api.ts';
import { browserKeyring } from '../../net/keyring.ts';
import { useRequest } from '../../state/request.ts';
import { t } from '../../state/texts.ts';
import { useConsole } from '../console/console.ts';

/** Saves what happened at all tables as a file that spreadsheets open: seats and choices, no names; during play what is public by then. */
export function SaveSpreadsheet() {
  const { info } = useConsole();
  const { problem, button } = useSaving();
  return (
    <>
      <p>{t(info.status === 'finished' ? 'console.export.text' : 'console.export.early')}</p>
      <ProblemNote problem={problem} />
      <p>{button}</p>
    </>
  );
}

/** The button that saves the spreadsheet, and what went wrong with it. */
export function useSaving() {
  const { code, info } = useConsole();
  const { problem, busy, run } = useRequest();
  const save = async () => {
    const file = await spreadsheet(code, browserKeyring.get('host', code) ?? '');
    if (isProblem(file)) return file;
    offer(file, `chokepoint-${info.scenario}-${code}.csv`);
    return null;
  };
  const button = (
    <button type="button" class="button" aria-busy={busy} onClick={() => void run(save)}>
      {t('console.export')}
    </button>
  );
  return { problem, button };
}

/** Hands a file to the browser to be saved. */
function offer(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
