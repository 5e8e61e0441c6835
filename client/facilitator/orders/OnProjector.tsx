import { t } from '../../state/texts.ts';
import { useConsole, useOrder } from '../console/console.ts';

/** Lets the projector of the class show one table in large, or (0) all tables. It can still be pressed there, too. */
export function OnProjector({ table, label }: { table: number; label: string }) {
  const { info } = useConsole();
  const { order, busy } = useOrder();
  return (
    <button
      type="button"
      class="button quiet"
      aria-pressed={info.settings.projected === table}
      aria-busy={busy}
      onClick={() => void order({ do: 'set', settings: { projected: table } })}
    >
      {label}
    </button>
  );
}

/** What the projector of the class shows, where there are several tables. */
export function ProjectorShows() {
  const { tables } = useConsole();
  if (tables.length < 2) return null;
  return (
    <fieldset class="row projector-shows">
      <legend class="small">{t('console.projector.shows')}</legend>
      <OnProjector table={0} label={t('console.projector.all')} />
      {tables.map(({ code, number }) => (
        <OnProjector key={code} table={number} label={t('console.table', { n: number })} />
      ))}
    </fieldset>
  );
}
