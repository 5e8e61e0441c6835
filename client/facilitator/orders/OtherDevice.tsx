import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { browserKeyring } from '../../net/keyring.ts';
import { useJoinUrl } from '../../state/joinUrl.ts';
import { t } from '../../state/texts.ts';
import { useConsole } from '../console/console.ts';
import { hostLink } from '../hostLink.ts';
import { CopyText } from './CopyText.tsx';

type Picture = ComponentType<{ readonly text: string; readonly label: string }>;

/** The link that makes another device the host: to copy, and as a QR code that is drawn here and shown only when asked for. */
export function OtherDevice() {
  const { code } = useConsole();
  const joinUrl = useJoinUrl(code);
  const [drawing, setDrawing] = useState<{ readonly Qr: Picture } | 'failed' | null>(null);
  const draw = () =>
    import('./QrPicture.tsx').then(
      ({ QrPicture }) => setDrawing({ Qr: QrPicture }),
      () => setDrawing('failed'),
    );
  const secret = browserKeyring.get('host', code);
  if (secret === null) return <p>{t('missing.host')}</p>;
  const link = hostLink(joinUrl, code, secret);
  return (
    <>
      <p>{t('console.device.text')}</p>
      <CopyText text={link} label={t('console.device.copy')} />
      <p class="lan-hint small">{t('console.device.care')}</p>
      {drawing !== null && drawing !== 'failed' ? (
        <drawing.Qr text={link} label={t('console.device.qr')} />
      ) : (
        <button type="button" class="button wide" onClick={() => void draw()}>
          {t('console.device.show')}
        </button>
      )}
      {drawing === 'failed' && <p role="alert">{t('loading.failed')}</p>}
    </>
  );
}
