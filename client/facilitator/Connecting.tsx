import { Heading } from '../components/Heading.tsx';
import { LinkBanner } from '../components/LinkBanner.tsx';
import type { Link } from '../net/session.ts';
import { t } from '../state/texts.ts';

/** The class is on its way. */
export function Connecting({ code, link }: { code: string; link: Link }) {
  return (
    <>
      <LinkBanner host link={link} />
      <main class="entry narrow" data-screen="connecting">
        <Heading of="connecting">{t('console.class', { code })}</Heading>
        <p role="status">
          <span class="dots">{t('console.connecting')}</span>
        </p>
      </main>
    </>
  );
}
