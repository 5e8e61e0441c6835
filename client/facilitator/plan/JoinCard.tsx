import { qrAddress } from '../../net/api.ts';
import { useJoinUrl } from '../../state/joinUrl.ts';
import { t } from '../../state/texts.ts';
import { useConsole } from '../console/console.ts';

const ONLY_HERE = /^(localhost|127\.|\[::1\])/;

/** Whether an address leads to this computer alone. */
export const leadsNowhere = (address: string): boolean => ONLY_HERE.test(new URL(address).hostname);

/** How to join: the code, the QR code and the address; and a word if other devices can't reach it. */
export function JoinCard() {
  const { code, show } = useConsole();
  const joinUrl = useJoinUrl(code);
  return (
    <section class="sheet join-card" aria-labelledby="join-title">
      <img class="join-qr" src={qrAddress(code)} width="200" height="200" alt={t('projector.qr')} />
      <div class="stack tight">
        <h2 id="join-title">{t('console.join.title')}</h2>
        <p class="join-code" data-testid="class-code">
          {code}
        </p>
        <p class="small">
          {t('host.link')} <code class="join-link">{joinUrl}</code>
        </p>
        {leadsNowhere(joinUrl) && (
          <p class="lan-hint small">
            {t('console.lan')} <code>npm start -- --lan</code>
          </p>
        )}
        <p class="row">
          <a class="button quiet" href="/check" target="_blank" rel="noopener">
            {t('console.check')}
          </a>
          <button type="button" class="button quiet" onClick={() => show({ kind: 'device' })}>
            {t('console.device')}
          </button>
        </p>
      </div>
    </section>
  );
}
