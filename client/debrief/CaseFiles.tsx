import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/messages.ts';
import type { CaseFile } from '../../shared/view/brief.ts';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { isProblem, tableCases } from '../net/api.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** The real case: dated, sourced facts behind the rules, each with a question to talk about. */
export function CaseFiles() {
  const { code } = usePlay();
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
  return (
    <div class="stack loose">
      <p>{t('case.text')}</p>
      {files.length === 0 && <p>{t('case.none')}</p>}
      {files.map((file) => (
        <Case key={file.id} file={file} />
      ))}
    </div>
  );
}

function Case({ file }: { file: CaseFile }) {
  return (
    <article class="sheet stack tight case">
      <h2>{file.title}</h2>
      <ul class="facts">
        <li class="tag">{t('case.as-of', { date: file.asOf })}</li>
        <li class="tag">{t(`case.confidence.${file.confidence}`)}</li>
        {file.calibration && <li class="tag">{t('case.calibration')}</li>}
      </ul>
      <p>{file.fact}</p>
      <p class="small soft">
        {t('case.source', { source: '' })}
        <Source text={file.source} />
      </p>
      <p>
        <strong>{t('case.question')}</strong> {file.question}
      </p>
    </article>
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
