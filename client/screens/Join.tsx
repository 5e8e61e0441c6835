import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/messages.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { Heading } from '../components/Heading.tsx';
import { isProblem, type TableSummary, table, tableBrief } from '../net/api.ts';
import { holdsSeat } from '../state/entry.ts';
import { go } from '../state/route.ts';
import { t } from '../state/texts.ts';
import { CodeForm } from './CodeForm.tsx';
import { EntryTop } from './EntryTop.tsx';
import { NameForm } from './NameForm.tsx';

interface Found {
  readonly summary: TableSummary;
  readonly brief: Brief;
}

/** Finds a table by its code, with the scenario it plays. */
async function find(code: string): Promise<Found | Problem> {
  const summary = await table(code);
  if (isProblem(summary)) return summary;
  const brief = await tableBrief(code);
  return isProblem(brief) ? brief : { summary, brief };
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
    return () => {
      wanted = false;
    };
  }, [code]);
  if (found !== null && !isProblem(found)) {
    return (
      <main class="entry narrow" data-screen="join">
        <EntryTop />
        <Heading of="join-name">{t('join.title')}</Heading>
        <p>
          <strong>{found.brief.title}</strong> · {t('table.code', { code })}
        </p>
        {holdsSeat(code) && (
          <div class="sheet stack">
            <p>{t('join.back')}</p>
            <button type="button" class="button" onClick={() => go(`/t/${code}`)}>
              {t('join.back.go')}
            </button>
          </div>
        )}
        <NameForm code={code} summary={found.summary} brief={found.brief} />
      </main>
    );
  }
  return (
    <main class="entry narrow" data-screen="join">
      <EntryTop />
      <Heading of="join">{t('join.title')}</Heading>
      {busy ? (
        <p role="status">
          <span class="dots">{t('connecting', { code })}</span>
        </p>
      ) : (
        <CodeForm
          start={code}
          problem={found?.message ?? null}
          onCode={(next) => (next === code ? location.reload() : go(`/j/${next}`, 'replace'))}
        />
      )}
    </main>
  );
}
