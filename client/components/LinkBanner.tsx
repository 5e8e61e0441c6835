import type { Link } from '../net/session.ts';
import { t } from '../state/texts.ts';

/** What is wrong with the line to the table, if anything, and what to do. */
export function LinkBanner({ link }: { link: Link }) {
  return (
    <div role="status" data-link={link}>
      {link === 'offline' && <p class="banner small">{t('link.offline')}</p>}
      {link === 'replaced' && (
        <div class="banner small">
          <span>{t('link.replaced')}</span>
          <button type="button" class="button quiet" onClick={() => location.reload()}>
            {t('link.take-back')}
          </button>
        </div>
      )}
      {link === 'ended' && (
        <div class="banner small">
          <span>{t('link.ended')}</span>{' '}
          <a class="button quiet" href="/">
            {t('home')}
          </a>
        </div>
      )}
    </div>
  );
}
