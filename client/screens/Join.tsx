import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/messages.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { Heading } from '../components/Heading.tsx';
import { getBrief, getTable, isProblem, type TableNotice } from '../net/api.ts';
import { seatKeyOf } from '../state/entry.ts';
import { go } from '../state/route.ts';
import { t } from '../state/texts.ts';
import { CodeForm } from './CodeForm.tsx';
import { EntryTop } from './EntryTop.tsx';
import { NameForm } from './NameForm.tsx';

interface Found { readonly notice: TableNotice; readonly brief: Brief }

/** Finds a table by its code, with the scenario it plays. */
async function find(code: string): Promise<Found | Problem> {
  const notice = await getTable(code);
  if (isProblem(notice)) return notice;
  const brief = await getBrief(notice.scenario);
  return isProblem(brief) ? brief : { notice, brief };
}

/** Joining: the code first, then a nickname and a seat. */
export function Join({ code }: { code: string }) {
  const [found, setFound] = useState<Found | Problem | null>(null);
  const [busy, setBusy] = useState(code !== '');
  useEffect(() => {
    let wanted = true;
    if (code !== '') {
      void find(code).then((answer) => {
        if (!wanted) return;
        setFound(answer);
        setBusy(false);
      });
    }
    return () => { wanted = false; };
  }, [code]);
  if (found !== null && !isProblem(found)) {
    return (
      <main class="entry narrow" data-screen="join">
        <EntryTop />
        <Heading of="join-name">{t('join.title')}</Heading>
        <p><strong>{found.brief.title}</strong> · {t('table.code', { code })}</p>
        {seatKeyOf(code) !== null && (
          <div class="sheet stack">
            <p>{t('join.back')}</p>
            <button type="button" class="button" onClick={() => go(`/t/${code}`)}>{t('join.back.go')}</button>
          </div>
        )}
        <NameForm code={code} notice={found.notice} brief={found.brief} />
      </main>
    );
  }
  return (
    <main class="entry narrow" data-screen="join">
      <EntryTop />
      <Heading of="join">{t('join.title')}</Heading>
      {busy
        ? <p role="status"><span class="dots">{t('connecting', { code })}</span></p>
        : <CodeForm start={code} problem={found?.message ?? null} onCode={(next) => (next === code ? location.reload() : go(`/j/${next}`, 'replace'))} />}
    </main>
  );
}
