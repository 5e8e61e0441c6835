import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/messages.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { Heading } from '../components/Heading.tsx';
import { isProblem, type TableSummary, table, tableBrief } from '../net/api.ts';
import { browserKeyring } from '../net/keyring.ts';
import { forgetSeat, holdsSeat } from '../state/entry.ts';
import { go } from '../state/route.ts';
import { problemText, speak, t } from '../state/texts.ts';
import { CodeForm } from './CodeForm.tsx';
import { EntryTop } from './EntryTop.tsx';
import { NameForm } from './NameForm.tsx';
import { Words } from './Words.tsx';

interface Found {
  readonly summary: TableSummary;
  readonly brief: Brief;
}

/** Finds a table by its code, with the scenario it plays. */
async function find(code: string): Promise<Found | Problem> {
  const summary = await table(code);
  if (isProblem(summary)) return summary;
  const brief = await tableBrief(code);
  if (isProblem(brief)) return brief;
  await speak(brief.language);
  return { summary, brief };
}

/** Back to the seat that this device holds; else a name and a wish; and the three words for whoever lost their device. */
function WayIn({ code, found }: { code: string; found: Found }) {
  const [held, setHeld] = useState(() => holdsSeat(code));
  if (held) {
    return (
      <div class="sheet stack">
        <p>{t('join.back')}</p>
        <button type="button" class="button primary" onClick={() => go(found.summary.kind === 'workshop' ? `/c/${code}` : `/t/${code}`)}>
          {t('join.back.go')}
        </button>
        <details>
          <summary>{t('join.back.other')}</summary>
          <div class="stack tight">
            <p>{t('join.back.other.help')}</p>
            <div>
              <button
                type="button"
                class="button quiet"
                onClick={() => {
                  forgetSeat(code);
                  setHeld(false);
                }}
              >
                {t('ended.again')}
              </button>
            </div>
          </div>
        </details>
      </div>
    );
  }
  return (
    <>
      {found.summary.locked ? (
        <div class="stack">
          <p class="banner">{t('join.locked')}</p>
          <button type="button" class="button primary" onClick={() => location.reload()}>
            {t('again')}
          </button>
        </div>
      ) : (
        <NameForm code={code} summary={found.summary} brief={found.brief} />
      )}
      <Words code={code} />
    </>
  );
}

/** For the host who has typed the code of their own class. */
function AsHost({ code, kind }: { code: string; kind: TableSummary['kind'] }) {
  return (
    <div class="sheet stack">
      <p>{t(kind === 'workshop' ? 'join.host' : 'join.host.table')}</p>
      <button type="button" class="button primary" onClick={() => go(`/host/${code}`)}>
        {t('join.host.go')}
      </button>
    </div>
  );
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
          <strong>{found.brief.title}</strong> · {t(found.summary.kind === 'workshop' ? 'join.class' : 'table.code', { code })}
        </p>
        {browserKeyring.get('host', code) !== null && <AsHost code={code} kind={found.summary.kind} />}
        <WayIn code={code} found={found} />
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
          problem={found === null ? null : problemText(found)}
          onCode={(next) => (next === code ? location.reload() : go(`/j/${next}`, 'replace'))}
        />
      )}
    </main>
  );
}
