import { useEffect, useState } from 'preact/hooks';
import { Heading } from '../components/Heading.tsx';
import { EntryTop } from '../screens/EntryTop.tsx';
import { t } from '../state/texts.ts';
import { type Finding, findings, verdict } from './findings.ts';
import { tryServer, trySocket, tryStorage } from './probes.ts';

/** The network check: a teacher opens it on a pupil's device the day before. */
export function CheckPage() {
  const [found, setFound] = useState<readonly Finding[] | null>(null);
  const [run, setRun] = useState(0);
  // Each run checks anew.
  useEffect(() => {
    let wanted = true;
    setFound(null);
    void checkAll().then((all) => {
      if (wanted) setFound(all);
    });
    return () => {
      wanted = false;
    };
  }, [run]);
  return (
    <main class="entry narrow" data-screen="check" data-verdict={found === null ? 'busy' : verdict(found)}>
      <EntryTop />
      <Heading of="check">{t('check.title')}</Heading>
      <p>{t('check.text')}</p>
      <div role="status">
        {found === null ? (
          <p>
            <span class="dots">{t('check.busy')}</span>
          </p>
        ) : (
          <p class="lead">
            <strong>{t(`check.verdict.${verdict(found)}`)}</strong>
          </p>
        )}
      </div>
      {found !== null && <Findings found={found} />}
      <div class="row">
        <button type="button" class="button primary" disabled={found === null} onClick={() => setRun(run + 1)}>
          {t('check.again')}
        </button>
        <a class="button" href="/">
          {t('home')}
        </a>
      </div>
    </main>
  );
}

async function checkAll(): Promise<readonly Finding[]> {
  const server = await tryServer();
  const socket = await trySocket();
  return findings({ server, socket, keeps: tryStorage(), width: screen.width });
}

function Findings({ found }: { found: readonly Finding[] }) {
  return (
    <ul class="stack">
      {found.map(({ about, mark, text, vars }) => (
        <li key={about} class="sheet stack tight" data-about={about} data-mark={mark}>
          <p>
            <strong>{t(`check.${about}`)}</strong> <span class="tag">{t(`check.mark.${mark}`)}</span>
          </p>
          <p class={mark === 'bad' ? 'problem' : undefined}>{t(text, vars)}</p>
        </li>
      ))}
    </ul>
  );
}
