import { useEffect } from 'preact/hooks';
import { EntryTop } from '../screens/EntryTop.tsx';
import type { Ending } from '../state/ended.ts';
import { forgetSeat } from '../state/entry.ts';
import { forgetPlace } from '../state/place.ts';
import { WORDS } from '../state/route.ts';
import { t } from '../state/texts.ts';
import { Heading } from './Heading.tsx';

interface Props {
  readonly ending: Ending;
  /** What can be joined again. */
  readonly code: string;
  /** What it was a way back to. */
  readonly place?: string;
}

/** For somebody who was let go: why, and the way on. The front door offers no way back to it any more. */
export function Ended({ ending, code, place = code }: Props) {
  useEffect(() => {
    if (ending.way !== 'load') forgetPlace(place);
  }, [ending, place]);
  return (
    <main class="entry narrow" data-screen="ended">
      <EntryTop />
      <Heading of="ended">{t(ending.title)}</Heading>
      <p role="status">{t(ending.text)}</p>
      <p class="row">
        {(ending.way === 'join' || ending.way === 'words') && (
          // The key that this device holds opens nothing any more.
          <a class="button primary" href={`/j/${code}${ending.way === 'words' ? WORDS : ''}`} onClick={() => forgetSeat(code)}>
            {t(ending.way === 'join' ? 'ended.again' : 'join.words')}
          </a>
        )}
        {ending.way === 'load' && (
          <button type="button" class="button primary" onClick={() => location.reload()}>
            {t('ended.load')}
          </button>
        )}
        <a class="button" href="/">
          {t('home')}
        </a>
      </p>
    </main>
  );
}
