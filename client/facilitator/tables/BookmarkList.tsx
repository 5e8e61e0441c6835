import type { Bookmark } from '../../../shared/workshop.ts';
import { t } from '../../state/texts.ts';
import { phaseAt, useConsole } from '../console/console.ts';

/** The moments that the host has marked for the debrief. Nothing without any. */
export function BookmarkList({ bookmarks }: { bookmarks: readonly Bookmark[] }) {
  const { brief } = useConsole();
  if (bookmarks.length === 0) return null;
  return (
    <section class="sheet stack tight" aria-labelledby="bookmarks-title">
      <h3 id="bookmarks-title">{t('console.bookmarks')}</h3>
      <ul class="stack tight">
        {bookmarks.map((mark) => (
          <li key={`${mark.table} ${mark.event} ${mark.note}`}>
            <strong>
              {t('console.bookmarks.where', {
                n: mark.number,
                round: mark.round,
                phase: phaseAt(brief, mark)?.title ?? '',
              })}
            </strong>
            {mark.first && ` (${t('console.bookmarks.first')})`}
            {mark.note !== '' && `: ${mark.note}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
