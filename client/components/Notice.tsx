import { useEffect, useState } from 'preact/hooks';
import { recall, remember } from '../state/storage.ts';
import { t } from '../state/texts.ts';
import { NoticeBar } from './NoticeBar.tsx';

/** What the host tells everybody. Once it is put away it stays away on this device, until the host says something else. */
export function Notice({ code, text }: { code: string; text: string }) {
  const key = `notice.${code}`;
  const [gone, setGone] = useState(() => recall(key));
  useEffect(() => {
    if (text !== '' || gone === null) return;
    // It is over: the same words again are news again.
    remember(key, null);
    setGone(null);
  }, [text, gone]);
  const shown = text !== '' && text !== gone;
  return (
    <div role="status" data-notice={shown}>
      {shown && (
        <NoticeBar
          key={text}
          onClose={() => {
            remember(key, text);
            setGone(text);
          }}
        >
          <p>
            <strong>{t('notice.label')}</strong> {text}
          </p>
        </NoticeBar>
      )}
    </div>
  );
}
