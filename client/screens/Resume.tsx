import { useEffect, useState } from 'preact/hooks';
import { isProblem, type ScenarioSummary, type TableSummary, table } from '../net/api.ts';
import { browserKeyring } from '../net/keyring.ts';
import { forgetHosted, hosted } from '../state/hosted.ts';
import { lastPlace, type Place } from '../state/place.ts';
import { go } from '../state/route.ts';
import { t } from '../state/texts.ts';

const RESUME = { seat: 't', class: 'c', host: 'host' } as const;

/** The ways back: to the table or the class this device was last at, and to the classes it hosts. */
export function Resume({ scenarios }: { scenarios: readonly ScenarioSummary[] }) {
  const { codes, summaries } = useHosted();
  const place = lastPlace();
  const places: readonly Place[] = [
    ...(place === null || place.kind === 'host' ? [] : [place]),
    ...codes.map((code): Place => ({ kind: 'host', code })),
  ];
  if (places.length === 0) return null;
  return (
    <section class="resume" aria-label={t('home.resume')}>
      {places.map((to) => (
        <button key={`${to.kind} ${to.code}`} type="button" class="button" onClick={() => go(`/${RESUME[to.kind]}/${to.code}`)}>
          {resumeText(to)}
          {to.kind === 'host' && <Stands summary={summaries.get(to.code)} scenarios={scenarios} />}
        </button>
      ))}
    </section>
  );
}

/** A way back in words that its person knows: pupils have never seen the code of their table. */
export function resumeText({ kind, code, table, title }: Place): string {
  if (kind !== 'seat' || title === undefined || table === undefined) return t(`home.resume.${kind}`, { code });
  return table > 0 ? t('home.resume.table', { n: table, title }) : t('home.resume.alone', { title });
}

/** Which match it is, and how far: codes alone look all the same the next day. */
function Stands({ summary, scenarios }: { summary: TableSummary | undefined; scenarios: readonly ScenarioSummary[] }) {
  const title = scenarios.find(({ id }) => id === summary?.scenario)?.title;
  if (summary === undefined || title === undefined) return null;
  return <span class="small">{t(`home.resume.stands.${summary.status}`, { title })}</span>;
}

/** What this browser hosts, and how far that is; what the server says is gone is forgotten. */
function useHosted(): { readonly codes: readonly string[]; readonly summaries: ReadonlyMap<string, TableSummary> } {
  const [codes, setCodes] = useState(hosted);
  const [summaries, setSummaries] = useState<ReadonlyMap<string, TableSummary>>(new Map());
  useEffect(() => {
    for (const code of codes)
      void table(code).then((answer) => {
        if (!isProblem(answer)) {
          setSummaries((known) => new Map(known).set(code, answer));
          return;
        }
        if (answer.code !== 'wrong-code') return;
        browserKeyring.set('host', code, null);
        forgetHosted(code);
        setCodes(hosted);
      });
  }, []);
  return { codes, summaries };
}
