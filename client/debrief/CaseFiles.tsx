import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/messages.ts';
import type { CaseFile } from '../../shared/view/brief.ts';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { isProblem, tableCases } from '../net/api.ts';
import { useMedia } from '../state/media.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { casesOf } from './cases.ts';
import { openingOf } from './opening.ts';

/** Screens from this width on show every case whole. */
const WIDE = '(min-width: 48rem)';

/** The real case: dated, sourced facts behind the rules, each with a question to talk about. */
export function CaseFiles() {
  const { code, events } = usePlay();
  const wide = useMedia(WIDE);
  const [files, setFiles] = useState<readonly CaseFile[] | Problem | null>(null);
  useEffect(() => {
    let wanted = true;
    void tableCases(code).then((answer) => {
      if (wanted) setFiles(answer);
    });
    return () => {
      wanted = false;
    };
  }, [code]);
  if (files === null)
    return (
      <p role="status">
        <span class="dots">{t('loading')}</span>
      </p>
    );
  if (isProblem(files)) return <ProblemNote problem={files} />;
  const { played, others } = casesOf(files, events);
  return (
    <div class="stack loose">
      <p>{t(files.length === 0 ? 'case.none' : 'case.text')}</p>
      <Cases title={t('case.played')} files={played} wide={wide} />
      <Cases title={played.length > 0 ? t('case.others') : null} files={others} wide={wide} />
    </div>
  );
}

function Cases({ title, files, wide }: { title: string | null; files: readonly CaseFile[]; wide: boolean }) {
  if (files.length === 0) return null;
  return (
    <section class="stack loose">
      {title !== null && <h2>{title}</h2>}
      {files.map((file) => (
        <Case key={file.id} file={file} wide={wide} />
      ))}
    </section>
  );
}

/** On a phone a case opens with what happened; the rest is one press away. */
function Case({ file, wide }: { file: CaseFile; wide: boolean }) {
  const { first, rest } = openingOf(file.fact);
  return (
    <article class="sheet stack tight case">
      <h3>{file.title}</h3>
      {wide ? (
        <>
          <Marks file={file} />
          <p>{file.fact}</p>
          <Ground file={file} />
        </>
      ) : (
        <>
          <p>{first}</p>
          <details>
            <summary>
              {t('case.more')} <span class="hidden-visually">{file.title}</span>
            </summary>
            <div class="stack tight">
              {rest !== '' && <p>{rest}</p>}
              <Marks file={file} />
              <Ground file={file} />
            </div>
          </details>
        </>
      )}
    </article>
  );
}

function Marks({ file }: { file: CaseFile }) {
  return (
    <ul class="facts">
      <li class="tag">{t('case.as-of', { date: file.asOf })}</li>
      <li class="tag">{t(`case.confidence.${file.confidence}`)}</li>
      {file.calibration && <li class="tag">{t('case.calibration')}</li>}
    </ul>
  );
}

/** Where it comes from, and what to talk about. */
function Ground({ file }: { file: CaseFile }) {
  return (
    <>
      <p class="small soft">
        {t('case.source', { source: '' })}
        <Source text={file.source} />
      </p>
      <p>
        <strong>{t('case.question')}</strong> {file.question}
      </p>
    </>
  );
}

/** A source note with its addresses as links. They are followed only when somebody presses them, and tell the other site nothing of this one. */
function Source({ text }: { text: string }) {
  return (
    <>
      {text.split(/(https?:\/\/[^\s;,]+)/).map((part) =>
        /^https?:/.test(part) && URL.canParse(part) ? (
          <a key={part} href={part} target="_blank" rel="noopener noreferrer">
            {new URL(part).host}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
