import { keptForHost } from '../../state/kept.ts';
import { t } from '../../state/texts.ts';
import { useConsole } from '../console/console.ts';
import { ProjectorShows } from '../orders/OnProjector.tsx';
import { BookmarkList } from '../tables/BookmarkList.tsx';
import { DealList } from '../tables/DealList.tsx';
import { ForkList } from '../tables/ForkList.tsx';
import { SaidList } from '../tables/SaidList.tsx';
import { CompareTables } from './CompareTables.tsx';
import { SaveSpreadsheet } from './SaveSpreadsheet.tsx';

/** After play: how the tables compare, what was marked for the debrief, and what becomes of the class. */
export function EndView() {
  const { code, brief, info, tables, secrets, show } = useConsole();
  const several = tables.length > 1;
  return (
    <>
      <section class="sheet stack" aria-labelledby="debrief-title">
        <h2 id="debrief-title">{t('console.debrief')}</h2>
        <ol class="steps">
          <li>{t('console.debrief.feel')}</li>
          <li>{t('console.debrief.why')}</li>
          {several && <li>{t('console.debrief.compare')}</li>}
          <li>{t('console.debrief.cases')}</li>
          <li>{t('console.debrief.whatif')}</li>
          <li>{t('console.debrief.out')}</li>
        </ol>
        <ProjectorShows />
      </section>
      {several && <CompareTables brief={brief} tables={tables} />}
      <BookmarkList bookmarks={secrets.bookmarks} />
      <ForkList forks={secrets.forks} />
      <DealList deals={secrets.deals} />
      <SaidList said={secrets.said} />
      <section class="sheet stack" aria-labelledby="after-title">
        <h2 id="after-title">{t('console.after')}</h2>
        <SaveSpreadsheet />
        <p>{keptForHost(info.deletedOn, code)}</p>
        <p class="row">
          <button type="button" class="button" onClick={() => show({ kind: 'device' })}>
            {t('console.device')}
          </button>
          <button type="button" class="button" onClick={() => show({ kind: 'delete' })}>
            {t('console.delete.open')}
          </button>
        </p>
      </section>
    </>
  );
}
