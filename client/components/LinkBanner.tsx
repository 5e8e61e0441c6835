import type { Link } from '../net/session.ts';
import { t } from '../state/texts.ts';

interface Props {
  readonly link: Link;
  /** Whether this is a screen of whoever runs the server, as a rule. */
  readonly host?: boolean;
}

/** What is wrong with the line to the table, if anything, and what to do. */
export function LinkBanner({ link, host = false }: Props) {
  return (
    <div role="status" data-link={link}>
      {link === 'offline' && (
        <p class="banner small">
          {t('link.offline')} {host && t('link.host')}
        </p>
      )}
      {link === 'replaced' && (
        <div class="banner small">
          <span>{t('link.replaced')}</span>
          <button type="button" class="button quiet" onClick={() => location.reload()}>
            {t('link.take-back')}
          </button>
        </div>
      )}
    </div>
  );
}
